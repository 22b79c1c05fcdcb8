import { claimed, inWorld, playground, run } from "../support";
import type { Control, World } from "../../../sandbox";

const ground = playground();

/** Who has an account. */
beforeAll(async () => {
  for (const name of ["ann", "bob"]) await ground.control.account(`${name}@example.com`);
});

interface Role {
  id: string;
  name: string;
  system: boolean;
  access: string;
  permissions: string[];
  tag: { operator: string; values: string[] } | null;
}
interface Organization {
  name: string;
  domain: string | null;
  verified: boolean;
  verificationCNAME: string | null;
  verificationValue: string | null;
  providers: string[] | null;
  identityProvider: { type: string; clientId: string | null; issuer: string | null } | null;
  roles: Role[];
  members: { user: { email: string }; license: string; role: string; customRole: { name: string; access: string } }[];
}

const ORGANIZATION = `{ name domain verified verificationCNAME verificationValue providers identityProvider { type clientId issuer }
  roles { id name system access permissions tag { operator values } }
  members { user { email } license role customRole { name access } } }`;

const organization = async (control = ground.control, by?: string, of?: string): Promise<Organization | null> =>
  (
    await run<{ login: { account: { organization: Organization | null } } }>(
      control,
      `query($id: String) { login { account(id: $id) { organization ${ORGANIZATION} } } }`,
      { id: of },
      by,
    )
  ).login.account.organization;

const mutate = async (text: string, by?: string, control = ground.control) =>
  Object.values(await run(control, `mutation { ${text} }`, {}, by))[0];

const members = async (control = ground.control) =>
  ((await organization(control))?.members ?? []).map(({ user, customRole }) => [user.email, customRole.name]);

const made = async (control = ground.control): Promise<Role[]> =>
  ((await organization(control))?.roles ?? []).filter(({ system }) => !system);

/** A role of the first account. */
async function role(wish: string, control = ground.control): Promise<string> {
  return ((await mutate(`createRole(${wish}) { id }`, undefined, control)) as { id: string }).id;
}

/** A user who is a member of the first account, with that role. */
async function memberWith(roleArgs: string, control = ground.control): Promise<string> {
  const { accountId } = await control.account();
  const { login } = await run<{ login: { email: string } }>(control, "{ login { email } }", {}, accountId);
  expect(await mutate(`setMember(email: "${login.email}", ${roleArgs})`, undefined, control)).toBe(true);
  return accountId;
}

const found = (name: string) => mutate(`setOrganization(name: "${name}")`);

describe("an organization", () => {
  test("is made by its owner, changes what is given, and is gone with its members and roles", async () => {
    expect(await organization()).toBeNull();
    await expect(mutate('setOrganization(domain: "example.com")')).rejects.toThrow("Invalid name");
    expect(await mutate('setOrganization(accountId: "", name: "Plant")')).toBe(true);
    await role('name: "fitters", grant: [VIEW]');
    await mutate('setMember(email: ["ann@example.com"], role: MEMBER)');
    expect(await mutate("setOrganization(providers: [OIDC])")).toBe(true);
    expect(await organization()).toMatchObject({ name: "Plant", domain: null, providers: ["OIDC"] });
    await mutate("setOrganization(providers: null)");
    expect(await organization()).toMatchObject({ name: "Plant", providers: null });
    expect(await mutate("deleteOrganization")).toBe(true);
    expect(await organization()).toBeNull();
    expect(await mutate("deleteOrganization")).toBe(false);
    await found("Plant");
    expect(await members()).toEqual([]);
    expect(await made()).toEqual([]);
  });

  test("has a domain that is verified once DNS says what it has to, and another one anew", async () => {
    await expect(ground.control.domain()).rejects.toThrow("no organization with a domain");
    await mutate('setOrganization(name: "Plant", domain: "example.com")');
    const before = await organization();
    expect(before).toMatchObject({ verified: false });
    expect(before?.verificationCNAME).toMatch(/^_\w+\.example\.com$/);
    expect(before?.verificationValue).toMatch(/./);
    await ground.control.domain();
    expect(await organization()).toMatchObject({ verified: true, verificationCNAME: before?.verificationCNAME });
    await mutate('setOrganization(domain: "example.com")');
    expect(await organization()).toMatchObject({ verified: true });
    await mutate('setOrganization(domain: "example.org")');
    expect(await organization()).toMatchObject({ verified: false });
  });

  test("takes an identity provider once its domain is verified, and shows no secret of it", async () => {
    await mutate('setOrganization(name: "Plant", domain: "example.com")');
    const saml = 'configureOrgIdentityProvider(type: "SAML", metadata: "<xml/>")';
    const oidc =
      'configureOrgIdentityProvider(enabled: true, type: "OIDC", clientId: "c", clientSecret: "s", issuer: "https://example.com")';
    await expect(mutate(saml)).rejects.toThrow("not verified");
    await ground.control.domain();
    await expect(mutate('configureOrgIdentityProvider(type: "OIDC", clientId: "c")')).rejects.toThrow("clientSecret");
    expect(await mutate(saml)).toBe(true);
    expect((await organization())?.identityProvider).toEqual({ type: "SAML", clientId: null, issuer: null });
    expect(await mutate(oidc)).toBe(false);
    expect(await mutate('configureOrgIdentityProvider(enabled: false, type: "OIDC")')).toBe(false);
    expect(await mutate('configureOrgIdentityProvider(enabled: false, type: "SAML")')).toBe(true);
    expect(await mutate(oidc)).toBe(true);
    expect((await organization())?.identityProvider).toEqual({ type: "OIDC", clientId: "c", issuer: "https://example.com" });
    expect(await mutate('configureOrgIdentityProvider(enabled: false, type: "OIDC")')).toBe(true);
    expect(await mutate('configureSAML(enabled: true, metadata: "<xml/>")')).toBe(true);
  });
});

describe("roles", () => {
  test("are granted and denied permissions, and change what is given", async () => {
    await found("Plant");
    const id = await role('name: "fitters", grant: [CONNECT, VIEW], revoke: [ADMIN], tag: { values: ["pumps"] }');
    expect(await made()).toMatchObject([{ id, access: "ALL", permissions: ["VIEW", "CONNECT"], tag: null }]);
    await mutate(`updateRole(id: "${id}", access: TAG, grant: [MANAGE], revoke: [CONNECT]) { id }`);
    expect(await made()).toMatchObject([
      { name: "fitters", access: "TAG", permissions: ["VIEW", "MANAGE"], tag: { operator: "ANY", values: ["pumps"] } },
    ]);
    expect(await mutate(`deleteRole(id: "${id}")`)).toBe(true);
    await expect(mutate(`deleteRole(id: "${id}")`)).rejects.toThrow("not found");
  });

  test("are of organizations alone, and the built-in ones are fixed", async () => {
    await expect(role('name: "fitters"')).rejects.toThrow("no organization");
    await found("Plant");
    const system = (await organization())?.roles ?? [];
    expect(system.map(({ name, access, permissions }) => [name, access, permissions.length])).toEqual([
      ["Admin", "ALL", 5],
      ["Member", "ALL", 2],
      ["No access", "NONE", 0],
    ]);
    for (const { id } of system) {
      await expect(mutate(`updateRole(id: "${id}", name: "x") { id }`)).rejects.toThrow("system role");
      await expect(mutate(`deleteRole(id: "${id}")`)).rejects.toThrow("system role");
    }
    await expect(role('name: ""')).rejects.toThrow("Invalid name");
  });

  test.each([
    ["all", "ALL", "ALL"],
    ["none", "NONE", "NONE"],
    ["asked", "NONE", "TAG"],
  ] as const)("that were asked for an access have what the world gives: %s", (access, asked, tagged) =>
    inWorld({ "role-access": access }, async (_sandbox, control) => {
      await mutate('setOrganization(name: "Plant")', undefined, control);
      await role('name: "a", access: NONE', control);
      await role('name: "b", tag: { values: ["pumps"] }', control);
      expect((await made(control)).map((one) => one.access)).toEqual([asked, tagged]);
    }),
  );

  test("of one name are one or two, and the built-in ones are listed or not", async () => {
    await found("Plant");
    await role('name: "a"');
    await role('name: "a"');
    await inWorld({ "role-names": "unique", "system-roles": "hidden" }, async (_sandbox, control) => {
      await mutate('setOrganization(name: "Plant")', undefined, control);
      const id = await role('name: "a"', control);
      await expect(role('name: "a"', control)).rejects.toThrow("Duplicate name");
      expect(await mutate(`updateRole(id: "${id}", name: "a") { name }`, undefined, control)).toEqual({ name: "a" });
      expect((await organization(control))?.roles.map(({ name }) => name)).toEqual(["a"]);
    });
  });

  test("that are deleted leave their members without access, or no members", async () => {
    await found("Plant");
    const id = await role('name: "fitters"');
    await mutate(`setMember(email: "ann@example.com", roleId: "${id}")`);
    await mutate(`deleteRole(id: "${id}")`);
    expect(await members()).toEqual([["ann@example.com", "No access"]]);
    await inWorld({ "role-deleted": "removed", "unknown-email": "invited" }, async (_sandbox, control) => {
      await mutate('setOrganization(name: "Plant")', undefined, control);
      const other = await role('name: "fitters"', control);
      await mutate(`setMember(email: "ann@example.com", roleId: "${other}")`, undefined, control);
      await mutate(`deleteRole(id: "${other}")`, undefined, control);
      expect(await members(control)).toEqual([]);
    });
  });
});

describe("members", () => {
  test("are set with a role of either kind, changed in what is given, and removed", async () => {
    await found("Plant");
    const id = await role('name: "fitters"');
    await expect(mutate(`setMember(email: "ann@example.com", role: ADMIN, roleId: "${id}")`)).rejects.toThrow(
      "exclude each other",
    );
    await expect(mutate('setMember(email: "ann@example.com", roleId: "none")')).rejects.toThrow("not found");
    expect(await mutate(`setMember(email: ["ann@example.com", "bob@example.com"], roleId: "${id}", license: UNLICENSED)`)).toBe(
      true,
    );
    await mutate('setMember(email: "Bob@example.com", role: NO_ACCESS)');
    expect(await organization()).toMatchObject({
      members: [
        { user: { email: "ann@example.com" }, license: "UNLICENSED", role: "MEMBER", customRole: { name: "fitters" } },
        { user: { email: "bob@example.com" }, license: "UNLICENSED", role: "NO_ACCESS", customRole: { name: "No access" } },
      ],
    });
    expect(await mutate('removeMember(email: ["ann@example.com", "nobody@example.com"])')).toBe(false);
    expect(await mutate('removeMember(email: ["ANN@example.com"])')).toBe(true);
    await mutate('setMember(email: "bob@example.com", role: REMOVE)');
    expect(await members()).toEqual([]);
  });

  test("without an account are refused, or invited and known by whichever case the world takes for the same", async () => {
    await found("Plant");
    expect(await mutate('setMember(email: "eve@example.com", role: MEMBER)')).toBe(false);
    const invited = async (world: Partial<World>) => {
      let answer: unknown;
      await inWorld({ "unknown-email": "invited", ...world }, async (_sandbox, control) => {
        await mutate('setOrganization(name: "Plant")', undefined, control);
        await mutate('setMember(email: "Eve@Example.com", role: MEMBER)', undefined, control);
        await mutate('setMember(email: "eve@example.com", role: ADMIN)', undefined, control);
        answer = await members(control);
      });
      return answer;
    };
    expect(await invited({})).toEqual([["Eve@Example.com", "Admin"]]);
    expect(await invited({ "email-case": "other" })).toEqual([
      ["Eve@Example.com", "Member"],
      ["eve@example.com", "Admin"],
    ]);
  });

  test("leave by themselves and are not removed by themselves, and an owner is none", async () => {
    await found("Plant");
    const id = await memberWith("role: ADMIN");
    const own = ground.sandbox.accountId;
    const { login } = await run<{ login: { email: string } }>(ground.control, "{ login { email } }", {}, id);
    expect(await mutate(`removeMember(accountId: "${own}", email: "${login.email}")`, id)).toBe(false);
    expect(await mutate(`setMember(accountId: "${own}", email: "sandbox@example.com", role: MEMBER)`, id)).toBe(false);
    expect(await mutate(`leaveOrganization(id: "${own}")`, id)).toBe(true);
    expect(await mutate(`leaveOrganization(id: "${own}")`, id)).toBe(false);
    expect(await members()).toEqual([]);
  });

  test("of a reset are those alone that administer from the start", async () => {
    const { accountId } = await ground.control.account("standing@example.com");
    await ground.control.member({ accountId: ground.sandbox.accountId, of: accountId });
    await mutate('setMember(email: "standing@example.com", role: MEMBER)');
    await mutate('setMember(email: "ann@example.com", role: MEMBER)');
    await ground.control.reset();
    expect(await members()).toEqual([["standing@example.com", "Admin"]]);
    await mutate('removeMember(email: "standing@example.com")');
    expect(await organization()).toBeNull();
  });

  test("were linked before there were roles", async () => {
    expect(await mutate('link(email: "ann@example.com")')).toBe(true);
    expect(await members()).toEqual([["ann@example.com", "Member"]]);
    expect(await mutate('link(email: "ann@example.com", action: REMOVE)')).toBe(true);
    expect(await members()).toEqual([]);
  });
});

/** What each permission lets a member do, and the words of who lacks it. */
const acts: [permission: string, act: string][] = [
  ["CONNECT", 'connect(serviceId: "SERVICE") { id }'],
  ["MANAGE", 'renameService(serviceId: "DEVICE", name: "other")'],
  ["MANAGE", 'setAttributes(serviceId: "DEVICE", attributes: { a: 1 })'],
  ["MANAGE", 'addService(deviceId: "DEVICE", name: "web", application: 7, port: 80) { id }'],
  ["ADMIN", 'setTag(accountId: "OWNER", tag: [{ name: "new" }])'],
  ["ADMIN", 'addTag(accountId: "OWNER", serviceId: ["DEVICE"], name: ["new"])'],
  ["ADMIN", 'setMember(accountId: "OWNER", email: "ann@example.com", role: MEMBER)'],
  ["ADMIN", 'createRole(accountId: "OWNER", name: "other") { id }'],
  ["ADMIN", 'setOrganization(accountId: "OWNER", name: "Other")'],
];

describe("a member does exactly what the role lets", () => {
  const all = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"];

  test.each(acts)("%s: %s", async (permission, act) => {
    await found("Plant");
    const device = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
    const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(
      ground.control,
      "{ login { devices { items { services { id } } } } }",
    );
    const text = act
      .replaceAll("DEVICE", device)
      .replaceAll("SERVICE", login.devices.items[0]?.services[0]?.id ?? "")
      .replaceAll("OWNER", ground.sandbox.accountId);
    const less = await role(`name: "less", grant: [${all.filter((one) => one !== permission).join(" ")}]`);
    const just = await role(`name: "just", grant: [VIEW ${permission}]`);
    await expect(mutate(text, await memberWith(`roleId: "${less}"`))).rejects.toThrow(permission);
    expect(await mutate(text, await memberWith(`roleId: "${just}"`))).toBeTruthy();
  });

  const seen = async (by: string) => {
    const { login } = await run<{
      login: { account: { devices: { total: number; items: { name: string; permissions: string[] }[] } } };
    }>(
      ground.control,
      'query($id: String) { login { account(id: $id) { devices(sort: "name") { total items { name permissions } } } } }',
      { id: ground.sandbox.accountId },
      by,
    );
    return login.account.devices;
  };

  test("sees what the role reaches, by tag or none or all, and nothing without VIEW", async () => {
    await found("Plant");
    const [pump, valve] = [
      await claimed(ground.control, { hardwareId: "hw-1", name: "pump" }),
      await claimed(ground.control, { hardwareId: "hw-2", name: "valve" }),
    ];
    await mutate(`addTag(serviceId: ["${pump}"], name: ["wet", "red"])`);
    await mutate(`addTag(serviceId: ["${valve}"], name: ["wet"])`);
    const id = await role('name: "fitters", grant: [VIEW, MANAGE]');
    const by = await memberWith(`roleId: "${id}"`);
    const names = async (update: string) => {
      await mutate(`updateRole(id: "${id}", ${update}) { id }`);
      const { total, items } = await seen(by);
      expect(total).toBe(items.length);
      return items.map(({ name }) => name);
    };
    expect((await seen(by)).items).toEqual([
      { name: "pump", permissions: ["VIEW", "MANAGE"] },
      { name: "valve", permissions: ["VIEW", "MANAGE"] },
    ]);
    expect(await names('access: TAG, tag: { operator: ALL, values: ["wet", "red"] }')).toEqual(["pump"]);
    await expect(mutate(`renameService(serviceId: "${valve}", name: "x")`, by)).resolves.toBe(false);
    expect(await names('tag: { operator: ANY, values: ["wet", "red"] }')).toEqual(["pump", "valve"]);
    await mutate('deleteTag(name: "red")');
    expect(await names('tag: { operator: ANY, values: ["red"] }')).toEqual([]);
    expect(await names("access: NONE")).toEqual([]);
    expect(await names("access: ALL")).toEqual(["pump", "valve"]);
    expect(await names("revoke: [VIEW]")).toEqual([]);
  });

  test("is a member of several organizations, with another role in each", async () => {
    await found("Plant");
    const other = await ground.control.account();
    await mutate('setOrganization(name: "Other")', other.accountId);
    const by = await memberWith("role: MEMBER");
    const { login } = await run<{ login: { email: string } }>(ground.control, "{ login { email } }", {}, by);
    await mutate(`setMember(email: "${login.email}", role: ADMIN)`, other.accountId);
    const asked = await run<{ login: { membership: { organization: { name: string }; customRole: { name: string } }[] } }>(
      ground.control,
      "{ login { membership { organization { name } customRole { name } } } }",
      {},
      by,
    );
    expect(asked.login.membership).toEqual([
      { organization: { name: "Plant" }, customRole: { name: "Member" } },
      { organization: { name: "Other" }, customRole: { name: "Admin" } },
    ]);
    await expect(mutate(`setTag(accountId: "${ground.sandbox.accountId}", tag: [{ name: "a" }])`, by)).rejects.toThrow("ADMIN");
    expect(await mutate(`setTag(accountId: "${other.accountId}", tag: [{ name: "a" }])`, by)).toBe(true);
  });

  test("is shown roles and members without ADMIN, or in a world not", async () => {
    const counts = async (control: Control, owner: string) => {
      await mutate('setOrganization(name: "Plant")', undefined, control);
      const shown = await organization(control, await memberWith("role: MEMBER", control), owner);
      return [shown?.name, shown?.roles.length, shown?.members.length];
    };
    expect(await counts(ground.control, ground.sandbox.accountId)).toEqual(["Plant", 3, 1]);
    await inWorld({ "organization-view": "none" }, async (sandbox, control) => {
      expect(await counts(control, sandbox.accountId)).toEqual(["Plant", 0, 0]);
    });
  });

  test("uses a registration code or claims for an organization with MANAGE alone", async () => {
    await found("Plant");
    const { accountId: own } = ground.sandbox;
    const by = await memberWith("role: MEMBER");
    const ask = "query($id: String) { login { account(id: $id) { registrationCode } } }";
    await expect(run(ground.control, ask, { id: own }, by)).rejects.toThrow("MANAGE");
    await expect(mutate(`claimDevice(code: "x", accountId: "${own}") { id }`, by)).rejects.toThrow("MANAGE");
  });
});

test("a role by tag whose tags are all gone reaches everything in a world", () =>
  inWorld({ "role-empty-filter": "everything" }, async (sandbox, control) => {
    await mutate('setOrganization(name: "Plant")', undefined, control);
    await claimed(control, {});
    await mutate('setTag(tag: [{ name: "a" }])', undefined, control);
    const id = await role('name: "fitters", grant: [VIEW], tag: { values: ["a"] }', control);
    await mutate(`updateRole(id: "${id}", access: TAG) { id }`, undefined, control);
    const by = await memberWith(`roleId: "${id}"`, control);
    const total = async () =>
      (
        await run<{ login: { account: { devices: { total: number } } } }>(
          control,
          "query($id: String) { login { account(id: $id) { devices { total } } } }",
          { id: sandbox.accountId },
          by,
        )
      ).login.account.devices.total;
    expect(await total()).toBe(0);
    await mutate('deleteTag(name: "a")', undefined, control);
    expect(await total()).toBe(1);
  }));
