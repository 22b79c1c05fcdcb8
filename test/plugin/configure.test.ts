import * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN } from "../../provider/core/unknown";
import { controlOf, startSandbox, type Sandbox } from "../../sandbox";
import { ask, configure, plain, secret, settingsOf, struct, urn, type Properties } from "./support/calls";
import { connect, startPlugin } from "./support/connection";

let port: number;
let client: ResourceProviderClient;
let one: Sandbox;
let other: Sandbox;

beforeAll(async () => {
  [one, other] = await Promise.all([startSandbox({ devices: 1 }), startSandbox({ devices: 2, seed: 2 })]);
  port = await startPlugin();
  client = connect(port);
});
afterAll(() => Promise.all([one.stop(), other.stop()]));

async function check(news: Properties) {
  const request = new pb.CheckRequest().setUrn("urn:pulumi:dev::s::pulumi:providers:remoteit::p").setNews(struct(news));
  const answer = await ask(client, "checkConfig", request);
  const failures = answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()]);
  return { failures, inputs: plain(answer.getInputs()) };
}

test("CheckConfig tells what is wrong, setting by setting, and shows no secret", async () => {
  const { failures } = await check({ endpont: "x", endpoint: "api.remote.it", maxRetries: "-1", secretAccessKey: "not base64!" });
  expect(failures).toEqual([
    ["endpoint", expect.stringContaining("must be an address")],
    ["endpont", expect.stringContaining('is no setting. Did you mean "endpoint"')],
    ["maxRetries", "must be a whole number, 0 or above"],
    ["", expect.stringContaining("secretAccessKey: must be base64")],
  ]);
  expect(JSON.stringify(failures)).not.toContain("not base64!");
});

test("CheckConfig has the engine print no value that may hold a secret, under a mistyped name or in an address either", async () => {
  const { failures } = await check({
    secretAcessKey: "open-sesame",
    endpoint: "https://user:open-sesame@api.remote.it",
    accessKeyId: "ID open-sesame",
    restEndpoint: "api.remote.it",
  });
  expect(failures).toEqual([
    ["", expect.stringMatching(/^accessKeyId: must be the id/)],
    ["", expect.stringMatching(/^endpoint: must be a plain address/)],
    ["restEndpoint", expect.stringContaining("must be an address")],
    ["", expect.stringMatching(/^secretAcessKey: is no setting\. Did you mean "secretAccessKey"/)],
  ]);
});

test.each(["constructor", "toString", "hasOwnProperty", "valueOf"])(
  "CheckConfig takes %s for a mistyped setting",
  async (name) => {
    const { failures, inputs } = await check(
      Object.fromEntries([
        [name, "x"],
        ["endpoint", one.endpoint],
      ]),
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]?.join()).toContain("is no setting. Did you mean");
    expect(inputs).toEqual(
      Object.fromEntries([
        [name, "x"],
        ["endpoint", one.endpoint],
      ]),
    );
  },
);

test("CheckConfig keeps settings as they are, unknown ones too, and marks the secret ones", async () => {
  const given = { accessKeyId: UNKNOWN, secretAccessKey: "c2VjcmV0", requestsPerSecond: 5, version: "0.1.0" };
  expect(await check(given)).toEqual({ failures: [], inputs: { ...given, secretAccessKey: secret("c2VjcmV0") } });
});

test("DiffConfig names what differs, and replaces nothing for it", async () => {
  const request = new pb.DiffRequest()
    .setOlds(struct({ accessKeyId: "A", maxRetries: "3", endpoint: one.endpoint }))
    .setNews(struct({ accessKeyId: "B", maxRetries: 3, accountId: "X" }));
  const answer = await ask(client, "diffConfig", request);
  expect(answer.getChanges()).toBe(pb.DiffResponse.DiffChanges.DIFF_SOME);
  expect(answer.getDiffsList()).toEqual(["accessKeyId", "accountId", "endpoint"]);
  expect(answer.getReplacesList()).toEqual([]);
  const kinds = [...answer.getDetaileddiffMap().entries()].map(([path, diff]) => [path, diff.getKind()]);
  expect(Object.fromEntries(kinds)).toEqual({
    accessKeyId: pb.PropertyDiff.Kind.UPDATE,
    accountId: pb.PropertyDiff.Kind.ADD,
    endpoint: pb.PropertyDiff.Kind.DELETE,
  });
});

test("Configure without a key fails with all ways to give one", async () => {
  await expect(configure(connect(port), { endpoint: one.endpoint })).rejects.toMatchObject({
    code: grpc.status.FAILED_PRECONDITION,
    details: expect.stringContaining("R3_ACCESS_KEY_ID") as string,
  });
});

async function account(of: ResourceProviderClient) {
  const request = new pb.InvokeRequest().setTok("remoteit:index:getAccount").setArgs(struct({}));
  return plain((await ask(of, "invoke", request)).getReturn());
}

test("two providers of one process work each on its own account, also at the same time", async () => {
  const [first, second] = [connect(port), connect(port)];
  await Promise.all([configure(first, settingsOf(one)), configure(second, settingsOf(other))]);
  const told = await Promise.all([account(first), account(second), account(first), account(second)]);
  expect(told.map((each) => each?.["devices"])).toEqual(
    [1, 2, 1, 2].map((total) => expect.objectContaining({ total }) as unknown),
  );
});

test("what one provider has made does not count for another", async () => {
  const clients = [connect(port), connect(port)];
  await Promise.all([configure(clients[0] as never, settingsOf(one)), configure(clients[1] as never, settingsOf(one))]);
  const { deviceId, claimCode } = await controlOf(one.control).agent({ hardwareId: "hw", name: "x" });
  await controlOf(one.control).change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  for (const each of clients) {
    const request = new pb.CreateRequest().setUrn(urn("Device")).setProperties(struct({ deviceId }));
    expect((await ask(each, "create", request)).getId()).toBe(deviceId);
    await expect(ask(each, "create", request)).rejects.toMatchObject({
      details: expect.stringContaining(`${deviceId} is already managed by another resource of this program`) as string,
    });
  }
});

test("a connection that nobody has configured is told so", async () => {
  await expect(account(connect(port))).rejects.toMatchObject({
    code: grpc.status.FAILED_PRECONDITION,
    details: expect.stringContaining("was not configured on this connection") as string,
  });
});

test("a connection that was made anew goes on with the only provider there is", async () => {
  const alone = await startPlugin();
  await configure(connect(alone), settingsOf(one));
  expect(await account(connect(alone))).toMatchObject({ email: "sandbox@example.com" });
});
