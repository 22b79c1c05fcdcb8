import type { Declaration } from ".";
import { claimedDevice, contents } from "../engine/support/contents";
import { adapterNames, useAdapterAccount } from "./account";
import { UNKNOWN } from "../../provider/core/unknown";

const account = useAdapterAccount();

const ABSENT = "80:00:00:00:99:00:00:01";

const one = (type: string, properties: object): Declaration => ({ it: { type, properties: { ...properties } } });
const ssh = (deviceId: string, more: object = {}) => one("Service", { deviceId, name: "ssh", application: "SSH", ...more });

describe.each(adapterNames)("a preview, through the %s adapter,", (adapter) => {
  const preview = async (declaration: Declaration) => (await account.stack(adapter).preview(declaration)).errors.join("\n");

  test.each([
    ["a service", () => ssh(ABSENT)],
    ["a device that is to be adopted", () => one("Device", { deviceId: ABSENT })],
  ])("says of %s that the account has no such device, as the run itself says it", async (_what, declaration) => {
    const why = `Account ${account.sandbox.accountId} has no device ${ABSENT}. Write the id of a device of this account in deviceId`;
    expect(await preview(declaration())).toContain(why);
    expect((await account.stack(adapter).up(declaration())).errors.join()).toContain(why);
  });

  test("says that the id names a service, and of which device", async () => {
    const { deviceId } = await claimedDevice(account.control, { services: [{ name: "web", application: 7 }] });
    const [device] = (await contents(account.control)).devices;
    expect(await preview(ssh(device?.services[0]?.id ?? ""))).toContain(`is a service of device "pump-7" (${deviceId})`);
  });

  test("says all that a device which takes no services asks for at once", async () => {
    const { deviceId } = await claimedDevice(account.control, { configurable: false });
    const stack = account.stack(adapter, { developerKey: undefined });
    const declaration = ssh(deviceId, { port: 22, host: "10.0.0.1" });
    const all = [
      "The device is not configurable, so GraphQL adds no services to it.",
      "REST gives a service a type and a name only, not host, port.",
      "REST needs a bulk project for it.",
      "asks for a developer key, and none is set.",
    ];
    for (const errors of [(await stack.preview(declaration)).errors, (await stack.up(declaration)).errors])
      for (const demand of all) expect(errors.join()).toContain(demand);
  });

  test("says that a service cannot be changed on a device which is not configurable any more", async () => {
    const { deviceId } = await claimedDevice(account.control, {
      configurable: false,
      services: [{ name: "ssh", application: 28, port: 22, host: "127.0.0.1" }],
    });
    const stack = account.stack(adapter);
    expect((await stack.up(ssh(deviceId, { port: 22 }))).errors).toEqual([]);
    const { errors } = await stack.preview(ssh(deviceId, { port: 2222 }));
    expect(errors.join()).toContain(`Device ${deviceId} is not configurable, so port of its services cannot be changed`);
  });

  test("says that a type without a port of its own needs one", async () => {
    const { deviceId } = await claimedDevice(account.control);
    expect(await preview(ssh(deviceId, { application: "TCP" }))).toContain(
      "Declare the port at which the device finds the service",
    );
  });

  test("says that the account has another webhook", async () => {
    await account.control.change(
      `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/theirs") }`,
    );
    expect(await preview(one("Webhook", { url: "https://example.com/ours" }))).toContain("set takeover: true to overwrite it");
    expect(await preview(one("Webhook", { url: "https://example.com/ours", takeover: true }))).toBe("");
  });

  test.each([
    ["Device", { deviceId: ABSENT }],
    ["Service", { deviceId: ABSENT, name: "a", application: "SSH" }],
    ["Webhook", { url: "https://example.com/a" }],
    ["Tag", { name: "a" }],
  ])("without a key says of a %s how to give one", async (type, properties) => {
    const keyless = account.stack(adapter, { accessKeyId: undefined, secretAccessKey: undefined });
    const failing = keyless.preview(one(type, properties)).then(
      ({ errors }) => errors.join(),
      (error: unknown) => (error as Error).message,
    );
    expect(await failing).toContain("There is no access key in the stack configuration, the environment or the credentials file");
  });

  test("lets pass what is made in the same run", async () => {
    const { claimCode } = await account.control.agent({ hardwareId: "hw-new", name: "new" });
    expect(await preview(ssh(UNKNOWN))).toBe("");
    const program = { pump: { type: "Device", properties: { claimCode } }, ...ssh(ABSENT) };
    expect(await preview(program)).toBe("");
  });

  test("goes on where the account cannot be asked, and says so once", async () => {
    await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, kind: "status", status: 500 }]);
    const stack = account.stack(adapter, { maxRetries: "0" });
    const { errors, said } = await stack.preview({ ...ssh(ABSENT), other: { type: "Device", properties: { deviceId: ABSENT } } });
    expect(errors).toEqual([]);
    expect(said.filter((line) => line.includes("could not ask the account"))).toHaveLength(1);
  });

  test("of 100 services costs no more than two readings, and of what does not change none", async () => {
    const devices = await Promise.all(
      Array.from({ length: 10 }, (_, index) => claimedDevice(account.control, { hardwareId: `hw-${index}`, name: `d-${index}` })),
    );
    const program: Declaration = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `s-${index}`,
        {
          type: "Service",
          properties: { deviceId: devices[index % 10]?.deviceId, name: `s-${index}`, application: "SSH", port: 1000 + index },
        },
      ]),
    );
    const stack = account.stack(adapter);
    const requests = async () => (await account.control.requests()).total;
    const before = await requests();
    expect((await stack.preview(program)).errors).toEqual([]);
    expect((await requests()) - before).toBeLessThanOrEqual(3);
    const few = Object.fromEntries(Object.entries(program).slice(0, 3));
    await stack.up(few);
    const after = await requests();
    expect((await stack.preview(few)).errors).toEqual([]);
    expect((await requests()) - after).toBe(0);
  });
});
