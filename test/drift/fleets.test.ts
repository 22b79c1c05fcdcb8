import { findDrift, group, readStack, type Finding } from "../../drift";
import { device } from "../domains/fleets/support";
import { useDriftAccount } from "./account";
import { exported, recordOf, secret, encrypted, type StateRecord } from "./state";

const account = useDriftAccount();

const EARLY = "2020-01-01T00:00:00Z";
const LATE = "2999-01-01T00:00:00Z";

/** A fleet as a stack holds it, of which nothing was done in the account. */
function fleet(name: string, inputs: object, { stack = "dev", modified = LATE } = {}): StateRecord {
  const { accountId } = account.sandbox;
  const record = recordOf("Fleet", `${name}-000000000000`, inputs, { ...inputs, accountId, conformity: "conforms" }, name, stack);
  return { ...record, modified } as StateRecord;
}

const pumps = { selector: { tags: { any: ["pump"] } } };
const brief = ({ type, id, fleet: of, changes }: Finding) => ({ type, id, fleet: of, changes });
const add = (id: string, tag: string) =>
  account.byHand("mutation($id: [String!]!, $tag: [String!]!) { addTag(serviceId: $id, name: $tag) }", { id: [id], tag: [tag] });

test("a device that does not conform is one finding of its fleet, with each path, what is expected and what is there", async () => {
  const vnc = { name: "vnc", application: 4, port: 5900 };
  const ssh = { name: "ssh", application: 28, port: 2222 };
  const id = await device(account.control, {
    name: "plant-7-a",
    tags: ["pump", "new"],
    attributes: { site: 7, kept: 1 },
    services: [vnc, ssh],
  });
  const it = fleet("pumps", {
    ...pumps,
    template: {
      tags: ["managed"],
      removeTags: ["new"],
      attributes: { site: 8, zone: 2, kept: null },
      services: [
        { name: "ssh", application: "SSH", port: 22 },
        { name: "panel", application: "HTTP", port: 80 },
      ],
      removeServices: [{ application: "VNC" }],
    },
  });
  const { findings, summary } = await account.drift([it]);
  expect(findings).toEqual([
    {
      status: "changed",
      type: "Device",
      id,
      name: "plant-7-a",
      urn: it.urn,
      stack: "dev",
      fleet: "pumps",
      changes: [
        { path: "tags.managed", kind: "remove", expected: true },
        { path: "tags.new", kind: "add", actual: true },
        { path: "attributes.site", kind: "update", expected: 8, actual: 7 },
        { path: "attributes.zone", kind: "remove", expected: 2 },
        { path: "attributes.kept", kind: "add", actual: 1 },
        { path: "services.ssh.port", kind: "update", expected: 22, actual: 2222 },
        { path: "services.panel", kind: "remove", expected: { application: 7, port: 80 } },
        { path: "services.vnc", kind: "add", actual: { application: 4, port: 5900 } },
      ],
      remedy: `Converge it with \`pulumi up --stack dev\`, or \`pulumi up --stack dev --target '${it.urn}'\` for this fleet alone.`,
    },
  ]);
  expect(summary).toMatchObject({ changed: 1, missing: 0, unmanaged: 0, inSync: 0, coverage: 1 });
});

test("devices of a fleet and the services that it names count as managed, other services and other devices do not", async () => {
  const services = [
    { name: "ssh", application: 28, port: 22 },
    { name: "vnc", application: 4, port: 5900 },
  ];
  for (const name of ["a", "b"]) await device(account.control, { name, tags: ["pump"], services });
  await device(account.control, { name: "other" });
  const { findings, summary } = await account.drift([
    fleet("pumps", { ...pumps, template: { services: [{ name: "ssh", application: "SSH" }] } }),
  ]);
  expect(findings.map(({ status, type, name }) => `${status} ${type} ${name}`)).toEqual([
    "unmanaged Device other",
    "unmanaged Service vnc",
    "unmanaged Service vnc",
  ]);
  // Two devices and a service of each, of seven things.
  expect(summary).toMatchObject({ inSync: 1, changed: 0, coverage: 0.5714 });
});

test("a newcomer is told as such: one that came after the last update of its fleet", async () => {
  const id = await device(account.control, { name: "a", tags: ["pump"] });
  const wanting = { ...pumps, template: { tags: ["managed"] } };
  const [found] = (await account.drift([fleet("pumps", wanting, { modified: EARLY })])).findings;
  expect(found).toMatchObject({
    status: "changed",
    id,
    newcomer: true,
    reason: "New: matches fleet pumps, not converged yet.",
    changes: [{ path: "tags.managed" }],
    remedy: expect.stringContaining("pulumi up --stack dev") as string,
  });
  const [old] = (await account.drift([fleet("pumps", wanting)])).findings;
  expect(old).not.toHaveProperty("newcomer");
  expect(old).not.toHaveProperty("reason");
});

test("a fleet is never missing, and in sync where all its devices conform, or none matches", async () => {
  const it = fleet("pumps", { ...pumps, template: { tags: ["managed"] } });
  expect(await account.drift([it])).toMatchObject({ findings: [], inSync: [{ type: "Fleet", name: "pumps", urn: it.urn }] });
  await device(account.control, { name: "a", tags: ["pump", "managed"] });
  expect(await account.drift([it])).toMatchObject({ findings: [], summary: { inSync: 1, coverage: 1 }, warnings: [] });
});

test("what a fleet of higher precedence decides is not drift of the other", async () => {
  const id = await device(account.control, { name: "a", tags: ["pump"], attributes: { site: 1 } });
  const high = fleet("high", { ...pumps, template: { attributes: { site: 1 } }, precedence: 5 });
  const low = fleet("low", { ...pumps, template: { attributes: { site: 2, zone: 3 } } });
  const { findings, warnings } = await account.drift([high, low]);
  expect(findings.map(brief)).toEqual([
    { type: "Device", id, fleet: "low", changes: [{ path: "attributes.zone", kind: "remove", expected: 3 }] },
  ]);
  expect(warnings).toEqual([]);
});

describe("what wants different things of one device is named both:", () => {
  const wanting = (site: number) => ({ ...pumps, template: { attributes: { site } } });
  const drift = (...stacks: StateRecord[][]) =>
    findDrift(
      account.context(),
      stacks.map((records, index) => readStack(exported(records, index === 0 ? "dev" : "prod"), index === 0 ? "dev" : "prod")),
    );

  test("two fleets of two stacks", async () => {
    const id = await device(account.control, { name: "a", tags: ["pump"], attributes: { site: 1 } });
    const one = fleet("one", wanting(1));
    const { findings, warnings } = await drift([one], [fleet("other", wanting(2), { stack: "prod" })]);
    expect(findings).toMatchObject([
      {
        id,
        fleet: "other",
        stack: "prod",
        reason: "Fleet one (stack dev) wants something else of it: attributes.site.",
        remedy: expect.stringContaining("exclude it from a selector") as string,
      },
    ]);
    expect(warnings).toEqual([
      expect.stringContaining(
        `Fleet one (stack dev) and Fleet other (stack prod) want different things of ${id}: attributes.site.`,
      ),
    ]);
  });

  test("two fleets of two stacks, of which one has the higher precedence: the other's run does not hear of it", async () => {
    await device(account.control, { name: "a", tags: ["pump"], attributes: { site: 2 } });
    const low = fleet("low", wanting(2), { stack: "prod" });
    const { findings, warnings } = await drift([fleet("high", { ...wanting(1), precedence: 9 })], [low]);
    expect(findings).toMatchObject([{ fleet: "high", reason: expect.stringContaining("Fleet low (stack prod)") as string }]);
    expect(warnings).toEqual([expect.stringContaining("Fleet high (stack dev) and Fleet low (stack prod)")]);
  });

  test("a fleet and a Device, and a fleet and a Service", async () => {
    const services = [{ name: "ssh", application: 28, port: 22 }];
    const id = await device(account.control, { name: "a", tags: ["pump"], attributes: { site: 1 }, services });
    const own = await account.make("Device", { deviceId: id, attributes: { site: 1 } }, "mine");
    const ssh = await account.make("Service", { deviceId: id, name: "ssh", application: "SSH", port: 22 }, "shell");
    const template = { attributes: { site: 2 }, services: [{ name: "ssh", application: "SSH", port: 23 }] };
    const { findings, warnings } = await drift([own, ssh], [fleet("pumps", { ...pumps, template }, { stack: "prod" })]);
    expect(findings).toMatchObject([
      {
        fleet: "pumps",
        reason:
          "Device mine (stack dev) wants something else of it: attributes.site. Service shell (stack dev) wants something else of it: services.ssh.",
      },
    ]);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain("Fleet pumps (stack prod) and Device mine (stack dev) want different things");
  });

  test("fleets and devices that agree are in sync, and a fleet's tags are no drift of a Device whose tags are managed", async () => {
    const id = await device(account.control, { name: "a", tags: ["pump", "managed"] });
    const own = recordOf("Device", id, { deviceId: id, tags: ["pump"] }, { accountId: account.sandbox.accountId }, "mine");
    const managing = fleet("pumps", { ...pumps, template: { tags: ["Managed"] } });
    expect(await drift([own], [managing])).toMatchObject({ findings: [], warnings: [], summary: { inSync: 2, coverage: 1 } });
    await add(id, "by-hand");
    expect((await drift([own], [managing])).findings).toMatchObject([
      {
        id,
        urn: own.urn,
        changes: [{ path: "tags", expected: ["pump"], actual: expect.not.arrayContaining(["managed"]) as [] }],
      },
    ]);
  });
});

test("one read of the account judges everything, and asks for what the fleets compare", async () => {
  await account.control.reset({ devices: 2500, services: 1 });
  const all = { selector: { allDevices: true } };
  const { summary } = await account.drift([
    fleet("tagged", { ...all, template: { tags: ["managed"] } }),
    fleet("placed", { ...all, template: { attributes: { site: 1 } } }),
  ]);
  expect(summary).toMatchObject({ changed: 5000, unmanaged: 2500 });
  expect((await account.control.requests()).byOperation).toEqual({ "graphql:listDevices": 3, "graphql:getWebhook": 1 });
});

test("findings of one fleet stand together, whatever the size of their groups", async () => {
  for (const name of ["a", "b", "c"]) await device(account.control, { name, tags: ["pump"], attributes: { site: name } });
  await device(account.control, { name: "d", tags: ["pump", "managed"], attributes: { site: "d" } });
  const { findings } = await account.drift([
    fleet("one", { ...pumps, template: { tags: ["managed"] } }),
    fleet("two", { ...pumps, template: { attributes: { site: "x" }, tags: ["managed"] } }),
  ]);
  expect(group(findings).map(({ fleet: of, members }) => [of, members.length])).toEqual([
    ["two", 3],
    ["two", 1],
    ["one", 3],
  ]);
});

test("a device that is left for a time at which it is online is no drift; one that takes no services is, with the reason", async () => {
  const id = await device(account.control, { name: "a", tags: ["pump"] });
  await account.control.agentState(id, "offline");
  const template = { tags: ["managed"] };
  expect((await account.drift([fleet("pumps", { ...pumps, template, rollout: { onlineOnly: true } })])).findings).toEqual([]);
  await account.control.agentState(id, "online");
  expect((await account.drift([fleet("pumps", { ...pumps, template, rollout: { onlineOnly: true } })])).findings).toHaveLength(1);
});

test("a fleet whose declaration the state does not show is not checked, and secrets in it are compared and hidden", async () => {
  await device(account.control, { name: "a", tags: ["pump"], attributes: { site: "theirs" } });
  const hidden = { ...pumps, template: { attributes: { site: encrypted } } };
  expect((await account.drift([fleet("pumps", hidden)])).findings).toMatchObject([
    { status: "not-checked", type: "Fleet", name: "pumps", reason: expect.stringContaining("template") as string },
  ]);
  const unknown = await account.drift([fleet("pumps", { ...hidden, selector: encrypted })]);
  expect(unknown.findings.map(({ status, type }) => `${status} ${type}`)).toEqual(["unmanaged Device", "not-checked Fleet"]);
  const told = { ...pumps, template: { attributes: { site: secret("ours") } } };
  expect((await account.drift([fleet("pumps", told)])).findings[0]?.changes).toEqual([
    { path: "attributes.site", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
});

test("where not all devices could be read, or an application type is unknown, the fleet is not checked", async () => {
  await account.control.reset({ devices: 1500 });
  const all = fleet("all", { selector: { allDevices: true } });
  expect((await account.drift([all], { maxRequests: 1 })).findings).toMatchObject([{ status: "not-checked", type: "Fleet" }]);
  const strange = fleet("strange", { selector: { applications: ["Telepathy"] }, template: {} });
  expect((await account.drift([strange])).findings.at(-1)).toMatchObject({
    status: "not-checked",
    name: "strange",
    reason: expect.stringContaining("Telepathy") as string,
  });
});

test("with a filter, devices outside of it are not judged", async () => {
  await device(account.control, { name: "a", tags: ["pump", "x"] });
  await device(account.control, { name: "b", tags: ["pump"] });
  const it = fleet("pumps", { ...pumps, template: { tags: ["managed"] } });
  const filter = { tag: { operator: "ANY" as const, values: ["x"] } };
  expect((await account.drift([it], { filter })).findings).toMatchObject([{ name: "a", fleet: "pumps" }]);
});
