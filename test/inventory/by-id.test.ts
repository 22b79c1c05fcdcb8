import { createClient } from "../../provider/client";
import { GraphqlError } from "../../provider/core/errors";
import { createById } from "../../provider/inventory/by-id";
import { createPageSize } from "../../provider/inventory/page-size";
import { devicePages } from "../../provider/inventory/pages";
import { controlOf, type Sandbox, startSandbox, type World } from "../../sandbox";
import { json, settingsFor, startServer } from "../client/server";

const about = { what: "Reading service", subject: "web" };
const unknown = "80:00:00:00:00:99:99:99";

/** Reads an account in such a world; with what was sent since the last look. */
async function inWorld(
  world: Partial<World>,
  use: (ground: {
    byId: ReturnType<typeof createById>;
    sent: () => Promise<Record<string, number>>;
    live: { id: string; services: { id: string }[] }[];
    control: ReturnType<typeof controlOf>;
    sandbox: Sandbox;
  }) => Promise<void>,
) {
  const sandbox = await startSandbox({ world, devices: 3, services: 1 });
  try {
    const control = controlOf(sandbox.control);
    const bare = await control.agent({ hardwareId: "bare", name: "bare", online: false, services: [] });
    await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: bare.claimCode });
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    const client = createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }));
    const byId = createById(client, () => devicePages(client, createPageSize(), {}, about));
    const { login } = (await control.change(
      '{ login { devices(size: 100, sort: "created") { items { id services { id } } } } }',
    )) as { login: { devices: { items: { id: string; services: { id: string }[] }[] } } };
    let before: Record<string, number> = {};
    const sent = async () => {
      const { byOperation } = await control.requests();
      const since = Object.entries(byOperation).map(([name, count]) => [
        name.replace("graphql:", ""),
        count - (before[name] ?? 0),
      ]);
      before = byOperation;
      return Object.fromEntries(since.filter(([, count]) => count !== 0)) as Record<string, number>;
    };
    await sent();
    await use({ byId, sent, live: login.devices.items, control, sandbox });
  } finally {
    await sandbox.stop();
  }
}

test("devices are read with one request, each once, and the number of all of them where it is asked for", async () => {
  await inWorld({}, async ({ byId, sent, live, sandbox }) => {
    const [one, other] = live;
    const ids = [one?.id ?? "", one?.id.toLowerCase() ?? "", one?.services[0]?.id ?? "", other?.id ?? "", unknown];
    const { accountId, items, total } = await byId.devices(ids, true, about);
    expect([accountId, items.map(({ id }) => id), total]).toEqual([sandbox.accountId, [one?.id, other?.id], 4]);
    expect((await byId.devices([unknown], false, about)).total).toBeUndefined();
    expect(await sent()).toEqual({ getDevicesById: 2 });
  });
});

test("services are read themselves, with their device, and the number of all devices where it is asked for", async () => {
  await inWorld({}, async ({ byId, sent, live }) => {
    const [one] = live;
    const id = one?.services[0]?.id ?? "";
    const { items, total } = await byId.services([id, unknown], true, about);
    expect(items).toMatchObject([{ id, device: { id: one?.id, configurable: expect.any(Boolean) as boolean } }]);
    // Without the marks that resources leave among them.
    expect(items[0]?.attributes).toEqual({});
    expect(total).toBe(4);
    expect((await byId.services([id], false, about)).total).toBeUndefined();
    expect(await sent()).toEqual({ getServicesById: 2 });
  });
});

test("where the schema has no services by id, devices that have some are read once more, and no others", async () => {
  await inWorld({ "user-service": "missing" }, async ({ byId, sent, live }) => {
    const [one] = live;
    const bare = live.at(-1)?.id ?? "";
    expect(live.at(-1)?.services).toEqual([]);
    const id = one?.services[0]?.id ?? "";
    const { items, total } = await byId.services([id.toLowerCase()], true, about);
    expect(items).toMatchObject([{ id, device: { id: one?.id } }]);
    expect(total).toBe(4);
    expect(await sent()).toEqual({ getServicesById: 1, IntrospectionQuery: 1, getDevicesById: 1, getServicesOfDevices: 1 });
    // That ids of services answer their devices is known by now: no look at all devices for one that is not there.
    expect((await byId.services([bare, unknown], false, about)).items).toEqual([]);
    expect(await sent()).toEqual({ getDevicesById: 1 });
  });
});

test("until a service's id was seen to answer its device all devices are looked at for it", async () => {
  await inWorld({ "user-service": "missing" }, async ({ byId, sent, live }) => {
    expect((await byId.services([unknown], false, about)).items).toEqual([]);
    expect(await sent()).toEqual({ getServicesById: 1, IntrospectionQuery: 1, getDevicesById: 1, listDevices: 1 });
    const ids = live.slice(0, 2).map(({ services }) => services[0]?.id ?? "");
    expect((await byId.services(ids, false, about)).items.map((service) => service.id)).toEqual(ids);
    expect(await sent()).toEqual({ getDevicesById: 1, getServicesOfDevices: 1 });
  });
  await inWorld({ "user-service": "missing", "device-by-service-id": "nothing" }, async ({ byId, sent, live }) => {
    const ids = live.slice(0, 2).map(({ services }) => services[0]?.id ?? "");
    const { items } = await byId.services([...ids, unknown], false, about);
    expect(items.map(({ id, device }) => [id, device.id])).toEqual(ids.map((id, index) => [id, live[index]?.id]));
    expect(await sent()).toMatchObject({ listDevices: 1, getServicesOfDevices: 1 });
  });
});

test("a failure that says nothing of the schema is no reason to look elsewhere", async () => {
  await inWorld({}, async ({ byId, sent, control, live }) => {
    await control.faults([{ kind: "graphql-error", match: { operation: "getServicesById" } }]);
    await expect(byId.services([live[0]?.services[0]?.id ?? ""], false, about)).rejects.toThrow("A fault of the sandbox");
    expect(await sent()).toEqual({ getServicesById: 1 });
  });
});

test("the device of an id is asked for once more only where its id is one of a service that answers for itself", async () => {
  await inWorld({}, async ({ byId, sent, live, sandbox }) => {
    const [one, other] = live;
    const asked = [one?.services[0]?.id.toLowerCase() ?? "", other?.id ?? ""];
    const { accountId, devices } = await byId.deviceOf(asked, about);
    expect(accountId).toBe(sandbox.accountId);
    expect([...devices].map(([id, device]) => [id, device.id])).toEqual([
      [asked[0], one?.id],
      [asked[1], other?.id],
    ]);
    expect(await sent()).toEqual({ getDevicesById: 1 });
    expect((await byId.deviceOf([unknown], about)).devices.size).toBe(0);
    expect(await sent()).toEqual({ getDevicesById: 1 });
  });
  await inWorld({ "device-by-service-id": "nothing" }, async ({ byId, sent, live }) => {
    const ids = live.slice(0, 2).map(({ services }) => services[0]?.id ?? "");
    expect([...(await byId.deviceOf([...ids, unknown], about)).devices.values()].map(({ id }) => id)).toEqual(
      live.slice(0, 2).map(({ id }) => id),
    );
    expect(await sent()).toEqual({ getDevicesById: 2, getServicesById: 1 });
    await byId.deviceOf([unknown], about);
    expect(await sent()).toEqual({ getDevicesById: 1, getServicesById: 1 });
  });
});

test("null in place of a list says nothing of its ids: it is an error that names them", async () => {
  const server = await startServer();
  try {
    server.answer = json({ data: { login: { account: { id: "A", tags: [], device: null, service: null } } } });
    const client = createClient(settingsFor(server.url));
    const byId = createById(client, () => devicePages(client, createPageSize(), {}, about));
    for (const kind of ["device", "service"] as const) {
      const reading = byId[`${kind}s`](["80:01"], false, about);
      await expect(reading).rejects.toBeInstanceOf(GraphqlError);
      await expect(reading).rejects.toThrow(`in place of the list of ${kind}s for 80:01,`);
    }
  } finally {
    await server.stop();
  }
});
