import { useServices } from "../support";

describe.each(["filled", "empty"] as const)("where the server leaves %s what it is not told", (answer) => {
  const account = useServices({ world: { "service-defaults": answer } });

  test.each([
    ["a known type", { application: "SSH" }, 22],
    ["a type whose port the account knows", { application: "PostgreSQL" }, 5432],
    ["a port of its own", { application: "TCP", port: 9000 }, 9000],
  ])("a service of %s is at this machine, at its port, and on", async (_what, declared, port) => {
    const deviceId = await account.pump();
    const stack = account.stack();
    await stack.up({ deviceId, name: "it", ...declared });
    expect(await account.services(deviceId)).toMatchObject([{ host: "127.0.0.1", port, enabled: true }]);
  });

  test("what was sent in place of the program is not managed", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const declared = { deviceId, name: "it", application: "SSH" };
    await stack.up(declared);
    expect(Object.keys(stack.state?.properties ?? {}).sort()).toEqual(["accountId", "application", "deviceId", "name", "origin"]);
    const change = 'mutation($id: ID!) { updateService(id: $id, host: "10.0.0.7", port: 23, enabled: false) { id } }';
    await account.control.change(change, { id: stack.state?.id });
    await stack.refresh();
    await stack.up(declared);
    expect(await account.services(deviceId)).toMatchObject([{ host: "10.0.0.7", port: 23, enabled: false }]);
  });

  test("a type without a port needs one from the program, and nothing is sent", async () => {
    const deviceId = await account.pump();
    await expect(account.stack().up({ deviceId, name: "it", application: "TCP" })).rejects.toThrow(
      "Invalid port: none is declared, and application type TCP has none of its own. Declare the port",
    );
    await expect(account.stack().up({ deviceId, name: "it", application: 66 })).rejects.toThrow("application type 66 has none");
    expect(await account.sent("addService")).toBe(0);
  });

  test("of a type without a port one that is there is adopted without", async () => {
    const deviceId = await account.pump({ services: [{ name: "raw", application: 1, port: 9000 }] });
    await account.stack().up({ deviceId, name: "raw", application: "TCP" });
    expect(await account.services(deviceId)).toHaveLength(1);
  });

  test("known types are made with as many requests as ever", async () => {
    const deviceId = await account.pump();
    const before = (await account.control.requests()).total;
    await account.stack().up({ deviceId, name: "it", application: "SSH" });
    const { byOperation, total } = await account.control.requests();
    expect(byOperation).not.toHaveProperty("graphql:getApplicationTypes");
    expect(total - before).toBe(3); // the device, what mutations there are, the creation
  });
});

describe("where services are made by their device's hardware id", () => {
  const account = useServices({
    world: { "register-device": "offered", "service-defaults": "empty", "service-names": "prefixed" },
  });

  test("one is made whole too, and is the declared one ever after", async () => {
    const deviceId = await account.pump({ configurable: false });
    const { projectKey, projectSecret } = account.sandbox;
    const stack = account.stack();
    const declared = { deviceId, name: "ssh", application: "SSH", provision: { projectKey, projectSecret } };
    await stack.up(declared);
    await stack.refresh();
    await stack.up(declared);
    expect(await account.services(deviceId)).toMatchObject([{ name: "pump - ssh", host: "127.0.0.1", port: 22, enabled: true }]);
    expect(stack.state?.properties).toMatchObject({ name: "ssh" });
  });
});

describe("where a device takes each name once", () => {
  const account = useServices({ world: { "service-twins": "refused" } });

  test("another service of that name is named, with what it is", async () => {
    const deviceId = await account.pump({ services: [{ name: "ssh", application: 28, port: 2222 }] });
    const [live] = await account.services(deviceId);
    await expect(account.stack().up({ deviceId, name: "ssh", application: "SSH", port: 22 })).rejects.toThrow(
      `It is the name of ${live?.id ?? ""} (application SSH, host 127.0.0.1, port 2222, enabled). Choose another name; or declare that one as it is, and it is adopted.`,
    );
  });

  test("one that was made before, and nobody heard of it, is taken", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const declared = { deviceId, name: "ssh", application: "SSH" };
    await account.control.faults([{ kind: "lost-answer", match: { operation: "addService" } }]);
    await stack.up(declared).catch(() => undefined);
    await account.control.clearFaults();
    if (!stack.state) await stack.up(declared);
    expect(await account.services(deviceId)).toMatchObject([{ id: stack.state?.id }]);
  });
});
