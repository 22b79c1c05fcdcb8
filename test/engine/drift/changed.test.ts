import { kinds } from "../../../drift/kinds";
import { changesOf } from "../../drift/one-change";
import type { StateRecord } from "../../drift/state";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf, fix } from "./support";

/** Each property is changed on a resource of its own; of the webhook, which is one, they are changed one after the other. */
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
  Service: ["name", "application", "host", "port", "enabled", "attributes.site"],
  Webhook: ["url", "enabled"],
};
const made = paths.Device.length + paths.Service.length + 1;

let account: TestAccount;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
  const deviceIds: Record<string, string> = {};
  for (const path of paths.Device) {
    deviceIds[path] = (await claimedDevice(account.control, { hardwareId: path, name: path })).deviceId;
  }
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      for (const [path, deviceId] of Object.entries(deviceIds)) {
        new remoteit.Device(`Device ${path}`, {
          deviceId,
          name: "pump-1",
          tags: ["b", "a"],
          attributes: { site: "north", $remoteit: { color: 3 }, gone: null },
          notificationSettings: { emailNotifications: true, desktopNotifications: false },
        });
      }
      for (const path of paths.Service) {
        new remoteit.Service(`Service ${path}`, {
          deviceId: deviceIds["name"] ?? "",
          name: path,
          application: "HTTP",
          host: "camera.lan",
          port: 8080,
          enabled: true,
          attributes: { site: "north" },
        });
      }
      new remoteit.Webhook("Webhook", { url: "http://127.0.0.1:9/hook" });
    },
  });
  expect((await stack.up()).code).toBe(0);
});
afterAll(() => account.stop());

/** The change by hand to one property of a resource, and the finding that it has to lead to. */
async function changeOf(resource: string, path: string) {
  const record = (await stack.state()).resources[resource];
  const change = changesOf(record as unknown as StateRecord).find(({ finding }) => finding.changes?.[0]?.path === path);
  if (!change) throw new Error(`There is no change to ${path} of ${resource}.`);
  return change;
}

/** Changes all by hand. Each is found, alone on its resource, and one run of the command that they all name fixes them. */
async function expectFoundAndFixed(wanted: Awaited<ReturnType<typeof changeOf>>[]) {
  for (const { mutation, variables } of wanted) await account.control.change(mutation, { ...variables });
  const { findings } = await driftOf(account, stack);
  const byUrn = (one: { urn?: string | undefined }, other: { urn?: string | undefined }) =>
    (one.urn ?? "").localeCompare(other.urn ?? "");
  const expected = wanted.map(({ finding }) => finding).sort(byUrn);
  expect([...findings].sort(byUrn)).toEqual(expected.map((finding) => expect.objectContaining(finding) as unknown));
  const [remedy, ...others] = new Set(findings.map((finding) => finding.remedy));
  expect(others).toEqual([]);
  expect((await fix(stack, remedy)).code).toBe(0);
  expect(await driftOf(account, stack)).toMatchObject({ findings: [], summary: { inSync: made } });
}

test("every property that the account can hold otherwise is tried here", () => {
  // Other kinds are tried by their cases, without an engine (test/kinds/drift).
  for (const [type, { inputs }] of [...kinds].filter(([one]) => one in paths)) {
    const comparable = Object.entries(inputs).filter(([, { marks }]) => !marks.origin && !marks.local && !marks.replaces);
    const tried = paths[type as keyof typeof paths].map((path) => path.split(".")[0]);
    expect([...new Set(tried)].sort()).toEqual(comparable.map(([name]) => name).sort());
  }
});

test("what was just made has no drift", async () => {
  expect(await driftOf(account, stack)).toMatchObject({ findings: [], summary: { inSync: made, coverage: 1 } });
});

test("each property of a device and of a service, and the webhook's url, changed by hand, is found and fixed", async () => {
  const resources = (["Device", "Service"] as const).flatMap((type) =>
    paths[type].map((path) => changeOf(`${type} ${path}`, path)),
  );
  await expectFoundAndFixed(await Promise.all([...resources, changeOf("Webhook", "url")]));
});

test("a webhook that was switched off by hand is found and fixed", async () => {
  await expectFoundAndFixed([await changeOf("Webhook", "enabled")]);
});
