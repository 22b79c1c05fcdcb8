import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { serve } from "../../../provider/plugin/server";

let stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
  stops = [];
});

/** The provider's server in this process, over real gRPC. Returns its port. */
export async function startPlugin(): Promise<number> {
  const { port, server } = await serve(undefined);
  stops.push(() => server.forceShutdown());
  return port;
}

/** A connection of its own to the server, as each engine has one. */
export function connect(port: number): ResourceProviderClient {
  // A subchannel of its own: else the library shares one connection among all clients of an address.
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
  });
  stops.push(() => client.close());
  return client;
}
