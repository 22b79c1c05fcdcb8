import { inlineStack, type InlineStack, type Installed, type Outcome } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";

let account: TestAccount;
let stack: InlineStack;
let up: Outcome;

/** What the stories are about: each has a device of its own, and equal declarations of one service on it. */
const stories = [
  "there already",
  "differs",
  "both new",
  "one there already",
  "managed",
  "managed, stays",
  "managed, changes",
] as const;
type Story = (typeof stories)[number];

const devices = {} as Record<Story, string>;

/** Declares the service of a story under these logical names. */
function declare({ remoteit }: Installed, story: Story, ...names: string[]) {
  for (const name of names) new remoteit.Service(`${story}: ${name}`, service(story));
}
const service = (story: Story) => ({ deviceId: devices[story], name: "ssh", application: "SSH" as const, port: 2222 });

const addByHand = (story: Story, port = 2222) =>
  account.control.change(
    'mutation($deviceId: String!, $port: Int) { addService(deviceId: $deviceId, name: "ssh", application: 28, port: $port) { id } }',
    { deviceId: devices[story], port },
  );

async function live(story: Story) {
  return (await contents(account.control)).devices.find(({ id }) => id === devices[story])?.services ?? [];
}

/** Ids by logical name. */
async function held(story: Story): Promise<Record<string, string | undefined>> {
  const ours = Object.entries((await stack.state()).resources).filter(([name]) => name.startsWith(`${story}: `));
  return Object.fromEntries(ours.map(([name, { id }]) => [name.replace(`${story}: `, ""), id]));
}

/** Each resource has a service of its own, and there is no other. */
async function expectOneForEach(story: Story, ...names: string[]) {
  const ids = await held(story);
  expect(Object.keys(ids).sort()).toEqual(names);
  expect((await live(story)).map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
}

beforeAll(async () => {
  account = await startAccount();
  for (const story of stories) {
    devices[story] = (await claimedDevice(account.control, { hardwareId: story, name: story })).deviceId;
  }
  await addByHand("there already");
  await addByHand("differs", 22);
  await addByHand("one there already");
  stack = await inlineStack({
    config: account.config,
    program: (modules) => {
      for (const story of stories) declare(modules, story, "one");
      declare(modules, "both new", "two");
      declare(modules, "one there already", "two");
    },
  });
  up = await stack.up();
  expect(up.errors).toEqual([]);
});
afterAll(() => account.stop());

describe("a service that is there already", () => {
  it("is adopted with a warning when it equals the declaration", async () => {
    const [there] = await live("there already");
    expect(up.output).toContain(
      `Service "ssh" (on device ${devices["there already"]}): it exists already, as ${there?.id ?? ""}, and is adopted.`,
    );
    await expectOneForEach("there already", "one");
  });

  it("is left alone when it differs in what is declared", async () => {
    expect(await live("differs")).toHaveLength(2);
    expect((await live("differs")).map(({ port }) => port).sort()).toEqual([22, 2222]);
  });
});

describe("two equal declarations never share a service", () => {
  it("when both are new: two are made", () => expectOneForEach("both new", "one", "two"));

  it("when one is there already: one adopts it, the other is made", () => expectOneForEach("one there already", "one", "two"));
});

/** New declarations beside the managed ones, under these logical names where nothing else matters. */
function nextProgram(modules: Installed, ...names: string[]) {
  for (const story of ["there already", "differs"] as const) declare(modules, story, "one");
  for (const story of ["both new", "one there already"] as const) declare(modules, story, "one", "two");
  // One after the other: what the engine comes to first has the service.
  names.reduce<InstanceType<Installed["remoteit"]["Service"]>[]>(
    (before, name) => [new modules.remoteit.Service(`managed: ${name}`, service("managed"), { dependsOn: before })],
    [],
  );
  // Made before the engine comes to the one of the earlier run.
  for (const [story, port] of [
    ["managed, stays", 2222],
    ["managed, changes", 2223],
  ] as const) {
    const two = new modules.remoteit.Service(`${story}: two`, service(story));
    new modules.remoteit.Service(`${story}: one`, { ...service(story), port }, { dependsOn: two });
  }
}

describe("at the next run, where other services of the stack equal a new declaration", () => {
  beforeAll(async () => {
    stack.edit((modules) => nextProgram(modules, "one", "two"));
    up = await stack.up();
    expect(up.errors).toEqual([]);
  });

  it("never shares the one that is managed since an earlier run", async () => {
    const ops = up.steps.filter(({ name }) => name.startsWith("managed: ")).map(({ name, op }) => [name, op]);
    expect(Object.fromEntries(ops)).toEqual({ "managed: one": "same", "managed: two": "create" });
    await expectOneForEach("managed", "one", "two");
  });

  it.each([
    ["stays as it is", "managed, stays", 2222],
    ["changes", "managed, changes", 2223],
  ] as const)("never shares the one that the engine comes to later, whether that one %s", async (_which, story, port) => {
    await expectOneForEach(story, "one", "two");
    const services = await live(story);
    const { one, two } = await held(story);
    expect(services.map((each) => each.port).sort()).toEqual([2222, port]);
    expect(services.find(({ id }) => id === one)?.port).toBe(port);
    expect(services.find(({ id }) => id === two)?.port).toBe(2222);
    expect(one).not.toBe(two);
  });

  it("leaves nothing to do", async () => {
    expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
  });
});

it("a declaration that leaves the program takes with it the service that was its own", async () => {
  stack.edit((modules) => nextProgram(modules, "one"));
  await stack.up();
  await expectOneForEach("managed", "one");
});

describe("a destroy", () => {
  it("leaves the service that differed from the declaration, and those that were there before it", async () => {
    expect((await stack.destroy()).code).toBe(0);
    expect(await live("differs")).toMatchObject([{ port: 22 }]);
    expect(await live("there already")).toHaveLength(1);
  });
});
