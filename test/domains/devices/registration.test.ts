import { redact } from "../../../provider/core/secrets";
import { call, functions } from "../../../provider/domains/functions";
import { useGround, type Ground } from "../../faults/support";

const ask = async (ground: Ground, args: object = {}) =>
  (await call(functions.getRegistrationCommand, ground.run(), { name: "pump", tags: ["a"], ...args })).command;

/** The code that stands in a command. */
const codeIn = (command: string) => /R3_REGISTRATION_CODE="([^"]+)"/.exec(command)?.[1] ?? "";

describe.each(["false", "true"] as const)("where codes are unique by default: %s", (unique) => {
  const ground = useGround({ world: { "registration-unique": unique } });

  test("the same arguments give the same command", async () => {
    const command = await ask(ground);
    expect(await ask(ground)).toBe(command);
    expect(await ask(ground, { unique: false })).toBe(command);
    expect(await ask(ground, { name: "gate" })).not.toBe(command);
  });

  test("with `unique` each call gives another, with a code that works", async () => {
    const commands = [await ask(ground, { unique: true }), await ask(ground, { unique: true }), await ask(ground)];
    expect(new Set(commands).size).toBe(3);
    for (const [index, command] of commands.entries())
      await ground.control.agent({ hardwareId: `hw-${index}`, code: codeIn(command) });
    const query = "{ login { devices { items { name tags { name } } } } }";
    const pump = { name: "pump", tags: [{ name: "a" }] };
    expect(await ground.control.change(query)).toEqual({ login: { devices: { items: [pump, pump, pump] } } });
  });

  test("no message shows a command, nor the code that calls share", async () => {
    const [shared, unique] = [await ask(ground), await ask(ground, { unique: true })];
    expect(redact(`${shared}, ${codeIn(shared)}, ${unique}`)).toBe("[secret], [secret], [secret]");
  });
});
