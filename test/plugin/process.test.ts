import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { consumer } from "../engine/support";
import { claimedDevice } from "../engine/support/contents";
import { controlOf, startSandbox } from "../../sandbox";
import { ask, configure, settingsOf, struct, urn } from "./support/calls";
import { connect } from "./support/connection";

const main = join(consumer(), "node_modules/pulumi-remoteit/dist/provider/plugin/main.js");
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill("SIGKILL")));

/** Nobody answers there. */
const proxies = Object.fromEntries(
  ["grpc_proxy", "https_proxy", "http_proxy", "all_proxy"]
    .flatMap((name) => [name, name.toUpperCase()])
    .map((name) => [name, "http://127.0.0.1:9"]),
);

async function plugin(...args: string[]): Promise<{ child: ChildProcess; port: number }> {
  const env = { ...process.env, ...proxies };
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "inherit"], env });
  children.push(child);
  const [port] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { child, port: Number(port) };
}

/** What the plugin needs of an engine: somebody who hears its log lines. */
async function engine(): Promise<{ address: string; heard: LogRequest.AsObject[]; stop: () => void }> {
  const heard: LogRequest.AsObject[] = [];
  const server = new grpc.Server();
  const log: grpc.handleUnaryCall<LogRequest, Empty> = ({ request }, answer) => {
    heard.push(request.toObject());
    answer(null, new Empty());
  };
  server.addService(EngineService, { log });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, heard, stop: () => server.forceShutdown() };
}

test("it ends when its engine is gone, however that was", async () => {
  const { address, stop } = await engine();
  const { child, port } = await plugin("--logtostderr", "-v=3", "--tracing", "file:trace", address);
  expect((await ask(connect(port), "getPluginInfo", new Empty())).getVersion()).not.toBe("");
  stop();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the engine hears what it has to say, beside the resource, before the call is answered, whatever proxies are set", async () => {
  const sandbox = await startSandbox();
  const { address, heard, stop } = await engine();
  try {
    const client = connect((await plugin(address)).port);
    await configure(client, settingsOf(sandbox));
    const services = [{ name: "ssh", application: 28, port: 22 }];
    const { deviceId } = await claimedDevice(controlOf(sandbox.control), { services });
    const properties = struct({ deviceId, name: "ssh", application: "SSH" });
    await ask(client, "create", new pb.CreateRequest().setUrn(urn("Service")).setProperties(properties));
    expect(heard).toEqual([
      expect.objectContaining({
        urn: urn("Service"),
        message: expect.stringContaining("it exists already") as string,
        severity: 2,
      }),
    ]);
  } finally {
    stop();
    await sandbox.stop();
  }
});

test("it listens where it is told to, for an engine that attaches", async () => {
  const free = await plugin();
  free.child.kill();
  await once(free.child, "exit");
  expect((await plugin("--port", String(free.port))).port).toBe(free.port);
});
