import { probes } from "../../conformance";
import { answersTo, type SandboxOptions, type SwitchName, switchNames, type World } from "../../sandbox";
import { type Account, askingOn, dump, find, onOthersAccount, onSandbox } from "./support";

/** What an account needs, beside a device to try things on, to show an answer. */
const needs: Partial<Record<SwitchName, SandboxOptions>> = {
  "page-size": { devices: 120 },
};

const DAY = 24 * 60 * 60;

/** And what has to have happened there. */
const history: Partial<Record<SwitchName, (account: Account) => Promise<void>>> = {
  "events-range": async ({ control, deviceId }) => {
    for (const [days, state] of [
      [45, "offline"],
      [20, "online"],
    ] as const) {
      await control.clock(-days * DAY);
      await control.agentState(deviceId, state);
    }
    await control.clock(0);
  },
};

/** Worlds that the sandbox does not play yet. */

const asked = switchNames.filter((name) => probes.find((probe) => probe.name === name)?.ask && name !== "tags-without-account");

const expected = (name: SwitchName, answer: string) => ({
  answer: { name: answer },
  status: answer === answersTo(name)[0] ? "as assumed" : "differs",
});

describe.each(asked)("the probe %s", (name) => {
  test.each(answersTo(name))("finds a world where it is %s, and leaves the account as it was", async (answer) => {
    const world = { [name]: answer } as Partial<World>;
    await onSandbox({ devices: 2, services: 1, ...needs[name], world }, async (account) => {
      await history[name]?.(account);
      const before = await dump(account);
      const { [name]: finding } = await find(await askingOn(account), name);
      expect(finding).toMatchObject(expected(name, answer));
      expect(await dump(account)).toEqual(before);
    });
  });
});

describe("the probe tags-without-account", () => {
  const name = "tags-without-account";
  test.each(answersTo(name))("finds by reading a world where they are %s", (answer) =>
    onOthersAccount({ world: { [name]: answer } }, async (account) => {
      const { [name]: finding } = await find(await askingOn(account, { isWriting: false }), name);
      expect(finding).toMatchObject(expected(name, answer));
    }),
  );

  test.each(answersTo(name))("finds by a trial a world where they are %s, and leaves both accounts as they were", (answer) =>
    onOthersAccount({ world: { [name]: answer } }, async (account) => {
      const { control, deviceId, sandbox, accountId } = account;
      const untag = 'mutation($id: String!) { removeTag(serviceId: [$id], name: ["kept"]) }';
      await control.change(untag, { id: deviceId }, accountId);
      const own = { control, accountId: sandbox.accountId };
      const before = [await dump(account), await dump(own)];
      const { [name]: finding } = await find(await askingOn(account), name);
      expect(finding).toMatchObject(expected(name, answer));
      expect([await dump(account), await dump(own)]).toEqual(before);
    }),
  );

  test("says of the key's own account that it cannot tell", () =>
    onSandbox({}, async (account) => {
      const { [name]: finding } = await find(await askingOn(account), name);
      expect(finding).toMatchObject({ status: "unknown", why: expect.stringContaining("remoteit:accountId") as unknown });
    }));
});
