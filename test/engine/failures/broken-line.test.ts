import type { Program } from "../support";
import { useAccount } from "../support/account";
import { asked } from "../../faults/support";
import { summary } from "../../faults/summary";
import { owned } from "../../faults/things";

const account = useAccount();

/** Three services on a device that is there, a device that is claimed, and one that is made. */
async function fleet() {
  const { control, sandbox } = account;
  const deviceId = await owned(control, { hardwareId: "hw-pump", name: "pump" });
  const { claimCode = "" } = await control.agent({ hardwareId: "hw-gate", name: "fresh" });
  const provision = { projectKey: sandbox.projectKey, projectSecret: sandbox.projectSecret };
  const program: Program = ({ remoteit }) => {
    for (const port of [22, 23, 24])
      new remoteit.Service(`ssh-${port}`, { deviceId, name: `ssh-${port}`, application: "SSH", port });
    new remoteit.Device("gate", { claimCode, hardwareId: "hw-gate", name: "gate" });
    new remoteit.Device("kiosk", { provision, hardwareId: "hw-kiosk", name: "kiosk" });
  };
  const config = { "remoteit:developerKey": { secret: sandbox.developerKey } };
  return { pump: deviceId, stack: await account.stack(program, { config }), secrets: [claimCode, sandbox.projectSecret] };
}

type Fleet = Awaited<ReturnType<typeof fleet>>;

const creations = ["addService", "claimDevice", "device/register"];

async function expectExactlyWhatIsDeclared({ stack, pump }: Pick<Fleet, "stack" | "pump">): Promise<void> {
  const { lines, ids } = await summary(account.control);
  expect(lines).toEqual(["gate []", "kiosk []", "pump [ssh-22 28 22, ssh-23 28 23, ssh-24 28 24]"]);
  const { resources } = await stack.state();
  const inState = (type: string) =>
    Object.values(resources).flatMap((resource) => (resource.type.endsWith(`:${type}`) ? [resource.id?.toUpperCase()] : []));
  expect(inState("Service").sort()).toEqual(ids.Service.sort());
  expect(inState("Device").sort()).toEqual(ids.Device.filter((id) => id !== pump).sort());
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
}

test("services, a claim and a registration whose answers are lost are each made once, in one up", async () => {
  const { stack, pump, secrets } = await fleet();
  await account.control.faults(
    creations.map((operation) => ({
      kind: "lost-answer" as const,
      match: { operation },
      times: operation === "addService" ? 2 : 1,
    })),
  );
  const up = await stack.up();
  expect(up).toMatchObject({ code: 0, changes: { create: 5 } });
  expect(up.output).toContain("its answer was lost, but it was carried out.");
  for (const secret of secrets) expect(up.output).not.toContain(secret);
  await expectExactlyWhatIsDeclared({ stack, pump });
});

test.each([
  ["were carried out and not answered", { kind: "slow-answer" as const, ms: 6000 }],
  ["were not carried out", { kind: "timeout" as const }],
])("an up that is killed while its creates %s is finished by the next one, with nothing twice", async (_name, fault) => {
  const { stack, pump, secrets } = await fleet();
  await account.control.faults(creations.map((operation) => ({ ...fault, match: { operation } })));
  const killed = stack.up();
  await asked(account.control, "graphql:addService", 3);
  await asked(account.control, "graphql:claimDevice");
  await asked(account.control, "rest:device/register");
  stack.kill();
  expect((await killed).code).not.toBe(0);
  await account.control.settled();
  await account.control.clearFaults();
  expect((await stack.state()).resources).toEqual({});

  await stack.run("cancel", "--yes");
  const up = await stack.up();
  expect({ code: up.code, errors: up.errors }).toEqual({ code: 0, errors: [] });
  for (const secret of secrets) expect(up.output).not.toContain(secret);
  await expectExactlyWhatIsDeclared({ stack, pump });
});
