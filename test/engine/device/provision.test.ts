import { useAccount } from "../support/account";

const account = useAccount();

const project = () => ({ projectKey: account.sandbox.projectKey, projectSecret: account.sandbox.projectSecret });
const withDeveloperKey = () => ({ config: { "remoteit:developerKey": { secret: account.sandbox.developerKey } } });

test("a device is made through REST from a bulk project, and its secret stays one", async () => {
  const stack = await account.stack(
    ({ remoteit }) =>
      new remoteit.Device("kiosk", { provision: project(), hardwareId: "hw-kiosk", name: "kiosk-1", tags: ["shop"] }),
    withDeveloperKey(),
  );
  const up = await stack.up();
  expect(up).toMatchObject({ code: 0, changes: { create: 1 } });
  const plain = (await stack.state({ showSecrets: true })).resources["kiosk"];
  expect(await account.device(plain?.id ?? "")).toMatchObject({
    name: "kiosk-1",
    hardwareId: "hw-kiosk",
    tags: [{ name: "shop" }],
  });
  const { plaintext } = plain?.outputs["deviceSecret"] as { plaintext: string };
  const secret = JSON.parse(plaintext) as string;
  expect(secret).toMatch(/^[0-9A-F]{40}$/);
  for (const text of [(await stack.state()).text, up.output]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(account.sandbox.projectSecret);
    expect(text).not.toContain(encodeURIComponent(account.sandbox.projectSecret));
  }
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  const refreshed = await stack.state({ showSecrets: true });
  expect(refreshed.resources["kiosk"]?.outputs["deviceSecret"]).toEqual(plain?.outputs["deviceSecret"]);
  expect((await stack.state()).text).not.toContain(secret);
});

test("without a developer key, making a device says where to get one and sends nothing over REST", async () => {
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("kiosk", { provision: project(), hardwareId: "hw-kiosk" }),
  );
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain("remoteit:developerKey");
  expect(Object.keys((await account.control.requests()).byOperation).join()).not.toContain("rest:");
});

test("a wrong project is refused without the address that holds its secret", async () => {
  const provision = { projectKey: account.sandbox.projectKey, projectSecret: "not/the+secret" };
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("kiosk", { provision, hardwareId: "hw-kiosk" }),
    withDeveloperKey(),
  );
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain("Check provision.projectKey and provision.projectSecret");
  expect(up.output).not.toContain("not/the+secret");
  expect(up.output).not.toContain(encodeURIComponent("not/the+secret"));
});

test("no second device is made for hardware that has one", async () => {
  const id = await account.owned({ hardwareId: "hw-kiosk", name: "kiosk-0" });
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("kiosk", { provision: project(), hardwareId: "hw-kiosk", name: "kiosk-1" }),
    withDeveloperKey(),
  );
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(`"kiosk-0" (${id})`);
  expect(up.errors.join()).toContain("deviceId");
  expect((await account.control.requests()).byOperation).not.toHaveProperty("rest:device/register");
});
