import type { DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { waitOf } from "../../core/resource";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode } from "../values/decode";
import { operation } from "./operation";

export async function deleteResource(request: DeleteRequest, session: Session): Promise<Empty> {
  const resource = resourceNamed(request.getType(), request.getUrn());
  const { values } = decode(request.getProperties());
  await operation(session, waitOf(resource, values), request.getTimeout(), () =>
    resource.delete(session.context, request.getId(), values),
  );
  return new Empty();
}
