import { lean } from "../../bench/support/lean";
import { isWrite, recorded } from "../../bench/support/recorded";
import { createClient, readSettings } from "../../provider/client";
import { createInventory } from "../../provider/inventory";
import { controlOf, startSandbox, type Sandbox } from "../../sandbox";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ devices: 3 });
});
afterAll(() => sandbox.stop());

const listed = async (endpoint: string) => {
  const env = {
    R3_ACCESS_KEY_ID: sandbox.accessKeyId,
    R3_SECRET_ACCESS_KEY: sandbox.secretAccessKey,
    REMOTEIT_ENDPOINT: endpoint,
  };
  const inventory = createInventory(createClient(readSettings({ env, home: "/nowhere" })));
  for await (const page of inventory.pages({}, { what: "Reading the account" })) expect(page.devices).toHaveLength(3);
};

test("the lean loop sends the requests of a run once more, and the account takes them", async () => {
  const control = controlOf(sandbox.control);
  const sent = await recorded(sandbox.endpoint, listed);
  const once = await control.requests();
  expect(sent).toHaveLength(once.total);
  await lean(sandbox, sent, 2);
  const twice = await control.requests();
  expect(twice.byOperation).toEqual(
    Object.fromEntries(Object.entries(once.byOperation).map(([name, times]) => [name, 2 * times])),
  );
  expect(twice.rejected).toBe(0);
});

test.each([
  ["a mutation", { method: "POST", body: '{"query":"\\n mutation a { b }"}' }, true],
  ["a query", { method: "POST", body: '{"query":"{ b }"}' }, false],
  ["a call of REST that changes", { method: "POST", body: '{"name":"pump"}' }, true],
  ["a call of REST that reads", { method: "GET", body: "" }, false],
])("%s counts as a change or not", (_name, { method, body }, expected) => {
  expect(isWrite({ method, path: "/", headers: {}, body })).toBe(expected);
});
