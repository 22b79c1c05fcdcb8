import { claimed, playground, query, rest, restAnswer, run, send } from "./support";

const ground = playground();
const call = (name: string, body?: object) => restAnswer(ground.sandbox, name, body);
const type = (application: string, platform = "00:01", mark = "00:00") => `${application}:00:00:00:00:00:00:${platform}:${mark}`;
const DEVICE = type("00:23", "04:b0", "00:28");
const SSH = type("00:1c");

async function address(): Promise<string> {
  const { projectKey, projectSecret } = ground.sandbox;
  const answer = await call(`device/address/${encodeURIComponent(projectKey)}/${encodeURIComponent(projectSecret)}`);
  return String(answer["deviceaddress"]);
}

async function made(devicetype: string, devicealias: string, hardwareid: string, more: object = {}) {
  const deviceaddress = await address();
  expect(await call("device/create", { deviceaddress, devicetype })).toEqual({ status: "true" });
  const answer = await call("device/register", {
    deviceaddress,
    devicetype,
    devicealias,
    hardwareid,
    skipsecret: "true",
    ...more,
  });
  return { deviceaddress, answer };
}

const devices = async () =>
  (
    await run<{ login: { devices: { items: object[] } } }>(
      ground.control,
      "{ login { devices { items { id name hardwareId platform configurable state services { id name application port } } } } }",
    )
  ).login.devices.items;

describe("provisioning", () => {
  test("an address, created and registered as bulk device, is a device of the account", async () => {
    const { deviceaddress, answer } = await made(DEVICE, "pump", "hw-1");
    expect(answer).toEqual({ status: "true", device: { deviceaddress, devicealias: "pump" } });
    expect(await devices()).toEqual([
      {
        id: deviceaddress,
        name: "pump",
        hardwareId: "hw-1",
        platform: 1200,
        configurable: false,
        state: "inactive",
        services: [],
      },
    ]);
  });

  test("another type is a service of the device with the same hardware id", async () => {
    const [one, other] = [await made(DEVICE, "one", "hw-1"), await made(DEVICE, "other", "hw-2")];
    const service = await made(SSH, "shell", "hw-2");
    expect(service.answer["status"]).toBe("true");
    expect(await devices()).toMatchObject([
      { id: one.deviceaddress, services: [] },
      { id: other.deviceaddress, services: [{ id: service.deviceaddress, name: "shell", application: 28, port: 22 }] },
    ]);
  });

  test.each([{ skipsecret: "false" }, { skipsecret: undefined }])("a secret is told with %j", async (more) => {
    const { answer } = await made(DEVICE, "pump", "hw-1", more);
    expect(answer["secret"]).toEqual(expect.stringMatching(/^[A-Za-z0-9+/]+=*$/));
  });

  test("sixteen bytes are a device type as well", async () => {
    expect((await made(`${DEVICE}:00:00:00:00`, "pump", "hw-1")).answer["status"]).toBe("true");
  });

  test("a wrong project gets no address", async () => {
    for (const path of ["wrong/sandbox%2Fproject%2Bsecret", `${ground.sandbox.projectKey}/wrong`]) {
      expect(await call(`device/address/${path}`)).toEqual({ status: "false", reason: "no matching bulk project" });
    }
  });

  test("an address that was not given out, or is in use, is bad", async () => {
    const bad = { status: "false", reason: "bad device address" };
    expect(await call("device/create", { deviceaddress: "80:00:00:00:00:00:00:FF", devicetype: DEVICE })).toEqual(bad);
    const { deviceaddress } = await made(DEVICE, "pump", "hw-1");
    expect(await call("device/create", { deviceaddress, devicetype: DEVICE })).toEqual(bad);
    const fresh = await address();
    expect(
      await call("device/register", { deviceaddress: fresh, devicetype: DEVICE, devicealias: "x", hardwareid: "y" }),
    ).toEqual(bad);
  });

  test.each(["", "00:23", "zz:23:00:00:00:00:00:00:00:00:00:28", type("00:23"), `${DEVICE}:00`])(
    "the device type %j is bad",
    async (devicetype) => {
      expect(await call("device/create", { deviceaddress: await address(), devicetype })).toEqual({
        status: "false",
        reason: "bad device type",
      });
    },
  );

  test("what is registered must be what was created", async () => {
    const deviceaddress = await address();
    await call("device/create", { deviceaddress, devicetype: DEVICE });
    expect(await call("device/register", { deviceaddress, devicetype: SSH, devicealias: "x", hardwareid: "hw" })).toEqual({
      status: "false",
      reason: "bad device type",
    });
  });

  test("names are once among the account's devices, and once among a device's services", async () => {
    const duplicate = { status: "false", reason: "[0807] duplicate name" };
    await made(DEVICE, "one", "hw-1");
    await made(DEVICE, "two", "hw-2");
    expect((await made(DEVICE, "one", "hw-3")).answer).toEqual(duplicate);
    await made(SSH, "ssh", "hw-1");
    expect((await made(SSH, "ssh", "hw-1")).answer).toEqual(duplicate);
    expect((await made(SSH, "ssh", "hw-2")).answer["status"]).toBe("true");
    expect((await made(SSH, "one", "hw-1")).answer["status"]).toBe("true");
  });

  test("a service without its device is refused, and the address can still be used", async () => {
    await made(DEVICE, "anonymous", "");
    for (const hardwareid of ["nobody's", ""]) {
      expect((await made(SSH, "ssh", hardwareid)).answer).toEqual({ status: "false", reason: "[0806] device not found" });
    }
    const { deviceaddress } = await made(SSH, "ssh", "late");
    await made(DEVICE, "late", "late");
    const again = { deviceaddress, devicetype: SSH, devicealias: "ssh", hardwareid: "late" };
    expect(await call("device/register", again)).toMatchObject({ status: "true" });
  });
});

describe("what is there", () => {
  const bad = (reason: string) => ({ status: "false", reason });

  test("devices and services are listed alike", async () => {
    const id = await claimed(ground.control, { name: "pump", services: [{ name: "ssh", application: 28 }] });
    const { devices: rows } = (await call("device/list/all?cache=false")) as { devices: Record<string, string>[] };
    expect(rows).toMatchObject([
      { deviceaddress: id, devicealias: "pump", devicetype: DEVICE, devicestate: "active", ownerusername: "sandbox@example.com" },
      { devicealias: "ssh", devicetype: type("00:1c", "04:b0"), servicetitle: "SSH", devicestate: "active" },
    ]);
    for (const row of rows) {
      const keys = [
        "deviceaddress",
        "devicealias",
        "devicetype",
        "devicestate",
        "ownerusername",
        "lastcontacted",
        "devicelastip",
        "lastinternalip",
        "servicetitle",
        "shared",
      ];
      expect(Object.keys(row).sort()).toEqual(keys.sort());
    }
  });

  test("a device or a service is renamed", async () => {
    const id = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
    const [{ services }] = (await devices()) as [{ services: { id: string }[] }];
    for (const [deviceaddress, devicealias] of [
      [id.toLowerCase(), "Größe"],
      [services[0]?.id, "shell"],
    ]) {
      expect(await call("device/name", { deviceaddress, devicealias })).toEqual({ status: "true" });
    }
    expect(await devices()).toMatchObject([{ name: "Größe", services: [{ name: "shell" }] }]);
    expect(await call("device/name", { deviceaddress: "80:00:00:00:00:00:00:FF", devicealias: "x" })).toEqual(
      bad("[0806] device not found"),
    );
    expect(await call("device/name", { deviceaddress: id, devicealias: "x".repeat(101) })).toEqual(bad("bad device name"));
  });

  test("device/delete removes services and nothing else", async () => {
    const id = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
    const [{ services }] = (await devices()) as [{ services: { id: string }[] }];
    expect(await call("device/delete", { deviceaddress: id })).toEqual(bad("[0861] no service for that id"));
    expect(await call("device/delete", { deviceaddress: services[0]?.id })).toEqual({ status: "true" });
    expect(await call("device/delete", { deviceaddress: services[0]?.id })).toEqual(bad("[0861] no service for that id"));
    expect(await devices()).toMatchObject([{ id, services: [] }]);
  });

  test("developer/device/delete/registered removes devices, active or not", async () => {
    const id = await claimed(ground.control);
    expect(await call(`developer/device/delete/registered/${encodeURIComponent(id)}`, {})).toEqual({ status: "true" });
    expect(await call(`developer/device/delete/registered/${id}`, {})).toEqual(bad("[0806] device not found"));
    expect(await devices()).toEqual([]);
  });

  test("a device is transferred to another account", async () => {
    const { accountId } = await ground.control.account("rest@example.com");
    const id = await claimed(ground.control);
    expect(await call(`developer/devices/transfer/${id}`, { user: "nobody@example.com" })).toEqual(bad("user not found"));
    expect(await call(`developer/devices/transfer/${id}`, { user: "rest@example.com" })).toEqual({ status: "true" });
    expect(await call(`developer/devices/transfer/${id}`, { user: "rest@example.com" })).toEqual(bad("[0806] device not found"));
    expect(await run(ground.control, "{ login { devices { total } } }", {}, accountId)).toEqual({
      login: { devices: { total: 1 } },
    });
  });

  test("connections are opened and stopped", async () => {
    await claimed(ground.control, { services: [{ application: 8 }, { application: 28 }] });
    const [{ services }] = (await devices()) as [{ services: [{ id: string }, { id: string }] }];
    const open = (deviceaddress: string) => call("device/connect", { deviceaddress, wait: "true", hostip: "0.0.0.0" });
    expect(await open(services[0].id)).toMatchObject({
      status: "true",
      connection: { proxy: expect.stringMatching(/^https:\/\/[^:]+$/) as string, expirationsec: "28800" },
    });
    const { connection } = (await open(services[1].id)) as { connection: { proxy: string; connectionid: string } };
    expect(connection.proxy).toMatch(/:\d+$/);
    const stop = { deviceaddress: services[1].id, connectionid: connection.connectionid };
    expect(await call("device/connect/stop", stop)).toEqual({ status: "true" });
    expect(await call("device/connect/stop", stop)).toEqual(bad("no such connection"));
    expect(await open("80:00:00:00:00:00:00:FF")).toEqual(bad("[0861] no service for that id"));
  });

  test("without the MANAGE permission nothing is changed", async () => {
    const id = await claimed(ground.control, { permissions: ["VIEW"], services: [{ name: "ssh", application: 28 }] });
    const before = await devices();
    const service = (before as [{ services: { id: string }[] }])[0].services[0]?.id;
    const tried = [
      await call("device/name", { deviceaddress: id, devicealias: "x" }),
      await call("device/delete", { deviceaddress: service }),
      await call(`developer/device/delete/registered/${id}`, {}),
      await call(`developer/devices/transfer/${id}`, { user: "a@example.com" }),
      await call("device/connect", { deviceaddress: service }),
      (await made(SSH, "shell", "hw-1")).answer,
    ];
    for (const answer of tried) expect(answer).toEqual(bad("not authorized"));
    expect(await devices()).toEqual(before);
  });

  test("a member of an organization sees only the key's own account", async () => {
    const { accountId } = await ground.control.account();
    await ground.control.member({ accountId, of: ground.sandbox.accountId });
    const { deviceId, claimCode } = await ground.control.agent({ hardwareId: "x" });
    await run(ground.control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode }, accountId);
    expect(await call("device/list/all")).toEqual({ status: "true", devices: [] });
    expect(await call("device/name", { deviceaddress: deviceId, devicealias: "x" })).toEqual(bad("[0806] device not found"));
  });
});

describe("what is no call", () => {
  test.each([
    ["GET", "device/name"],
    ["POST", "device/list/all"],
    ["POST", "device/nothing"],
    ["POST", "device/name/more"],
    ["GET", "device/address/key"],
    ["GET", "device/address/key/secret/more"],
    ["POST", "developer/device/delete/registered"],
    ["DELETE", "device/delete"],
    ["HEAD", "device/list/all"],
  ])("%s %s is not found", async (method, name) => {
    expect((await send(ground.sandbox, { ...rest(ground.sandbox, name), method })).status).toBe(404);
  });

  test.each(["/", "/graphql/v2", "/apv/v28/device/list/all", "/apv/v27"])("nor is %s", async (path) => {
    expect((await send(ground.sandbox, { ...query("{ login { id } }"), path })).status).toBe(404);
  });

  test("GraphQL is asked by POST alone, under v1 and beta", async () => {
    expect((await send(ground.sandbox, { method: "GET" })).status).toBe(404);
    expect((await send(ground.sandbox, { ...query("{ login { id } }"), path: "/graphql/beta" })).status).toBe(200);
  });
});
