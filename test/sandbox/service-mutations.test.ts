import { claimed, playground, run } from "./support";

const ground = playground();
const fields = "id name title application host port protocol enabled state";
const add = async (deviceId: string, args: string) =>
  (
    await run<{ addService: Record<string, unknown> }>(
      ground.control,
      `mutation { addService(deviceId: "${deviceId}", ${args}) { ${fields} } }`,
    )
  ).addService;
const update = async (id: unknown, args: string) =>
  (
    await run<{ updateService: Record<string, unknown> }>(
      ground.control,
      `mutation { updateService(id: "${String(id)}", ${args}) { ${fields} } }`,
    )
  ).updateService;
const services = async () => {
  const answer = await run<{ login: { devices: { items: { services: object[] }[] } } }>(
    ground.control,
    `{ login { devices { items { services { ${fields} } } } } }`,
  );
  return answer.login.devices.items.flatMap((device) => device.services);
};

test("a service gets what it is not told: the application's name and port, this machine, switched on", async () => {
  const id = await claimed(ground.control);
  const service = await add(id, "application: 28");
  const expected = {
    name: "SSH",
    title: "SSH",
    application: 28,
    host: "127.0.0.1",
    port: 22,
    protocol: "TCP",
    enabled: true,
    state: "active",
  };
  expect(service).toMatchObject(expected);
  expect(await services()).toEqual([service]);
});

test("a service is what it is told, and may be another's namesake", async () => {
  const id = await claimed(ground.control, { online: false });
  const args = 'name: "game", application: 32771, host: "10.0.0.5", port: 65535, enabled: false';
  const expected = {
    name: "game",
    application: 32771,
    host: "10.0.0.5",
    port: 65535,
    protocol: "UDP",
    enabled: false,
    state: "inactive",
  };
  expect(await add(id, args)).toMatchObject(expected);
  expect(await add(id, args)).toMatchObject(expected);
  expect(await services()).toHaveLength(2);
});

test.each([
  ["application: 29", "Invalid application"],
  ["application: 35", "Invalid application"],
  ["application: 28, port: 0", "Invalid port"],
  ["application: 28, port: 70000", "Invalid port"],
  ["application: 1", "Invalid port"],
  [`application: 28, name: "${"x".repeat(101)}"`, "Invalid name"],
  ['application: 28, name: ""', "Invalid name"],
])("%s is an error that makes nothing", async (args, message) => {
  const id = await claimed(ground.control);
  await expect(add(id, args)).rejects.toThrow(message);
  expect(await services()).toEqual([]);
});

test("a device that is not configurable takes no service, and none is changed on it", async () => {
  const id = await claimed(ground.control, { configurable: false, services: [{ application: 28 }] });
  await expect(add(id, "application: 28")).rejects.toThrow("not configurable");
  const [service] = (await services()) as { id: string }[];
  await expect(update(service?.id, "port: 23")).rejects.toThrow("not configurable");
});

test("an unknown device is an error", async () => {
  await expect(add("80:00:00:00:00:00:00:FF", "application: 28")).rejects.toThrow("not found");
});

describe("updateService", () => {
  test("changes what is given, and null leaves", async () => {
    const service = await add(await claimed(ground.control), 'name: "a", application: 7, port: 8080');
    expect(await update(service["id"], "port: 81, name: null, enabled: false, host: null")).toEqual({
      ...service,
      port: 81,
      enabled: false,
      state: "inactive",
    });
    expect(await update(service["id"], 'application: 8, name: "b"')).toMatchObject({
      application: 8,
      title: "HTTPS",
      name: "b",
      port: 81,
    });
  });

  test.each(["application: 0", "application: 35", "port: 0", "port: 65536", 'name: ""'])(
    "%s is an error that changes nothing",
    async (args) => {
      const service = await add(await claimed(ground.control), "application: 28");
      await expect(update(service["id"], `${args}, host: "elsewhere"`)).rejects.toThrow("Invalid");
      expect(await services()).toEqual([service]);
    },
  );

  test("a service without a port can be renamed", async () => {
    await claimed(ground.control, { services: [{ name: "raw", application: 1 }] });
    const [service] = (await services()) as { id: string }[];
    expect(await update(service?.id, 'name: "renamed"')).toMatchObject({ name: "renamed", port: null });
  });

  test("an unknown service is an error", async () => {
    await expect(update("80:00:00:00:00:00:00:FF", "port: 1")).rejects.toThrow("not found");
  });
});

test("removeService removes, and refuses what is not there or another account's", async () => {
  const { accountId } = await ground.control.account();
  const service = await add(await claimed(ground.control), "application: 28");
  const text = "mutation($id: ID!) { removeService(id: $id) }";
  expect(await run(ground.control, text, { id: service["id"] }, accountId)).toEqual({ removeService: false });
  expect(await run(ground.control, text, { id: service["id"] })).toEqual({ removeService: true });
  expect(await run(ground.control, text, { id: service["id"] })).toEqual({ removeService: false });
  expect(await services()).toEqual([]);
});

test("connections: web services get a reverse proxy without a port, others host and port", async () => {
  const device = await claimed(ground.control);
  const [web, ssh] = [await add(device, "application: 8"), await add(device, "application: 28")];
  const connect = async (id: unknown) =>
    (
      await run<{ connect: Record<string, unknown> }>(
        ground.control,
        'mutation($id: String!) { connect(serviceId: $id, hostIP: "0.0.0.0") { id created host port reverseProxy timeout } }',
        { id },
      )
    ).connect;
  const disconnect = (serviceId: unknown, id: unknown) =>
    run(ground.control, "mutation($s: String!, $id: String!) { disconnect(serviceId: $s, connectionId: $id) }", {
      s: serviceId,
      id,
    });
  expect(await connect(web["id"])).toMatchObject({ port: null, reverseProxy: true, timeout: 28_800 });
  const connection = await connect(ssh["id"]);
  expect(connection).toMatchObject({ port: expect.any(Number) as number, reverseProxy: false });
  expect(await disconnect(web["id"], connection["id"])).toEqual({ disconnect: false });
  expect(await disconnect(ssh["id"], connection["id"])).toEqual({ disconnect: true });
  expect(await disconnect(ssh["id"], connection["id"])).toEqual({ disconnect: false });
  await expect(connect(device)).rejects.toThrow("not found");
});

test("the type of a service is a text, and services are picked by several applications", async () => {
  const device = await claimed(ground.control);
  for (const application of [28, 7, 4]) await add(device, `application: ${application}`);
  const { login } = await run<{ login: { device: { services: object[] }[] } }>(
    ground.control,
    "query($id: [String!]!) { login { device(id: $id) { services(application: [28, 7]) { application type } } } }",
    { id: [device] },
  );
  expect(login.device[0]?.services).toEqual([
    { application: 7, type: "HTTP" },
    { application: 28, type: "SSH" },
  ]);
});

test("an older web type is taken and listed nowhere", async () => {
  expect(await add(await claimed(ground.control), 'name: "web", application: 33')).toMatchObject({ application: 33 });
});

describe("what else the schema lets a service be told", () => {
  const reach = "subdomain presenceAddress websocket websocketIPv4 websocketIPv6";
  const ask = (text: string) => run(ground.control, `mutation { ${text} }`);

  test("is kept, what is left out stays, and an empty text takes away", async () => {
    const id = await claimed(ground.control);
    const made = await ask(
      `addService(deviceId: "${id}", application: 28, subdomain: "lobby", presenceAddress: "203.0.113.5", websocket: FORCE4,
        websocketIPv4: "203.0.113.6", websocketIPv6: "2001:db8::1", refresh: false) { id ${reach} }`,
    );
    const told = { subdomain: "lobby", websocket: "FORCE4", websocketIPv4: "203.0.113.6", websocketIPv6: "2001:db8::1" };
    expect(made).toMatchObject({ addService: { ...told, presenceAddress: "203.0.113.5" } });
    const { id: serviceId } = made["addService"] as { id: string };
    expect(await ask(`updateService(id: "${serviceId}", presenceAddress: "", refresh: true) { ${reach} port }`)).toEqual({
      updateService: { ...told, presenceAddress: null, port: 22 },
    });
  });

  test("is not its id, which says so", async () => {
    const id = await claimed(ground.control);
    await expect(ask(`addService(deviceId: "${id}", application: 28, serviceId: "80:01") { id }`)).rejects.toThrow(
      "(serviceId) is not modelled by the sandbox.",
    );
  });

  test("is a device's presence address as well, and that alone", async () => {
    const id = await claimed(ground.control);
    const update = (args: string) => ask(`updateService(id: "${id}", ${args}) { id presenceAddress }`);
    expect(await update('presenceAddress: "203.0.113.5"')).toEqual({ updateService: { id, presenceAddress: "203.0.113.5" } });
    expect(await run(ground.control, "{ login { devices { items { presenceAddress } } } }")).toEqual({
      login: { devices: { items: [{ presenceAddress: "203.0.113.5" }] } },
    });
    await expect(update('name: "x"')).rejects.toThrow(`Service ${id} not found.`);
  });
});
