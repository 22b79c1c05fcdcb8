import { claimedDevice } from "../engine/support/contents";
import { driftOf } from "../drift/stack";
import { useAdapterAccount } from "./account";

// What the plugin makes of the name: test/plugin/proto.test.ts.
const account = useAdapterAccount();

const named = JSON.parse('{ "__proto__": "x", "site": "n", "deep": { "__proto__": { "a": 1 } } }') as object;
const SET = "mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }";

test("an attribute that a program calls __proto__ is an error that says so, whatever brings it to the dynamic adapter", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const { errors } = await account.stack("dynamic").up({ pump: { type: "Device", properties: { deviceId, attributes: named } } });
  const lines = errors.join().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^attributes\.__proto__: nothing can be called __proto__ here: .* Give it another name$/),
    expect.stringContaining("attributes.deep.__proto__: nothing can be called __proto__ here"),
  ]);
});

test("one that the account has is left out with a warning where a dynamic resource reads it by its id, and never touched", async () => {
  const { deviceId } = await claimedDevice(account.control);
  await account.control.change(SET, { id: deviceId, set: named });
  const stack = account.stack("dynamic");
  const { errors, said } = await stack.take("pump", "Device", deviceId);
  expect(errors).toEqual([]);
  expect(said.join()).toContain(`Device ${deviceId}: attributes.__proto__, attributes.deep.__proto__ is left out`);
  expect(stack.state.get("pump")?.outputs["attributes"]).toEqual({ site: "n", deep: {} });
  const managing = account.stack("dynamic");
  const program = { pump: { type: "Device", properties: { deviceId, attributes: { site: "s", deep: { b: 2 } } } } };
  expect((await managing.up(program)).errors).toEqual([]);
  expect((await driftOf(managing, account)).findings).toEqual([]);
  const read = "query($id: [String!]!) { login { device(id: $id) { attributes } } }";
  const { login } = (await account.control.change(read, { id: [deviceId] })) as { login: { device: [{ attributes: object }] } };
  expect(JSON.stringify(login.device[0].attributes)).toContain('"deep":{"__proto__":{"a":1},"b":2}');
});
