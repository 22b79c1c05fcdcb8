import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { consumer } from "../../test/engine/support";
import type { Measure } from "../support/measure";
import { inTurns, sampleOf } from "../support/sample";
import { milliseconds } from "../support/units";

const ROUNDS = 10;

/** Pulumi's own server, which refuses Configure's arguments no more than it uses them. */
const empty = `require("@pulumi/pulumi/provider").main({ version: "1.0.0" }, ["127.0.0.1:1"]);`;

export const pluginStart: Measure = {
  title: "Start of the plugin",
  about:
    "From the start of the process to the answer to Configure, without Node's compile cache. The other is the provider server of " +
    `Pulumi's Node SDK with an empty provider. Median of ${ROUNDS} processes in turns, least and most in brackets.`,
  run: async () => {
    const main = join(consumer(), "node_modules/pulumi-remoteit/dist/provider/plugin/main.js");
    const server = join(consumer(), "bench-empty-provider.cjs");
    mkdirSync(consumer(), { recursive: true });
    writeFileSync(server, empty);
    const [ours = [], other = []] = await inTurns(ROUNDS, [() => started(main), () => started(server)]);
    return {
      rows: [
        {
          name: "until Configure answers",
          ours: sampleOf(ours),
          than: "Pulumi's own",
          other: sampleOf(other),
          unit: milliseconds,
        },
      ],
    };
  },
};

async function started(script: string): Promise<number> {
  const { NODE_COMPILE_CACHE: _cache, NODE_OPTIONS: _options, ...env } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [script], { cwd: consumer(), env, stdio: ["ignore", "pipe", "ignore"] });
  const [port] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  const client = new ResourceProviderClient(`127.0.0.1:${port.trim()}`, grpc.credentials.createInsecure());
  const args = Struct.fromJavaScript({ accessKeyId: "A", secretAccessKey: "c2VjcmV0" });
  await new Promise<void>((resolve, reject) => {
    client.configure(new ConfigureRequest().setArgs(args), (error) => (error ? reject(error) : resolve()));
  });
  const time = performance.now() - start;
  client.close();
  child.kill();
  await once(child, "exit");
  return time;
}
