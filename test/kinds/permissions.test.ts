import type { Needed, Permission } from "../../provider/core/need";
import { PERMISSIONS } from "../../sandbox/permissions";
import type { AdapterName, AdapterStack } from "../adapters";
import { adapterNames, useAdapterAccount } from "../adapters/account";
import { type Case, kindOf, namedCases, type Properties, staysOf } from "../cases/case";
import { addBystander, contents, declaring, did, writes } from "./support";

// docs/permissions.md, tried with users that have just the permissions of a kind, and just less: members of an organization, who
// may do in the sandbox exactly what their role says.

const account = useAdapterAccount();
const EMAIL = "member@example.com";
const member = { keys: {} as Record<"accessKeyId" | "secretAccessKey", string> };

beforeAll(async () => {
  const { accessKeyId, secretAccessKey } = await account.control.account(EMAIL);
  member.keys = { accessKeyId, secretAccessKey };
});

/** Makes the user a member with exactly these permissions, or gives these to the member. */
async function allow(permissions: readonly Permission[]): Promise<void> {
  const { control } = account;
  const query = "{ login { organization { roles { id name } } } }";
  const { login } = (await control.change(query)) as Answer;
  const known = login.organization?.roles.find(({ name }) => name === "tried");
  if (known) {
    const revoke = PERMISSIONS.filter((permission) => !permissions.includes(permission));
    const update =
      "mutation($id: String!, $grant: [RolePermission!], $revoke: [RolePermission!]) { updateRole(id: $id, grant: $grant, revoke: $revoke) { id } }";
    await control.change(update, { id: known.id, grant: permissions, revoke });
    return;
  }
  await control.content({ roles: [{ name: "tried", permissions }] });
  const made = (await control.change(query)) as Answer;
  const roleId = made.login.organization?.roles.find(({ name }) => name === "tried")?.id;
  const join = "mutation($email: [String!]!, $roleId: ID) { setMember(email: $email, roleId: $roleId) }";
  await control.change(join, { email: [EMAIL], roleId });
}

interface Answer {
  login: { organization: { roles: { id: string; name: string }[] } | null };
}

const stackOf = (adapter: AdapterName): AdapterStack =>
  account.stack(adapter, { ...member.keys, developerKey: undefined, accountId: account.sandbox.accountId });

/** What the kind declares for what is done with these properties. */
function neededFor(one: Case, doing: "create" | "update" | "delete", properties: Properties = {}): Needed[] {
  const { needs, propertyNeeds = {} } = kindOf(one);
  const ofProperties = Object.keys(properties).map((name) => propertyNeeds[name]);
  const own = Object.keys(properties).some((name) => propertyNeeds[name] === undefined) ? [needs.update] : [];
  return [...(doing === "update" ? own : [needs[doing]]), ...ofProperties.filter((one) => one !== undefined)];
}

const permissionsIn = (needed: readonly Needed[]): Permission[] => [
  ...new Set(needed.flatMap((one) => (one === "none" || one.permission === "owner" ? [] : [one.permission]))),
];

const isOwners = (needed: Needed): boolean => needed !== "none" && needed.permission === "owner";

/** Without the properties that the owner alone can set. */
function forMembers(one: Case, properties: Properties): Properties {
  const { propertyNeeds = {} } = kindOf(one);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !isOwners(propertyNeeds[name] ?? "none")));
}

const membersCan = namedCases.filter(([, one]) => !isOwners(kindOf(one).needs.create));
/** An organization is the owner's to make, and is there once somebody is a member: members change it. */
const ownersCan = namedCases.filter(([, one]) => isOwners(kindOf(one).needs.create) && isOwners(kindOf(one).needs.update));

/** Each permission of a kind, with the kind. */
const lessened = membersCan.flatMap(([type, one]) => {
  const all = [neededFor(one, "create"), neededFor(one, "update", forMembers(one, one.changed)), neededFor(one, "delete")].flat();
  const permissions = permissionsIn(all).filter((permission) => permission !== "VIEW");
  return permissions.map((permission) => [type, permission, one] as const);
});

const without = (permission: Permission): Permission[] => PERMISSIONS.filter((one) => one !== permission);

const naming = (permission: Permission): unknown =>
  expect.stringMatching(new RegExp(`the (permission ${permission}|${permission} permission)\\b`));

describe.each(adapterNames)("through the %s adapter,", (adapter) => {
  test.each(membersCan)("a member with just the permissions of a %s makes, changes and deletes it", async (_type, one) => {
    const declared = forMembers(one, await one.declared(account));
    const all = [
      neededFor(one, "create", declared),
      neededFor(one, "update", forMembers(one, one.changed)),
      neededFor(one, "delete"),
    ].flat();
    await allow([...new Set<Permission>(["VIEW", ...permissionsIn(all)])]);
    const before = await one.held(account);
    const stack = stackOf(adapter);
    expect(await stack.up(declaring(one, declared))).toMatchObject(did("created"));
    if (Object.keys(forMembers(one, one.changed)).length > 0)
      expect(await stack.up(declaring(one, { ...declared, ...forMembers(one, one.changed) }))).toMatchObject(did("updated"));
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    if (!staysOf(one)) expect(await one.held(account)).toHaveLength(before.length);
  });

  test.each(lessened)("a %s is not made without %s: nothing is sent, and a preview says so", async (_type, permission, one) => {
    await addBystander(account.control);
    const declared = forMembers(one, await one.declared(account));
    if (!permissionsIn(neededFor(one, "create", declared)).includes(permission)) return;
    await allow(without(permission));
    const held = await contents(account);
    const error: unknown = naming(permission);
    expect(await stackOf(adapter).preview(declaring(one, declared))).toMatchObject({ ...did(), errors: [error] });
    expect(await stackOf(adapter).up(declaring(one, declared))).toMatchObject({ ...did(), errors: [error] });
    expect(await writes(account.control)).toEqual({});
    expect(await contents(account)).toEqual(held);
  });

  test.each(lessened)("a %s is neither changed nor deleted without %s", async (_type, permission, one) => {
    const declared = forMembers(one, await one.declared(account));
    await allow(PERMISSIONS);
    const stack = stackOf(adapter);
    expect(await stack.up(declaring(one, declared))).toMatchObject(did("created"));
    await allow(without(permission));
    const held = await contents(account);
    const before = await writes(account.control);
    const error: unknown = naming(permission);
    if (permissionsIn(neededFor(one, "update", forMembers(one, one.changed))).includes(permission)) {
      const up = await stack.up(declaring(one, { ...declared, ...forMembers(one, one.changed) }));
      expect(up).toMatchObject({ ...did(), errors: [error] });
    }
    if (permissionsIn(neededFor(one, "delete")).includes(permission))
      expect(await stack.destroy()).toMatchObject({ ...did(), errors: [error] });
    expect(await writes(account.control)).toEqual(before);
    expect(await contents(account)).toEqual(held);
  });

  test.each(ownersCan)("a %s is the owner's alone: no member makes it", async (_type, one) => {
    const declared = await one.declared(account);
    await allow(PERMISSIONS);
    const held = await contents(account);
    const ran = await stackOf(adapter).up(declaring(one, declared));
    expect(ran).toMatchObject({ ...did(), errors: [expect.stringContaining("own account")] });
    expect(await writes(account.control)).toEqual({});
    expect(await contents(account)).toEqual(held);
  });
});

describe.each(adapterNames)("of what is there already, through the %s adapter,", (adapter) => {
  test.each(membersCan)(
    "a member who may only view adopts a %s, unless a preview says that it takes more",
    async (_type, one) => {
      const declared = await one.there(account);
      await allow(["VIEW"]);
      const held = await one.held(account);
      const stack = stackOf(adapter);
      const { errors } = await stack.preview(declaring(one, declared));
      expect(await stack.up(declaring(one, declared))).toMatchObject({
        created: errors.length === 0 ? ["it"] : [],
        errors: errors.length === 0 ? [] : [expect.any(String)],
      });
      expect(await one.held(account)).toEqual(held);
    },
  );

  test.each(["Device", "Service", "Tag", "Network", "Member", "Organization"])(
    "a %s that is as declared takes no more",
    async (type) => {
      const [, one] = namedCases.find(([name]) => name === type) ?? [];
      if (!one) throw new Error(`There is no case for ${type}.`);
      const declared = await one.there(account);
      await allow(["VIEW"]);
      expect(await stackOf(adapter).preview(declaring(one, declared))).toMatchObject({ errors: [] });
    },
  );
});
