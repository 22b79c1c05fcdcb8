import type { DeviceArgs } from "pulumi-remoteit";
import { useAccount } from "../support/account";

const account = useAccount();

/** A device under management, and the program that says of it what `args` says at the time. */
async function managed(args: DeviceArgs) {
  const id = await account.owned({ name: "before" });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, ...args }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  const declare = (next: DeviceArgs) => stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, ...next }));
  return { id, stack, declare };
}

const rename = "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }";
const setAttributes = "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }";
const addTag = "mutation($id: String!, $tag: String!) { addTag(serviceId: [$id], name: [$tag]) }";
const setNotifications =
  "mutation($id: String!, $email: Boolean, $desktop: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $email, desktopNotifications: $desktop) }";

test("everything that the program sets becomes so, and then nothing is left to do", async () => {
  const { id, stack } = await managed({
    name: "pump-7",
    tags: ["b", "a"],
    attributes: { $remoteit: { color: 3 }, site: { room: "3" } },
    notificationSettings: { emailNotifications: false },
  });
  expect(await account.device(id)).toMatchObject({
    name: "pump-7",
    attributes: { $remoteit: { color: 3 }, site: { room: "3" } },
    notificationSettings: { emailNotifications: false, desktopNotifications: null },
  });
  expect((await account.device(id))?.tags.map(({ name }) => name).sort()).toEqual(["a", "b"]);
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
});

test("an edit sends what changed and nothing else", async () => {
  const { id, stack, declare } = await managed({ name: "pump-7", tags: ["a", "b"], attributes: { site: "north" } });
  const before = (await account.control.requests()).byOperation;
  declare({ name: "pump-8", tags: ["c", "b"], attributes: { site: "north" } });
  const up = await stack.up();
  expect(up).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({ name: "pump-8" });
  expect((await account.device(id))?.tags.map(({ name }) => name).sort()).toEqual(["b", "c"]);
  const after = (await account.control.requests()).byOperation;
  expect(after["graphql:rename"]).toBe((before["graphql:rename"] ?? 0) + 1);
  expect(after["graphql:setAttributes"]).toBe(before["graphql:setAttributes"]);
});

test("tags are a set: another order, or the same one twice, changes nothing", async () => {
  const { stack, declare } = await managed({ tags: ["a", "b"] });
  declare({ tags: ["b", "a", "b"] });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
  declare({ tags: [] });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
});

test("what somebody changes by hand is shown by refresh and healed by up", async () => {
  const declared = {
    name: "pump-7",
    tags: ["a"],
    attributes: { site: { room: "3" } },
    notificationSettings: { desktopNotifications: false },
  };
  const { id, stack } = await managed(declared);
  await account.byHand(rename, { id, name: "by hand" });
  await account.byHand(addTag, { id, tag: "by-hand" });
  await account.byHand(setAttributes, { id, attributes: { site: { room: "4" } } });
  await account.byHand(setNotifications, { id, desktop: true });
  expect(await stack.refresh()).toMatchObject({ code: 0, changes: { refresh: 1 } });
  expect((await stack.state()).resources["pump"]?.outputs).toMatchObject({
    name: "by hand",
    tags: ["a", "by-hand"],
    attributes: { site: { room: "4" } },
    notificationSettings: { desktopNotifications: true },
  });
  const preview = await stack.preview();
  expect(preview).toMatchObject({ changes: { update: 1 } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({
    name: "pump-7",
    tags: [{ name: "a" }],
    attributes: { site: { room: "3" } },
    notificationSettings: { desktopNotifications: false },
  });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
});

test("what the program does not set is nobody's drift, whoever changes it", async () => {
  const { id, stack } = await managed({ attributes: { site: { room: "3" } } });
  await account.byHand(rename, { id, name: "by hand" });
  await account.byHand(addTag, { id, tag: "by-hand" });
  await account.byHand(setNotifications, { id, email: false, desktop: false });
  await account.byHand(setAttributes, { id, attributes: { site: { floor: "1" }, owner: "somebody" } });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
  expect(await account.device(id)).toMatchObject({ name: "by hand", attributes: { owner: "somebody" } });
});

test("an attribute that leaves the program is removed, and those of others stay", async () => {
  const { id, stack, declare } = await managed({ attributes: { site: { room: "3", floor: "1" }, color: "red" } });
  await account.byHand(setAttributes, { id, attributes: { site: { theirs: true }, theirs: 1 } });
  declare({ attributes: { site: { room: "3" } } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect((await account.device(id))?.attributes).toEqual({ site: { room: "3", theirs: true }, theirs: 1 });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
});

test("null gives a device back to the account's notifications, and stays until the program says otherwise", async () => {
  const { id, stack, declare } = await managed({ notificationSettings: { emailNotifications: false } });
  declare({ notificationSettings: { emailNotifications: null } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({ notificationSettings: { emailNotifications: null } });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
  await account.byHand(setNotifications, { id, email: true });
  expect(await stack.refresh()).toMatchObject({ code: 0, changes: { refresh: 1 } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({ notificationSettings: { emailNotifications: null } });
});

test("a property that leaves the program is released: it stays as it is and is no longer watched", async () => {
  const { id, stack, declare } = await managed({
    name: "pump-7",
    tags: ["a"],
    notificationSettings: { emailNotifications: false },
  });
  declare({});
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({
    name: "pump-7",
    tags: [{ name: "a" }],
    notificationSettings: { emailNotifications: false },
  });
  await account.byHand(rename, { id, name: "by hand" });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
});
