import * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { claimedDevice } from "../engine/support/contents";
import { useServed } from "./support/account";
import { ask, plain, secret, struct, type Properties } from "./support/calls";

const served = useServed({ devices: 1200, services: 1 });

async function invoke(name: string, args: Properties = {}) {
  const request = new pb.InvokeRequest().setTok(`remoteit:index:${name}`).setArgs(struct(args));
  const answer = await ask(served.client, "invoke", request);
  const failures = answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
  return { result: plain(answer.getReturn()), failures };
}

test("getDevices gives the devices of all pages that match", async () => {
  const { result } = await invoke("getDevices");
  expect(result?.["devices"]).toHaveLength(1200);
  const { result: tagged } = await invoke("getDevices", { tag: { values: ["pump"] }, application: ["ssh"] });
  const devices = tagged?.["devices"] as { tags: string[] }[];
  expect(devices.length).toBeGreaterThan(0);
  for (const { tags } of devices) expect(tags).toContain("pump");
});

test("getDevice, getServices and getService show the same things, and getService attributes too", async () => {
  const services = [{ name: "ssh", application: 28, port: 22 }];
  const { deviceId } = await claimedDevice(served.control, { name: "pump-x", hardwareId: "hw-x", services });
  const { result: device } = await invoke("getDevice", { id: deviceId });
  expect(device).toMatchObject({ id: deviceId, name: "pump-x", hardwareId: "hw-x", configurable: true });
  const { result: list } = await invoke("getServices", { deviceId });
  const [service] = list?.["services"] as Properties[];
  expect(service).toMatchObject({ name: "ssh", application: 28, title: "SSH", deviceId });
  expect((await invoke("getService", { id: service?.["id"] })).result).toEqual({ ...service, attributes: {} });
  expect(device?.["services"]).toEqual([service]);
});

test("getEvents tells what happened in a period", async () => {
  const { deviceId } = await claimedDevice(served.control, { name: "pump-e", hardwareId: "hw-e", online: true });
  const from = new Date().toISOString();
  await served.control.agentState(deviceId, "offline");
  const { result } = await invoke("getEvents", { from, types: ["DEVICE_STATE"] });
  expect(result?.["events"]).toEqual([expect.objectContaining({ state: "inactive", deviceIds: [deviceId] })]);
});

test("getApplicationTypes and getAccount", async () => {
  const { result } = await invoke("getApplicationTypes");
  expect(result?.["applicationTypes"]).toContainEqual(expect.objectContaining({ id: 28, name: "SSH" }));
  expect((await invoke("getAccount")).result).toMatchObject({ id: served.sandbox.accountId });
});

test("the address of the webhook is a secret: who knows its path may be able to call it", async () => {
  await served.control.change(
    'mutation { setNotificationSettings(notificationUrl: "https://example.com/hook", urlNotifications: true) }',
  );
  const { result } = await invoke("getWebhook");
  expect(result).toMatchObject({ id: served.sandbox.accountId, url: secret("https://example.com/hook"), enabled: true });
});

test("the registration command is a secret", async () => {
  const { result } = await invoke("getRegistrationCommand", { name: "pump", services: [{ application: "SSH", port: 22 }] });
  expect(result).toEqual({ command: secret(expect.stringContaining("R3_REGISTRATION_CODE")) });
});

test("what is asked with a secret is answered with secrets", async () => {
  const { deviceId } = await claimedDevice(served.control, { name: "pump-s", hardwareId: "hw-s" });
  const { result } = await invoke("getDevice", { id: secret(deviceId) });
  expect(result?.["name"]).toEqual(secret("pump-s"));
});

test("wrong arguments are failures, each at its property", async () => {
  expect((await invoke("getDevice", { id: "pump", colour: 1 })).failures).toEqual([
    ["colour", expect.stringContaining("getDevice has no such property. Did you mean")],
    ["id", expect.stringContaining("is no remote.it id")],
  ]);
  expect((await invoke("getEvents", { from: "yesterday" })).failures).toEqual([
    ["from", expect.stringContaining("must be the begin of the period in ISO 8601")],
  ]);
  expect((await invoke("getRegistrationCommand", { services: [{ application: "SHH" }] })).failures).toEqual([
    ["services", expect.stringContaining('services[0].application: "SHH" is no application type. Did you mean "SSH"')],
  ]);
});

test("a device that is not there is not found", async () => {
  await expect(invoke("getDevice", { id: "80:00:00:00:00:99:99:99" })).rejects.toMatchObject({
    code: grpc.status.NOT_FOUND,
    details: expect.stringContaining("has no device with this id") as string,
  });
});
