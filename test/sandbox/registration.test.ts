import { controlOf, startSandbox } from "../../sandbox";
import { playground, run } from "./support";

const ground = playground();
const ask = async (field: string, accountId?: string) =>
  Object.values(
    (await run<{ login: Record<string, string> }>(ground.control, `{ login { ${field} } }`, {}, accountId)).login,
  )[0] ?? "";
const devices = async () =>
  (
    await run<{ login: { devices: { items: object[] } } }>(
      ground.control,
      "{ login { devices { items { id name platform hardwareId tags { name } services { name application host port enabled } } } } }",
    )
  ).login.devices.items;

test("the same arguments give the same code, in any spelling; others give another", async () => {
  const code = await ask('registrationCode(name: "pump", tags: ["a"])');
  expect(await ask('registrationCode(tags: ["a"], name: "pump", oneTimeUse: false, platform: null)')).toBe(code);
  expect(await ask('registrationCode(name: "pump")')).not.toBe(code);
  const { accountId } = await ground.control.account();
  expect(await ask('registrationCode(name: "pump", tags: ["a"])', accountId)).not.toBe(code);
});

test("a unique code is a new one each time", async () => {
  expect(await ask("registrationCode(unique: true)")).not.toBe(await ask("registrationCode(unique: true)"));
});

test("where `unique` is left out, the world decides", async () => {
  const sandbox = await startSandbox({ world: { "registration-unique": "true" } });
  try {
    const ask = async (field: string) =>
      (await run<{ login: object }>(controlOf(sandbox.control), `{ login { a: ${field} b: ${field} } }`)).login as Record<
        "a" | "b",
        string
      >;
    const [left, unique, equal] = [
      await ask("registrationCode"),
      await ask("registrationCode(unique: true)"),
      await ask("registrationCode(unique: false)"),
    ];
    expect(left.a).not.toBe(left.b);
    expect(unique.a).not.toBe(unique.b);
    expect(equal.a).toBe(equal.b);
  } finally {
    await sandbox.stop();
  }
});

test("a code that is given gets new options in place, and equal arguments then give another", async () => {
  const code = await ask('registrationCode(name: "pump", tags: ["a"], oneTimeUse: true)');
  expect(await ask(`registrationCode(code: "${code}", name: "gate")`)).toBe(code);
  expect(await ask('registrationCode(name: "pump", tags: ["a"], oneTimeUse: true)')).not.toBe(code);
  await ground.control.agent({ code, hardwareId: "x" });
  expect(await devices()).toMatchObject([{ name: "gate", tags: [{ name: "a" }] }]);
  await expect(ground.control.agent({ code, hardwareId: "y" })).rejects.toThrow("has been used");
  await ask(`registrationCode(code: "${code}", oneTimeUse: false)`);
  await ground.control.agent({ code, hardwareId: "y" });
  await expect(ask(`registrationCode(code: "${code}", tags: ["a b"])`)).rejects.toThrow("Invalid tag");
});

test("the command holds the code", async () => {
  const args = 'name: "pump", services: [{ application: 28 }]';
  expect(await ask(`registrationCommand(${args})`)).toContain(await ask(`registrationCode(${args})`));
});

test("a code is known in its account, and what it asks for must be right", async () => {
  const code = await ask("registrationCode");
  expect(await ask(`registrationCode(code: "${code}")`)).toBe(code);
  await expect(ask('registrationCode(code: "nothing")')).rejects.toThrow("not found");
  await expect(ask('registrationCode(tags: ["a b"])')).rejects.toThrow("Invalid tag");
  await expect(ask("registrationCode(services: [{ application: 29 }])")).rejects.toThrow("Invalid application");
  await expect(ask("registrationCode(services: [{ application: 28, port: 0 }])")).rejects.toThrow("Invalid port");
});

test("an agent with a code makes its device the account's at once, as the code says", async () => {
  const code = await ask(
    'registrationCode(name: "pump", platform: 65, tags: ["a"], services: [{ application: 28 }, { application: 7, name: "web", host: "10.0.0.2", port: 81, enabled: false }])',
  );
  const { deviceId, claimCode } = await ground.control.agent({
    code,
    hardwareId: "hw",
    services: [{ name: "own", application: 4 }],
  });
  expect(claimCode).toBeUndefined();
  expect(await devices()).toEqual([
    {
      id: deviceId,
      name: "pump",
      platform: 65,
      hardwareId: "hw",
      tags: [{ name: "a" }],
      services: [
        { name: "SSH", application: 28, host: "127.0.0.1", port: 22, enabled: true },
        { name: "own", application: 4, host: "127.0.0.1", port: 5900, enabled: true },
        { name: "web", application: 7, host: "10.0.0.2", port: 81, enabled: false },
      ],
    },
  ]);
});

test("a code serves many machines, one for a single use only one", async () => {
  const [many, once] = [await ask("registrationCode"), await ask("registrationCode(oneTimeUse: true)")];
  for (const code of [many, many, once]) await ground.control.agent({ code, hardwareId: "x" });
  await expect(ground.control.agent({ code: once, hardwareId: "x" })).rejects.toThrow("unknown or has been used");
  await expect(ground.control.agent({ code: "nothing", hardwareId: "x" })).rejects.toThrow("unknown or has been used");
  expect(await devices()).toHaveLength(3);
  const next = await ask("registrationCode(oneTimeUse: true)");
  expect(next).not.toBe(once);
  await ground.control.agent({ code: next, hardwareId: "x" });
});
