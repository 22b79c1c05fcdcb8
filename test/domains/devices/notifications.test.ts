import { useDevices } from "./support";

const set =
  "mutation($id: String!, $email: Boolean, $desktop: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $email, desktopNotifications: $desktop) }";

const account = useDevices();
const ignoring = useDevices({ world: { "notification-null": "ignored" } });

test("null gives a device back to the account's setting, and then nothing is left to do", async () => {
  const deviceId = await account.device();
  const stack = account.stack();
  const own = { emailNotifications: false, desktopNotifications: true };
  await stack.up({ deviceId, notificationSettings: own });
  expect((await account.seen(deviceId)).notificationSettings).toEqual(own);
  const declared = { deviceId, notificationSettings: { emailNotifications: null, desktopNotifications: true } };
  await stack.up(declared);
  expect((await account.seen(deviceId)).notificationSettings).toEqual({ emailNotifications: null, desktopNotifications: true });
  await stack.refresh();
  expect(stack.state?.properties).toMatchObject({ notificationSettings: declared.notificationSettings });
  const sent = (await account.requests())["setDeviceNotifications"];
  await stack.up(declared);
  expect((await account.requests())["setDeviceNotifications"]).toBe(sent);
  expect(await account.drift(stack, declared)).toEqual([]);
});

test("a setting that leaves the program stays as it is, and so does one that was never in it", async () => {
  const deviceId = await account.device();
  await account.byHand(set, { id: deviceId, desktop: true });
  const stack = account.stack();
  await stack.up({ deviceId, notificationSettings: { emailNotifications: false } });
  await stack.up({ deviceId, notificationSettings: {} });
  expect((await account.seen(deviceId)).notificationSettings).toEqual({ emailNotifications: false, desktopNotifications: true });
});

test("a setting of its own, where null is declared, is drift and goes back", async () => {
  const deviceId = await account.device();
  const stack = account.stack();
  const declared = { deviceId, notificationSettings: { emailNotifications: null } };
  await stack.up(declared);
  expect((await account.requests())["setDeviceNotifications"]).toBeUndefined();
  await account.byHand(set, { id: deviceId, email: true, desktop: true });
  expect(await account.drift(stack, declared)).toMatchObject([
    { status: "changed", changes: [{ path: "notificationSettings.emailNotifications", kind: "add", actual: true }] },
  ]);
  await stack.refresh();
  await stack.up(declared);
  expect((await account.seen(deviceId)).notificationSettings).toEqual({ emailNotifications: null, desktopNotifications: true });
});

test("a device that follows the account again, where a value is declared, is drift and gets it back", async () => {
  const deviceId = await account.device();
  const stack = account.stack();
  const declared = { deviceId, notificationSettings: { emailNotifications: true } };
  await stack.up(declared);
  await account.byHand(set, { id: deviceId, email: null });
  expect(await account.drift(stack, declared)).toMatchObject([
    { changes: [{ path: "notificationSettings.emailNotifications", kind: "remove", expected: true }] },
  ]);
  await stack.refresh();
  await stack.up(declared);
  expect((await account.seen(deviceId)).notificationSettings.emailNotifications).toBe(true);
});

test("where remote.it ignores the null, an error says what the device still has, and state does not claim more", async () => {
  const deviceId = await ignoring.device();
  const stack = ignoring.stack();
  await stack.up({ deviceId, notificationSettings: { emailNotifications: false } });
  const declared = { deviceId, name: "pump", notificationSettings: { emailNotifications: null } };
  for (let time = 0; time < 2; time += 1)
    await expect(stack.up(declared)).rejects.toThrow(
      /accepted null.*changed nothing.*emailNotifications: false.*true or false instead/s,
    );
  expect(stack.state?.properties).toMatchObject({ name: "pump", notificationSettings: { emailNotifications: false } });
  expect(await ignoring.drift(stack, declared)).toMatchObject([{ status: "changed" }]);
});

test("followAccount is a null for each setting that is not given, and is kept nowhere", async () => {
  const deviceId = await account.device();
  const stack = account.stack();
  await stack.up({ deviceId, notificationSettings: { emailNotifications: false, desktopNotifications: false } });
  await stack.up({ deviceId, notificationSettings: { desktopNotifications: true, followAccount: true } });
  const declared = { emailNotifications: null, desktopNotifications: true };
  expect((await account.seen(deviceId)).notificationSettings).toEqual(declared);
  expect(stack.state?.properties).toMatchObject({ notificationSettings: declared });
  await stack.up({ deviceId, notificationSettings: { emailNotifications: true, followAccount: false } });
  expect((await account.seen(deviceId)).notificationSettings).toEqual({ emailNotifications: true, desktopNotifications: true });
});

test("only what is to change is sent", async () => {
  const deviceId = await account.device();
  const stack = account.stack();
  await stack.up({ deviceId, notificationSettings: { emailNotifications: false, desktopNotifications: false } });
  await account.byHand(set, { id: deviceId, desktop: null });
  await stack.up({ deviceId, notificationSettings: { emailNotifications: true } });
  expect((await account.seen(deviceId)).notificationSettings).toEqual({ emailNotifications: true, desktopNotifications: null });
});
