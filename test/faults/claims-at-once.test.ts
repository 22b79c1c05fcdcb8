import { resources } from "../../provider/domains";
import { summary } from "./summary";
import { asked, useGround } from "./support";

const ground = useGround();
const claimDevice = { operation: "claimDevice" };

const shown = async (name: string) => {
  const { deviceId, claimCode = "" } = await ground.control.agent({ hardwareId: `hw-${name}`, name, online: false });
  return { deviceId, claimCode, hardwareId: `hw-${name}` };
};

/** A device that registers by itself, as others of a fleet do at any time. */
async function registers(name: string): Promise<string> {
  const query = "{ login { account { registrationCode } } }";
  const { login } = (await ground.control.change(query)) as { login: { account: { registrationCode: string } } };
  const code = login.account.registrationCode;
  return (await ground.control.agent({ hardwareId: `hw-${name}`, name, code })).deviceId;
}

test("a claim that was cut off takes its own device, and not one that registers meanwhile", async () => {
  const { deviceId, claimCode } = await shown("fresh");
  await ground.control.faults([{ kind: "reset", match: claimDevice, times: 1 }]);
  const claiming = resources.device.create(ground.run(), { claimCode, name: "pump" });
  await asked(ground.control, "graphql:claimDevice");
  await registers("stranger");
  expect((await claiming).id).toBe(deviceId);
  expect((await summary(ground.control)).lines).toEqual(["pump []", "stranger []"]);
});

test("a claim whose answer was lost and that is then refused takes nobody: it names what is new, and the line to write", async () => {
  const { deviceId, claimCode } = await shown("fresh");
  await ground.control.faults([{ kind: "lost-answer", match: claimDevice, times: 1 }]);
  const claiming = resources.device.create(ground.run(), { claimCode, name: "pump" });
  claiming.catch(() => undefined);
  await asked(ground.control, "graphql:claimDevice");
  const stranger = await registers("stranger");
  await expect(claiming).rejects.toMatchObject({ name: "UnprovenClaimError" });
  for (const id of [deviceId, stranger]) await expect(claiming).rejects.toThrow(id.toLowerCase());
  await expect(claiming).rejects.toThrow(/write its id in place of claimCode: deviceId: "/);
  expect((await summary(ground.control)).lines).toEqual(["fresh []", "stranger []"]);
  await resources.device.create(ground.run(), { deviceId, name: "pump" });
  expect((await summary(ground.control)).lines).toEqual(["pump []", "stranger []"]);
});

test("a wrong claim code takes no device that registers meanwhile", async () => {
  const claiming = resources.device.create(ground.run(), { claimCode: "WRONG-CODE", name: "pump" });
  claiming.catch(() => undefined);
  await asked(ground.control, "graphql:listDeviceIds");
  await registers("stranger");
  await expect(claiming).rejects.toMatchObject({ name: "RefusedError" });
  expect((await summary(ground.control)).lines).toEqual(["stranger []"]);
});

test("claims that lose their answers do so one at a time, and each gets its own device by its hardware id", async () => {
  const agents = [await shown("a"), await shown("b"), await shown("c")];
  await ground.control.faults([{ kind: "lost-answer", match: claimDevice, times: 2 }]);
  const context = ground.run();
  const claimed = await Promise.all(
    agents.map(({ claimCode, hardwareId }) => resources.device.create(context, { claimCode, hardwareId })),
  );
  expect(claimed.map(({ id }) => id.toUpperCase())).toEqual(agents.map(({ deviceId }) => deviceId));
});

test("a device that this run makes itself is not taken for the one of a claim", async () => {
  const { sandbox, control } = ground;
  const { projectKey, projectSecret } = sandbox;
  await control.faults([
    { kind: "lost-answer", match: claimDevice, times: 1 }, // of a code that is wrong: the refusal is lost
    { kind: "slow-answer", ms: 3000, match: { operation: "device/register" }, times: 1 },
  ]);
  const context = ground.run();
  const claiming = resources.device.create(context, { claimCode: "WRONG-CODE", name: "pump" });
  claiming.catch(() => undefined);
  await asked(control, "graphql:claimDevice");
  const provision = { projectKey, projectSecret };
  const made = resources.device.create(context, { provision, hardwareId: "hw-kiosk", name: "kiosk" });
  await expect(claiming).rejects.toMatchObject({ name: "UnprovenClaimError" });
  await made;
  expect((await summary(control)).lines).toEqual(["kiosk []"]);
});

test("of two resources that make a device for the same hardware, one does and the other names it", async () => {
  const { projectKey, projectSecret } = ground.sandbox;
  const provision = { projectKey, projectSecret };
  const context = ground.run();
  const create = () => resources.device.create(context, { provision, hardwareId: "hw-kiosk" });
  const [one, other] = await Promise.allSettled([create(), create()]);
  expect(one.status).toBe("fulfilled");
  expect(other).toMatchObject({ status: "rejected", reason: { name: "ConflictError" } });
  expect((await summary(ground.control)).lines).toEqual(["hw-kiosk []"]);
});
