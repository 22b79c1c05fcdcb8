import fc from "fast-check";
import { managedAttributes, sameAttributes } from "../../../provider/domains/shared/attributes";
import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { did, writes } from "../../kinds/support";
import { device, type Held, heldDevices } from "./support";

const account = useAdapterAccount();

const tags = ["pump", "lab", "new", "managed"];
const services = [
  { name: "ssh", application: 28, port: 22 },
  { name: "ssh", application: 28, port: 2222 },
  { name: "vnc", application: 4, port: 5900 },
  { name: "panel", application: 7, port: 80 },
  { name: "panel", application: 8, port: 80 },
];
type Service = (typeof services)[number];

const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 });
const perName = fc.subarray(services).map((all) => [...new Map(all.map((one) => [one.name, one])).values()]);
const attributes = fc.dictionary(
  fc.constantFrom("site", "zone", "$remoteit"),
  fc.oneof(
    fc.integer({ min: 0, max: 2 }),
    fc.dictionary(fc.constantFrom("a", "b"), fc.integer({ min: 0, max: 2 }), { maxKeys: 2 }),
  ),
  { maxKeys: 3 },
);

const devices = fc.array(
  fc.record({ tags: fc.subarray(tags), attributes, services: perName, site: fc.constantFrom("plant-7", "Plant-8") }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

const conditions = fc.record(
  {
    tags: fc
      .record({ any: some(tags), all: some(tags) }, { requiredKeys: [] })
      .filter((choice) => Object.keys(choice).length > 0),
    nameContains: fc.constantFrom("PLANT", "plant-7"),
    applications: some(["SSH", 4, "HTTP"]),
  },
  { requiredKeys: [] },
);
interface Conditions {
  tags?: { any?: string[]; all?: string[] };
  nameContains?: string;
  applications?: (string | number)[];
}
const hasSome = (one: object) => Object.keys(one).length > 0;

const selectors = fc.oneof(
  fc.record({ allDevices: fc.constant(true) }),
  conditions.filter(hasSome),
  fc.tuple(conditions.filter(hasSome), conditions.filter(hasSome)).map(([one, exclude]) => ({ ...one, exclude })),
);

const templates = fc
  .record({
    tags: fc.subarray(tags),
    removeTags: fc.subarray(tags),
    attributes,
    services: perName,
    removeServices: fc.subarray([{ application: 4 }, { name: "panel" }, { port: 22 }]),
  })
  .map(({ tags: added, removeTags, removeServices, ...others }) => {
    const removals = removeServices.filter((removal) => !others.services.some((service) => isMeant(removal, service)));
    const taken = removeTags.filter((tag) => !added.includes(tag));
    const lists = { tags: added, removeTags: taken, services: others.services, removeServices: removals };
    return { attributes: others.attributes, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
  });
interface Template {
  tags?: string[];
  removeTags?: string[];
  attributes: Record<string, unknown>;
  services?: Service[];
  removeServices?: Partial<Service>[];
}

const isMeant = (removal: Partial<Service>, service: Partial<Service>): boolean =>
  Object.entries(removal).every(([key, value]) => service[key as keyof Service] === value);

const numbers: Record<string, number> = { SSH: 28, HTTP: 7 };

/** Of each condition, whether it holds: said once more, in other words than the provider's. */
function held({ tags: { any, all } = {}, nameContains, applications }: Conditions, one: Held): boolean[] {
  const answers: boolean[] = [];
  if (any) answers.push(any.some((tag) => one.tags.includes(tag)));
  if (all) answers.push(all.every((tag) => one.tags.includes(tag)));
  if (nameContains) answers.push(one.name.toLowerCase().includes(nameContains.toLowerCase()));
  if (applications)
    answers.push(one.services.some(({ application }) => applications.some((type) => (numbers[type] ?? type) === application)));
  return answers;
}

function isMember(
  { exclude, allDevices: _all, ...selector }: Conditions & { exclude?: Conditions; allDevices?: boolean },
  one: Held,
): boolean {
  return held(selector, one).every(Boolean) && !(exclude && held(exclude, one).some(Boolean));
}

/** A member as it must be afterwards. */
function expectConverged(template: Template, before: Held, after: Held | undefined): void {
  const { tags: added = [], removeTags = [], services: wanted = [], removeServices = [] } = template;
  const borne = [...new Set([...before.tags.filter((tag) => !removeTags.includes(tag)), ...added])].sort();
  expect(after?.tags).toEqual(borne);
  expect(sameAttributes(managedAttributes(template.attributes, after?.attributes), template.attributes)).toBe(true);
  const others = (all: object) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(template.attributes, name)));
  expect(others(after?.attributes ?? {})).toEqual(others(before.attributes));
  const kept = before.services.filter(({ name, application, port }) => {
    const isWanted = wanted.some((service) => service.name === name);
    return !isWanted && !removeServices.some((removal) => isMeant(removal, { name, application, port: port ?? 0 }));
  });
  const all = [...kept, ...wanted.map((service) => ({ ...service, enabled: true }))];
  expect(after?.services).toEqual(all.sort((one, other) => (one.name < other.name ? -1 : 1)));
}

test.each(adapterNames)(
  "whatever the account, the selector and the template: each device that matches conforms, nothing else has changed, and a second run writes nothing (%s)",
  async (adapter) => {
    await fc.assert(
      fc.asyncProperty(devices, selectors, templates, async (made, selector, template) => {
        await account.control.reset();
        for (const [index, { site, ...one }] of made.entries())
          await device(account.control, { name: `${site}-${index}`, ...one });
        const before = await heldDevices(account.control);
        const stack = account.stack(adapter);
        const program = { it: { type: "Fleet", properties: { selector, template, rollout: { maxRemovals: 9, batchSize: 2 } } } };
        expect(await stack.up(program)).toMatchObject(did("created"));
        const after = await heldDevices(account.control);
        for (const [index, one] of before.entries()) {
          if (isMember(selector, one)) expectConverged(template, one, after[index]);
          else expect(after[index]).toEqual(one);
        }
        const sent = await writes(account.control);
        // Of a fleet that takes devices out of its own selection, or into it, the second run may find others.
        if (
          JSON.stringify(after.filter((one) => isMember(selector, one)).map(({ id }) => id)) !==
          JSON.stringify(before.filter((one) => isMember(selector, one)).map(({ id }) => id))
        )
          return;
        expect(await stack.up(program)).toMatchObject(did());
        expect(await writes(account.control)).toEqual(sent);
        await expectClean(stack, program);
      }),
      { numRuns: adapter === "dynamic" ? 60 : 15 },
    );
  },
  240_000,
);
