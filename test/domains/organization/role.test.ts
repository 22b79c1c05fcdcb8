import fc from "fast-check";
import { isMorePermissions, isWiderAccess, isWiderFilter, sameFilter } from "../../../provider/domains/organization/role-values";
import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { driftOf } from "../../drift/stack";
import { did } from "../../kinds/support";

const account = useAdapterAccount();

const change = (text: string, accountId?: string) => account.control.change(text, {}, accountId);
const role = (properties: Record<string, unknown>) => ({ it: { type: "Role" as const, properties } });
const fitters = { name: "fitters", permissions: ["VIEW"] };

interface Answer {
  login: { organization: { roles: { id: string; name: string; system: boolean; access: string; permissions: string[] }[] } };
}

const roles = async () =>
  ((await change("{ login { organization { roles { id name system access permissions } } } }")) as Answer).login.organization
    .roles;
const made = async () => (await roles()).filter(({ system }) => !system);

const byHand = async (wish: string) =>
  ((await change(`mutation { createRole(${wish}) { id } }`)) as { createRole: { id: string } }).createRole.id;

beforeAll(async () => {
  await account.control.account("ann@example.com");
});

describe.each(adapterNames)("a Role, through the adapter %s,", (adapter) => {
  const found = () => change('mutation { setOrganization(name: "Plant") }');

  test("needs an organization: a preview says so, and so does an up, before anything is sent", async () => {
    const stack = account.stack(adapter);
    const { errors } = await stack.preview(role(fitters));
    expect(errors.join()).toMatch(/has no organization.*Declare an Organization/s);
    expect((await stack.up(role(fitters))).errors.join()).toContain("has no organization");
    expect((await account.control.requests()).byOperation).not.toHaveProperty("graphql:createRole");
  });

  test("reaches nothing where the program does not say what, and a filter counts with the access TAG alone", async () => {
    await found();
    const stack = account.stack(adapter);
    const tagFilter = { values: ["pumps"] };
    expect((await stack.up(role({ ...fitters, tagFilter }))).errors.join()).toContain("counts with access: TAG alone");
    expect((await stack.up(role({ ...fitters, access: "TAG" }))).errors.join()).toContain("is missing");
    expect((await stack.up(role({ ...fitters, access: "TAG", tagFilter: { values: [] } }))).errors.join()).toContain("is empty");
    expect(await stack.up(role(fitters))).toMatchObject(did("created"));
    expect(await made()).toMatchObject([{ access: "NONE", permissions: ["VIEW"] }]);
    expect(await stack.up(role({ ...fitters, access: "TAG", tagFilter }))).toMatchObject(did("updated"));
    await expectClean(stack, role({ ...fitters, access: "TAG", tagFilter: { operator: "ALL", values: ["Pumps", "pumps"] } }));
  });

  test("takes permissions for a set, and revokes what another hand has granted", async () => {
    await found();
    const stack = account.stack(adapter);
    await stack.up(role({ ...fitters, permissions: ["MANAGE", "VIEW"] }));
    await expectClean(stack, role({ ...fitters, permissions: ["VIEW", "MANAGE", "VIEW"] }));
    const [{ id } = { id: "" }] = await made();
    await change(`mutation { updateRole(id: "${id}", grant: [ADMIN], revoke: [VIEW]) { id } }`);
    const { said } = await stack.up(role({ ...fitters, permissions: ["CONNECT", "VIEW"] }));
    expect(said.join()).toContain("permissions was changed by somebody else");
    expect(await made()).toMatchObject([{ permissions: ["VIEW", "CONNECT"] }]);
  });

  test("is not adopted where one of its name is another that members have, and where one is equal", async () => {
    await found();
    const id = await byHand('name: "fitters", grant: [VIEW, ADMIN]');
    const stack = account.stack(adapter);
    for (const running of [stack.preview(role(fitters)), stack.up(role(fitters))])
      expect((await running).errors.join()).toMatch(/already \(role-.*permissions VIEW, ADMIN/);
    await change(`mutation { updateRole(id: "${id}", revoke: [ADMIN]) { id } }`);
    await change(`mutation { setMember(email: "ann@example.com", roleId: "${id}") }`);
    expect((await stack.up(role(fitters))).errors.join()).toContain("access ALL");
    expect(await stack.up(role({ ...fitters, access: "ALL" }))).toMatchObject(did("created"));
    expect(await made()).toMatchObject([{ id, access: "ALL" }]);
  });

  test("is not chosen among several of one name", async () => {
    await found();
    for (const _ of [1, 2]) await byHand('name: "fitters", grant: [VIEW]');
    expect((await account.stack(adapter).up(role(fitters))).errors.join()).toContain("several roles");
    expect(await made()).toHaveLength(2);
  });

  test("is not deleted while members have it", async () => {
    await found();
    const stack = account.stack(adapter);
    await stack.up(role(fitters));
    const [{ id } = { id: "" }] = await made();
    await change(`mutation { setMember(email: "ann@example.com", roleId: "${id}") }`);
    expect((await stack.destroy()).errors.join()).toMatch(/It is the role of ann@example\.com\. Nothing was deleted/);
    await change('mutation { removeMember(email: "ann@example.com") }');
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await made()).toEqual([]);
  });

  test("that is built in cannot be taken in, and the error says so", async () => {
    await found();
    const [admin] = await roles();
    const { errors } = await account.stack(adapter).take("it", "Role", admin?.id ?? "");
    expect(errors.join()).toMatch(/is the built-in role "Admin", which nobody can change or delete/);
  });

  test("of a member's own is not deprived of ADMIN by that member", async () => {
    await found();
    const id = await byHand('name: "heads", grant: [VIEW, MANAGE, ADMIN]');
    await change(`mutation { updateRole(id: "${id}", access: ALL) { id } }`);
    const head = await account.control.account();
    await change(`mutation { setMember(email: "${await emailOf(head.accountId)}", roleId: "${id}") }`);
    const { accessKeyId, secretAccessKey } = head;
    const stack = account.stack(adapter, { accessKeyId, secretAccessKey, accountId: account.sandbox.accountId });
    const heads = { name: "heads", permissions: ["VIEW", "MANAGE", "ADMIN"], access: "ALL" };
    expect(await stack.up(role(heads))).toMatchObject(did("created"));
    expect((await stack.up(role({ ...heads, permissions: ["VIEW"] }))).errors.join()).toContain("could not take that back");
    expect(await made()).toMatchObject([{ permissions: ["VIEW", "MANAGE", "ADMIN"] }]);
    const owner = account.stack(adapter);
    await owner.up(role(heads));
    expect(await owner.up(role({ ...heads, permissions: ["VIEW"] }))).toMatchObject(did("updated"));
  });

  test("that is wider than declared, in what it lets do or in what it reaches, is told first", async () => {
    await found();
    const stack = account.stack(adapter);
    await stack.up(role({ ...fitters, access: "TAG", tagFilter: { values: ["pumps"] } }));
    const [{ id } = { id: "" }] = await made();
    const severity = async (update: string) => {
      await change(`mutation { updateRole(id: "${id}", ${update}) { id } }`);
      const { findings } = await driftOf(stack, account);
      return findings.filter(({ type }) => type === "Role").map((one) => one.severity);
    };
    expect(await severity('name: "other"')).toEqual([undefined]);
    expect(await severity("grant: [ADMIN]")).toEqual(["high"]);
    expect(await severity('name: "fitters", revoke: [ADMIN], tag: { values: ["pumps", "valves"] }')).toEqual(["high"]);
    expect(await severity('tag: { operator: ALL, values: ["pumps", "valves"] }')).toEqual([undefined]);
    expect(await severity("access: ALL")).toEqual(["high"]);
    expect(await severity("access: NONE")).toEqual([undefined]);
  });
});

const emailOf = async (accountId: string) =>
  ((await account.control.change("{ login { email } }", {}, accountId)) as { login: { email: string } }).login.email;

test("of roles that a user does not administer, none counts as gone", async () => {
  await change('mutation { setOrganization(name: "Plant") }');
  const own = account.stack("plugin");
  await own.up(role(fitters));
  const viewer = await account.control.account();
  await change(`mutation { setMember(email: "${await emailOf(viewer.accountId)}", role: MEMBER) }`);
  const { accessKeyId, secretAccessKey } = viewer;
  const stack = account.stack("plugin", { accessKeyId, secretAccessKey, accountId: account.sandbox.accountId });
  const kept = own.state.get("it");
  if (kept) stack.state.set("it", kept);
  expect(await stack.refresh()).toMatchObject(did());
  await change(`mutation { deleteRole(id: "${kept?.id ?? ""}") }`);
  expect((await stack.refresh()).errors.join()).toMatch(/does not administer the organization/);
  expect(stack.state.get("it")).toEqual(kept);
  expect(await own.refresh()).toMatchObject(did("deleted"));
});

describe("what is wider", () => {
  const tags = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
  const filter = fc.record({ operator: fc.constantFrom("ANY" as const, "ALL" as const), values: tags });
  const passes = ({ operator, values }: { operator: string; values: string[] }, borne: string[]) =>
    values[operator === "ALL" ? "every" : "some"]((tag) => borne.includes(tag));
  const subsets = [...Array(16).keys()].map((bits) => ["a", "b", "c", "d"].filter((_, index) => bits & (1 << index)));

  test("is a filter that lets something pass which the declared one does not", () => {
    fc.assert(
      fc.property(filter, filter, (declared, held) => {
        const isWider = subsets.some((borne) => passes(held, borne) && !passes(declared, borne));
        // On the safe side where it takes several tags to tell.
        if (isWider) expect(isWiderFilter(declared, held)).toBe(true);
        if (sameFilter(declared, held)) expect(isWiderFilter(declared, held)).toBe(false);
      }),
    );
    expect(isWiderFilter({ values: ["a"] }, undefined)).toBe(false);
  });

  test("is a permission more, and an access that reaches more", () => {
    expect(isMorePermissions(["VIEW", "ADMIN"], ["VIEW"])).toBe(false);
    expect(isMorePermissions(["VIEW"], ["ADMIN"])).toBe(true);
    const accesses = ["NONE", "TAG", "ALL"];
    for (const [one, declared] of accesses.entries())
      for (const [other, held] of accesses.entries()) expect(isWiderAccess(declared, held)).toBe(other > one);
  });
});
