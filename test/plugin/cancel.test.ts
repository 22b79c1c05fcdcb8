import * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { claimedDevice, liveServices } from "../engine/support/contents";
import { useServed } from "./support/account";
import { ask, configure, settingsOf, struct, urn, type Properties } from "./support/calls";
import { connect, startPlugin } from "./support/connection";

const served = useServed();

const cancelled = { code: grpc.status.CANCELLED, details: expect.stringContaining("The run was cancelled") as string };

beforeEach(async () => {
  await served.control.reset();
  served.client = connect(served.port);
  await configure(served.client, settingsOf(served.sandbox));
});

/** The id of what was made, or the status that came instead. */
function create(type: string, properties: Properties, timeout = 0): Promise<string | grpc.ServiceError> {
  const request = new pb.CreateRequest().setUrn(urn(type)).setProperties(struct(properties)).setTimeout(timeout);
  return ask(served.client, "create", request).then(
    (answer) => answer.getId(),
    (error: unknown) => error as grpc.ServiceError,
  );
}

test("a create that waits for a registration ends at once", async () => {
  const waiting = create("Device", { hardwareId: "never", waitSeconds: 3600 });
  await served.asked("graphql:listDevices");
  await ask(served.client, "cancel", new Empty());
  expect(await waiting).toMatchObject(cancelled);
});

test("a request under way is broken off, and the next run finds what it made", async () => {
  const { deviceId } = await claimedDevice(served.control);
  await served.control.faults([{ match: { operation: "graphql:addService" }, kind: "slow-answer", ms: 60_000 }]);
  const service = { deviceId, name: "ssh", application: "SSH" };
  const making = create("Service", service);
  await served.asked("graphql:addService");
  await ask(served.client, "cancel", new Empty());
  expect(await making).toMatchObject(cancelled);

  await served.control.clearFaults();
  await configure(served.client, settingsOf(served.sandbox));
  expect(await create("Service", service)).toBe((await liveServices(served.control))[0]?.id);
  expect((await served.control.requests()).byOperation["graphql:addService"]).toBe(1);
});

test("what begins after it ends at once as well, until the provider is configured anew", async () => {
  await ask(served.client, "cancel", new Empty());
  expect(await create("Device", { hardwareId: "never" })).toMatchObject(cancelled);
  await configure(served.client, settingsOf(served.sandbox));
  expect(await create("Device", { hardwareId: "never" })).toMatchObject({ code: grpc.status.NOT_FOUND });
});

test("another provider of the process goes on", async () => {
  const other = connect(served.port);
  await configure(other, settingsOf(served.sandbox));
  await ask(served.client, "cancel", new Empty());
  const request = new pb.InvokeRequest().setTok("remoteit:index:getAccount").setArgs(struct({}));
  expect((await ask(other, "invoke", request)).getReturn()).toBeDefined();
});

test("the end of a connection that never was a provider's, as for the schema alone, ends nothing", async () => {
  const alone = await startPlugin();
  const provider = connect(alone);
  await configure(provider, settingsOf(served.sandbox));
  await ask(connect(alone), "cancel", new Empty());
  const request = new pb.InvokeRequest().setTok("remoteit:index:getAccount").setArgs(struct({}));
  expect((await ask(provider, "invoke", request)).getReturn()).toBeDefined();
});

test("a device that was claimed before stays in state, with what could not be set named", async () => {
  const { claimCode } = await served.control.agent({ hardwareId: "hw", name: "fresh" });
  await served.control.faults([{ match: { operation: "graphql:rename" }, kind: "slow", ms: 60_000 }]);
  const making = create("Device", { claimCode, name: "pump" });
  await served.asked("graphql:rename");
  await ask(served.client, "cancel", new Empty());
  const error = (await making) as grpc.ServiceError;
  expect(error.details).toContain("name: Working on the account failed: The run was cancelled");
  expect(error.metadata.get("grpc-status-details-bin")).toHaveLength(1);
});

test("an operation gives up at the end of its customTimeouts, whatever waitSeconds says", async () => {
  expect(await create("Device", { hardwareId: "never", waitSeconds: 3600 }, 0.5)).toMatchObject({
    code: grpc.status.NOT_FOUND,
  });
});
