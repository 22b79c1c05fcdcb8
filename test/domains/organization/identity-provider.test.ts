import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { adapters, adapterStack } from "../../adapters";
import { driftOf } from "../../drift/stack";
import { did } from "../../kinds/support";
import { inWorld } from "../../sandbox/support";
import type { Control } from "../../../sandbox";

const account = useAdapterAccount();

const SECRET = "s3cret-of-the-client";
const oidc = { type: "OIDC", clientId: "remoteit", clientSecret: SECRET, issuer: "https://login.example.com" };
const saml = { type: "SAML", metadata: "<EntityDescriptor>s3cret-metadata</EntityDescriptor>" };
const provider = (properties: Record<string, unknown>) => ({ it: { type: "IdentityProvider" as const, properties } });

const found = async (control: Control, verified = true) => {
  await control.change('mutation { setOrganization(name: "Plant", domain: "example.com") }');
  if (verified) await control.domain();
};

const held = async (control = account.control) =>
  (
    (await control.change("{ login { organization { identityProvider { type clientId issuer } } } }")) as {
      login: { organization: { identityProvider: object | null } | null };
    }
  ).login.organization?.identityProvider;

const configured = async () => (await account.control.requests()).byOperation["graphql:configureIdentityProvider"] ?? 0;
const switchOff = () => account.control.change('mutation { configureOrgIdentityProvider(enabled: false, type: "OIDC") }');

describe.each(adapterNames)("an IdentityProvider, through the adapter %s,", (adapter) => {
  test("needs an organization whose domain is verified: a preview and an up say so, before anything is sent", async () => {
    const stack = account.stack(adapter);
    const errors = async () => {
      const [planned, ran] = [await stack.preview(provider(oidc)), await stack.up(provider(oidc))];
      expect([planned.errors.length, ran.errors.length]).toEqual([1, 1]);
      return [...planned.errors, ...ran.errors].join(" ");
    };
    expect(await errors()).toMatch(/has no organization.*has no organization/s);
    await account.control.change('mutation { setOrganization(name: "Plant") }');
    expect(await errors()).toMatch(/has no domain.*has no domain/s);
    await found(account.control, false);
    expect(await errors()).toMatch(/is not verified yet: DNS has to say.*is not verified yet/s);
    expect(await configured()).toBe(0);
    await account.control.domain();
    expect(await stack.up(provider(oidc))).toMatchObject(did("created"));
  });

  test("says what it lacks, and what is of another sign-in", async () => {
    await found(account.control);
    const stack = account.stack(adapter);
    const { clientSecret: _, ...without } = oidc;
    expect((await stack.up(provider(without))).errors.join()).toContain("OIDC needs clientSecret");
    expect((await stack.up(provider({ ...oidc, ...saml, type: "OIDC" }))).errors.join()).toContain(
      "metadata: is of another sign-in",
    );
    expect((await stack.up(provider({ ...saml, issuer: "x" }))).errors.join()).toContain("issuer: is of another sign-in");
    expect(await held()).toBeNull();
  });

  test("keeps its secrets through a refresh, sends them when the program changes them, and shows them nowhere", async () => {
    await found(account.control);
    const stack = account.stack(adapter);
    const { said } = await stack.up(provider(oidc));
    await expectClean(stack, provider(oidc));
    const before = await configured();
    const changed = { ...oidc, clientSecret: "another-s3cret" };
    expect(await stack.up(provider(changed))).toMatchObject(did("updated"));
    expect(await configured()).toBe(before + 2);
    await account.control.faults([
      { kind: "graphql-error", message: `bad secret ${SECRET}`, match: { operation: "configureIdentityProvider" } },
    ]);
    const failed = await stack.up(provider(oidc));
    expect(failed.errors).toHaveLength(1);
    expect([...said, ...failed.said, ...failed.errors].join(" ")).not.toContain(SECRET);
    const { findings } = await driftOf(stack, account);
    expect(JSON.stringify(findings)).not.toContain("s3cret");
  });

  test("that was switched off is told first, and the next up switches it on again as declared", async () => {
    await found(account.control);
    const stack = account.stack(adapter);
    await stack.up(provider(oidc));
    await switchOff();
    const { findings } = await driftOf(stack, account);
    expect(findings.map(({ severity }) => severity)).toEqual(["high"]);
    await stack.refresh();
    expect(await stack.up(provider(oidc))).toMatchObject(did("updated"));
    expect(await held()).toEqual({ type: "OIDC", clientId: "remoteit", issuer: oidc.issuer });
    await expectClean(stack, provider(oidc));
    await switchOff();
    expect(await stack.destroy()).toMatchObject(did("deleted"));
  });

  test("that is another one is not put aside, and one that is equal is adopted and stays", async () => {
    await found(account.control);
    await account.control.change('mutation { configureOrgIdentityProvider(enabled: true, type: "SAML", metadata: "<x/>") }');
    const stack = account.stack(adapter);
    for (const running of [stack.preview(provider(oidc)), stack.up(provider(oidc))])
      expect((await running).errors.join()).toContain("has an identity provider already (SAML)");
    expect(await stack.up(provider({ type: "SAML" }))).toMatchObject(did("created"));
    expect(await configured()).toBe(0);
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await held()).toMatchObject({ type: "SAML" });
  });

  test("whose change breaks off after it was switched off is switched on by the next run", async () => {
    await found(account.control);
    const stack = account.stack(adapter, { maxRetries: "0" });
    await stack.up(provider(oidc));
    await account.control.faults([{ kind: "false", match: { operation: "configureIdentityProvider" }, after: 1, times: 1 }]);
    expect((await stack.up(provider(saml))).errors).toHaveLength(1);
    expect(await held()).toBeNull();
    expect(await stack.up(provider(saml))).toMatchObject(did("updated"));
    expect(await held()).toMatchObject({ type: "SAML" });
    await expectClean(stack, provider(saml));
  });
});

test.each(["refused", "replaced", "ignored"] as const)(
  "is changed as declared where a change of one that is on is %s",
  (change) =>
    inWorld({ "sign-in-change": change }, async (sandbox, control) => {
      await found(control);
      const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
      const settings = { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000" };
      const stack = adapterStack(adapters.plugin, { default: settings });
      await stack.up(provider(oidc));
      expect(await stack.up(provider({ ...oidc, clientId: "another" }))).toMatchObject(did("updated"));
      expect(await held(control)).toMatchObject({ clientId: "another" });
    }),
);
