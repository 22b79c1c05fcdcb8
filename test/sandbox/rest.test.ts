import { claimed, playground, type Playground, query, rest, restAnswer, run, send } from "./support";

const ground = playground();
const call = (name: string, body?: object) => restAnswer(ground.sandbox, name, body);
const type = (application: string, platform = "04:60", mark = "00:00") => `${application}:00:00:00:01:00:00:${platform}:${mark}`;
const DEVICE = type("00:23", "04:B0", "00:28");
const SSH = type("00:1C");
const COLONS = /^([0-9A-F]{2}:){19}[0-9A-F]{2}$/;

type Ground = Pick<Playground, "sandbox">;

async function address({ sandbox }: Ground = ground): Promise<string> {
  const { projectKey, projectSecret } = sandbox;
  const path = `device/address/${encodeURIComponent(projectKey)}/${encodeURIComponent(projectSecret)}`;
  return String((await restAnswer(sandbox, path))["deviceaddress"]);
}

async function made(
  devicetype: string,
  devicealias: string,
  hardwareid: string,
  more: object = {},
  { sandbox }: Ground = ground,
) {
  const deviceaddress = await address({ sandbox });
  expect(await restAnswer(sandbox, "device/create", { deviceaddress, devicetype })).toEqual({ status: "true" });
  const answer = await restAnswer(sandbox, "device/register", {
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
    const secret = expect.stringMatching(COLONS) as string;
    expect(answer).toMatchObject({ status: "true", secret, device: { deviceaddress, name: "pump", devicetype: DEVICE, secret } });
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

  test.each([{ skipsecret: "true" }, { skipsecret: "false" }, { skipsecret: undefined }])(
    "a secret is told, with colons, also with %j",
    async (more) => {
      const { answer } = await made(DEVICE, "pump", "hw-1", more);
      expect(answer["secret"]).toEqual(expect.stringMatching(COLONS));
    },
  );

  test("sixteen bytes are a device type as well", async () => {
    expect((await made(`${DEVICE}:00:00:00:00`, "pump", "hw-1")).answer["status"]).toBe("true");
  });

  test("upper and lower case are one, and manufacturer and platform are the device's", async () => {
    const { answer } = await made("00:23:01:02:00:01:00:00:04:b0:00:28", "pump", "hw-1");
    expect(answer).toMatchObject({ device: { manufacturer: "258", devicetype: "00:23:01:02:00:01:00:00:04:B0:00:28" } });
    expect(await devices()).toMatchObject([{ platform: 1200 }]);
  });

  test("platform 0 is one", async () => {
    await made(type("00:23", "00:00", "00:28"), "pump", "hw-1");
    expect(await devices()).toMatchObject([{ platform: 0 }]);
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
    const again = { deviceaddress, devicetype: DEVICE, devicealias: "pump", hardwareid: "hw-1" };
    expect(await call("device/register", again)).toEqual(bad);
    const fresh = await address();
    expect(
      await call("device/register", { deviceaddress: fresh, devicetype: DEVICE, devicealias: "x", hardwareid: "y" }),
    ).toEqual(bad);
  });

  test.each([
    "",
    "00:23",
    "zz:23:00:00:00:01:00:00:00:00:00:28",
    "00:23:00:00:00:00:00:00:04:B0:00:28", // another base
    type("00:23"), // a device without its mark
    type("00:1C", "04:60", "00:28"), // a service with it
    `${DEVICE}:00`,
  ])("the device type %j is bad", async (devicetype) => {
    expect(await call("device/create", { deviceaddress: await address(), devicetype })).toEqual({
      status: "false",
      reason: "bad device type",
    });
  });

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

describe("where public material leaves it open", () => {
  const other = playground({
    world: { "rest-errors": "error", "rest-secret": "plain", "platform-zero": "refused", "rest-delete": "false" },
  });

  test("a taken name and a taken address are told by a word", async () => {
    const { deviceaddress } = await made(DEVICE, "pump", "hw-1", {}, other);
    expect((await made(DEVICE, "pump", "hw-2", {}, other)).answer).toEqual({ status: "false", Error: "DuplicateName:" });
    const duplicate = { status: "false", Error: "DuplicateAddress:" };
    expect(await restAnswer(other.sandbox, "device/create", { deviceaddress, devicetype: DEVICE })).toEqual(duplicate);
    const again = { deviceaddress, devicetype: DEVICE, devicealias: "pump", hardwareid: "hw-1" };
    expect(await restAnswer(other.sandbox, "device/register", again)).toEqual(duplicate);
    const unknown = { deviceaddress: "80:00:00:00:00:00:00:FF", devicetype: DEVICE };
    expect(await restAnswer(other.sandbox, "device/create", unknown)).toEqual({ status: "false", reason: "bad device address" });
  });

  test("a secret has no colons", async () => {
    expect((await made(DEVICE, "pump", "hw-1", {}, other)).answer["secret"]).toEqual(expect.stringMatching(/^[0-9A-F]{40}$/));
  });

  test("platform 0 is refused", async () => {
    const wanted = { deviceaddress: await address(other), devicetype: type("00:23", "00:00", "00:28") };
    expect(await restAnswer(other.sandbox, "device/create", wanted)).toEqual({ status: "false", reason: "bad device type" });
  });

  test('a device that was deleted is told by "false"', async () => {
    const id = await claimed(other.control);
    const answer = await restAnswer(other.sandbox, `developer/device/delete/registered/${id}`, {});
    expect(answer).toMatchObject({ status: "false" });
    expect(await run(other.control, "{ login { devices { total } } }")).toEqual({ login: { devices: { total: 0 } } });
  });
});

describe("where there is no REST", () => {
  const without = playground({ world: { rest: "absent" } });

  test("every call is not found, and GraphQL is there", async () => {
    expect((await send(without.sandbox, rest(without.sandbox, "device/list/all"))).status).toBe(404);
    expect((await send(without.sandbox, query("{ login { id } }"))).status).toBe(200);
  });
});

describe("what is there", () => {
  const bad = (reason: string) => ({ status: "false", reason });

  test("devices and services are listed alike", async () => {
    const id = await claimed(ground.control, { name: "pump", services: [{ name: "ssh", application: 28 }] });
    const { devices: rows } = (await call("device/list/all?cache=false")) as { devices: Record<string, string>[] };
    expect(rows).toMatchObject([
      {
        deviceaddress: id,
        devicealias: "pump",
        devicetype: `${DEVICE}:00:00:00:00`,
        devicestate: "active",
        ownerusername: "sandbox@example.com",
      },
      { devicealias: "ssh", devicetype: type("00:1C", "04:B0"), servicetitle: "SSH", devicestate: "active" },
    ]);
    for (const row of rows) {
      const keys = [
        "deviceaddress",
        "devicealias",
        "devicetype",
        "devicestate",
        "ownerusername",
        "lastcontacted",
        "createdate",
        "georegion",
        "devicelastip",
        "lastinternalip",
        "servicetitle",
        "shared",
      ];
      expect(Object.keys(row).sort()).toEqual(keys.sort());
    }
  });

  test("devices and services are found by their name, with the hardware id", async () => {
    const id = await claimed(ground.control, { name: "pump", services: [{ name: "ssh", application: 28 }] });
    const find = (devicename: string, devicestate = "all") => call("device/find/by/name/", { devicename, devicestate });
    expect(await find("pump")).toMatchObject({
      devices: [{ deviceaddress: id, hardwareid: "hw-1", servicetitle: "Bulk Service" }],
    });
    expect(await find("ssh", "active")).toMatchObject({ devices: [{ devicealias: "ssh", hardwareid: "hw-1" }] });
    expect([await find("pum"), await find("pump", "inactive")]).toEqual(Array(2).fill({ status: "true", devices: [] }));
  });

  test("a call is the same with a slash at its end, as the docs write some", async () => {
    const deviceaddress = await claimed(ground.control, { name: "old" });
    for (const [name, devicealias] of [
      ["device/name/", "one"],
      ["device/name", "two"],
    ] as const) {
      expect(await restAnswer(ground.sandbox, name, { deviceaddress, devicealias })).toEqual({ status: "true" });
    }
    expect(await restAnswer(ground.sandbox, "device/list/all/")).toMatchObject({ devices: [{ devicealias: "two" }] });
  });

  test("the language of the user is set", async () => {
    expect(await call("user/language/", { language: "ja" })).toEqual({ status: "true" });
    expect(await run(ground.control, "{ login { language } }")).toEqual({ login: { language: "ja" } });
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
    expect(await call(`developer/device/delete/registered/${id}`, {})).toEqual(bad("[0861] no service for that id"));
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
    expect(await open("80:00:00:00:00:00:00:FF")).toEqual({ ...bad("[0861] no service for that id"), code: "0861" });
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
