import { useWatch } from "./support";

const account = useWatch();

async function pump() {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump" }, "pump");
  return { id: deviceId, at: account.here([record]) };
}

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it with 0 at once, also while remote.it does not answer", async (signal) => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, kind: "timeout", ms: 600_000 }]);
  await watching.post({ device: id });
  await account.asked("graphql:getDevicesById", 1);
  watching.child.kill(signal);
  expect(await watching.ended).toMatchObject({ code: 0, signal: null });
});

test("it ends with 0 before it has read anything", async () => {
  const { at } = await pump();
  await account.control.faults([{ match: { operation: "graphql:listDevices" }, kind: "timeout", ms: 600_000 }]);
  const watching = await account.watch(at, [], { ready: false });
  watching.child.kill("SIGTERM");
  expect(await watching.ended).toMatchObject({ code: 0, signal: null, stdout: "" });
});

test("a command that is still running is ended with it", async () => {
  const { id, at } = await pump();
  await account.rename(id, "by hand");
  const watching = await account.watch(at, ["--notify-command", "echo begun >&2; sleep 600"]);
  await watching.says("begun");
  watching.child.kill("SIGTERM");
  // Its end is seen only when nobody holds standard error open any more.
  expect(await watching.ended).toMatchObject({ code: 0 });
});

test("whoever read its output and goes away ends it", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.rename(id, "by hand");
  watching.child.stdout.destroy();
  watching.child.kill("SIGHUP");
  expect(await watching.ended).toMatchObject({ code: 0, signal: null });
});
