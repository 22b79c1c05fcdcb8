import { readStack } from "../../drift";
import { Secret, unknown } from "../../drift/state/secret";
import { encrypted, exported, recordOf, secret } from "./state";

const device = recordOf(
  "Device",
  "80:00:00:00:01:00:00:01",
  { deviceId: "80:00:00:00:01:00:00:01", name: "pump" },
  { accountId: "A" },
);
const checkpoint = (latest: unknown, stack?: string) => JSON.stringify({ version: 3, checkpoint: { stack, latest } });
const deploymentOf = (text: string) => (JSON.parse(text) as { deployment: unknown }).deployment;

test("an export gives the stack and its resources, without what counts at creation alone", () => {
  expect(readStack(exported([device]))).toEqual({
    name: "dev",
    project: "shop",
    interrupted: [],
    resources: [
      {
        type: "Device",
        urn: device.urn,
        id: device.id,
        role: "managed",
        inputs: { name: "pump" },
        accountId: "A",
      },
    ],
  });
});

test("a checkpoint file gives the same", () => {
  const text = exported([device]);
  expect(readStack(checkpoint(deploymentOf(text), "organization/shop/dev"))).toEqual(readStack(text));
  expect(readStack(checkpoint(deploymentOf(text)))).toEqual(readStack(text));
});

test("resources of the plugin are known by their type as well; those of others are left out", () => {
  const plugin = { ...device, type: "remoteit:index:Device" };
  const others = [
    { ...device, type: "pulumi-nodejs:dynamic:Resource" },
    { ...device, type: "tailscale:index:Device" },
  ];
  expect(readStack(exported([plugin, ...others])).resources.map(({ type }) => type)).toEqual(["Device"]);
});

test.each([
  ["managed", {}],
  ["managed", { protect: true }],
  ["managed", { taint: true }],
  ["leaving", { delete: true }],
  ["read", { external: true }],
])("%s: what is marked %j", (role, marks) => {
  expect(readStack(exported([{ ...device, ...marks }])).resources).toMatchObject([{ role }]);
});

test("a resource without an id was never made", () => {
  expect(readStack(exported([{ ...device, id: "" }])).resources).toEqual([]);
});

test("secrets are marked at every depth, in plain or encrypted, and so is what is not known", () => {
  const inputs = { name: secret("pump"), tags: ["a", encrypted], attributes: { key: secret({ a: [1] }), later: UNKNOWN } };
  const { resources } = readStack(exported([{ ...device, inputs }]));
  expect(resources[0]?.inputs).toEqual({
    name: new Secret("pump"),
    tags: ["a", new Secret()],
    attributes: { key: new Secret({ a: [1] }), later: unknown },
  });
});

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

test("what Pulumi was at when it was interrupted is told", () => {
  const { deployment } = JSON.parse(exported([device])) as { deployment: object };
  const pending = [{ resource: { urn: device.urn, type: device.type }, type: "creating" }];
  const text = JSON.stringify({ version: 3, deployment: { ...deployment, pending_operations: pending } });
  expect(readStack(text).interrupted).toEqual([device.urn]);
});

test.each([
  ["a stack that was never deployed", '{"version":3,"deployment":null}'],
  ["a stack that is empty", '{"version":3,"deployment":{"manifest":{}}}'],
  ["the checkpoint of a stack that was never deployed", '{"version":3,"checkpoint":{}}'],
])("%s holds nothing, and has the name that is given", (_what, text) => {
  expect(readStack(text, "mine")).toEqual({ name: "mine", resources: [], interrupted: [] });
});

test.each([
  ["nothing", "", "It is empty."],
  ["a text", "error: no stack", "It is not JSON."],
  ["a part of an export", exported([device]).slice(0, 200), "It is not JSON."],
  ["a list", "[]", "the wrong form"],
  ["another file", '{"name":"shop"}', "version: "],
  ["an old version", '{"version":1,"deployment":{}}', "Its version is 1"],
  ["a resource without a URN", exported([{ ...device, urn: 7 }]), "urn: "],
])("%s is no state: the error says so, and what to give", (_what, text, why) => {
  expect(() => readStack(text, "mine")).toThrow(why);
  expect(() => readStack(text, "mine")).toThrow(/^Reading the state of stack (mine|dev) failed: /);
  expect(() => readStack(text, "mine")).toThrow("pulumi stack export");
});

test("an error never quotes the file, which may hold secrets", () => {
  expect(() => readStack('{"plaintext":"hunter2-hunter2",')).toThrow(/^(?!.*hunter2)/s);
});
