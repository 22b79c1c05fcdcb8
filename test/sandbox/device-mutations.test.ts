import { claimed, playground, type Playground, run } from "./support";

const ground = playground();
const claim = (code: string | undefined, accountId?: string) =>
  run(ground.control, "mutation($code: String!) { claimDevice(code: $code) { id name } }", { code }, accountId);
const rename = async (id: string, name: string, accountId?: string) =>
  (
    await run(
      ground.control,
      "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }",
      { id, name },
      accountId,
    )
  )["renameService"];
const remove = async (id: string, accountId?: string) =>
  (await run(ground.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id }, accountId))["deleteDevice"];
const deviceNames = async (accountId?: string) => {
  const answer = await run<{ login: { devices: { items: { name: string }[] } } }>(
    ground.control,
    "{ login { devices { items { name } } } }",
    {},
    accountId,
  );
  return answer.login.devices.items.map(({ name }) => name);
};

describe("claimDevice", () => {
  test("makes the waiting device the account's, once", async () => {
    const { deviceId, claimCode } = await ground.control.agent({ hardwareId: "a", name: "pi" });
    expect(await deviceNames()).toEqual([]);
    expect(await claim(claimCode)).toEqual({ claimDevice: { id: deviceId, name: "pi" } });
    expect(await deviceNames()).toEqual(["pi"]);
    expect(await claim(claimCode)).toEqual({ claimDevice: null });
  });

  test("a code is eight characters in upper case, and any other answers null", async () => {
    const { claimCode = "" } = await ground.control.agent({ hardwareId: "a" });
    expect(claimCode).toMatch(/^[0-9A-F]{8}$/);
    for (const code of ["NOTHING1", "", claimCode.replace(/.$/, "")]) {
      expect(await claim(code)).toEqual({ claimDevice: null });
    }
    expect(await deviceNames()).toEqual([]);
  });

  test("a code serves one account", async () => {
    const { accountId } = await ground.control.account();
    const { claimCode } = await ground.control.agent({ hardwareId: "a" });
    await claim(claimCode, accountId);
    expect(await claim(claimCode)).toEqual({ claimDevice: null });
    expect([await deviceNames(), await deviceNames(accountId)]).toEqual([[], ["raspberrypi"]]);
  });

  describe("where public material leaves it open", () => {
    const other = playground({ world: { "claim-unknown": "error", "claim-again": "device" } });
    const claimThere = (code: string | undefined, accountId?: string) =>
      run(other.control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code }, accountId);

    test("an unknown code is an error, and the own used one answers its device again", async () => {
      const { accountId } = await other.control.account();
      const { deviceId, claimCode } = await other.control.agent({ hardwareId: "a", online: false });
      await expect(claimThere("NOTHING1")).rejects.toThrow("Claim code not found");
      for (const _time of [1, 2]) expect(await claimThere(claimCode)).toEqual({ claimDevice: { id: deviceId } });
      await expect(claimThere(claimCode, accountId)).rejects.toThrow("Claim code not found");
      await run(other.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: deviceId });
      await expect(claimThere(claimCode)).rejects.toThrow("Claim code not found");
    });
  });

  test("a member claims for the organization", async () => {
    const { accountId } = await ground.control.account();
    const { claimCode } = await ground.control.agent({ hardwareId: "a" });
    const text =
      "mutation($code: String!, $accountId: String) { claimDevice(code: $code, accountId: $accountId) { owner { id } } }";
    await expect(run(ground.control, text, { code: claimCode, accountId })).rejects.toThrow("Not authorized");
    await ground.control.member({ accountId, of: ground.sandbox.accountId });
    expect(await run(ground.control, text, { code: claimCode, accountId })).toEqual({
      claimDevice: { owner: { id: accountId } },
    });
  });
});

describe("registerDevice and addServiceByHardwareId", () => {
  const offered = playground({ world: { "register-device": "offered" } });
  const refused = playground({ world: { "register-device": "refused" } });
  const register = ({ control }: Playground, args: string) =>
    run(control, `mutation { registerDevice(${args}) { name platform configurable } }`);
  const add = ({ control }: Playground, args: string) =>
    run(control, `mutation { addServiceByHardwareId(${args}) { name application port device { name } } }`);

  test("make a device, once for one hardware id, and its services", async () => {
    const args = 'name: "kiosk", hardwareId: "hw-1", platform: 65';
    const device = { name: "kiosk", platform: 65, configurable: false };
    expect(await register(offered, args)).toEqual({ registerDevice: device });
    await expect(register(offered, args)).rejects.toThrow("exists already");
    await expect(register(offered, 'name: "kiosk"')).rejects.toThrow("Invalid hardwareId");
    expect(await add(offered, 'hardwareId: "hw-1", name: "ssh", application: 28, port: 2222')).toEqual({
      addServiceByHardwareId: { name: "ssh", application: 28, port: 2222, device: { name: "kiosk" } },
    });
    await expect(add(offered, 'hardwareId: "hw-2", application: 28')).rejects.toThrow("hw-2 not found");
  });

  test("or are refused, or no part of the schema", async () => {
    await expect(register(refused, 'hardwareId: "hw-1"')).rejects.toThrow("Not authorized");
    await expect(add(refused, 'hardwareId: "hw-1"')).rejects.toThrow("Not authorized");
    await expect(register(ground, 'hardwareId: "hw-1"')).rejects.toThrow('Cannot query field "registerDevice"');
    await expect(add(ground, 'hardwareId: "hw-1"')).rejects.toThrow('Cannot query field "addServiceByHardwareId"');
  });
});

describe("renameService", () => {
  test("renames a device or one of its services", async () => {
    const id = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
    const { login } = await run<{ login: { device: { services: { id: string }[] }[] } }>(
      ground.control,
      "query($id: [String!]!) { login { device(id: $id) { services { id } } } }",
      { id: [id] },
    );
    expect(await rename(id.toLowerCase(), "pump")).toBe(true);
    expect(await rename(login.device[0]?.services[0]?.id ?? "", "shell")).toBe(true);
    expect(await run(ground.control, "{ login { devices { items { name services { name } } } } }")).toEqual({
      login: { devices: { items: [{ name: "pump", services: [{ name: "shell" }] }] } },
    });
  });

  test("takes 1 to 100 characters", async () => {
    const id = await claimed(ground.control);
    expect(await rename(id, "x".repeat(100))).toBe(true);
    for (const name of ["", "x".repeat(101)]) await expect(rename(id, name)).rejects.toThrow("Invalid name");
  });

  test("an unknown id and another account's are refused alike", async () => {
    const { accountId } = await ground.control.account();
    const id = await claimed(ground.control);
    expect(await rename("80:00:00:00:00:00:00:FF", "x")).toBe(false);
    expect(await rename(id, "stolen", accountId)).toBe(false);
    expect(await deviceNames()).toEqual(["raspberrypi"]);
  });
});

describe("deleteDevice", () => {
  test("is refused while the device is active", async () => {
    const id = await claimed(ground.control);
    expect(await remove(id)).toBe(false);
    await ground.control.agentState(id, "offline");
    expect(await remove(id)).toBe(true);
    expect(await remove(id)).toBe(false);
    expect(await deviceNames()).toEqual([]);
  });

  test("given a service's id it removes the service, and leaves the device", async () => {
    await claimed(ground.control, { online: false, services: [{ name: "ssh", application: 28 }] });
    const ask = "{ login { devices { items { services { id } } } } }";
    const services = async () =>
      (await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(ground.control, ask)).login.devices.items[0]
        ?.services;
    expect(await remove((await services())?.[0]?.id ?? "")).toBe(true);
    expect(await services()).toEqual([]);
    expect(await deviceNames()).toHaveLength(1);
  });

  describe("where it refuses with an error", () => {
    const other = playground({ world: { "delete-answer": "error" } });

    test("the error says whether the device is unknown or active", async () => {
      const removeThere = (id: string) => run(other.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
      await expect(removeThere("80:00:00:00:00:00:00:FF")).rejects.toThrow("Device 80:00:00:00:00:00:00:FF not found.");
      const id = await claimed(other.control);
      await expect(removeThere(id)).rejects.toThrow(`Device ${id} is active.`);
      await other.control.agentState(id, "offline");
      expect(await removeThere(id)).toEqual({ deleteDevice: true });
    });
  });

  test("another account's stays", async () => {
    const { accountId } = await ground.control.account();
    const id = await claimed(ground.control, { online: false });
    expect(await remove(id, accountId)).toBe(false);
    expect(await deviceNames()).toHaveLength(1);
  });

  test("of several, all go or none", async () => {
    const ids = [await claimed(ground.control, { online: false }), await claimed(ground.control)];
    const text = "mutation($ids: [String!]) { deleteDevices(deviceId: $ids) }";
    expect(await run(ground.control, text, { ids })).toEqual({ deleteDevices: false });
    expect(await deviceNames()).toHaveLength(2);
    await ground.control.agentState(ids[1] ?? "", "offline");
    expect(await run(ground.control, text, { ids })).toEqual({ deleteDevices: true });
    expect(await deviceNames()).toEqual([]);
  });
});

describe("without the MANAGE permission", () => {
  const without = "Not authorized: the MANAGE permission";

  test("nothing is renamed, deleted, changed or moved", async () => {
    const id = await claimed(ground.control, {
      online: false,
      permissions: ["VIEW", "CONNECT"],
      services: [{ application: 28 }],
    });
    await expect(rename(id, "x")).rejects.toThrow(without);
    await expect(remove(id)).rejects.toThrow(without);
    const mutations = [
      'addService(deviceId: "ID", application: 28) { id }',
      'setAttributes(serviceId: "ID", attributes: { a: 1 })',
      'transfer(deviceId: "ID", email: "a@example.com")',
    ];
    for (const one of mutations)
      await expect(run(ground.control, `mutation { ${one.replace("ID", id)} }`)).rejects.toThrow(without);
    expect(await run(ground.control, "{ login { devices { items { permissions } } } }")).toEqual({
      login: { devices: { items: [{ permissions: ["VIEW", "CONNECT"] }] } },
    });
  });
});

describe("without the ADMIN permission", () => {
  test.each(["addTag", "removeTag"])("%s is refused, whatever else is permitted", async (mutation) => {
    const id = await claimed(ground.control, { permissions: ["VIEW", "CONNECT", "SCRIPTING", "MANAGE"] });
    await expect(run(ground.control, `mutation { ${mutation}(serviceId: ["${id}"], name: ["a"]) }`)).rejects.toThrow(
      "Not authorized: the ADMIN permission",
    );
  });
});

describe("transfer", () => {
  test("moves a device with its services to the account of an address, without its tags", async () => {
    const { accountId } = await ground.control.account("plant@example.com");
    const id = await claimed(ground.control, { services: [{ name: "ssh", application: 28 }] });
    await run(ground.control, 'mutation($id: [String!]!) { addTag(serviceId: $id, name: ["a"]) }', { id: [id] });
    const text = "mutation($id: String, $email: String!) { transfer(deviceId: $id, email: $email) }";
    expect(await run(ground.control, text, { id, email: "nobody@example.com" })).toEqual({ transfer: false });
    expect(await run(ground.control, text, { id, email: "plant@example.com" })).toEqual({ transfer: true });
    expect(await deviceNames()).toEqual([]);
    expect(
      await run(ground.control, "{ login { devices { items { id tags { name } services { name } } } } }", {}, accountId),
    ).toEqual({
      login: { devices: { items: [{ id, tags: [], services: [{ name: "ssh" }] }] } },
    });
  });
});
