import { useWatch } from "./support";

const account = useWatch();

test("what a look has found out is not undone by a scan that had read the account before", async () => {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump" }, "pump");
  const watching = await account.watch(account.here([record]));
  await account.control.faults([{ match: { operation: "graphql:listDevices" }, times: 1, kind: "slow-answer", ms: 4_000 }]);
  watching.child.kill("SIGHUP");
  await account.asked("graphql:listDevices", 1);
  await account.rename(deviceId, "by hand");
  await watching.post({ device: deviceId });
  expect(await watching.events(1)).toMatchObject([{ event: "drift", id: deviceId }]);
  expect(watching.stderr().split("Compared")).toHaveLength(2); // the scan is still waiting
  await watching.says("Compared", 2);
  watching.child.kill("SIGHUP");
  await watching.says("Compared", 3);
  watching.child.kill("SIGTERM");
  expect((await watching.ended).stdout.trim().split("\n")).toHaveLength(1);
});
