import { adoptCode, importFile, readUnmanaged } from "../../drift/adopt";
import { useDriftAccount } from "./account";

const account = useDriftAccount({ world: { "service-names": "prefixed", "application-types": "newer" } });

const statuses = ({ findings }: Awaited<ReturnType<typeof account.drift>>) => findings.map(({ type, status }) => [type, status]);

test("a name that is stored with the device's before it is in sync, in either form, and so is a type that only the account names", async () => {
  const [deviceId = ""] = await account.devices("pump");
  const records = [
    await account.make("Device", { deviceId }),
    await account.make("Service", { deviceId, name: "ssh", application: "SSH" }),
    await account.make("Service", { deviceId, name: "pump - web", application: "HTTP" }),
    await account.make("Service", { deviceId, name: "plc", application: "Modbus" }),
  ];
  expect(statuses(await account.drift(records))).toEqual([]);
});

test("another name is a change, told as it is stored; one with the name that the device had before is another", async () => {
  const [deviceId = ""] = await account.devices("pump");
  const service = await account.make("Service", { deviceId, name: "ssh", application: "SSH" });
  const device = await account.make("Device", { deviceId });
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "shell") }', { id: service.id });
  const { findings } = await account.drift([service, device]);
  expect(findings[0]?.changes).toEqual([{ path: "name", kind: "update", expected: "ssh", actual: "pump - shell" }]);
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "ssh") }', { id: service.id });
  expect(statuses(await account.drift([service, device]))).toEqual([]);
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "valve") }', { id: deviceId });
  expect(statuses(await account.drift([service, device]))).toEqual([["Service", "changed"]]);
});

test("what adopts a service has its stored name, and the device's once in its own", async () => {
  const [deviceId = ""] = await account.devices("pump");
  const long = "x".repeat(100);
  for (const name of ["ssh", long])
    await account.byHand(
      "mutation($deviceId: String!, $name: String!) { addService(deviceId: $deviceId, name: $name, application: 502) { id } }",
      { deviceId, name },
    );
  const unmanaged = await readUnmanaged(account.context(), (await account.drift([])).findings);
  const program = [...adoptCode(unmanaged, "typescript")].join("");
  expect(program).toContain('new Service("pump-ssh", { deviceId: pump.id, name: "pump - ssh", application: 502,');
  expect(program).toContain(`name: "${long}"`);
  expect([...importFile(unmanaged)].join("")).toContain('"name":"pump-ssh"');
});
