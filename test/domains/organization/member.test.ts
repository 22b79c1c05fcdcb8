import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { driftOf } from "../../drift/stack";
import { did } from "../../kinds/support";
import { inWorld } from "../../sandbox/support";
import { adapters, adapterStack } from "../../adapters";

const account = useAdapterAccount();

const change = (text: string, variables = {}, accountId?: string) => account.control.change(text, variables, accountId);
const member = (properties: Record<string, unknown>) => ({ it: { type: "Member" as const, properties } });
const ann = { email: "ann@example.com", role: "MEMBER" };

interface Answer {
  login: { organization: { members: { user: { email: string }; license: string; customRole: { name: string } }[] } | null };
}

async function members(): Promise<Record<string, string>> {
  const { login } = (await change(
    "{ login { organization { members { user { email } license customRole { name } } } } }",
  )) as Answer;
  return Object.fromEntries((login.organization?.members ?? []).map(({ user, customRole }) => [user.email, customRole.name]));
}

const found = () => change('mutation { setOrganization(name: "Plant") }');

/** Somebody with an account and a key, and with that role in the organization. */
async function colleague(email: string, role: string) {
  const made = await account.control.account(email);
  await change("mutation($email: [String!]!, $role: OrganizationRole) { setMember(email: $email, role: $role) }", {
    email: [email],
    role,
  });
  const { accessKeyId, secretAccessKey } = made;
  return { ...made, settings: { accessKeyId, secretAccessKey, accountId: account.sandbox.accountId } };
}

const sent = async () => (await account.control.requests()).byOperation;

beforeAll(async () => {
  await account.control.account("ann@example.com");
});

let number = 0;
/** Accounts outlive a reset of the sandbox. */
const another = () => `colleague-${(number += 1)}@example.com`;

describe.each(adapterNames)("a Member, through the adapter %s,", (adapter) => {
  test("needs an organization, and a role that it has: previews say so", async () => {
    const stack = account.stack(adapter);
    expect((await stack.preview(member(ann))).errors.join()).toMatch(/has no organization.*Declare an Organization/s);
    await found();
    const errors = async (properties: object) => {
      const [planned, run] = [
        await stack.preview(member({ email: ann.email, ...properties })),
        await stack.up(member({ email: ann.email, ...properties })),
      ];
      expect(run.errors).toHaveLength(1);
      expect(planned.errors).toHaveLength(1);
      return [...planned.errors, ...run.errors].join(" ");
    };
    expect(await errors({ role: "GUEST" })).toMatch(/no built-in role GUEST.*ADMIN, MEMBER, NO_ACCESS.*no built-in role GUEST/s);
    expect(await errors({ role: "MEMBER", roleId: "role-1" })).toContain("exclude each other");
    expect(await errors({ roleId: "role-1" })).toContain("has no role role-1");
    expect(await errors({ roleId: `admin-${account.sandbox.accountId}` })).toContain('Write role: "ADMIN" instead');
    expect(await errors({ role: "MEMBER", email: "sandbox@example.com" })).toContain("is the owner of the organization");
    expect(await sent()).not.toHaveProperty("graphql:setMember");
  });

  test("is known by its address in any case, and is not declared twice in two cases", async () => {
    await found();
    const stack = account.stack(adapter);
    const program = { ...member(ann), again: { type: "Member" as const, properties: { ...ann, email: "Ann@Example.com" } } };
    const { created, errors } = await stack.up(program);
    expect(created).toHaveLength(1);
    expect(errors.join()).toContain("already managed by another resource of this program");
    expect(await members()).toEqual({ "ann@example.com": "Member" });
    const other = account.stack(adapter);
    expect(await other.up(member({ ...ann, email: "ANN@example.com" }))).toMatchObject(did("created"));
    await expectClean(other, member({ ...ann, email: "ANN@example.com", role: "member" }));
    expect(other.state.get("it")?.outputs).toMatchObject({ origin: "adopted" });
  });

  test("that was one already gets the declared role, and stays with a destroy", async () => {
    await found();
    await change('mutation { setMember(email: "ann@example.com", role: ADMIN) }');
    const stack = account.stack(adapter);
    expect(await stack.up(member(ann))).toMatchObject(did("created"));
    expect(await members()).toEqual({ "ann@example.com": "Member" });
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await members()).toEqual({ "ann@example.com": "Member" });
  });

  test("whose role was deleted is told, and gets another one", async () => {
    await found();
    const { createRole } = (await change('mutation { createRole(name: "fitters", grant: [VIEW]) { id } }')) as {
      createRole: { id: string };
    };
    const stack = account.stack(adapter);
    await stack.up(member({ email: ann.email, roleId: createRole.id }));
    await change(`mutation { deleteRole(id: "${createRole.id}") }`);
    const { findings } = await driftOf(stack, account);
    expect(findings).toMatchObject([
      {
        type: "Member",
        status: "changed",
        changes: [
          { path: "role", kind: "add", actual: "NO_ACCESS" },
          { path: "roleId", kind: "remove" },
        ],
      },
    ]);
    // Nobody gets in by it.
    expect(findings[0]).not.toHaveProperty("severity");
    await stack.refresh();
    expect((await stack.up(member({ email: ann.email, roleId: createRole.id }))).errors.join()).toContain("has no role");
    expect(await stack.up(member(ann))).toMatchObject(did("updated"));
    expect(await members()).toEqual({ "ann@example.com": "Member" });
  });

  test("is never the access key's own user where that would take the organization from him", async () => {
    await found();
    const email = another();
    const { settings } = await colleague(email, "ADMIN");
    const stack = account.stack(adapter, settings);
    const own = { email, role: "ADMIN" };
    expect((await stack.preview(member({ ...own, role: "MEMBER" }))).errors.join()).toContain("could not take that back");
    expect(await stack.up(member(own))).toMatchObject(did("created"));
    for (const running of [stack.preview(member({ ...own, role: "MEMBER" })), stack.up(member({ ...own, role: "MEMBER" }))])
      expect((await running).errors.join()).toContain("could not take that back");
    expect(await stack.up(member({ ...own, deleteOnDestroy: true }))).toMatchObject(did("updated"));
    expect((await stack.destroy()).errors.join()).toMatch(/access key's own user.*Nothing was sent/);
    expect(await members()).toEqual({ [email]: "Admin" });
    expect(await sent()).not.toHaveProperty("graphql:removeMember");
    expect(await sent()).not.toHaveProperty("graphql:setMember");
  });

  test("is set by a member with ADMIN, and refused before anything is sent to one without", async () => {
    await found();
    const [admin, viewer] = [await colleague(another(), "ADMIN"), await colleague(another(), "MEMBER")];
    const { errors } = await account.stack(adapter, viewer.settings).up(member(ann));
    expect(errors.join()).toContain("ADMIN");
    expect(await sent()).not.toHaveProperty("graphql:setMember");
    expect(await account.stack(adapter, admin.settings).up(member(ann))).toMatchObject(did("created"));
    expect(await members()).toMatchObject({ "ann@example.com": "Member" });
  });

  test("of several organizations is managed in each by itself", async () => {
    await found();
    const { settings, accountId } = await colleague(another(), "ADMIN");
    await change('mutation { setOrganization(name: "Other") }', {}, accountId);
    const { accessKeyId, secretAccessKey } = settings;
    const [one, other] = [account.stack(adapter, settings), account.stack(adapter, { accessKeyId, secretAccessKey })];
    expect(await one.up(member(ann))).toMatchObject(did("created"));
    expect(await other.up(member({ ...ann, role: "NO_ACCESS" }))).toMatchObject(did("created"));
    expect(await members()).toMatchObject({ "ann@example.com": "Member" });
    expect(await other.destroy()).toMatchObject(did("deleted"));
    await expectClean(one, member(ann));
  });

  test("without an account is refused in words that say so, and nothing is left in state", async () => {
    await found();
    const stack = account.stack(adapter);
    const { errors } = await stack.up(member({ ...ann, email: "nobody@example.com" }));
    expect(errors.join()).toMatch(/nobody@example\.com.*may take only addresses that have an account/);
    expect([...stack.state]).toEqual([]);
  });
});

test("one whom nobody declared is told first, and so is one that was given another role", async () => {
  await found();
  const stack = account.stack("plugin");
  await stack.up(member(ann));
  await change(`mutation { setMember(email: "ann@example.com", role: ADMIN) }`);
  const email = another();
  await colleague(email, "ADMIN");
  const { findings } = await driftOf(stack, account);
  expect(findings.map(({ status, severity, name }) => [status, severity, name])).toEqual(
    expect.arrayContaining([
      ["changed", "high", expect.anything()],
      ["unmanaged", "high", email],
    ]),
  );
});

test("where the built-in roles are listed nowhere, they are given by the names that they had before", () =>
  inWorld({ "system-roles": "hidden", "unknown-email": "invited" }, async (sandbox, control) => {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
    await control.change('mutation { setOrganization(name: "Plant") }');
    const settings = { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000" };
    const stack = adapterStack(adapters.plugin, { default: settings });
    expect(await stack.up(member({ ...ann, role: "ADMIN" }))).toMatchObject(did("created"));
    await expectClean(stack, member({ ...ann, role: "ADMIN" }));
  }));
