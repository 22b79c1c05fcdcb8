import fc from "fast-check";
import { ownServiceName, sameServiceName, serviceNameEnd } from "../../../provider/domains/services/name";
import { useServices } from "../support";

const on = (deviceName: string | null) => (one: string, other: string) => sameServiceName(one, other, { deviceName });

describe("two names of a service are one", () => {
  const same = on("Pump (7)");

  test.each([
    ["ssh", "ssh"],
    ["ssh", "Pump (7) - ssh"],
    ["Pump (7) - ssh", "ssh"],
    ["ssh", "pump (7)_ssh"],
    ["Pump (7)-ssh", "PUMP (7) -_ ssh"],
    ["Pump (7) - ssh", "Pump (7) - Pump (7) - ssh"],
    ["Pump (7) - ", "Pump (7) - "],
  ])("%j and %j", (one, other) => expect(same(one, other)).toBe(true));

  test.each([
    ["ssh", "SSH"],
    ["ssh", "Pump (7)ssh"],
    ["ssh", "Pump 7 - ssh"],
    ["ssh", "Valve - ssh"],
    ["", "Pump (7) - "],
    ["Pump (7) - ssh", "Pump (7) - web"],
  ])("%j and %j are not", (one, other) => expect(same(one, other)).toBe(false));

  test("also where the device has no name, and then only equal ones", () => {
    for (const same of [on(null), on("")]) expect([same("ssh", "ssh"), same("ssh", " - ssh")]).toEqual([true, false]);
  });

  test("whatever the device is called, and they end alike", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const own = text.filter((name) => !/^[- _]/.test(name));
    fc.assert(
      fc.property(text, own, fc.constantFrom(" - ", "-", "_", " ", " _-"), (device, name, separator) => {
        const stored = device + separator + name;
        expect([on(device)(name, stored), on(device)(stored, name)]).toEqual([true, true]);
        expect(serviceNameEnd(stored)).toBe(serviceNameEnd(name));
      }),
    );
  });

  test("and what the service itself is called is told", () => {
    expect(["pump - ssh", "ssh", "valve - ssh"].map((name) => ownServiceName(name, "pump"))).toEqual([
      "ssh",
      "ssh",
      "valve - ssh",
    ]);
  });
});

describe("where names are stored with the device's before them", () => {
  const account = useServices({ world: { "service-names": "prefixed" } });

  test("a service is made once, drifts never and is renamed once, however often the program runs", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const ssh = { deviceId, name: "ssh", application: "SSH" };
    const again = async (declared: object) => {
      await stack.up({ ...declared });
      await stack.refresh();
      await stack.up({ ...declared });
      expect(stack.state?.properties).toMatchObject(declared);
    };
    await again(ssh);
    expect(await account.services(deviceId)).toMatchObject([{ name: "pump - ssh" }]);
    expect(await account.sent("rename")).toBe(0);

    await again({ ...ssh, port: 2222 });
    expect(await account.sent("rename")).toBe(0);

    await again({ ...ssh, name: "shell", port: 2222 });
    expect(await account.services(deviceId)).toMatchObject([{ name: "pump - shell", port: 2222 }]);
    expect(await account.sent("rename")).toBe(1);
    expect(await account.sent("addService")).toBe(1);
  });

  test("a service that is declared with the device's name is the same after each run too", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const declared = { deviceId, name: "pump - ssh", application: "SSH" };
    await stack.up(declared);
    await stack.refresh();
    expect(stack.state?.properties).toMatchObject(declared);
    await stack.up({ ...declared, port: 2222 });
    expect(await account.sent("rename")).toBe(0);
  });

  test("after the device was renamed the old name shows as a change, and one run puts it right", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const ssh = { deviceId, name: "ssh", application: "SSH" };
    await stack.up(ssh);
    await account.rename(deviceId, "valve");
    await stack.refresh();
    expect(stack.state?.properties).toMatchObject({ name: "pump - ssh" });
    await stack.up(ssh);
    await stack.refresh();
    await stack.up(ssh);
    expect(await account.services(deviceId)).toMatchObject([{ name: "valve - ssh" }]);
    expect(stack.state?.properties).toMatchObject(ssh);
    expect(await account.sent("rename")).toBe(1);
  });

  test("a service whose answer was lost is found under its stored name", async () => {
    const deviceId = await account.pump();
    await account.control.faults([{ kind: "lost-answer", match: { operation: "addService" }, times: 1 }]);
    await account.stack().up({ deviceId, name: "ssh", application: "SSH" });
    expect(await account.services(deviceId)).toHaveLength(1);
  });

  test("one that REST made drifts never either", async () => {
    const deviceId = await account.pump({ configurable: false });
    const { projectKey, projectSecret } = account.sandbox;
    const stack = account.stack();
    const declared = { deviceId, name: "ssh", application: "SSH", provision: { projectKey, projectSecret } };
    await stack.up(declared);
    await stack.refresh();
    expect(await account.services(deviceId)).toMatchObject([{ name: "pump - ssh" }]);
    expect(stack.state?.properties).toMatchObject({ name: "ssh" });
  });
});

describe("where names are stored as they were sent", () => {
  const account = useServices();
  const both = [
    { name: "pump - ssh", application: 28 },
    { name: "ssh", application: 28 },
  ];

  test.each([
    ["ssh", "pump - ssh"],
    ["pump - ssh", "ssh"],
  ])("a declared %j adopts an equal %j, and leaves its name", async (name, stored) => {
    const deviceId = await account.pump({ services: [{ name: stored, application: 28 }] });
    const stack = account.stack();
    await stack.up({ deviceId, name, application: "SSH" });
    await stack.refresh();
    expect(stack.state?.properties).toMatchObject({ name });
    expect(await account.services(deviceId)).toMatchObject([{ id: stack.state?.id, name: stored }]);
  });

  test.each(["ssh", "pump - ssh"])("of two that would do, %j adopts the one with just this name", async (name) => {
    for (const services of [both, [...both].reverse()]) {
      await account.control.reset();
      const deviceId = await account.pump({ services });
      const stack = account.stack();
      await stack.up({ deviceId, name, application: "SSH" });
      const live = await account.services(deviceId);
      expect(live.find(({ id }) => id === stack.state?.id)?.name).toBe(name);
      expect(live).toHaveLength(2);
    }
  });

  test("a name that another device's is before is another name", async () => {
    const deviceId = await account.pump({ services: [{ name: "valve - ssh", application: 28 }] });
    await account.stack().up({ deviceId, name: "ssh", application: "SSH" });
    expect(await account.services(deviceId)).toHaveLength(2);
  });

  test("a change of the name that only takes the device's off is carried out, as the plan says", async () => {
    const deviceId = await account.pump({ services: [{ name: "pump - ssh", application: 28 }] });
    const stack = account.stack();
    await stack.up({ deviceId, name: "pump - ssh", application: "SSH" });
    await stack.up({ deviceId, name: "ssh", application: "SSH" });
    expect(await account.services(deviceId)).toMatchObject([{ name: "ssh" }]);
    await stack.up({ deviceId, name: "pump - ssh", application: "SSH" });
    expect(await account.services(deviceId)).toMatchObject([{ name: "pump - ssh" }]);
  });
});
