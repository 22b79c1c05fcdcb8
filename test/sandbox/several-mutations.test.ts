import type { World } from "../../sandbox";
import { onGround } from "../client/merge/support";
import { query, send } from "./support";

type Several = World["several-mutations"];

const nothing = "80:00:00:00:0f:ff:ff:ff";

/** What is answered to three mutations of which the second fails, and the names and attributes that two devices have then. */
const ask = (several: Several, failing: string) =>
  onGround(2, { "several-mutations": several }, async ({ sandbox, control, devices: [one = "", other = ""] }) => {
    const document = `mutation {
      first: setAttributes(serviceId: "${one}", attributes: {at: 1})
      second: ${failing}
      third: renameService(serviceId: "${other}", name: "third")
    }`;
    const { text } = await send(sandbox, query(document));
    const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: { path?: string[] }[] };
    const { login } = (await control.change("{ login { devices { items { id name attributes } } } }")) as {
      login: { devices: { items: { id: string; name: string; attributes: { at?: number } }[] } };
    };
    const carriedOut = [
      ...(login.devices.items.some(({ attributes }) => attributes.at === 1) ? ["first"] : []),
      ...(login.devices.items.some(({ name }) => name === "third") ? ["third"] : []),
    ];
    return { data, paths: errors?.map(({ path }) => path?.join(".")), carriedOut };
  });

/** May not be null, and is an error of a thing that is not there. */
const neverNull = `setAttributes(serviceId: "${nothing}", attributes: {})`;
/** May be null. */
const nullable = `addTag(serviceId: ["${nothing}"], name: ["with space"])`;

test.each<[Several, object]>([
  ["run-to-the-end", { data: null, paths: ["second"], carriedOut: ["first", "third"] }],
  ["stops-at-first-error", { data: null, paths: ["second"], carriedOut: ["first"] }],
  [
    "answers-in-part",
    { data: { first: { at: 1 }, second: null, third: true }, paths: ["second"], carriedOut: ["first", "third"] },
  ],
  ["refused", { data: undefined, paths: [undefined], carriedOut: [] }],
])("in the world %s, one that may not be null and fails", async (several, expected) => {
  expect(await ask(several, neverNull)).toMatchObject(expected);
});

test("where the one that fails may be null, the answer has the others", async () => {
  expect(await ask("run-to-the-end", nullable)).toMatchObject({
    data: { second: null, third: true },
    carriedOut: ["first", "third"],
  });
});

test.each<Several>(["run-to-the-end", "stops-at-first-error", "answers-in-part"])(
  "in the world %s, several that succeed are answered, and one is never refused",
  (several) =>
    onGround(1, { "several-mutations": several }, async ({ sandbox, devices: [id = ""] }) => {
      const named = (name: string) => `renameService(serviceId: "${id}", name: "${name}")`;
      const both = await send(sandbox, query(`mutation { a: ${named("one")} b: ${named("two")} }`));
      expect(JSON.parse(both.text)).toEqual({ data: { a: true, b: true } });
    }),
);

test("whoever sets the scene by hand is refused nothing", () =>
  onGround(1, { "several-mutations": "refused" }, async ({ control, devices: [id = ""] }) => {
    const named = (name: string) => `renameService(serviceId: "${id}", name: "${name}")`;
    expect(await control.change(`mutation { a: ${named("one")} b: ${named("two")} }`)).toEqual({ a: true, b: true });
  }));
