import { resources, createContext } from "../../../provider/domains";
import { call, functions } from "../../../provider/domains/functions";
import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { settingsFor } from "../../client/server";
import { driftOf } from "../../drift/stack";
import { claimed, run } from "../../sandbox/support";
import { unmarked } from "../../support/marks";
import { startProxy } from "../../support/proxy";

const account = useAdapterAccount();

const declaring = (deviceId: string, attributes?: object) => ({
  it: { type: "Service" as const, properties: { deviceId, name: "ssh", application: "SSH", ...(attributes && { attributes }) } },
});

const device = () => claimed(account.control, { name: "pump" });

/** What the device's one service bears. */
async function borne(): Promise<object | undefined> {
  const query = "{ login { devices { items { services { attributes } } } } }";
  const { login } = await run<{ login: { devices: { items: { services: { attributes: object }[] }[] } } }>(
    account.control,
    query,
  );
  const [service] = login.devices.items.flatMap(({ services }) => services);
  return service && unmarked(service.attributes);
}

const setByHand = (id: string, attributes: object) =>
  run(
    account.control,
    "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }",
    {
      id,
      attributes,
    },
  );

const contextOf = () => {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  return createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), () => undefined);
};

test.each(adapterNames)(
  "through the %s adapter, attributes of a service are managed by name, and others' stay",
  async (adapter) => {
    const deviceId = await device();
    const stack = account.stack(adapter);
    await stack.up(declaring(deviceId, { site: "north", rack: { row: 1, slot: 2 } }));
    const id = stack.state.get("it")?.id ?? "";
    await setByHand(id, { theirs: true, rack: { slot: 3 } });
    const program = declaring(deviceId, { rack: { row: 2 } });
    await stack.up(program);
    expect(await borne()).toEqual({ theirs: true, rack: { row: 2, slot: 3 } });
    await expectClean(stack, program);
    await stack.up(declaring(deviceId));
    expect(await borne()).toEqual({ theirs: true, rack: { row: 2, slot: 3 } });
  },
);

test("a service that is there is adopted with the attributes that the program gives it", async () => {
  const deviceId = await device();
  const add = 'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28) { id } }';
  const { addService } = await run<{ addService: { id: string } }>(account.control, add, { id: deviceId });
  await setByHand(addService.id, { theirs: true, site: "south" });
  const stack = account.stack("dynamic");
  const program = declaring(deviceId, { site: "north" });
  expect(await stack.up(program)).toMatchObject({ created: ["it"], errors: [] });
  expect(await borne()).toEqual({ theirs: true, site: "north" });
  await expectClean(stack, program);
});

test("another hand's change is drift by its path, also where a scan has read the account", async () => {
  const deviceId = await device();
  const stack = account.stack("dynamic");
  const program = declaring(deviceId, { site: "north", label: { a: 1 } });
  await stack.up(program);
  const found = async () => (await driftOf(stack, account)).findings.filter(({ type }) => type === "Service");
  expect(await found()).toEqual([]);
  await setByHand(stack.state.get("it")?.id ?? "", { site: "theirs" });
  expect(await found()).toMatchObject([{ changes: [{ path: "attributes.site", expected: "north", actual: "theirs" }] }]);
  await stack.refresh();
  expect(await stack.up(program)).toMatchObject({ updated: ["it"] });
  expect(await found()).toEqual([]);
});

test("pages are asked for attributes of services only where a stack declares some", async () => {
  const deviceId = await device();
  const asks: unknown[] = [];
  const { url, stop } = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
    if (text.includes("listDevices"))
      asks.push((JSON.parse(text) as { variables: Record<string, unknown> }).variables["serviceAttributes"]);
    answer(await forward());
  });
  const stack = account.stack("dynamic");
  const own = { own: { type: "Device" as const, properties: { deviceId, attributes: { site: "north" } } } };
  for (const program of [
    { ...own, ...declaring(deviceId) },
    { ...own, ...declaring(deviceId, { site: "north" }) },
  ]) {
    await stack.up(program);
    await driftOf(stack, { sandbox: { ...account.sandbox, endpoint: url } });
  }
  await stop();
  expect(asks).toEqual([false, true]);
});

test("what is read by ids tells attributes however many services are read", async () => {
  await account.control.reset({ devices: 600, services: 2 });
  const query = "{ login { devices(size: 1000) { items { services { id } } } } }";
  const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(account.control, query);
  const ids = login.devices.items.flatMap(({ services }) => services.map(({ id }) => id));
  const [id = ""] = ids;
  await setByHand(id, { site: "north" });
  const context = contextOf();
  const state = { accountId: account.sandbox.accountId, attributes: { site: "north" } };
  const read = await Promise.all(ids.map((one) => resources.service.read(context, one, state)));
  expect(read[0]?.inputs.attributes).toEqual({ site: "north" });
  expect(read.every((live) => live?.inputs.attributes !== undefined)).toBe(true);
  expect((await account.control.requests()).byOperation).toEqual({ "graphql:getServicesById": 3 });
  expect(await call(functions.getService, contextOf(), { id })).toMatchObject({ attributes: { site: "north" } });
});

test("a key of `$remoteit` that the app does not know of a service is warned of", async () => {
  const stack = account.stack("dynamic");
  const { said } = await stack.up(declaring(await device(), { $remoteit: { rute: "failover" } }));
  expect(said.join("\n")).toContain('Did you mean "route"?');
});
