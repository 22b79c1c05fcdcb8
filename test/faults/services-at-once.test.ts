import { resources, type Context } from "../../provider/domains";
import { summary } from "./summary";
import { useGround } from "./support";
import { owned } from "./things";

const ground = useGround();

let deviceId: string;
beforeEach(async () => {
  deviceId = await owned(ground.control, { hardwareId: "hw-pump", name: "pump" });
});

const create = async (context: Context) =>
  (await resources.service.create(context, { deviceId, name: "ssh", application: "SSH" })).id;

const twoEqualOnes = async () => {
  const context = ground.run();
  const ids = await Promise.all([create(context), create(context)]);
  const account = await summary(ground.control);
  expect(account.lines).toEqual(["pump [ssh 28 22, ssh 28 22]"]);
  expect(ids.sort()).toEqual(account.ids.Service.sort());
};

test("two equal services whose answers are both lost are two services, each of one resource", async () => {
  await ground.control.faults([{ kind: "lost-answer", match: { operation: "addService" }, times: 2 }]);
  await twoEqualOnes();
});

test("a service whose request was cut does not take the equal one that is being answered to another resource", async () => {
  await ground.control.faults([
    { kind: "reset", match: { operation: "addService" }, times: 1 },
    { kind: "slow-answer", ms: 700, match: { operation: "addService" }, times: 1 },
  ]);
  await twoEqualOnes();
});

test("a service whose answer is lost, and which then cannot be looked for, is taken by the next up", async () => {
  await ground.control.faults([
    { kind: "lost-answer", match: { operation: "addService" }, times: 1 },
    { kind: "slow", ms: 0, match: { operation: "getDevicesById" }, times: 1 },
    { kind: "status", match: { operation: "getDevicesById" } },
    { kind: "status", match: { operation: "listDevices" } },
  ]);
  const failed = create(ground.run([], { maxRetries: 1 }));
  await expect(failed).rejects.toThrow(
    /^Creating service "ssh".* failed: .* cut the line .* It could not be looked for: .* HTTP 500/,
  );
  await expect(failed).rejects.toThrow("it first looks for what this request may have made, and makes nothing twice");
  await ground.control.clearFaults();
  const said: string[] = [];
  const id = await create(ground.run(said));
  expect(said).toEqual([
    `Service "ssh" (on device ${deviceId}): it exists already, as ${id}, and is adopted. Destroying the resource leaves it in the account; deleteOnDestroy: true deletes it as well.`,
  ]);
  expect(await summary(ground.control)).toMatchObject({ lines: ["pump [ssh 28 22]"], ids: { Service: [id] } });
});
