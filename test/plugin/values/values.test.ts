import fc from "fast-check";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { redact } from "../../../provider/core/secrets";
import { UNKNOWN } from "../../../provider/core/unknown";
import { decode } from "../../../provider/plugin/values/decode";
import { encode } from "../../../provider/plugin/values/encode";
import { ignoring } from "../../../provider/core/ignore";
import { plain, secret, struct } from "../support/calls";

/** What an engine may send: secrets and unknowns anywhere, but no secret inside another. */
const { sent } = fc.letrec<{ bare: unknown; sent: unknown }>((tie) => ({
  bare: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(UNKNOWN),
    fc.array(tie("sent"), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z$ .]{1,4}$/), tie("sent"), { maxKeys: 3 }),
  ),
  sent: fc.oneof({ arbitrary: tie("bare"), weight: 4 }, { arbitrary: fc.string().map(secret), weight: 1 }),
}));

const isSecret = (value: unknown) => typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;

const properties = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), sent, { maxKeys: 4 });

test("what is sent comes back as it was, secrets and unknowns in lists and maps included", () => {
  fc.assert(
    fc.property(properties, (given) => {
      const decoded = decode(struct(given));
      expect(plain(encode(decoded.values, {}, decoded))).toEqual(plain(struct(given)));
    }),
  );
});

test("no secret goes out in plain, whatever became of the lists and maps that held it", () => {
  const token = fc.stringMatching(/^[a-z]{12}$/).map((text) => `S-${text}`);
  fc.assert(
    fc.property(
      fc.uniqueArray(token, { minLength: 1, maxLength: 4 }),
      fc.array(fc.string(), { maxLength: 3 }),
      (secrets, others) => {
        const items = [...others, ...secrets.map(secret)];
        const decoded = decode(struct({ list: items, map: { inner: items } }));
        const list = [...(decoded.values["list"] as string[])].reverse();
        const answer = encode({ list, map: { inner: list, more: 1 } }, {}, decoded);
        const inPlain = JSON.stringify(plain(answer), (_key, value: unknown) => (isSecret(value) ? "[secret]" : value));
        expect(secrets.filter((text) => inPlain.includes(text))).toEqual([]);
      },
    ),
  );
});

test("a secret that was sent is shown by no error of this process", () => {
  decode(struct({ list: [{ code: secret("very-secret-code") }] }));
  expect(redact("The code very-secret-code is wrong.")).toBe("The code [secret] is wrong.");
});

test("a resource that stands for its id becomes that id, and is unknown before there is one", () => {
  const reference = (id: JavaScriptValue) => ({
    "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e",
    urn: "urn:pulumi:dev::s::remoteit:index:Device::pump",
    id,
  });
  const sentBy = (id: JavaScriptValue) => decode(Struct.fromJavaScript({ deviceId: reference(id) })).values;
  expect(sentBy("80:00")).toEqual({ deviceId: "80:00" });
  expect(sentBy("")).toEqual({ deviceId: UNKNOWN });
  expect(sentBy(UNKNOWN)).toEqual({ deviceId: UNKNOWN });
});

describe("a path that is ignored stays as state holds it:", () => {
  const state = { name: "old", tags: ["a", "b"], attributes: { a: 1, "b c": { d: 2 }, gone: 3 } };
  const news = { name: "new", tags: ["x", "y"], attributes: { a: 9, "b c": { d: 9, e: 9 }, added: 9 }, port: 1 };
  test.each<[string, object]>([
    ["name", { ...news, name: "old" }],
    ["port", { name: "new", tags: news.tags, attributes: news.attributes }],
    ["tags", { ...news, tags: ["a", "b"] }],
    ["tags[0]", { ...news, tags: ["a", "y"] }],
    ["tags[*]", { ...news, tags: ["a", "b"] }],
    ["attributes.a", { ...news, attributes: { ...news.attributes, a: 1 } }],
    ['attributes["b c"].d', { ...news, attributes: { ...news.attributes, "b c": { d: 2, e: 9 } } }],
    ["attributes.added", { ...news, attributes: { a: 9, "b c": { d: 9, e: 9 } } }],
    ["attributes.gone", { ...news, attributes: { ...news.attributes, gone: 3 } }],
    ["attributes[*]", { ...news, attributes: state.attributes }],
    ["nothing.there", news],
  ])("%s", (path, expected) => {
    expect(ignoring([path], state, news)).toEqual(expected);
  });
});
