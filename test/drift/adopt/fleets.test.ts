import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { adoptCode, proposeFleets, readUnmanaged } from "../../../drift/adopt";
import type { Declaration } from "../../adapters";
import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { device, heldDevices } from "../../domains/fleets/support";
import { writes } from "../../kinds/support";
import { driftOf, readOnly } from "../stack";

const account = useAdapterAccount();

interface Fleet {
  selector: { tags: { any: [string] } };
  template: { services?: { name: string; port?: number }[]; attributes?: object; notificationSettings?: object };
}

const SSH = { name: "ssh", application: 28, port: 22 };
const WEB = { name: "web", application: 7, port: 80 };

async function proposed() {
  const stack = account.stack("plugin");
  const context = readOnly(account.sandbox);
  const unmanaged = await readUnmanaged(context, (await driftOf(stack, account)).findings);
  return { unmanaged, ...(await proposeFleets(context, unmanaged)) };
}

/** What the program declares that the command writes. */
async function declared() {
  const { fleets, rest, unmanaged } = await proposed();
  const text = [...adoptCode(rest, "typescript", fleets)].join("");
  const program: Declaration = {};
  const classOf = (type: string) =>
    class {
      readonly id: object;
      constructor(name: string, properties: object) {
        expect(Object.keys(program).map((one) => one.toLowerCase())).not.toContain(name.toLowerCase());
        program[name] = { type, properties: JSON.parse(JSON.stringify(properties)) as Record<string, unknown> };
        this.id = { idOf: name };
      }
    };
  const classes = Object.fromEntries(["Device", "Service", "Tag", "Webhook", "Fleet"].map((type) => [type, classOf(type)]));
  runInNewContext(text.replace(/^(import|export) .*;$/gm, ""), classes);
  const all = Object.values(program);
  const of = (type: string) => all.flatMap((one) => (one.type === type ? [one.properties] : []));
  return { text, program, unmanaged, fleets: of("Fleet") as unknown as Fleet[], devices: of("Device"), services: of("Service") };
}

const setNotification = (id: string, emailNotifications: boolean) =>
  account.control.change(
    "mutation($id: String!, $on: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $on) }",
    { id, on: emailNotifications },
  );

/** The account's devices, without who has adopted them. */
const held = async () =>
  (await heldDevices(account.control)).map((one) => ({
    ...one,
    attributes: Object.fromEntries(Object.entries(one.attributes).filter(([name]) => !name.startsWith("pulumi-remoteit/"))),
  }));

test("devices that share a tag and have services in common are one fleet; the others stay devices", async () => {
  for (const number of [1, 2, 3])
    await device(account.control, {
      name: `pump-${number}`,
      tags: ["pumps", `site-${number}`],
      services: [SSH, ...(number === 1 ? [WEB] : [])],
      attributes: { site: "north", number, $remoteit: { color: 3 } },
    });
  await device(account.control, { name: "gateway", tags: ["site-1"], services: [SSH] });
  const { fleets, devices, services, text } = await declared();
  expect(fleets).toEqual([
    {
      selector: { tags: { any: ["pumps"] } },
      template: {
        attributes: { site: "north", $remoteit: { color: 3 } },
        services: [{ name: "ssh", application: "SSH", host: "127.0.0.1", port: 22, enabled: true }],
      },
    },
  ]);
  expect(devices).toMatchObject([{ name: "gateway" }]);
  expect(services).toMatchObject([{ name: "ssh" }]);
  expect(text).toContain(
    "// 3 devices have the tag pumps, all of them unmanaged. All have: services.ssh, attributes.site, attributes.$remoteit.color.\n",
  );
  expect(text).toContain("// Not all have the same, so that this stays as it is on each: services.web, attributes.number.\n");
  expect(text).toContain("// The attributes stand here in plain: keep");
});

test("a fleet adds what a narrower tag has beside what a wider one declares, and no more", async () => {
  for (const number of [1, 2, 3, 4])
    await device(account.control, {
      name: `pump-${number}`,
      tags: ["all", number < 3 ? "north" : "south"],
      services: [SSH, WEB],
      ...(number < 3 && { attributes: { site: "north" } }),
    });
  const { fleets, devices } = await declared();
  expect(fleets.map(({ selector, template }) => [selector.tags.any[0], Object.keys(template)])).toEqual([
    ["all", ["services"]],
    ["north", ["attributes"]],
  ]);
  expect(devices).toEqual([]);
});

test("a service of one name that differs in type or port is not in common; what else of it differs is left out", async () => {
  for (const number of [1, 2]) {
    const services = [SSH, { ...WEB, port: 80 + number }];
    await setNotification(await device(account.control, { name: `pump-${number}`, tags: ["pumps"], services }), true);
  }
  const text = "{ login { devices { items { services { id name } } } } }";
  const { login } = (await account.control.change(text)) as {
    login: { devices: { items: { services: { id: string; name: string }[] }[] } };
  };
  const id = login.devices.items[1]?.services.find(({ name }) => name === "ssh")?.id;
  await account.control.change("mutation($id: ID!) { updateService(id: $id, enabled: false) { id } }", { id });
  const { fleets } = await declared();
  expect(fleets.map(({ template }) => template)).toEqual([
    {
      services: [{ name: "ssh", application: "SSH", host: "127.0.0.1", port: 22 }],
      notificationSettings: { emailNotifications: true },
    },
  ]);
});

test("nothing in common and a single device are no fleet", async () => {
  await device(account.control, { name: "a", tags: ["one"], services: [SSH] });
  await device(account.control, { name: "b", tags: ["two"], services: [SSH] });
  await device(account.control, { name: "c", tags: ["two"], services: [WEB] });
  const { fleets, devices, services } = await declared();
  expect({ fleets, devices: devices.length, services: services.length }).toEqual({ fleets: [], devices: 3, services: 3 });
});

test("what somebody else's program manages, or a filter leaves out, counts: the fleet would match it too", async () => {
  const managed = await device(account.control, { name: "managed", tags: ["pumps"], services: [SSH] });
  for (const name of ["b", "c"]) await device(account.control, { name, tags: ["pumps"], services: [SSH, WEB] });
  const context = readOnly(account.sandbox);
  const all = await readUnmanaged(context, (await driftOf(account.stack("plugin"), account)).findings);
  const { fleets, rest } = await proposeFleets(
    context,
    all.filter(({ live }) => live.id !== managed),
  );
  expect(fleets).toMatchObject([
    { tag: "pumps", devices: 3, unmanaged: 2, items: [{ service: { name: "ssh" } }], others: ["services.web"] },
  ]);
  expect(rest.map(({ kind }) => kind.type)).toEqual(["Service"]);
});

test("two spellings of one tag are no fleet: which devices it would match cannot be told", async () => {
  for (const tag of ["Pumps", "pumps"])
    for (const number of [1, 2]) await device(account.control, { name: `${tag}-${number}`, tags: [tag], services: [SSH] });
  const { fleets, rest, unmanaged } = await proposed();
  expect({ fleets, rest }).toEqual({ fleets: [], rest: unmanaged });
});

const tags = ["pumps", "north", "constructor", "日本", "class", "${a}", "a#b"];
const attributes = fc.dictionary(
  fc.constantFrom("site", "a.b", "constructor", "$$x", "${pump.id}", "fn::readFile", "$remoteit", "'''", "*/"),
  fc.oneof(
    fc.constantFrom("$", "${x}", '"); process.exit(1); ("', "\u202e", "north"),
    fc.boolean(),
    fc.array(fc.constantFrom(1, "x", null), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("color", "label"), fc.integer({ min: 0, max: 1 }), { maxKeys: 2 }),
  ),
  { maxKeys: 3 },
);
const kinds = [SSH, { ...SSH, port: 2222 }, WEB, { name: "`${x}`", application: 7, port: 81 }];
const devices = fc.array(
  fc.record({
    tags: fc.subarray(tags, { minLength: 1 }),
    attributes,
    services: fc.subarray(kinds),
    email: fc.option(fc.boolean(), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 6 },
);

test.each(adapterNames)(
  "whatever the account holds, the program changes nothing in it and speaks of each device (%s)",
  async (adapter) => {
    await fc.assert(
      fc.asyncProperty(devices, async (all) => {
        await account.control.reset();
        for (const [index, { email, ...one }] of all.entries()) {
          const id = await device(account.control, { name: `d${index}`, ...one });
          if (email !== undefined) await setNotification(id, email);
        }
        const before = await held();
        const { program, fleets, devices: alone } = await declared();
        for (const { selector } of fleets) {
          const [tag] = selector.tags.any;
          expect(before.filter((one) => one.tags.includes(tag)).length).toBeGreaterThan(1);
        }
        const inFleets = before.filter((one) => fleets.some(({ selector }) => one.tags.includes(selector.tags.any[0])));
        expect(inFleets.length + alone.length).toBe(before.length);
        const sent = await writes(account.control);
        const stack = account.stack(adapter);
        const { errors } = await stack.up(program);
        expect(errors).toEqual([]);
        expect(await held()).toEqual(before);
        const others = Object.entries(await writes(account.control)).filter(([name, count]) => count !== sent[name]);
        // The marks of devices and services that are adopted one by one.
        expect(others.map(([name]) => name).filter((name) => name !== "graphql:setAttributes")).toEqual([]);
        await expectClean(stack, program);
      }),
      { numRuns: 8 },
    );
  },
  120_000,
);
