import { controlOf, startSandbox, type Control, type Sandbox } from "../../sandbox";
import { summary } from "../faults/summary";
import { asked } from "../faults/support";
import { type AdapterName, adapters, adapterStack, type AdapterStack, type Declaration } from ".";

let sandbox: Sandbox;
let control: Control;
beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
});
beforeEach(() => control.reset());
afterAll(() => sandbox.stop());

describe.each(Object.keys(adapters) as AdapterName[])("through the %s adapter", (adapter) => {
  /** A stack that has no developer key. */
  function stackOf(): AdapterStack {
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    return adapterStack(adapters[adapter], { default: { endpoint, accessKeyId, secretAccessKey } });
  }

  const device = (properties: Record<string, unknown>): Declaration => ({ pump: { type: "Device", properties } });

  test("a device without an origin says which there are, before anything is sent", async () => {
    const { errors } = await stackOf().up(device({ name: "pump" }));
    expect(errors.join()).toContain("an origin is missing: write exactly one of deviceId, claimCode, hardwareId, provision");
    expect((await control.requests()).total).toBe(0);
  });

  test("without a developer key, making a device says where to get one and sends nothing over REST", async () => {
    const { projectKey, projectSecret } = sandbox;
    const { errors } = await stackOf().up(device({ provision: { projectKey, projectSecret }, hardwareId: "hw-kiosk" }));
    expect(errors.join()).toContain("remoteit:developerKey");
    expect(Object.keys((await control.requests()).byOperation).join()).not.toContain("rest:");
  });

  test("with waitSeconds, destroy waits until an active device goes offline, and tells so", async () => {
    const { deviceId, claimCode } = await control.agent({ hardwareId: "hw-pump", name: "fresh", online: true });
    const stack = stackOf();
    expect(await stack.up(device({ claimCode, waitSeconds: 50 }))).toMatchObject({ created: ["pump"], errors: [] });
    const read = (await control.requests()).byOperation["graphql:getDevicesById"] ?? 0;
    const running = stack.destroy();
    await asked(control, "graphql:getDevicesById", read + 1);
    await control.agentState(deviceId, "offline");
    const { deleted, errors, said } = await running;
    expect({ deleted, errors }).toEqual({ deleted: ["pump"], errors: [] });
    expect(said.join("\n")).toContain("it is active. Waiting up to 50 s.");
    expect((await summary(control)).lines).toEqual([]);
  });
});
