import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService, type IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { version } from "../client";
import { checkInputs } from "./calls/check";
import { checkConfig, configure, diffConfig } from "./calls/configure";
import { createResource } from "./calls/create";
import { deleteResource } from "./calls/delete";
import { diffResource } from "./calls/diff";
import { invoke } from "./calls/invoke";
import { listResources, type ListStream } from "./calls/list";
import { readResource } from "./calls/read";
import { updateResource } from "./calls/update";
import { beside, connectEngine, type Engine } from "./engine";
import schema from "./schema.json";
import { createSessions, type Session, type Sessions } from "./sessions";
import { statusOf } from "./status";
import { keepingKeys } from "./values/proto-key";

const silent: Engine = { log: () => undefined, logged: () => Promise.resolve(), whenGone: () => undefined };

/** What a handler works with beside its request. */
interface Serving {
  sessions: Sessions;
  engine: () => Engine;
}

/** The server of Pulumi's ResourceProvider, on a port of its own of this machine. Without an engine's address it logs nothing. */
export async function serve(
  engineAddress: string | undefined,
  port = 0,
): Promise<{ port: number; server: grpc.Server; engine: () => Engine }> {
  let current = engineAddress === undefined ? silent : connectEngine(engineAddress);
  const attach = (address: string) => void (current = connectEngine(address));
  const serving: Serving = { engine: () => current, sessions: createSessions(() => current) };
  // An engine sends and takes messages of up to 400 MB.
  const most = 400 * 1024 * 1024;
  const server = new grpc.Server({ "grpc.max_receive_message_length": most, "grpc.max_send_message_length": most });
  server.addService(keepingKeys(ResourceProviderService), handlers(serving, attach));
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve({ port: bound, server, engine: serving.engine });
    });
  });
}

function handlers(serving: Serving, attach: (address: string) => void) {
  const { sessions } = serving;
  const known = <Request extends object, Response>(
    handle: (request: Request, session: Session) => Response | Promise<Response>,
  ) => unary<Request, Response>(serving, (request, peer) => handle(request, sessions.of(peer)));
  return {
    handshake: unary(serving, () => handshake()),
    getSchema: unary(serving, () => new GetSchemaResponse().setSchema(JSON.stringify(schema))),
    getPluginInfo: unary(serving, () => new PluginInfo().setVersion(version)),
    attach: unary(serving, (request) => {
      attach(request.getAddress());
      return new Empty();
    }),
    checkConfig: unary(serving, checkConfig),
    diffConfig: unary(serving, diffConfig),
    configure: unary(serving, (request, peer) => configure(request, peer, sessions)),
    check: known(checkInputs),
    diff: known(diffResource),
    create: known(createResource),
    read: known(readResource),
    update: known(updateResource),
    delete: known(deleteResource),
    invoke: known(invoke),
    list: (stream: ListStream) => void list(stream, serving),
    cancel: unary(serving, (_request, peer) => {
      sessions.cancel(peer);
      return new Empty();
    }),
    // There is no provider of another ecosystem that this one stands for.
    getMapping: unary(serving, () => new GetMappingResponse()),
    getMappings: unary(serving, () => new GetMappingsResponse()),
  } satisfies Partial<IResourceProviderServer>;
}

async function list(stream: ListStream, { sessions, engine }: Serving): Promise<void> {
  try {
    await listResources(stream, sessions.of(stream.getPeer()));
    await engine().logged();
    stream.end();
  } catch (error) {
    stream.emit("error", statusOf(error));
  }
}

/** A call with one answer: an error becomes a status, and all that was logged meanwhile has reached the engine before. */
function unary<Request extends object, Response>(
  { engine }: Serving,
  handle: (request: Request, peer: string) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, answer) => {
    const urn = (call.request as { getUrn?: () => string }).getUrn?.() ?? "";
    const work = beside(urn, async () => handle(call.request, call.getPeer()));
    work
      .finally(() => engine().logged())
      .then(
        (response) => answer(null, response),
        (error: unknown) => answer(statusOf(error)),
      );
  };
}

function handshake(): ProviderHandshakeResponse {
  const answer = new ProviderHandshakeResponse();
  answer.setAcceptSecrets(true);
  answer.setAcceptResources(true);
  answer.setAcceptOutputs(false);
  return answer;
}
