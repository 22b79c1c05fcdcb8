import { useWatch, type WatchAccount } from "./support";

const seconds = async (work: Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work;
  return (performance.now() - from) / 1_000;
};

/** Somebody adds a service to the device by hand. */
async function addService({ byHand }: WatchAccount, id: string): Promise<string> {
  const adding = 'mutation($id: String!) { addService(deviceId: $id, name: "web", application: 7) { id } }';
  const { addService: made } = (await byHand(adding, { id })) as { addService: { id: string } };
  return made.id;
}

describe.each(["keys", "table"] as const)("where remote.it calls in the form webhook-form=%s", (form) => {
  const account = useWatch({ world: { "webhook-form": form } });

  test("the watch tells within seconds what drifts where a device moves, and where it moves again", async () => {
    const [id = ""] = await account.devices("pump");
    const record = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
    const watching = await account.watch(account.here([record]), ["--settle", "2s"]);
    await account.hook(watching);
    await account.rename(id, "by hand");
    await account.comesOnline(id);
    expect(await seconds(watching.events(1))).toBeLessThan(10);
    // Within the same minute.
    await account.rename(id, "pump");
    await account.comesOnline(id);
    expect(await seconds(watching.events(2))).toBeLessThan(10);
    expect(await watching.events(2)).toMatchObject([
      { event: "drift", status: "changed", id },
      { event: "resolved", status: "changed", id },
    ]);
  });

  test("the call of a service alone leads to its device", async () => {
    const [deviceId = ""] = await account.devices("gateway");
    const record = await account.make("Service", { deviceId, name: "ssh", application: "SSH" }, "ssh");
    const watching = await account.watch(account.here([record]));
    await account.rename(record.id, "by hand");
    await watching.post(form === "keys" ? { device: record.id } : { Device: record.id });
    expect(await watching.events(1)).toMatchObject([{ status: "changed", type: "Service", id: record.id }]);
  });

  test("a service whose device no stack knows leads to that device, in one request", async () => {
    const watching = await account.watch(account.here([]), ["--fail-on", "unmanaged", "--settle", "500ms"]);
    await account.hook(watching);
    const [id = ""] = await account.devices("unknown");
    const service = await addService(account, id);
    await watching.post(form === "keys" ? { device: service } : { Device: service });
    expect(await watching.events(2)).toMatchObject([
      { status: "unmanaged", type: "Device", id },
      { status: "unmanaged", type: "Service", id: service },
    ]);
    // They move, and it is known already that they are there.
    await account.comesOnline(id);
    for (let made = 0; made < 2; made = (await account.control.deliveries()).length);
    const [other = ""] = await account.devices("other");
    await account.comesOnline(other);
    expect((await watching.events(3))[2]).toMatchObject({ status: "unmanaged", id: other });
    expect((await account.control.requests()).byOperation["graphql:getDevicesById"]).toBe(2);
  });
});

describe("an undeclared service of a declared device", () => {
  const account = useWatch();

  test("leads to that device, and does not make it unmanaged", async () => {
    const [id = ""] = await account.devices("pump");
    const record = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
    const watching = await account.watch(account.here([record]), ["--fail-on", "changed,unmanaged"]);
    const service = await addService(account, id);
    await account.rename(id, "by hand");
    await watching.post({ device: service });
    expect(await watching.events(2)).toMatchObject([
      { status: "changed", type: "Device", id },
      { status: "unmanaged", type: "Service", id: service },
    ]);
  });
});

describe("where remote.it answers nothing for the id of a service", () => {
  const account = useWatch({ world: { "device-by-service-id": "nothing" } });

  test("nothing is reported for it, and the call of its device is not missed", async () => {
    const watching = await account.watch(account.here([]), ["--fail-on", "unmanaged"]);
    const [id = ""] = await account.devices("unknown");
    const service = await addService(account, id);
    await watching.post({ device: service });
    await account.asked("graphql:getDevicesById", 1);
    await account.hook(watching);
    await account.comesOnline(id);
    expect(await watching.events(2)).toMatchObject([
      { status: "unmanaged", type: "Device", id },
      { status: "unmanaged", type: "Service", id: service },
    ]);
  });
});

describe("ids that no stack knows", () => {
  const account = useWatch();

  test("hold up nothing that a stack knows, although looking at them fails", async () => {
    const [id = ""] = await account.devices("pump");
    const record = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
    const watching = await account.watch(account.here([record]), ["--fail-on", "changed,unmanaged"]);
    await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, times: 1, kind: "graphql-error" }]);
    await watching.post({ device: "80:FF" });
    // Now it waits before it asks for that one again.
    await watching.says("The watch goes on and tries again");
    await account.rename(id, "by hand");
    await watching.post({ device: id });
    expect(await seconds(watching.events(1))).toBeLessThan(4);
    await watching.says("What no stack holds: all is well again");
  });
});
