import type * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { claimed } from "../sandbox/support";
import { useServed } from "./support/account";
import { ask, plain, secret, struct, urn, type Properties } from "./support/calls";

const served = useServed();

const declared: Properties = { tags: ["a"], attributes: { site: "north", door: { code: "1234" } } };
/** The same, as the program declared it before: with `secret()` around some of it. */
const secretBefore: Properties = { tags: secret(["a"]), attributes: { site: "north", door: { code: secret("1234") } } };

let devices = 0;

async function device(): Promise<{ id: string; state: Properties }> {
  devices += 1;
  const deviceId = await claimed(served.control, { hardwareId: `hw-${devices}`, name: "fresh" });
  const request = new pb.CreateRequest().setUrn(urn("Device")).setProperties(struct({ deviceId, ...secretBefore }));
  const created = await ask(served.client, "create", request);
  return { id: created.getId(), state: plain(created.getProperties()) ?? {} };
}

/** What state holds after an update to a program that has dropped every `secret()`. */
async function updated(more: Properties, isPreview = false): Promise<Properties | undefined> {
  const { id, state } = await device();
  expect(state).toMatchObject(secretBefore);
  const request = new pb.UpdateRequest().setUrn(urn("Device")).setId(id).setOlds(struct(state)).setPreview(isPreview);
  request.setNews(struct({ deviceId: id, ...declared, ...more }));
  const answer = await ask(served.client, "update", request).catch((error: unknown) => partial(error as grpc.ServiceError));
  return plain(answer?.getProperties());
}

function partial({ metadata }: grpc.ServiceError): pb.ErrorResourceInitFailed | undefined {
  const [bytes] = metadata.get("grpc-status-details-bin");
  const [any] = bytes === undefined ? [] : Status.deserializeBinary(bytes as Buffer).getDetailsList();
  const read = (message: Uint8Array) => pb.ErrorResourceInitFailed.deserializeBinary(message);
  return any?.unpack(read, "pulumirpc.ErrorResourceInitFailed") ?? undefined;
}

afterEach(() => served.control.clearFaults());

test.each([
  ["an update", false],
  ["the preview of one", true],
])("what is secret in state stays so in %s where the program drops `secret()`", async (_what, isPreview) => {
  expect(await updated({ name: "pump" }, isPreview)).toMatchObject({ ...secretBefore, name: "pump" });
});

test("and in an update of which not everything could be set", async () => {
  const running = updated({ name: "pump" });
  await served.control.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]);
  expect(await running).toMatchObject({ ...secretBefore });
});
