import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { buildSchema, type GraphQLSchema, Kind, parse, print, validate, visit } from "graphql";
import * as documents from "../../api/generated/graphql";
import { createClient } from "../../provider/client";
import { fit } from "../../provider/client/fit";
import { SchemaError } from "../../provider/core/errors";
import { controlOf, startSandbox, type World } from "../../sandbox";
import { repository } from "../engine/support";
import { settingsFor } from "./server";

const whole = parse(readFileSync(join(repository, "api/schema.graphql"), "utf8"));

/** The schema without some fields, as Type.field, and arguments, as Type.field.argument. */
function schemaWithout(...lacked: string[]): GraphQLSchema {
  const document = visit(whole, {
    enter(node) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return undefined;
      const fields = (node.fields ?? []).flatMap((field) => {
        const path = `${node.name.value}.${field.name.value}`;
        const args = (field.arguments ?? []).filter(({ name }) => !lacked.includes(`${path}.${name.value}`));
        return lacked.includes(path) ? [] : [{ ...field, arguments: args }];
      });
      return { ...node, fields };
    },
  });
  return buildSchema(print(document));
}

const all = Object.values(documents)
  .filter((document) => document instanceof documents.TypedDocumentString)
  .map(String)
  .filter((text) => parse(text).definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION));

test("a document that the schema takes, or one refused for another reason, is left as it is", () => {
  const schema = schemaWithout();
  for (const text of all) expect(fit(text, schema)).toBeUndefined();
});

test("a lacking argument goes with its variable, and is remembered by it", () => {
  const fitted = fit(
    "query q($a: String, $b: String) { login { devices(name: $a, hardwareId: $b) { total } } }",
    schemaWithout("User.devices.hardwareId"),
  );
  expect(print(parse(fitted?.text ?? ""))).toBe(print(parse("query q($a: String) { login { devices(name: $a) { total } } }")));
  expect(fitted?.lacking).toEqual(new Map([["b", "User.devices.hardwareId"]]));
});

test("a variable that is used elsewhere stays", () => {
  const text = "query q($a: String) { login { devices(name: $a, hardwareId: $a) { total } } }";
  expect(fit(text, schemaWithout("User.devices.hardwareId"))?.text).toContain("$a: String");
});

test.each([
  ["a field that somebody needs", "query q { login { email devices { total } } }", "PaginatedDeviceResponse.total"],
  ["a value that stands in the document", "query q { login { devices(owner: true) { total } } }", "User.devices.owner"],
  [
    "a variable with a value of its own",
    'query q($s: String! = "created") { login { devices(sort: $s) { total } } }',
    "User.devices.sort",
  ],
  ["a mutation", "mutation q($c: String!) { claimDevice(code: $c) { id } }", "Mutation.claimDevice"],
])("%s is never left out", (_what, text, lacked) => {
  expect(fit(text, schemaWithout(lacked))).toBeUndefined();
});

test("whatever a schema lacks, what is sent fits it and asks for nothing else", () => {
  const ours = schemaWithout();
  const coordinates = [
    "PaginatedDeviceResponse.hasMore",
    "PaginatedDeviceResponse.last",
    "User.devices.after",
    "User.devices.from",
    "User.devices.hardwareId",
    "User.devices.tag",
    "User.events.from",
    "User.events.types",
    "PaginatedEventResponse.limited",
    "User.service",
    "Device.configurable",
    "Mutation.addTag",
  ];
  fc.assert(
    fc.property(fc.subarray(coordinates), fc.constantFrom(...all), (lacked, text) => {
      const schema = schemaWithout(...lacked);
      const fitted = fit(text, schema);
      if (!fitted) {
        // Then it fits as it is, or lacks what cannot be left out.
        const problems = validate(schema, parse(text)).map(({ message }) => message);
        if (problems.length > 0) expect(problems.join()).toMatch(/"(service|configurable|addTag)"/);
        return;
      }
      expect(validate(schema, parse(fitted.text))).toEqual([]);
      for (const coordinate of fitted.lacking.values()) expect(lacked).toContain(coordinate);
      expect(validate(ours, parse(fitted.text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const about = { what: "Ask" };

async function inWorld(
  world: Partial<World>,
  use: (client: ReturnType<typeof createClient>, sent: () => Promise<object>) => Promise<void>,
) {
  const sandbox = await startSandbox({ devices: 3, world });
  try {
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    const client = createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey }));
    const control = controlOf(sandbox.control);
    await use(client, async () => (await control.requests()).byOperation);
  } finally {
    await sandbox.stop();
  }
}

test("what an endpoint's schema lacks is asked once, when it refuses, and left out from then on", async () => {
  await inWorld({ cursor: "missing" }, async (client, sent) => {
    for (let count = 1; count <= 3; count += 1) {
      const { login } = await client.graphql(documents.ListDeviceIdsDocument, { size: 2 }, about);
      expect(login?.account?.devices).toMatchObject({ total: 3, items: { length: 2 } });
      expect(login?.account?.devices.hasMore).toBeUndefined();
    }
    expect(await sent()).toEqual({ "graphql:listDeviceIds": 4, "graphql:IntrospectionQuery": 1 });
    expect([client.lacks("User.devices.after"), client.lacks("User.devices.from")]).toEqual([true, false]);
  });
});

test("where the schema has everything, nothing is asked of it", async () => {
  await inWorld({}, async (client, sent) => {
    await client.graphql(documents.ListDeviceIdsDocument, { size: 2 }, about);
    expect(client.lacks("User.devices.after")).toBe(false);
    expect(await sent()).toEqual({ "graphql:listDeviceIds": 1 });
    expect([await client.has("User.devices.after"), await client.has("User.devices.colour")]).toEqual([true, false]);
    expect([await client.has("User.service"), await client.has("Nobody.service")]).toEqual([true, false]);
    expect(await client.supportsMutation("addTag")).toBe(true);
    expect(await sent()).toEqual({ "graphql:listDeviceIds": 1, "graphql:IntrospectionQuery": 1 });
  });
});

test("a filter that the schema lacks is never left out of a question", async () => {
  await inWorld({ "hardware-id-filter": "missing" }, async (client, sent) => {
    const ask = (hardwareId?: string) =>
      client.graphql(documents.ListDevicesDocument, { size: 1, ...(hardwareId !== undefined && { hardwareId }) }, about);
    await expect(ask("x")).rejects.toBeInstanceOf(SchemaError);
    await expect(ask("x")).rejects.toThrow("This endpoint's schema has no User.devices.hardwareId");
    expect((await ask()).login?.account?.devices.total).toBe(3);
    expect(await sent()).toEqual({ "graphql:listDevices": 2, "graphql:IntrospectionQuery": 1 });
  });
});

test("a field that cannot be left out is refused as the endpoint refuses it", async () => {
  await inWorld({ "user-service": "missing" }, async (client) => {
    const ask = client.graphql(documents.GetServicesByIdDocument, { ids: [], withTotal: false }, about);
    await expect(ask).rejects.toThrow('Cannot query field "service" on type "User"');
    expect(client.lacks("User.service")).toBe(true);
  });
});

test("variables that are made for each try hear how the one before failed", async () => {
  const sandbox = await startSandbox({ devices: 3, world: { cursor: "missing" } });
  try {
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    const client = createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, maxRetries: 2 }));
    const control = controlOf(sandbox.control);
    const heard: (string | undefined)[] = [];
    const ask = () =>
      client.graphql(
        documents.ListDeviceIdsDocument,
        (failed) => {
          heard.push(failed?.name);
          return { size: failed ? 1 : 3 };
        },
        about,
      );
    expect((await ask()).login?.account?.devices.items).toHaveLength(3);
    await control.faults([{ kind: "status", status: 502, times: 2 }]);
    heard.length = 0;
    expect((await ask()).login?.account?.devices.items).toHaveLength(1);
    expect(heard.slice(-3)).toEqual([undefined, "TransientError", "TransientError"]);
  } finally {
    await sandbox.stop();
  }
});
