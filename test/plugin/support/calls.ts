import type * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient, IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Sandbox } from "../../../sandbox";

export type Properties = Record<string, unknown>;

type Calls = "handshake" | "getSchema" | "getPluginInfo" | "getMappings" | "checkConfig" | "diffConfig" | "configure" | "check";
type More = "diff" | "create" | "read" | "update" | "delete" | "invoke" | "construct" | "cancel" | "attach";
type Name = Calls | More;
type Request<N extends Name> = IResourceProviderServer[N] extends grpc.handleUnaryCall<infer R, infer _> ? R : never;
type Response<N extends Name> = IResourceProviderServer[N] extends grpc.handleUnaryCall<infer _, infer R> ? R : never;

/** One call: resolves with the answer, rejects with the status. */
export function ask<N extends Name>(client: ResourceProviderClient, name: N, request: Request<N>): Promise<Response<N>> {
  return new Promise((resolve, reject) => {
    const answer = (error: grpc.ServiceError | null, response: Response<N>) => void (error ? reject(error) : resolve(response));
    (client[name] as unknown as (request: Request<N>, callback: typeof answer) => void)(request, answer);
  });
}

/** Configures the connection's provider for a sandbox's account. */
export async function configure(client: ResourceProviderClient, settings: Properties): Promise<pb.ConfigureResponse> {
  return ask(client, "configure", new pb.ConfigureRequest().setArgs(struct(settings)));
}

export const settingsOf = ({ endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox): Properties => ({
  endpoint,
  accessKeyId,
  secretAccessKey: secret(secretAccessKey),
  developerKey: secret(developerKey),
});

export function struct(values: Properties): Struct {
  return Struct.fromJavaScript(values as Record<string, JavaScriptValue>);
}

export function plain(values: Struct | undefined): Properties | undefined {
  return values?.toJavaScript();
}

/** A secret as the engine writes one. */
export const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

export const urn = (type: string, name = "it") => `urn:pulumi:dev::scenario::remoteit:index:${type}::${name}`;
