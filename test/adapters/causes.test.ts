import type { Declaration } from ".";
import { claimedDevice } from "../engine/support/contents";
import { adapterNames, expectClean, useAdapterAccount } from "./account";

const account = useAdapterAccount();

const one = (type: string, properties: Record<string, unknown>): Declaration => ({ it: { type, properties } });

describe.each(adapterNames)("through the %s adapter", (adapter) => {
  const up = (declaration: Declaration) => account.stack(adapter).up(declaration);

  test.each([
    ["a webhook without https", one("Webhook", { url: "http://example.com/hook" }), "url: must start with https://"],
    ["a color by its name", one("Tag", { name: "a", color: "red" }), 'must be a whole number from 0 to 13: the color, not "red"'],
    ["a flag that is a word", one("Tag", { name: "a", merge: "yes" }), 'true or false is needed, not "yes"'],
    ["a number out of range", one("Device", { hardwareId: "a", waitSeconds: -1 }), "seconds to wait, not -1"],
  ])("%s is told what is needed, and nothing is sent", async (_what, declaration, told) => {
    const { errors } = await up(declaration);
    expect(errors.join()).toContain(told);
    expect(errors.join()).not.toMatch(/MANAGE|\w+Error\b/);
    expect((await account.control.requests()).total).toBe(0);
  });

  test("all that is wrong with a new device is told at once, its missing origin too", async () => {
    const { errors } = await up(one("Device", { nmae: "pump", tags: ["a b"], waitSeconds: -1 }));
    for (const told of ['Did you mean "name"', "tags", "waitSeconds", "an origin is missing"])
      expect(errors.join("\n")).toContain(told);
  });

  test("a claim code that has been used says how a renamed resource keeps its device", async () => {
    const { claimCode } = await account.control.agent({ hardwareId: "hw", name: "pump" });
    const stack = account.stack(adapter);
    expect((await stack.up({ pump: { type: "Device", properties: { claimCode } } })).errors).toEqual([]);
    const { errors, deleted } = await stack.up({ renamed: { type: "Device", properties: { claimCode } } });
    expect(errors.join()).toContain("give it the resource option `aliases` with the old name");
    expect(deleted).toEqual([]);
  });

  test("a key of $remoteit that remote.it's app does not know is told, and set all the same", async () => {
    const { deviceId } = await claimedDevice(account.control);
    const { errors, said } = await up(one("Device", { deviceId, attributes: { $remoteit: { colour: 3, color: "red" } } }));
    expect(errors).toEqual([]);
    expect(said.join("\n")).toContain('attributes.$remoteit.colour: remote.it\'s app knows no such key. Did you mean "color"?');
    expect(said.join("\n")).toContain("attributes.$remoteit.color: remote.it's app shows whole numbers from 0 to 13 alone.");
  });

  test("a number of an application type may be given as a text, for languages that take no other", async () => {
    const { deviceId } = await claimedDevice(account.control);
    const ssh = one("Service", { deviceId, name: "ssh", application: "28" });
    const stack = account.stack(adapter);
    expect((await stack.up(ssh)).errors).toEqual([]);
    await expectClean(stack, ssh);
    await expectClean(stack, one("Service", { deviceId, name: "ssh", application: "28" }));
  });

  test.each(["Device", "Service", "Webhook", "Tag"])(
    "destroying a %s that stays in the account says so, why, and how to have it deleted",
    async (type) => {
      const { deviceId } = await claimedDevice(account.control, { services: [{ name: "web", application: 7, port: 80 }] });
      await account.control.change(
        `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/hook") }`,
      );
      await account.control.change(`mutation { setTag(tag: [{ name: "there" }]) }`);
      const properties: Record<string, Record<string, unknown>> = {
        Device: { deviceId },
        Service: { deviceId, name: "web", application: "HTTP" },
        Webhook: { url: "https://example.com/hook" },
        Tag: { name: "there" },
      };
      const stack = account.stack(adapter);
      expect((await stack.up(one(type, properties[type] ?? {}))).errors).toEqual([]);
      const { said, errors } = await stack.destroy();
      expect(errors).toEqual([]);
      expect(said.join("\n")).toMatch(
        new RegExp(
          `${type} .* stays in the account: it was there before .* Set deleteOnDestroy: true and run .pulumi up. before`,
        ),
      );
    },
  );
});
