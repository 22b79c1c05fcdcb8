import { probes } from "../../conformance";
import { answersTo, type SandboxOptions, type SwitchName, switchNames, type World } from "../../sandbox";
import { askingOn, dump, find, onSandbox } from "./support";

/** Those that a whole account with one device to try things on does not show. */
const needs: Partial<Record<SwitchName, SandboxOptions>> = {
  "page-size": { devices: 120 },
  "page-from": { devices: 3 },
};

/** Worlds that the sandbox does not play yet. */
const unplayed: readonly string[] = [];

const asked = switchNames.filter((name) => probes.find((probe) => probe.name === name)?.ask);

describe.each(asked)("the probe %s", (name) => {
  test.each(answersTo(name))("finds a world where it is %s, and leaves the account as it was", async (answer) => {
    const world = { [name]: answer } as Partial<World>;
    await onSandbox({ services: 1, devices: 1, ...needs[name], world }, async (account) => {
      const before = await dump(account.control);
      const { [name]: finding } = await find(await askingOn(account), name);
      expect(finding).toMatchObject({
        answer: { name: answer },
        status: answer === answersTo(name)[0] ? "as assumed" : "differs",
      });
      expect(await dump(account.control)).toEqual(before);
    });
  });
});
