import * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { version } from "../../package.json";
import schema from "../../provider/plugin/schema.json";
import { startSandbox, type Sandbox } from "../../sandbox";
import { ask, configure, settingsOf, struct, urn } from "./support/calls";
import { connect, startPlugin } from "./support/connection";

let sandbox: Sandbox;
let client: ResourceProviderClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = connect(await startPlugin());
  await configure(client, settingsOf(sandbox));
});
afterAll(() => sandbox.stop());

test("the handshake says what the provider understands, and Configure says the same", async () => {
  const handshake = await ask(client, "handshake", new pb.ProviderHandshakeRequest());
  const configured = await configure(client, settingsOf(sandbox));
  expect(handshake.getAcceptSecrets()).toBe(true);
  expect(handshake.getAcceptResources()).toBe(true);
  expect(handshake.getAcceptOutputs()).toBe(false);
  expect(configured.getAcceptsecrets()).toBe(handshake.getAcceptSecrets());
  expect(configured.getAcceptresources()).toBe(handshake.getAcceptResources());
  expect(configured.getAcceptoutputs()).toBe(handshake.getAcceptOutputs());
  expect(configured.getSupportspreview()).toBe(true);
});

test("GetSchema gives the generated schema, and GetPluginInfo the package's version", async () => {
  const answer = await ask(client, "getSchema", new pb.GetSchemaRequest());
  expect(JSON.parse(answer.getSchema())).toEqual(schema);
  const info = await ask(client, "getPluginInfo", new Empty());
  expect(info.getVersion()).toBe(version);
});

test.each([
  [
    "an unknown type",
    urn("Divice"),
    'Finding the resource remoteit:index:Divice failed: The provider has no resource of this name. Did you mean "remoteit:index:Device"',
  ],
  ["no URN at all", "pump", "Finding the type of resource pump failed: It is no URN of a resource."],
  ["an empty URN", "", "(no URN)"],
  ["a URN without a name", "urn:pulumi:dev::scenario::remoteit:index:Device", "It is no URN of a resource."],
])("%s is an invalid argument, in every call", async (_what, wrong, message) => {
  const refused = { code: grpc.status.INVALID_ARGUMENT, details: expect.stringContaining(message) as string };
  const none = struct({});
  await expect(ask(client, "check", new pb.CheckRequest().setUrn(wrong).setNews(none))).rejects.toMatchObject(refused);
  await expect(ask(client, "diff", new pb.DiffRequest().setUrn(wrong).setId("x"))).rejects.toMatchObject(refused);
  await expect(ask(client, "create", new pb.CreateRequest().setUrn(wrong))).rejects.toMatchObject(refused);
  await expect(ask(client, "read", new pb.ReadRequest().setUrn(wrong).setId("x"))).rejects.toMatchObject(refused);
  await expect(ask(client, "update", new pb.UpdateRequest().setUrn(wrong))).rejects.toMatchObject(refused);
  await expect(ask(client, "delete", new pb.DeleteRequest().setUrn(wrong))).rejects.toMatchObject(refused);
});

test("a child's URN names the type of the child", async () => {
  const child = `urn:pulumi:dev::scenario::my:index:Site$remoteit:index:Webhook::hook`;
  const request = new pb.CheckRequest().setUrn(child).setNews(struct({ url: sandbox.endpoint }));
  const answer = await ask(client, "check", request);
  expect(answer.getFailuresList()).toEqual([]);
});

test("an unknown function is an invalid argument", async () => {
  const request = new pb.InvokeRequest().setTok("remoteit:index:getDevise").setArgs(struct({}));
  await expect(ask(client, "invoke", request)).rejects.toMatchObject({
    code: grpc.status.INVALID_ARGUMENT,
    details: expect.stringContaining('Did you mean "remoteit:index:getDevice"') as string,
  });
});

test("what the provider does not have is unimplemented, and there are no mappings from elsewhere", async () => {
  await expect(ask(client, "construct", new pb.ConstructRequest())).rejects.toMatchObject({
    code: grpc.status.UNIMPLEMENTED,
  });
  const mappings = await ask(client, "getMappings", new pb.GetMappingsRequest().setKey("terraform"));
  expect(mappings.getProvidersList()).toEqual([]);
});
