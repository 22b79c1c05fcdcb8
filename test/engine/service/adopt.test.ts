import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;

const declares =
  (...names: string[]): Program =>
  ({ remoteit }) => {
    for (const name of names) new remoteit.Service(name, { deviceId, name: "ssh", application: "SSH", port: 2222 });
  };

const open = (program: Program): Promise<InlineStack> => inlineStack({ config: account.config, program });

async function idsInState(stack: InlineStack) {
  return Object.values((await stack.state()).resources).map(({ id }) => id);
}

async function addByHand(port = 2222): Promise<void> {
  await account.control.change(
    'mutation($deviceId: String!, $port: Int) { addService(deviceId: $deviceId, name: "ssh", application: 28, port: $port) { id } }',
    { deviceId, port },
  );
}

beforeAll(async () => {
  account = await startAccount();
});
beforeEach(async () => {
  await account.control.reset();
  ({ deviceId } = await claimedDevice(account.control));
});
afterAll(() => account.stop());

describe("a service that is there already", () => {
  it("is adopted with a warning when it equals the declaration", async () => {
    await addByHand();
    const [live] = await liveServices(account.control);
    const stack = await open(declares("ssh"));
    const up = await stack.up();
    expect(up.output).toContain(
      `Service "ssh" (on device ${deviceId}): it exists already, as ${live?.id ?? ""}, and is adopted.`,
    );
    expect(await idsInState(stack)).toEqual([live?.id]);
    expect(await liveServices(account.control)).toHaveLength(1);
  });

  it("is left alone when it differs in what is declared", async () => {
    await addByHand(22);
    const stack = await open(declares("ssh"));
    await stack.up();
    expect(await liveServices(account.control)).toHaveLength(2);
    await stack.destroy();
    expect(await liveServices(account.control)).toMatchObject([{ port: 22 }]);
  });
});

describe("two equal declarations never share a service", () => {
  it("when both are new: two are made", async () => {
    const stack = await open(declares("one", "two"));
    expect((await stack.up()).errors).toEqual([]);
    expect(new Set(await idsInState(stack)).size).toBe(2);
    expect(await liveServices(account.control)).toHaveLength(2);
  });

  it("when one is there already: one adopts it, the other is made", async () => {
    await addByHand();
    const stack = await open(declares("one", "two"));
    expect((await stack.up()).errors).toEqual([]);
    expect(new Set(await idsInState(stack)).size).toBe(2);
    expect(await liveServices(account.control)).toHaveLength(2);
  });

  it("when one is managed since an earlier run", async () => {
    const stack = await open(declares("one"));
    await stack.up();
    stack.edit(declares("one", "two"));
    expect((await stack.up()).changes).toEqual({ same: 1, create: 1 });
    expect(new Set(await idsInState(stack)).size).toBe(2);
    stack.edit(declares("one"));
    await stack.up();
    expect(await idsInState(stack)).toEqual((await liveServices(account.control)).map(({ id }) => id));
    expect(await liveServices(account.control)).toHaveLength(1);
  });
});

describe("a new declaration that is made before the engine comes to an equal one of an earlier run", () => {
  const before =
    (port: number): Program =>
    ({ remoteit }) => {
      const two = new remoteit.Service("two", { deviceId, name: "ssh", application: "SSH", port: 2222 });
      new remoteit.Service("one", { deviceId, name: "ssh", application: "SSH", port }, { dependsOn: two });
    };

  it.each([
    ["stays as it is", 2222],
    ["changes", 2223],
  ])("never shares its service, whether that one %s", async (_which, port) => {
    const stack = await open(declares("one"));
    await stack.up();
    stack.edit(before(port));
    expect((await stack.up()).errors).toEqual([]);
    const live = await liveServices(account.control);
    expect(live.map((service) => service.port).sort()).toEqual([2222, port]);
    const { one, two } = (await stack.state()).resources;
    expect(live.find(({ id }) => id === one?.id)?.port).toBe(port);
    expect(live.find(({ id }) => id === two?.id)?.port).toBe(2222);
    expect(one?.id).not.toBe(two?.id);
    expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
  });
});

it("a service whose creation was answered but never heard of is adopted by the next up", async () => {
  const stack = await open(declares("ssh"));
  await account.control.faults([{ kind: "lost-answer", match: { operation: "addService" } }]);
  await stack.up();
  await account.control.clearFaults();
  expect((await stack.up()).code).toBe(0);
  expect(await liveServices(account.control)).toHaveLength(1);
});
