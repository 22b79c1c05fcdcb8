import * as grpc from "@grpc/grpc-js";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import {
  AuthenticationError,
  CancelledError,
  NotFoundError,
  RateLimitError,
  RemoteitError,
  TransientError,
  ValidationError,
} from "../core/errors";
import { redact } from "../core/secrets";
import { toWire } from "./values/proto-key";

/** What the engine gets instead of an answer. */
export type StatusError = Pick<grpc.StatusObject, "code" | "details"> & { metadata?: grpc.Metadata };

const codes: [abstract new (...args: never[]) => Error, grpc.status][] = [
  [CancelledError, grpc.status.CANCELLED],
  [ValidationError, grpc.status.INVALID_ARGUMENT],
  [NotFoundError, grpc.status.NOT_FOUND],
  [AuthenticationError, grpc.status.UNAUTHENTICATED],
  [RateLimitError, grpc.status.RESOURCE_EXHAUSTED],
  [TransientError, grpc.status.UNAVAILABLE],
  // Anything else that we tell: the account is not as the operation needs it. UNIMPLEMENTED means something else to the engine.
  [RemoteitError, grpc.status.FAILED_PRECONDITION],
];

/** An error as a gRPC status. One that is not ours is a bug: the engine then does not know what became of the resource. */
export function statusOf(error: unknown): StatusError {
  if (error instanceof InitializationError) return error.status();
  const code = codes.find(([kind]) => error instanceof kind)?.[1];
  if (code !== undefined) return { code, details: (error as Error).message };
  return { code: grpc.status.INTERNAL, details: redact(error instanceof Error ? (error.stack ?? error.message) : String(error)) };
}

/** The thing exists, but not all of it could be set: the engine keeps it in state and tries again in the next run. */
export class InitializationError extends Error {
  constructor(
    private readonly id: string,
    private readonly properties: Struct,
    private readonly reasons: string[],
    private readonly refreshBeforeUpdate = false,
  ) {
    super(reasons.join("\n"));
  }

  /** gRPC carries a structured error as a status message in its metadata. */
  status(): StatusError {
    const detail = new ErrorResourceInitFailed();
    detail.setId(this.id);
    detail.setProperties(this.properties);
    detail.setReasonsList(this.reasons);
    detail.setRefreshBeforeUpdate(this.refreshBeforeUpdate);
    const any = new Any();
    any.pack(toWire(detail.serializeBinary()), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status();
    status.setCode(grpc.status.UNKNOWN);
    status.setMessage(this.message);
    status.addDetails(any);
    const metadata = new grpc.Metadata();
    metadata.set("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return { code: grpc.status.UNKNOWN, details: this.message, metadata };
  }
}
