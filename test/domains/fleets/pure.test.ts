import fc from "fast-check";
import { contradictions } from "../../../provider/domains/fleets/contradictions";
import { conformityAfter, createDigest, leftBy } from "../../../provider/domains/fleets/digest";
import type { Template, UnwantedService, WantedService } from "../../../provider/domains/fleets/resolve";
import { matches } from "../../../provider/domains/fleets/selector";
import { type Difference, differences } from "../../../provider/domains/fleets/template";
import { knownPort } from "../../../provider/domains/services/applications";
import type { DeviceRecord } from "../../../provider/inventory";

const ACCOUNT = "account";

const services: WantedService[] = [
  { name: "ssh", application: 28, port: 22 },
  { name: "ssh", application: 28, port: 2222 },
  { name: "ssh", application: 28 },
  { name: "vnc", application: 4, port: 5900, enabled: false },
  { name: "panel", application: 7, port: 80, host: "10.0.0.1" },
];
const removals: UnwantedService[] = [{ application: 28 }, { name: "vnc" }, { port: 80 }, { name: "ssh", port: 22 }];
const perName = fc.subarray(services).map((all) => [...new Map(all.map((one) => [one.name, one])).values()]);
const attributes = fc.dictionary(
  fc.constantFrom("a", "b"),
  fc.oneof(
    fc.integer({ min: 0, max: 1 }),
    fc.constant(null),
    fc.dictionary(fc.constantFrom("x", "y"), fc.integer({ min: 0, max: 1 }), { maxKeys: 2 }),
  ),
  { maxKeys: 2 },
);
const tags = ["p", "q", "R"];

const templates: fc.Arbitrary<Template> = fc
  .record({
    tags: fc.subarray(tags),
    removeTags: fc.subarray(["P", "q", "r"]),
    attributes,
    notificationSettings: fc.record({ emailNotifications: fc.constantFrom(true, false, null) }, { requiredKeys: [] }),
    services: perName,
    removeServices: fc.subarray(removals),
  })
  .filter((template) => contradictions(template, template).length === 0);

const record = (more: Partial<DeviceRecord>): DeviceRecord => ({
  id: "80:00:00:00:00:00:00:01",
  name: "pump-7",
  hardwareId: null,
  configurable: true,
  permissions: ["VIEW"],
  owner: { id: ACCOUNT, email: null },
  state: "active",
  platform: 1200,
  created: null,
  attributes: {},
  tags: [],
  notificationSettings: { emailNotifications: null, desktopNotifications: null },
  services: [],
  marks: new Map(),
  ...more,
});

const held = ({ name, application, host, port, enabled }: WantedService, id: string): DeviceRecord["services"][number] => ({
  id,
  name,
  application,
  title: null,
  created: null,
  host: host ?? "127.0.0.1",
  port: port ?? knownPort(application) ?? null,
  enabled: enabled ?? true,
});

const devices = fc
  .record({ tags: fc.subarray(tags), attributes, services: perName, email: fc.constantFrom(true, null) })
  .map((one) =>
    record({
      tags: one.tags.map((name) => ({ name })),
      attributes: one.attributes,
      notificationSettings: { emailNotifications: one.email, desktopNotifications: null },
      services: one.services.map((service, index) => held(service, `service ${index}`)),
    }),
  );

/** The device as it is once what it lacks is made right. */
const converged = (template: Template, device: DeviceRecord): DeviceRecord =>
  differences(template, device).reduce((now, { work, expected }): DeviceRecord => {
    switch (work.kind) {
      case "addTag":
        return { ...now, tags: [...now.tags, { name: work.tag }] };
      case "removeTag":
        return { ...now, tags: now.tags.filter(({ name }) => name !== work.tag) };
      case "attribute":
        return { ...now, attributes: put(now.attributes, work.at, expected) };
      case "notification":
        return { ...now, notificationSettings: { ...now.notificationSettings, [work.name]: expected } };
      case "addService":
        return { ...now, services: [...now.services, held(work.service, `made for ${work.service.name}`)] };
      case "changeService":
        return { ...now, services: now.services.map((one) => (one.id === work.id ? { ...one, [work.name]: expected } : one)) };
      case "removeService":
        return { ...now, services: now.services.filter(({ id }) => id !== work.id) };
    }
  }, device);

function put(map: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const before = typeof map === "object" && map !== null ? (map as Record<string, unknown>) : {};
  return { ...before, [String(key)]: rest.length === 0 ? value : put(before[String(key)], rest, value) };
}

const paths = (all: readonly Difference[]) => all.map(({ path }) => path);

test("a device that is brought to a template lacks nothing of it", () => {
  fc.assert(
    fc.property(templates, devices, (template, device) => {
      expect(paths(differences(template, converged(template, device)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("two templates that do not contradict each other can both be had, in either order", () => {
  fc.assert(
    fc.property(templates, templates, devices, (one, other, device) => {
      fc.pre(contradictions(one, other).length === 0);
      for (const [first, second] of [
        [one, other],
        [other, one],
      ] as const) {
        const now = converged(second, converged(first, device));
        expect([...paths(differences(first, now)), ...paths(differences(second, now))]).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test("whether two templates contradict each other does not depend on which is asked", () => {
  fc.assert(
    fc.property(templates, templates, (one, other) => {
      expect(contradictions(one, other).length > 0).toBe(contradictions(other, one).length > 0);
    }),
    { numRuns: 1000 },
  );
});

test("a digest depends on which devices lack what, and neither on their order nor on what they hold instead", () => {
  const lacking = (path: string, actual: unknown): Difference => ({
    path,
    expected: 1,
    actual,
    work: { kind: "attribute", at: [path] },
  });
  const digestOf = (all: [string, Difference[]][]) => {
    const digest = createDigest();
    for (const [id, differences] of all) digest.add(id, differences);
    return digest.text();
  };
  const a: [string, Difference[]] = ["80:0A", [lacking("x", 2), lacking("y", 3)]];
  const b: [string, Difference[]] = ["80:0B", [lacking("x", 2)]];
  expect(digestOf([a, b])).toBe(digestOf([b, ["80:0a", [lacking("y", 7), lacking("x", 8)]]]));
  expect(new Set([digestOf([]), digestOf([a]), digestOf([b]), digestOf([a, b])]).size).toBe(4);
  expect(digestOf([["80:0C", []]])).toBe("conforms");
});

test("state keeps how the last update left the fleet, whatever later looks find", () => {
  const drifted = conformityAfter("conforms", "abc");
  expect([drifted, conformityAfter(drifted, "def"), conformityAfter(drifted, "conforms")]).toEqual([
    "conforms/abc",
    "conforms/def",
    "conforms",
  ]);
  expect([leftBy("abc/def"), leftBy(undefined)]).toEqual(["abc", ""]);
});

test.each<[string, Parameters<typeof matches>[0], Partial<DeviceRecord>, boolean]>([
  ["a tag in another case", { tags: { any: ["PUMP"] } }, { tags: [{ name: "pump" }] }, true],
  [
    "a tag in another case, where the account tells the two apart",
    { tags: { any: ["PUMP"] } },
    { tags: [{ name: "pump" }], tellsCase: true },
    false,
  ],
  ["all of its tags", { tags: { all: ["a", "b"] } }, { tags: [{ name: "a" }, { name: "b" }] }, true],
  ["one of all tags", { tags: { all: ["a", "b"] } }, { tags: [{ name: "a" }] }, false],
  ["a part of its name", { nameContains: "MP-" }, {}, true],
  ["no name", { nameContains: "a" }, { name: null }, false],
  ["its platform", { platforms: [1, 1200] }, {}, true],
  ["another platform", { platforms: [1] }, {}, false],
  ["an unknown platform", { platforms: [1] }, { platform: null }, false],
  ["a service of the type", { applications: [28] }, { services: [held({ name: "ssh", application: 28 }, "s")] }, true],
  ["no service of the type", { applications: [28] }, {}, false],
  ["everything, but what is excluded", { exclude: { nameContains: "pump" } }, {}, false],
  ["everything, and not what is excluded", { exclude: { nameContains: "valve", platforms: [7] } }, {}, true],
  ["everything, but one excluded condition of two holds", { exclude: { nameContains: "valve", platforms: [1200] } }, {}, false],
  ["a device that another account owns", {}, { owner: { id: "other", email: null } }, false],
  ["a device that the key may not view", {}, { permissions: [] }, false],
])("whether a device belongs: %s", (_what, selector, device, belongs) => {
  expect(matches(selector, record(device), ACCOUNT)).toBe(belongs);
});
