import { adapterNames, useAdapterAccount } from "../adapters/account";
import { namedCases } from "../cases/case";
import { declaring, did } from "./support";

const account = useAdapterAccount();

/** What a resource may take in the state, the engine's own record of calls left out. */
const MOST = 2_000;

/** What a dynamic resource holds of its provider, once among its inputs and once among its outputs. */
const provider = (type: string) => ({
  __provider: `exports.handler = __f0;\n\nfunction __f0() {\n  return (function() {\n    with({  }) {\n\nreturn () => require("pulumi-remoteit/dynamic/${type.replaceAll(/(?!^)[A-Z]/g, "-$&").toLowerCase()}").provider();\n\n    }\n  }).apply(undefined, undefined).apply(this, arguments);\n}\n`,
});

/** As the engine encrypts it: the text in quotes, with a nonce and a tag, in Base64. */
const encrypted = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: `v1:${Buffer.alloc(12).toString("base64")}:${Buffer.alloc(JSON.stringify(value).length + 18).toString("base64")}`,
});

function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  if ("value" in value && Object.keys(value).length === 2) return encrypted(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]));
}

describe.each(namedCases)("the state of a small %s", (type, one) => {
  test.each(adapterNames)(`takes at most ${MOST} bytes, as the adapter %s makes it`, async (adapter) => {
    const stack = account.stack(adapter);
    expect(await stack.up(declaring(one, await one.declared(account)))).toMatchObject(did("created"));
    const kept = stack.state.get("it");
    if (!kept) throw new Error("There is nothing in the state.");
    const isDynamic = adapter === "dynamic";
    const token = isDynamic ? `pulumi-nodejs:dynamic/remoteit:${type}` : `remoteit:index:${type}`;
    const urn = `urn:pulumi:production::infrastructure::${token}::${type}-one`;
    const values = (of: object) => ({ ...(isDynamic && provider(type)), ...(written(of) as object) });
    const record = {
      urn,
      custom: true,
      id: kept.id,
      type: token,
      inputs: values(kept.inputs),
      outputs: values(kept.outputs),
      parent: "urn:pulumi:production::infrastructure::pulumi:pulumi:Stack::infrastructure-production",
      provider: `urn:pulumi:production::infrastructure::pulumi:providers:${isDynamic ? "pulumi-nodejs" : "remoteit"}::default::01234567-89ab-cdef-0123-456789abcdef`,
      propertyDependencies: Object.fromEntries(Object.keys(one.changed).map((name) => [name, []])),
      created: "2026-11-26T20:00:00.000000000Z",
      modified: "2026-11-26T20:00:00.000000000Z",
    };
    expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThanOrEqual(MOST);
  });
});
