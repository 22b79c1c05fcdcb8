import { claimed, playground, query, run, send } from "./support";

const ground = playground();

interface Keys {
  key: string;
  secret: string;
}

const create = async (): Promise<Keys> =>
  (await run<{ createAccessKey: Keys }>(ground.control, "mutation { createAccessKey { key secret } }")).createAccessKey;
const keys = async (): Promise<{ key: string; enabled: boolean; created: string; lastUsed: string | null }[]> =>
  (await run<{ login: { accessKeys: never } }>(ground.control, "{ login { accessKeys { key enabled created lastUsed } } }")).login
    .accessKeys;
const remove = (key: string) => run(ground.control, "mutation($key: String!) { deleteAccessKey(key: $key) }", { key });
const enable = (key: string, enabled: boolean) =>
  run(
    ground.control,
    "mutation($key: String!, $enabled: Boolean!) { updateAccessKey(key: $key, enabled: $enabled) { key enabled } }",
    {
      key,
      enabled,
    },
  );

/** The status that a request signed with the key gets. */
const statusWith = async ({ key, secret }: Keys): Promise<number> =>
  (await send(ground.sandbox, { ...query("{ login { id } }"), accessKeyId: key, secretAccessKey: secret })).status;

describe("access keys", () => {
  test("a new key signs at once, until it is disabled, and again once it is enabled", async () => {
    const made = await create();
    expect(await statusWith(made)).toBe(200);
    expect(await enable(made.key, false)).toEqual({ updateAccessKey: { key: made.key, enabled: false } });
    expect(await statusWith(made)).toBe(401);
    await enable(made.key, true);
    expect(await statusWith(made)).toBe(200);
    expect(await remove(made.key)).toEqual({ deleteAccessKey: true });
    expect(await statusWith(made)).toBe(401);
    expect(await remove(made.key)).toEqual({ deleteAccessKey: false });
    expect(await enable(made.key, true)).toEqual({ updateAccessKey: null });
  });

  test("a user has two at most, a disabled one counted", async () => {
    const { key } = await create();
    await enable(key, false);
    await expect(create()).rejects.toThrow("at most 2 access keys");
    expect(await keys()).toHaveLength(2);
    await remove(key);
    await create();
  });

  test("one that a client made goes with a reset, one that was given stays", async () => {
    const made = await create();
    await ground.control.reset();
    expect((await keys()).map(({ key }) => key)).toEqual([ground.sandbox.accessKeyId]);
    expect(await statusWith(made)).toBe(401);
  });

  test("when a key was used last is told", async () => {
    const made = await create();
    const told = async () => (await keys()).find(({ key }) => key === made.key);
    expect(await told()).toMatchObject({ enabled: true, lastUsed: null });
    await statusWith(made);
    const after = await told();
    expect(Date.parse(after?.lastUsed ?? "")).toBeGreaterThanOrEqual(Date.parse(after?.created ?? ""));
  });

  test("of another user no key is seen, changed or deleted, by its member either", async () => {
    const { accountId, accessKeyId } = await ground.control.account();
    await ground.control.member({ accountId, of: ground.sandbox.accountId });
    expect((await keys()).map(({ key }) => key)).not.toContain(accessKeyId);
    expect(await enable(accessKeyId, false)).toEqual({ updateAccessKey: null });
    expect(await remove(accessKeyId)).toEqual({ deleteAccessKey: false });
  });
});

test("language and time zone are what they were set to, and what is left out stays", async () => {
  const read = () => run(ground.control, "{ login { language timezone } }");
  expect(await read()).toEqual({ login: { language: "en", timezone: null } });
  expect(await run(ground.control, 'mutation { updateAccount(language: "ja") }')).toEqual({ updateAccount: true });
  await run(ground.control, 'mutation { updateAccount(timezone: "Asia/Tokyo") }');
  expect(await read()).toEqual({ login: { language: "ja", timezone: "Asia/Tokyo" } });
});

test("an account that others may act for is an organization to both sides, any other is none", async () => {
  const [owner, member] = [await ground.control.account("owner@example.com"), await ground.control.account("member@example.com")];
  const ask = (of: string, text: string) => run(ground.control, `{ login { ${text} } }`, {}, of);
  const none = { login: { organization: null, membership: [] } };
  for (const { accountId } of [owner, member])
    expect(await ask(accountId, "organization { id } membership { license }")).toEqual(none);
  await ground.control.member({ accountId: owner.accountId, of: member.accountId });
  const admin = { system: true, permissions: ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] };
  const role = "customRole { system permissions }";
  expect(
    await ask(
      member.accountId,
      `organization { id } membership { ${role} organization { id account { email } members { user { id } } } }`,
    ),
  ).toEqual({
    login: {
      organization: null,
      membership: [
        {
          customRole: admin,
          organization: {
            id: owner.accountId,
            account: { email: "owner@example.com" },
            members: [{ user: { id: member.accountId } }],
          },
        },
      ],
    },
  });
  expect(await ask(owner.accountId, `organization { members { user { email } ${role} } } membership { license }`)).toEqual({
    login: { organization: { members: [{ user: { email: "member@example.com" }, customRole: admin }] }, membership: [] },
  });
  expect(await ask(member.accountId, 'account(email: "owner@example.com") { id }')).toEqual({
    login: { account: { id: owner.accountId } },
  });
});

test("mails go to the user's own address until another is set, and again once that is emptied", async () => {
  const recipient = async () => {
    const { login } = await run<{ login: { notificationSettings: { notificationEmail: string } } }>(
      ground.control,
      "{ login { notificationSettings { notificationEmail } } }",
    );
    return login.notificationSettings.notificationEmail;
  };
  const set = (args: string) => run(ground.control, `mutation { setNotificationSettings(${args}) }`);
  await set('notificationEmail: "ops@example.com"');
  await set("emailNotifications: true");
  expect(await recipient()).toBe("ops@example.com");
  await set('notificationEmail: ""');
  expect(await recipient()).toBe("sandbox@example.com");
});

test("a device that another account shows is shared with its user, in the owner's eyes and in the guest's", async () => {
  const guest = await ground.control.account("guest@example.com");
  const id = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
  await ground.control.share({ deviceId: id, accountId: guest.accountId });
  const user = { email: "guest@example.com" };
  const access = [{ user, scripting: false }];
  const ask = "devices { items { owner { email } access { user { email } scripting } services { access { user { email } } } } }";
  const device = { owner: { email: "sandbox@example.com" }, access, services: [{ access: [{ user }] }] };
  expect(
    await run(ground.control, `{ login { contacts { email } guest { user { email } devices { id } networks { id } } ${ask} } }`),
  ).toEqual({
    login: { contacts: [user], guest: [{ user, devices: [{ id }], networks: [] }], devices: { items: [device] } },
  });
  expect(
    await run(ground.control, `{ login { contacts { email } guest { user { email } } ${ask} } }`, {}, guest.accountId),
  ).toEqual({
    login: { contacts: [], guest: [], devices: { items: [device] } },
  });
});
