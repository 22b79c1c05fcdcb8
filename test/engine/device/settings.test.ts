import type { DeviceArgs } from "pulumi-remoteit";
import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(180_000); // one long story in place of many short ones

const account = useAccount();

/** Devices under management by logical name, and the program that says of each what it is told at the time. */
async function managed<Name extends string>(args: Record<Name, DeviceArgs>) {
  const names = Object.keys(args) as Name[];
  const ids = {} as Record<Name, string>;
  for (const name of names) ids[name] = await account.owned({ name: "before" });
  const program =
    (declared: Record<Name, DeviceArgs>): Program =>
    ({ remoteit }) => {
      for (const name of names) new remoteit.Device(name, { deviceId: ids[name], ...declared[name] });
    };
  // Each change is a request of its own, so that they can be counted.
  const stack = await account.stack(program(args), { config: { "remoteit:mergeWrites": "off" } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: names.length } });
  return {
    stack,
    declare: (next: Partial<Record<Name, DeviceArgs>>) => stack.edit(program({ ...args, ...next })),
    seen: (name: Name) => account.device(ids[name]),
    tags: async (name: Name) => (await account.device(ids[name]))?.tags.map((tag) => tag.name).sort(),
    byHand: (name: Name, mutation: string, variables: object) => account.byHand(mutation, { id: ids[name], ...variables }),
  };
}

const rename = "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }";
const setAttributes = "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }";
const addTag = "mutation($id: String!, $tag: String!) { addTag(serviceId: [$id], name: [$tag]) }";
const setNotifications =
  "mutation($id: String!, $email: Boolean, $desktop: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $email, desktopNotifications: $desktop) }";

/** Names of the resources that a run changes, or would. */
const updated = ({ steps }: { steps: { op: string; name: string }[] }) =>
  steps.flatMap(({ op, name }) => (op === "update" ? [name] : [])).sort();

/** What the program says of each device at first. */
const first = {
  full: {
    name: "pump-7",
    tags: ["b", "a"],
    attributes: { $remoteit: { color: 3 }, site: { room: "3" } },
    notificationSettings: { emailNotifications: false },
  },
  edited: { name: "pump-7", tags: ["a", "b"], attributes: { site: "north" } },
  reordered: { tags: ["a", "b"] },
  emptied: { tags: ["a", "b"] },
  trimmed: { attributes: { site: { room: "3", floor: "1" }, color: "red" } },
  following: { notificationSettings: { emailNotifications: false } },
  released: { name: "pump-7", tags: ["a"], notificationSettings: { emailNotifications: false } },
  others: { attributes: { site: { room: "3" } } },
  healed: {
    name: "pump-7",
    tags: ["a"],
    attributes: { site: { room: "3" } },
    notificationSettings: { desktopNotifications: false },
  },
} satisfies Record<string, DeviceArgs>;

test("what the program sets becomes so, an edit sends what changed and nothing else, and what somebody changes by hand is healed where the program sets it, and left alone where it never did or no longer does", async () => {
  const { stack, declare, seen, tags, byHand } = await managed(first);
  const count = Object.keys(first).length;
  expect(await seen("full")).toMatchObject({
    name: "pump-7",
    attributes: { $remoteit: { color: 3 }, site: { room: "3" } },
    notificationSettings: { emailNotifications: false, desktopNotifications: null },
  });
  expect(await tags("full")).toEqual(["a", "b"]);

  const before = (await account.control.requests()).byOperation;
  await byHand("trimmed", setAttributes, { attributes: { site: { theirs: true }, theirs: 1 } });
  declare({
    edited: { name: "pump-8", tags: ["c", "b"], attributes: { site: "north" } },
    reordered: { tags: ["b", "a", "b"] }, // tags are a set
    emptied: { tags: [] },
    trimmed: { attributes: { site: { room: "3" } } },
    following: { notificationSettings: { emailNotifications: null } },
    released: {},
  });
  const edit = await stack.up();
  expect(edit).toMatchObject({ code: 0, changes: { update: 5, same: 4 } });
  expect(updated(edit)).toEqual(["edited", "emptied", "following", "released", "trimmed"]);
  expect(await seen("edited")).toMatchObject({ name: "pump-8" });
  expect(await tags("edited")).toEqual(["b", "c"]);
  const after = (await account.control.requests()).byOperation;
  expect(after["graphql:rename"]).toBe((before["graphql:rename"] ?? 0) + 1);
  expect(after["graphql:setAttributes"]).toBe((before["graphql:setAttributes"] ?? 0) + 1); // of the trimmed one
  // An attribute that leaves the program is removed, and those of others stay.
  expect((await seen("trimmed"))?.attributes).toEqual({ site: { room: "3", theirs: true }, theirs: 1 });
  // Null gives a device back to the account's notifications.
  expect(await seen("following")).toMatchObject({ notificationSettings: { emailNotifications: null } });
  // A property that leaves the program is released: it stays as it is.
  expect(await seen("released")).toMatchObject({
    name: "pump-7",
    tags: [{ name: "a" }],
    notificationSettings: { emailNotifications: false },
  });

  await byHand("released", rename, { name: "by hand" });
  await byHand("others", rename, { name: "by hand" });
  await byHand("others", addTag, { tag: "by-hand" });
  await byHand("others", setNotifications, { email: false, desktop: false });
  await byHand("others", setAttributes, { attributes: { site: { floor: "1" }, owner: "somebody" } });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: count } });
  expect(await seen("others")).toMatchObject({ name: "by hand", attributes: { owner: "somebody" } });

  await byHand("healed", rename, { name: "by hand" });
  await byHand("healed", addTag, { tag: "by-hand" });
  await byHand("healed", setAttributes, { attributes: { site: { room: "4" } } });
  await byHand("healed", setNotifications, { desktop: true });
  await byHand("following", setNotifications, { email: true });
  expect(await stack.refresh()).toMatchObject({ code: 0, changes: { refresh: count } });
  expect((await stack.state()).resources["healed"]?.outputs).toMatchObject({
    name: "by hand",
    tags: ["a", "by-hand"],
    attributes: { site: { room: "4" } },
    notificationSettings: { desktopNotifications: true },
  });
  expect(updated(await stack.preview())).toEqual(["following", "healed"]);
  const heal = await stack.up();
  expect(heal).toMatchObject({ code: 0, changes: { update: 2, same: 7 } });
  expect(updated(heal)).toEqual(["following", "healed"]);
  expect(await seen("healed")).toMatchObject({ ...first.healed, tags: [{ name: "a" }] });
  expect(await seen("following")).toMatchObject({ notificationSettings: { emailNotifications: null } });
  expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
});
