import { claimed, playground, restAnswer, run } from "./support";

const add = "mutation($id: String!, $name: String) { addService(deviceId: $id, name: $name, application: 28) { id name } }";

const empty = playground({ world: { "service-defaults": "empty" } });
const single = playground({ world: { "service-twins": "refused" } });
const newer = playground({ world: { "application-types": "newer" } });

interface Named {
  id: string;
  name: string;
}

describe("where names of services are stored with that of their device before them", () => {
  const ground = playground({ world: { "service-names": "prefixed" } });
  const made = async (deviceId: string, name: string | null) =>
    (await run<{ addService: Named }>(ground.control, add, { id: deviceId, name })).addService;
  const nameOf = async (id: string) =>
    (
      await run<{ login: { service: Named[] } }>(
        ground.control,
        "query($id: [String!]!) { login { service(id: $id) { name } } }",
        { id: [id] },
      )
    ).login.service[0]?.name;

  test("a new service bears it, also one that is called as what it speaks", async () => {
    const device = await claimed(ground.control, { name: "pump" });
    expect((await made(device, "shell")).name).toBe("pump - shell");
    expect((await made(device, null)).name).toBe("pump - SSH");
  });

  test("a new name bears it, whatever sets it; that of a device does not, and leaves those of its services", async () => {
    const device = await claimed(ground.control, { name: "pump" });
    const { id } = await made(device, "shell");
    const rename = "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }";
    await run(ground.control, rename, { id: device, name: "valve" });
    expect(await nameOf(id)).toBe("pump - shell");
    await run(ground.control, rename, { id, name: "a" });
    expect(await nameOf(id)).toBe("valve - a");
    await run(ground.control, 'mutation($id: ID!) { updateService(id: $id, name: "b") { id } }', { id });
    expect(await nameOf(id)).toBe("valve - b");
    await restAnswer(ground.sandbox, "device/name", { deviceaddress: id, devicealias: "c" });
    expect(await nameOf(id)).toBe("valve - c");
  });
});

test("a service of which nothing is filled in has no host and no port, and is off", async () => {
  const device = await claimed(empty.control);
  const text = "mutation($id: String!) { addService(deviceId: $id, application: 28) { host port enabled } }";
  expect(await run(empty.control, text, { id: device })).toEqual({ addService: { host: null, port: null, enabled: false } });
});

test("a name that another service of the device has is refused where it may stand there once", async () => {
  const device = await claimed(single.control);
  await run(single.control, add, { id: device, name: "shell" });
  await expect(run(single.control, add, { id: device, name: "shell" })).rejects.toThrow("Duplicate name");
  await run(single.control, add, { id: await claimed(single.control, { hardwareId: "hw-2" }), name: "shell" });
});

test("a newer account lists one more application type, and takes services of it", async () => {
  const { applicationTypes } = await run<{ applicationTypes: Named[] }>(newer.control, "{ applicationTypes { id name port } }");
  expect(applicationTypes).toContainEqual({ id: 502, name: "Modbus", port: 502 });
  const text = "mutation($id: String!) { addService(deviceId: $id, application: 502) { title port } }";
  expect(await run(newer.control, text, { id: await claimed(newer.control) })).toEqual({
    addService: { title: "Modbus", port: 502 },
  });
});
