import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { driftOf } from "../../drift/stack";
import { did } from "../../kinds/support";

const account = useAdapterAccount();

const change = (text: string, variables = {}, accountId?: string) => account.control.change(text, variables, accountId);
const plant = (properties: object = {}) => ({
  it: { type: "Organization" as const, properties: { name: "Plant", ...properties } as Record<string, unknown> },
});

interface Held {
  name: string;
  domain: string | null;
  verified: boolean;
  providers: string[] | null;
}

const held = async () =>
  ((await change("{ login { organization { name domain verified providers } } }")) as { login: { organization: Held | null } })
    .login.organization;

const sent = async () => (await account.control.requests()).byOperation;

describe.each(adapterNames)("an Organization, through the adapter %s,", (adapter) => {
  test("tells what DNS has to say, also of another domain, and that it is not verified yet", async () => {
    const stack = account.stack(adapter);
    const { said } = await stack.up(plant({ domain: "example.com" }));
    expect(said.join()).toMatch(/its domain example\.com is not verified yet/);
    const { verificationCNAME, verificationValue } = stack.state.get("it")?.outputs ?? {};
    expect([verificationCNAME, verificationValue]).toEqual([expect.stringMatching(/\.example\.com$/), expect.any(String)]);
    await account.control.domain();
    const { said: more } = await stack.up(plant({ domain: "example.org" }));
    expect(more.join()).toContain("its domain example.org is not verified yet");
    expect(stack.state.get("it")?.outputs["verificationCNAME"]).toMatch(/\.example\.org$/);
    await expectClean(stack, plant({ domain: "Example.org" }));
  });

  test("waits for the domain to be verified, as long as it is told to", async () => {
    const stack = account.stack(adapter);
    const up = stack.up(plant({ domain: "example.com", waitSeconds: 20 }));
    while (!(await held())?.domain) await new Promise(setImmediate);
    await account.control.domain();
    const { said, errors } = await up;
    expect(errors).toEqual([]);
    expect(said.filter((line) => line.includes("can have no identity provider"))).toEqual([]);
  });

  test("is never deleted: neither by a destroy, nor because the program asks for it", async () => {
    const stack = account.stack(adapter);
    expect((await stack.up(plant({ deleteOnDestroy: true }))).errors.join()).toContain("deleted by its owner alone");
    await stack.up(plant());
    const { said } = await stack.destroy();
    expect(said.join()).toMatch(/stays in the account: an organization is deleted by its owner alone/);
    expect(await held()).toMatchObject({ name: "Plant" });
  });

  test("that is there is adopted and renamed with a word; another domain is not put in the place of its own", async () => {
    await change('mutation { setOrganization(name: "Works", domain: "example.com") }');
    const stack = account.stack(adapter);
    for (const running of [stack.preview(plant({ domain: "example.org" })), stack.up(plant({ domain: "example.org" }))])
      expect((await running).errors.join()).toMatch(/has an organization already, with the domain example\.com/);
    const { said } = await stack.up(plant({ domain: "example.com" }));
    expect(said.join()).toMatch(/has one already, which is adopted\. It is called "Works" so far/);
    expect(await held()).toMatchObject({ name: "Plant", domain: "example.com" });
  });

  test("is made by the owner alone: a member hears so before anything is sent, and may change one with ADMIN", async () => {
    const owner = await account.control.account();
    await change('mutation { setOrganization(name: "Plant") }', {}, owner.accountId);
    await change('mutation { setMember(email: "sandbox@example.com", role: ADMIN) }', {}, owner.accountId);
    const stack = account.stack(adapter, { accountId: owner.accountId });
    expect(await stack.up(plant())).toMatchObject(did("created"));
    expect(await stack.up(plant({ providers: ["OIDC"] }))).toMatchObject(did("updated"));
    expect(await held()).toBeNull();
    expect(await stack.destroy()).toMatchObject(did("deleted"));
  });

  test("lets any sign-in in again with an empty list, and keeps what leaves the program", async () => {
    const stack = account.stack(adapter);
    await stack.up(plant({ providers: ["SAML"] }));
    await stack.up(plant());
    expect(await held()).toMatchObject({ providers: ["SAML"] });
    expect(await stack.up(plant({ providers: [] }))).toMatchObject(did("updated"));
    expect(await held()).toMatchObject({ providers: null });
    await expectClean(stack, plant({ providers: [] }));
  });
});

test("a sign-in that is no longer demanded is told first, and one that is demanded besides the declared one", async () => {
  const stack = account.stack("plugin");
  await stack.up(plant({ providers: ["SAML"] }));
  const severity = async (wish: string) => {
    await change(`mutation { setOrganization(${wish}) }`);
    return (await driftOf(stack, account)).findings.map((one) => one.severity);
  };
  expect(await severity('name: "Other"')).toEqual([undefined]);
  expect(await severity("providers: null")).toEqual(["high"]);
  expect(await severity("providers: [SAML, OIDC]")).toEqual(["high"]);
  expect(await sent()).not.toHaveProperty("graphql:deleteOrganization");
});

test("organization, roles and members of a program are read by one request, also in a refresh and by drift", async () => {
  await account.control.account("ann@example.com").catch(() => undefined);
  const stack = account.stack("plugin");
  const organization = { type: "Organization" as const, properties: { name: "Plant" } };
  await stack.up({ organization });
  const roles = Object.fromEntries(
    ["a", "b", "c"].map((name) => [name, { type: "Role" as const, properties: { name, permissions: ["VIEW"] } }]),
  );
  const ann = { type: "Member" as const, properties: { email: "ann@example.com", role: "MEMBER" } };
  expect((await stack.up({ organization, ...roles, ann })).errors).toEqual([]);
  const count = async () => (await sent())["graphql:getOrganization"] ?? 0;
  const before = await count();
  await stack.refresh();
  expect((await count()) - before).toBe(1);
  await driftOf(stack, account);
  expect((await count()) - before).toBe(2);
});
