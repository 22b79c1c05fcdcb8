import * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { useServed } from "./support/account";
import { ask, plain, secret, struct, urn, type Properties } from "./support/calls";

const served = useServed();

/** The structured error that gRPC carries beside a status. */
function detailOf({ metadata }: grpc.ServiceError): pb.ErrorResourceInitFailed | undefined {
  const [bytes] = metadata.get("grpc-status-details-bin");
  const [any] = bytes === undefined ? [] : Status.deserializeBinary(bytes as Buffer).getDetailsList();
  return (
    any &&
    (any.unpack((message) => pb.ErrorResourceInitFailed.deserializeBinary(message), "pulumirpc.ErrorResourceInitFailed") ??
      undefined)
  );
}

async function failing(properties: Properties): Promise<grpc.ServiceError> {
  const request = new pb.CreateRequest().setUrn(urn("Device")).setProperties(struct(properties));
  return ask(served.client, "create", request).then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: unknown) => error as grpc.ServiceError,
  );
}

beforeEach(async () => {
  await served.control.clearFaults();
  await served.control.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]);
});

test("a device of which not everything could be set is told with its id, its state and the reasons", async () => {
  const { claimCode, deviceId } = await served.control.agent({ hardwareId: "hw-1", name: "fresh" });
  const error = await failing({ claimCode: secret(claimCode), name: "pump", tags: ["a", secret("b")] });
  const detail = detailOf(error);
  expect(error.code).toBe(grpc.status.UNKNOWN);
  expect(detail?.getId()).toBe(deviceId);
  expect(detail?.getReasonsList()).toEqual([expect.stringContaining('name: Renaming device "pump"')]);
  // The name is the one that the account holds, so that the next run sets it; what is secret stays so.
  expect(plain(detail?.getProperties())).toEqual({
    accountId: served.sandbox.accountId,
    hardwareId: "hw-1",
    name: "fresh",
    origin: "claimed",
    tags: ["a", secret("b")],
  });
});
