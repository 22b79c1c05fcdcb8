import { resources } from "../../provider/domains";
import { summary } from "./summary";
import { useGround } from "./support";
import { owned } from "./things";

const ground = useGround();

const read = async (said: string[]) => {
  const id = await owned(ground.control, { hardwareId: "hw-pump", name: "pump" });
  return () => resources.device.read(ground.run(said), id, { name: "pump" });
};

test("a wait that the server asks for is told, with its reason, when it is longer than a second", async () => {
  const said: string[] = [];
  const reading = await read(said);
  await ground.control.faults([{ kind: "status", status: 429, retryAfter: 1.2, times: 1 }]);
  await reading();
  expect(said.join("\n")).toMatch(
    /Reading device "pump" .*: remote.it limits the rate of requests .* Waiting 2 s before try 2 of 3\./,
  );
});

test("a shorter wait is not worth a word", async () => {
  const said: string[] = [];
  const reading = await read(said);
  await ground.control.faults([{ kind: "status", status: 429, retryAfter: 0.2, times: 1 }]);
  await reading();
  expect(said).toEqual([]);
});

test("a clock that is off is told once, however many requests are signed by it", async () => {
  const said: string[] = [];
  const reading = await read(said);
  const context = ground.run(said);
  await ground.control.clock(-3600);
  await resources.device.read(context, "80:00:00:00:00:00:00:01", {});
  await resources.device.read(context, "80:00:00:00:00:00:00:01", {});
  expect(said).toEqual([
    expect.stringMatching(/This machine's clock is (3599|3600|3601) s ahead of remote.it's\. .*set the clock/),
  ]);
  await reading();
});

test("looking for what a lost request may have made is told, and what came of it", async () => {
  const deviceId = await owned(ground.control, { hardwareId: "hw-pump", name: "pump" });
  await ground.control.faults([{ kind: "reset", match: { operation: "addService" }, times: 1 }]);
  const said: string[] = [];
  await resources.service.create(ground.run(said, { timeoutSeconds: 1 }), { deviceId, name: "ssh", application: "SSH" });
  expect(said).toEqual([expect.stringMatching(/ECONNRESET.* Looking for what it may have made\. Waiting up to 1 s\./)]);
});

test("a provisioned device whose registration lost its answer is managed, and its lost secret is told", async () => {
  const { projectKey, projectSecret } = ground.sandbox;
  const provision = { projectKey, projectSecret };
  await ground.control.faults([{ kind: "lost-answer", match: { operation: "device/register" }, times: 1 }]);
  const said: string[] = [];
  const { id, outputs } = await resources.device.create(ground.run(said), { provision, hardwareId: "hw-kiosk", name: "kiosk" });
  expect(outputs).toMatchObject({ origin: "provisioned", deviceSecret: undefined });
  expect(said.join("\n")).toContain(`Device "kiosk": it was made as ${id}, but the answer with its secret was lost.`);
  expect(said.join("\n")).not.toContain(projectSecret);
  expect((await summary(ground.control)).lines).toEqual(["kiosk []"]);
});
