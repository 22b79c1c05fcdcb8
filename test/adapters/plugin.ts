import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { serve } from "../../provider/plugin/server";
import { ask, plain, secret, struct } from "../plugin/support/calls";
import type { Done, OpenProvider, Properties, Type } from "./provider";

const SECRETS = ["secretAccessKey", "developerKey"];

/** The plugin's server, over real gRPC, and of an engine the part that takes what it tells the user. */
export const openPlugin: OpenProvider = async (settings) => {
  const said: string[] = [];
  const engine = await startEngine(said);
  const { port, server } = await serve(engine.address);
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
  });
  const args = Object.entries(settings).map(([key, value]) => [key, SECRETS.includes(key) ? secret(value) : value]);
  await ask(client, "configure", new pb.ConfigureRequest().setArgs(struct(Object.fromEntries(args) as Properties)));
  return {
    said,
    check: async (type, olds, news) => {
      const request = new pb.CheckRequest().setUrn(urn(type)).setType(token(type)).setNews(struct(news));
      if (olds) request.setOlds(struct(olds));
      const answer = await ask(client, "check", request);
      const failures = answer.getFailuresList().map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
      return { inputs: plain(answer.getInputs()) ?? {}, failures };
    },
    diff: async ({ type, id, inputs, outputs }, news, ignored) => {
      const request = new pb.DiffRequest()
        .setUrn(urn(type))
        .setType(token(type))
        .setId(id)
        .setOlds(struct(outputs))
        .setOldInputs(struct(inputs))
        .setNews(struct(news))
        .setIgnorechangesList([...ignored]);
      const answer = await ask(client, "diff", request);
      const replaces = answer.getReplacesList().length > 0;
      return { changes: replaces || answer.getChanges() === pb.DiffResponse.DiffChanges.DIFF_SOME, replaces };
    },
    create: async (type, name, inputs) => {
      const request = new pb.CreateRequest().setUrn(urn(type, name)).setType(token(type)).setProperties(struct(inputs));
      try {
        const answer = await ask(client, "create", request);
        return { id: answer.getId(), outputs: plain(answer.getProperties()) ?? {}, reasons: [] };
      } catch (error) {
        return partial(error as grpc.ServiceError);
      }
    },
    read: async ({ type, id, inputs, outputs }) => {
      const request = new pb.ReadRequest()
        .setUrn(urn(type))
        .setType(token(type))
        .setId(id)
        .setProperties(struct(outputs))
        .setInputs(struct(inputs));
      const answer = await ask(client, "read", request);
      return answer.getId() === "" ? undefined : { id: answer.getId(), outputs: plain(answer.getProperties()) ?? {} };
    },
    update: async ({ type, id, outputs }, news, ignored) => {
      const request = new pb.UpdateRequest()
        .setUrn(urn(type))
        .setType(token(type))
        .setId(id)
        .setOlds(struct(outputs))
        .setNews(struct(news))
        .setIgnorechangesList([...ignored]);
      try {
        const answer = await ask(client, "update", request);
        return { id, outputs: plain(answer.getProperties()) ?? {}, reasons: [] };
      } catch (error) {
        return partial(error as grpc.ServiceError);
      }
    },
    delete: async ({ type, id, outputs }) => {
      const request = new pb.DeleteRequest().setUrn(urn(type)).setType(token(type)).setId(id).setProperties(struct(outputs));
      await ask(client, "delete", request);
    },
    get: async (type, id) => {
      const answer = await ask(client, "read", new pb.ReadRequest().setUrn(urn(type)).setType(token(type)).setId(id));
      if (answer.getId() === "") throw new Error(`There is no ${type} ${id}.`);
      return { id: answer.getId(), inputs: plain(answer.getInputs()) ?? {}, outputs: plain(answer.getProperties()) ?? {} };
    },
    foresee: async (type, inputs, kept, name) => {
      if (!kept) {
        const request = new pb.CreateRequest().setUrn(urn(type, name)).setType(token(type)).setProperties(struct(inputs));
        return plain((await ask(client, "create", request.setPreview(true))).getProperties()) ?? {};
      }
      const request = new pb.UpdateRequest().setUrn(urn(type, name)).setType(token(type)).setId(kept.id);
      const asked = request.setOlds(struct(kept.outputs)).setNews(struct(inputs)).setPreview(true);
      return plain((await ask(client, "update", asked)).getProperties()) ?? {};
    },
    end: () => {
      client.close();
      server.forceShutdown();
      engine.stop();
    },
  };
};

async function startEngine(said: string[]): Promise<{ address: string; stop: () => void }> {
  const engine = new grpc.Server();
  engine.addService(EngineService, {
    log: (call: grpc.ServerUnaryCall<LogRequest, Empty>, answer: grpc.sendUnaryData<Empty>) => {
      const level = call.request.getSeverity() === LogSeverity.WARNING ? "warning" : "info";
      said.push(`${level}: ${call.request.getMessage()}`);
      answer(null, new Empty());
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    engine.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { address: `127.0.0.1:${port}`, stop: () => engine.forceShutdown() };
}

const token = (type: Type) => `remoteit:index:${type}`;
const urn = (type: Type, name = "it") => `urn:pulumi:dev::scenario::${token(type)}::${name}`;

/** What a partial failure leaves in state; throws what is none, as an error with the provider's words. */
function partial(error: grpc.ServiceError): Done {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  const [any] = bytes === undefined ? [] : Status.deserializeBinary(bytes as Buffer).getDetailsList();
  const detail = any?.unpack(
    (message) => pb.ErrorResourceInitFailed.deserializeBinary(message),
    "pulumirpc.ErrorResourceInitFailed",
  );
  if (!detail) throw new Error(error.details, { cause: error });
  return { id: detail.getId(), outputs: plain(detail.getProperties()) ?? {}, reasons: detail.getReasonsList() };
}
