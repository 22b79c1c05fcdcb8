import type * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { claimed } from "../sandbox/support";
import { useServed } from "./support/account";
import { plain, secret, struct, urn, type Properties } from "./support/calls";

const served = useServed();

/** Stands for `__proto__` in this file, which the library of protobuf loses. On the wire it is what the engine sends. */
const NAME = "__pr0to__";

const replaced = (bytes: Uint8Array, from: string, to: string): Buffer =>
  Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");

type Called = "check" | "create" | "read" | "diff" | "update" | "delete";

/** A call as an engine that is not written in JavaScript makes it. */
function ask<R>(name: Called, request: object, client: ResourceProviderClient = served.client): Promise<R> {
  const { path, requestSerialize, responseDeserialize } = ResourceProviderService[name] as unknown as grpc.MethodDefinition<
    object,
    R
  >;
  return new Promise((resolve, reject) =>
    client.makeUnaryRequest(
      path,
      (message: object) => replaced(requestSerialize(message), NAME, "__proto__"),
      (bytes: Buffer) => responseDeserialize(replaced(bytes, "__proto__", NAME)),
      request,
      (error, response) => (error ? reject(error) : resolve(response as R)),
    ),
  );
}

async function check(type: string, news: Properties): Promise<string[][]> {
  const answer = await ask<pb.CheckResponse>("check", new pb.CheckRequest().setUrn(urn(type)).setNews(struct(news)));
  return answer.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason().replaceAll(NAME, "__proto__")]);
}

const refusal =
  "nothing can be called __proto__ here: JavaScript takes that name for something else, and what it holds gets lost. Give it another name";
const deviceId = "80:00:00:00:01:02:03:04";

test.each<[string, Properties, string[]]>([
  ["an attribute", { attributes: { [NAME]: "x", site: "n" } }, ["attributes", `attributes.__proto__: ${refusal}`]],
  [
    "one inside another",
    { attributes: { deep: { list: [{ [NAME]: {} }] } } },
    ["attributes", `attributes.deep.list[0].__proto__: ${refusal}`],
  ],
  ["one inside a secret", { attributes: secret({ [NAME]: "x" }) }, ["", `attributes.__proto__: ${refusal}`]],
  [
    "a setting of another property",
    { notificationSettings: { [NAME]: true } },
    ["notificationSettings", `notificationSettings.__proto__: ${refusal}`],
  ],
  ["a property", { [NAME]: "x" }, ["", "__proto__: Device has no such property. Did you mean"]],
])("%s that is called __proto__ fails the check, by its path", async (_what, more, [property = "", reason = ""]) => {
  const failures = await check("Device", { deviceId, ...more });
  expect(failures).toContainEqual([property, expect.stringContaining(reason) as string]);
});

test("a text that holds the name is a text, whatever stands before it", async () => {
  const name = "a\n\t__proto__ b";
  const request = new pb.CheckRequest().setUrn(urn("Device")).setNews(struct({ deviceId, name, tags: ["__proto__"] }));
  const answer = await ask<pb.CheckResponse>("check", request);
  expect(answer.getFailuresList()).toEqual([]);
  expect(plain(answer.getInputs())).toMatchObject({ name: "a\n\t__pr0to__ b", tags: ["__pr0to__"] });
});

describe("an attribute of the account that is called __proto__", () => {
  async function device(): Promise<string> {
    await served.control.reset();
    const id = await claimed(served.control);
    const attributes: unknown = JSON.parse('{ "__proto__": { "a": 1 }, "site": "n", "deep": { "__proto__": "x" } }');
    await served.control.change("mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }", {
      id,
      set: attributes,
    });
    return id;
  }
  const seen = { [NAME]: { a: 1 }, site: "n", deep: { [NAME]: "x" } };

  test("is imported with the rest, and then fails the check of the program", async () => {
    const id = await device();
    const read = await ask<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn("Device")).setId(id));
    expect(plain(read.getProperties())).toMatchObject({ attributes: seen });
    expect(plain(read.getInputs())).toMatchObject({ attributes: seen });
    expect((await check("Device", plain(read.getInputs()) ?? {})).map(([, reason]) => reason)).toEqual([
      `attributes.__proto__: ${refusal}`,
      `attributes.deep.__proto__: ${refusal}`,
    ]);
  });

  test("stays in state where state has it, and in the account where the program does not name it", async () => {
    const id = await device();
    const before = await ask<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn("Device")).setId(id));
    const olds = before.getProperties();
    const again = await ask<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn("Device")).setId(id).setProperties(olds));
    expect(plain(again.getProperties())).toMatchObject({ attributes: seen });
    const news = struct({ deviceId: id, attributes: { site: "s", deep: { b: 2 } } });
    const created = await ask<pb.CreateResponse>(
      "create",
      new pb.CreateRequest().setUrn(urn("Device", "other")).setProperties(news),
    );
    expect(plain(created.getProperties())).toMatchObject({ attributes: { site: "s", deep: { b: 2 } } });
    const { login } = (await served.control.change("query($id: [String!]!) { login { device(id: $id) { attributes } } }", {
      id: [id],
    })) as { login: { device: [{ attributes: object }] } };
    expect(JSON.stringify(login.device[0].attributes)).toContain('"__proto__":{"a":1}');
    expect(JSON.stringify(login.device[0].attributes)).toContain('"deep":{"__proto__":"x","b":2}');
  });
});
