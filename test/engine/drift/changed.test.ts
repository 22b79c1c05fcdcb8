import { kinds } from "../../../drift/kinds";
import { changesOf } from "../../drift/one-change";
import type { StateRecord } from "../../drift/state";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf, heal } from "./support";

let account: TestAccount;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
  const { deviceId } = await claimedDevice(account.control);
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      const device = new remoteit.Device("pump", {
        deviceId,
        name: "pump-1",
        tags: ["b", "a"],
        attributes: { site: "north", $remoteit: { color: 3 }, gone: null },
        notificationSettings: { emailNotifications: true, desktopNotifications: false },
      });
      new remoteit.Service("web", {
        deviceId: device.id,
        name: "web",
        application: "HTTP",
        host: "camera.lan",
        port: 8080,
        enabled: true,
      });
      new remoteit.Webhook("hook", { url: "http://127.0.0.1:9/hook" });
    },
  });
  expect((await stack.up()).code).toBe(0);
});
afterAll(() => account.stop());

const paths = {
  Device: [
    "name",
    "tags",
    "attributes.site",
    "attributes.$remoteit.color",
    "attributes.gone",
    "notificationSettings.emailNotifications",
    "notificationSettings.desktopNotifications",
  ],
  Service: ["name", "application", "host", "port", "enabled"],
  Webhook: ["url", "enabled"],
};

test("every property that the account can hold otherwise is tried here", () => {
  for (const [type, { inputs }] of kinds) {
    const comparable = Object.entries(inputs).filter(([, { marks }]) => !marks.origin && !marks.local && !marks.replaces);
    const tried = paths[type as keyof typeof paths].map((path) => path.split(".")[0]);
    expect([...new Set(tried)].sort()).toEqual(comparable.map(([name]) => name).sort());
  }
});

test("what was just made has no drift", async () => {
  expect(await driftOf(account, stack)).toMatchObject({ findings: [], summary: { inSync: 3, coverage: 1 } });
});

/** One property of each resource at a time: a run of the engine heals what it is told to. */
const rounds = paths.Device.map((_, round) =>
  Object.entries(paths).flatMap(([type, all]) => all.slice(round, round + 1).map((path) => [type, path] as const)),
);

test.each(rounds.map((round) => [round.map((one) => one.join(" ")).join(", "), round] as const))(
  "changed by hand, found and healed by the command that the report names: %s",
  async (_names, round) => {
    const { resources } = await stack.state();
    const wanted = round.map(([type, path]) => {
      const record = Object.values(resources).find((resource) => resource.type.endsWith(`:${type}`));
      const change = changesOf(record as unknown as StateRecord).find(({ finding }) => finding.changes?.[0]?.path === path);
      if (!change) throw new Error(`There is no change to ${path} of the ${type}.`);
      return change;
    });
    for (const { mutation, variables } of wanted) await account.control.change(mutation, { ...variables });
    const { findings } = await driftOf(account, stack);
    expect(findings).toEqual(wanted.map(({ finding }) => expect.objectContaining(finding) as unknown));
    const [remedy, ...others] = new Set(findings.map((finding) => finding.remedy));
    expect(others).toEqual([]);
    expect((await heal(stack, remedy)).code).toBe(0);
    expect(await driftOf(account, stack)).toMatchObject({ findings: [], summary: { inSync: 3 } });
  },
);
