import type { ServiceArgs } from "pulumi-remoteit";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";

let account: TestAccount;
let stack: InlineStack;
let ids: Record<string, string | undefined>;
/** The devices by what becomes of their service: each has one, "ssh", declared under the logical name `old …`. */
let keeps: string;
let changes: string;
let loses: string;
/** A device without any. */
let spare: string;

const args = (deviceId: string, port = 22): ServiceArgs => ({ deviceId, name: "ssh", application: "SSH", port });
const on = async (deviceId: string) => (await contents(account.control)).devices.find(({ id }) => id === deviceId)?.services;
const idsInState = async () =>
  Object.fromEntries(Object.entries((await stack.state()).resources).map(([name, { id }]) => [name, id]));

/** A run that ends after new logical names have taken the services and before the old ones go: both are in state with one id. */
beforeAll(async () => {
  account = await startAccount();
  const claimed = async (hardwareId: string) => (await claimedDevice(account.control, { hardwareId, name: hardwareId })).deviceId;
  [keeps, changes, loses, spare] = [await claimed("hw-1"), await claimed("hw-2"), await claimed("hw-3"), await claimed("hw-4")];
  const named = { keeps, changes, loses };
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      for (const [name, deviceId] of Object.entries(named)) new remoteit.Service(`old ${name}`, args(deviceId));
    },
  });
  await stack.up();
  stack.edit(({ remoteit }) => {
    const taken = Object.entries(named).map(([name, deviceId]) => new remoteit.Service(`new ${name}`, args(deviceId)));
    new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn: taken });
  });
  expect((await stack.up()).code).not.toBe(0);
  ids = await idsInState();
  for (const name of Object.keys(named)) expect(ids[`new ${name}`]).toBe(ids[`old ${name}`]);
});
afterAll(() => account.stop());

describe("where a run broke off after a new logical name had taken a service and before the old one went, the next run", () => {
  beforeAll(async () => {
    stack.edit(({ remoteit }) => {
      new remoteit.Service("new keeps", args(keeps));
      new remoteit.Service("new changes", args(changes, 2222));
      const moves = new remoteit.Service("old loses", args(spare));
      new remoteit.Service("new loses", args(loses), { dependsOn: moves });
    });
    const up = await stack.up();
    expect(up).toMatchObject({ code: 0, changes: { delete: 2, replace: 1 } });
    const ended = Object.fromEntries(up.steps.map(({ name, op }) => [name, op]));
    expect(ended).toMatchObject({ "old keeps": "delete", "old changes": "delete", "new keeps": "same", "new loses": "same" });
    expect(Object.keys(await idsInState()).sort()).toEqual(["new changes", "new keeps", "new loses", "old loses"]);
  });

  it("keeps the service as it is", async () => {
    expect(await on(keeps)).toMatchObject([{ id: ids["new keeps"], port: 22 }]);
  });

  it("keeps it where it changes in the same run", async () => {
    expect(await on(changes)).toMatchObject([{ id: ids["new changes"], port: 2222 }]);
  });

  it("keeps it where it is, when the old one moves to another device", async () => {
    expect(await on(loses)).toMatchObject([{ id: ids["new loses"] }]);
    expect(await on(spare)).toMatchObject([{ name: "ssh" }]);
  });

  it("leaves nothing to do", async () => {
    expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
  });
});
