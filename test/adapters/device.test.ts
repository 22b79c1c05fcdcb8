import { summary } from "../faults/summary";
import { asked } from "../faults/support";
import type { Declaration } from ".";
import { adapterNames, useAdapterAccount } from "./account";

const account = useAdapterAccount();

describe.each(adapterNames)("through the %s adapter", (adapter) => {
  const stackOf = () => account.stack(adapter, { developerKey: undefined });

  const device = (properties: Record<string, unknown>): Declaration => ({ pump: { type: "Device", properties } });

  test("a device without an origin says which there are, before anything is sent", async () => {
    const { errors } = await stackOf().up(device({ name: "pump" }));
    expect(errors.join()).toContain("an origin is missing: write exactly one of deviceId, claimCode, hardwareId, provision");
    expect((await account.control.requests()).total).toBe(0);
  });

  test("without a developer key, making a device says where to get one and sends nothing over REST", async () => {
    const { projectKey, projectSecret } = account.sandbox;
    const { errors } = await stackOf().up(device({ provision: { projectKey, projectSecret }, hardwareId: "hw-kiosk" }));
    expect(errors.join()).toContain("remoteit:developerKey");
    expect(Object.keys((await account.control.requests()).byOperation).join()).not.toContain("rest:");
  });

  test("with waitSeconds, destroy waits until an active device goes offline, and tells so", async () => {
    const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw-pump", name: "fresh", online: true });
    const stack = stackOf();
    expect(await stack.up(device({ claimCode, waitSeconds: 50 }))).toMatchObject({ created: ["pump"], errors: [] });
    const read = (await account.control.requests()).byOperation["graphql:getDevicesById"] ?? 0;
    const running = stack.destroy();
    await asked(account.control, "graphql:getDevicesById", read + 1);
    await account.control.agentState(deviceId, "offline");
    const { deleted, errors, said } = await running;
    expect({ deleted, errors }).toEqual({ deleted: ["pump"], errors: [] });
    expect(said.join("\n")).toContain("it is active. Waiting up to 50 s.");
    expect((await summary(account.control)).lines).toEqual([]);
  });
});
