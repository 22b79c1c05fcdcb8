import { createContext, resources } from "../../../provider/domains";
import { call, functions } from "../../../provider/domains/functions";
import { type AdapterStack, adapters, adapterStack } from "../../adapters";
import { expectClean, useAdapterAccount } from "../../adapters/account";
import { settingsFor } from "../../client/server";
import { driftOf } from "../../drift/stack";
import { secret } from "../../plugin/support/calls";
import { claimed, inWorld, run } from "../../sandbox/support";
import { startProxy } from "../../support/proxy";
import type { Control, Sandbox } from "../../../sandbox";
import { expectStaysForViewer } from "./viewer";

const account = useAdapterAccount();

const PASSWORD = "open-sesame";

interface Scene {
  control: Control;
  deviceId: string;
  /** Ids of a web service and of another one. */
  web: string;
  ssh: string;
}

async function scene(control: Control = account.control, agent: object = {}): Promise<Scene> {
  const services = [
    { name: "ssh", application: 28 },
    { name: "web", application: 7 },
  ];
  const deviceId = await claimed(control, { name: "pump", services, ...agent });
  const text = "{ login { devices { items { id services { id name } } } } }";
  const { login } = await run<{ login: { devices: { items: { id: string; services: { id: string; name: string }[] }[] } } }>(
    control,
    text,
  );
  const own = login.devices.items.find(({ id }) => id === deviceId)?.services ?? [];
  const idOf = (name: string) => own.find((service) => service.name === name)?.id ?? "";
  return { control, deviceId, web: idOf("web"), ssh: idOf("ssh") };
}

const declaring = (properties: object) => ({ it: { type: "ConnectLink" as const, properties: { ...properties } } });

/** Another hand sets the link. */
const setByHand = async (control: Control, id: string, more = "") =>
  (
    await run<{ setConnectLink: { url: string } }>(
      control,
      `mutation($id: String!) { setConnectLink(serviceId: $id ${more}) { url } }`,
      { id },
    )
  ).setConnectLink.url;

const removeByHand = (control: Control, id: string) =>
  run(control, "mutation($id: String!) { removeConnectLink(serviceId: $id) }", { id });

const urlOf = (stack: AdapterStack) => String(stack.state.get("it")?.outputs["url"]);

/** What a browser gets. */
async function statusOf(url: string, password?: string): Promise<number> {
  const headers = password === undefined ? {} : { authorization: `Basic ${btoa(`me:${password}`)}` };
  return (await fetch(url, { headers })).status;
}

const contextOf = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox) =>
  createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), () => undefined);

const stackOn = (
  { endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox,
  more: Record<string, string> = {},
): AdapterStack =>
  adapterStack(adapters.dynamic, {
    default: { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000", ...more },
  });

const driftOfLinks = async (stack: AdapterStack, kinds: string[] = []) =>
  (await driftOf(stack, account, {}, { kinds })).findings.filter(({ type }) => type === "ConnectLink");

describe.each(["dynamic", "plugin"] as const)("through the %s adapter", (adapter) => {
  test("a link answers at its address, asks for its password, and keeps both while it is off", async () => {
    const { web } = await scene();
    const stack = account.stack(adapter);
    await stack.up(declaring({ serviceId: web, password: PASSWORD }));
    const url = urlOf(stack);
    expect([await statusOf(url), await statusOf(url, PASSWORD)]).toEqual([401, 200]);
    await stack.up(declaring({ serviceId: web, password: PASSWORD, enabled: false }));
    expect(await statusOf(url, PASSWORD)).toBe(404);
    await stack.up(declaring({ serviceId: web, password: "close-sesame" }));
    expect([await statusOf(url, PASSWORD), await statusOf(url, "close-sesame")]).toEqual([401, 200]);
    expect(urlOf(stack)).toBe(url);
    await stack.destroy();
    expect(await statusOf(url, "close-sesame")).toBe(404);
  });

  test("an empty password takes it off; one that leaves the program stays", async () => {
    const { web } = await scene();
    const stack = account.stack(adapter);
    await stack.up(declaring({ serviceId: web, password: PASSWORD }));
    const url = urlOf(stack);
    expect(await stack.up(declaring({ serviceId: web }))).toMatchObject({ errors: [] });
    expect(await statusOf(url)).toBe(401);
    await stack.up(declaring({ serviceId: web, password: "" }));
    expect(await statusOf(url)).toBe(200);
    await expectClean(stack, declaring({ serviceId: web, password: "" }));
  });

  test("the password is a secret of state, which a refresh keeps, and neither drift nor a message shows it", async () => {
    const { web } = await scene();
    const stack = account.stack(adapter);
    const program = declaring({ serviceId: web, password: adapter === "plugin" ? secret(PASSWORD) : PASSWORD });
    await stack.up(program);
    const before = stack.state.get("it")?.outputs;
    if (adapter === "plugin") expect(before?.["password"]).toEqual(secret(PASSWORD));
    await stack.refresh();
    expect(stack.state.get("it")?.outputs).toEqual(before);
    await expectClean(stack, program);
    expect(await driftOfLinks(stack)).toEqual([]);
    const message = `The password ${PASSWORD} is too weak.`;
    await account.control.faults([{ match: { operation: "setConnectLink" }, kind: "graphql-error", message, times: 1 }]);
    const { errors, said } = await stack.up(declaring({ serviceId: web, password: "weaker-sesame", enabled: false }));
    expect(errors).toHaveLength(1);
    expect([...errors, ...said].join("\n")).not.toMatch(/sesame/);
    // What could not be set is set by the next run.
    await stack.up(declaring({ serviceId: web, password: "weaker-sesame" }));
    expect(await statusOf(urlOf(stack), "weaker-sesame")).toBe(200);
  });
});

test("a password is sent where the program changes it, or switches the link on, and never else", async () => {
  const { web } = await scene();
  const sent: Record<string, unknown>[] = [];
  const { url, stop } = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
    const { query = "", variables } = JSON.parse(text) as { query?: string; variables: Record<string, unknown> };
    if (query.includes("mutation setConnectLink(")) sent.push(variables);
    answer(await forward());
  });
  const stack = account.stack("dynamic", { endpoint: url });
  for (const more of [
    { password: PASSWORD },
    { password: PASSWORD, enabled: false },
    { password: PASSWORD, enabled: true },
    { password: "", enabled: true },
    { enabled: true },
    { enabled: false },
  ]) {
    await stack.up(declaring({ serviceId: web, ...more }));
    await stack.refresh();
  }
  await stop();
  expect(sent).toEqual([
    { serviceId: web, enabled: true, password: PASSWORD },
    { serviceId: web, enabled: false },
    { serviceId: web, enabled: true, password: PASSWORD },
    { serviceId: web, enabled: true, password: null },
    { serviceId: web, enabled: false },
  ]);
});

test("where a link that is off loses its password, it has it again once it is on", async () => {
  await inWorld({ "link-off": "clears" }, async (sandbox, control) => {
    const { web } = await scene(control);
    const stack = stackOn(sandbox);
    for (const enabled of [true, false, true]) await stack.up(declaring({ serviceId: web, password: PASSWORD, enabled }));
    expect([await statusOf(urlOf(stack)), await statusOf(urlOf(stack), PASSWORD)]).toEqual([401, 200]);
  });
});

test("a link whose creation was carried out without an answer has its password", async () => {
  const { web } = await scene();
  await account.control.faults([{ match: { operation: "setConnectLink" }, kind: "lost-answer", times: 1 }]);
  const stack = account.stack("dynamic");
  expect(await stack.up(declaring({ serviceId: web, password: PASSWORD }))).toMatchObject({ created: ["it"], errors: [] });
  const url = urlOf(stack);
  expect([await statusOf(url), await statusOf(url, PASSWORD)]).toEqual([401, 200]);
  expect(stack.state.get("it")?.outputs).toMatchObject({ origin: "made" });
  await stack.destroy();
  expect(await statusOf(url)).toBe(404);
});

test("a link that was there keeps its address, is given the declared password, and stays unless deleteOnDestroy is set", async () => {
  const { control, web } = await scene();
  const url = await setByHand(control, web, ", enabled: false");
  const stack = account.stack("dynamic");
  const program = declaring({ serviceId: web.toLowerCase(), password: PASSWORD });
  const { said } = await stack.up(program);
  expect(said.join("\n")).toContain("the service has a link already, which is adopted. It is off, and is switched on");
  expect([urlOf(stack), await statusOf(url), await statusOf(url, PASSWORD)]).toEqual([url, 401, 200]);
  await expectClean(stack, program);
  await stack.destroy();
  expect(await statusOf(url, PASSWORD)).toBe(200);
  const eager = { serviceId: web, deleteOnDestroy: true };
  await stack.up(declaring(eager));
  await stack.destroy();
  expect(await statusOf(url)).toBe(404);
});

describe("what another hand does:", () => {
  const made = async (properties: object = {}) => {
    const one = await scene();
    const stack = account.stack("dynamic");
    const program = declaring({ serviceId: one.web, ...properties });
    await stack.up(program);
    return { ...one, stack, program, url: urlOf(stack) };
  };

  test("the link is switched off: drift, of no high severity, and the next run switches it on", async () => {
    const { control, web, stack, program, url } = await made();
    await setByHand(control, web, ", enabled: false");
    const [finding] = await driftOfLinks(stack);
    expect(finding).toMatchObject({ status: "changed", changes: [{ path: "enabled", expected: true, actual: false }] });
    expect(finding).not.toHaveProperty("severity");
    await stack.refresh();
    await stack.up(program);
    expect(await statusOf(url)).toBe(200);
  });

  test("one that is declared off is switched on, or one is made that no program declares: drift tells that first", async () => {
    const { control, web, ssh, stack } = await made({ enabled: false });
    await setByHand(control, web, ", enabled: true");
    await setByHand(control, ssh);
    expect(await driftOfLinks(stack)).toMatchObject([
      { status: "changed", severity: "high", id: web },
      { status: "unmanaged", severity: "high", id: ssh },
    ]);
  });

  test("the link is removed: a refresh drops it, and the next run makes another", async () => {
    const { control, web, stack, program, url } = await made();
    await removeByHand(control, web);
    expect(await driftOfLinks(stack)).toMatchObject([{ status: "missing" }]);
    await stack.refresh();
    expect(await stack.up(program)).toMatchObject({ created: ["it"], errors: [] });
    expect(urlOf(stack)).not.toBe(url);
  });

  test("the link is removed and made again: a refresh tells its new address, and a destroy leaves what this resource has not made", async () => {
    const { control, web, stack, program } = await made();
    await removeByHand(control, web);
    const url = await setByHand(control, web);
    await stack.refresh();
    expect(urlOf(stack)).toBe(url);
    await expectClean(stack, program);
    const { said } = await stack.destroy();
    expect(said.join("\n")).toContain("its address is another by now");
    expect(await statusOf(url)).toBe(200);
  });

  test.each([
    ["the service", "mutation($id: ID!) { removeService(id: $id) }", "web"],
    ["the device", "mutation($id: String!) { deleteDevice(deviceId: $id) }", "deviceId"],
  ] as const)("%s is deleted: a destroy has nothing left to do, and a refresh drops the link", async (_what, text, which) => {
    const one = await scene(account.control, { online: false });
    const stack = account.stack("dynamic");
    await stack.up(declaring({ serviceId: one.web }));
    const [kept] = [...stack.state];
    await run(account.control, text, { id: one[which] });
    expect(await stack.destroy()).toMatchObject({ deleted: ["it"], errors: [] });
    if (kept) stack.state.set(...kept);
    await stack.refresh();
    expect(stack.state.size).toBe(0);
  });
});

test("a service that is no web service has a code, a secret, which no list shows", async () => {
  const { ssh } = await scene();
  const stack = account.stack("plugin");
  await stack.up(declaring({ serviceId: ssh }));
  const context = contextOf(account.sandbox);
  const one = await call(functions.getConnectLink, context, { serviceId: ssh });
  expect(one).toMatchObject({ serviceId: ssh, enabled: true, code: expect.stringMatching(/^\w+$/) as string });
  expect(one).not.toHaveProperty("password");
  expect(stack.state.get("it")?.outputs["code"]).toEqual(secret(one.code));
  const { connectLinks } = await call(functions.getConnectLinks, context, { types: ["WSS"] });
  expect(connectLinks).toMatchObject([{ serviceId: ssh }]);
  expect(connectLinks[0]).not.toHaveProperty("code");
  expect(await call(functions.getConnectLinks, context, { types: ["HTTPS"] })).toEqual({ connectLinks: [] });
});

test("what stands against a link is told by a preview too, before anything is sent", async () => {
  const { deviceId, ssh } = await scene();
  const guarded = await scene(account.control, { hardwareId: "hw-2", permissions: ["VIEW", "CONNECT"] });
  const cases = [
    [{ serviceId: deviceId }, 'is the device "pump"'],
    [{ serviceId: "80:00:00:00:00:00:00:99" }, "has no service 80:00:00:00:00:00:00:99"],
    [{ serviceId: guarded.web }, "MANAGE"],
    [{ serviceId: ssh, password: "p".repeat(50) }, "must be at most 49 characters"],
    [{ serviceId: ssh, password: "****" }, "must not be all asterisks"],
  ] as const;
  for (const [properties, why] of cases) {
    const stack = account.stack("dynamic");
    for (const ran of [await stack.preview(declaring(properties)), await stack.up(declaring(properties))]) {
      expect(ran).toMatchObject({ created: [], errors: [expect.stringContaining(why)] });
      expect(ran.errors.join()).not.toMatch(/p{50}|\*{4}/);
    }
  }
  expect((await account.control.requests()).byOperation).not.toHaveProperty("graphql:setConnectLink");
});

test.each([
  ["where the schema has both", {}, { getConnectLinks: 2 }, { listConnectLinks: 1 }],
  [
    "where it has neither services by id nor a list of links",
    { "user-service": "missing", "user-links": "missing" },
    { getConnectLinksOfDevices: expect.any(Number) as number },
    { listConnectLinksOfDevices: 1 },
  ],
] as const)("many links are read together, %s", async (_where, world, read, listed) => {
  await inWorld(world, async (sandbox, control) => {
    await control.reset({ devices: 300, services: 2 });
    const text = "{ login { devices(size: 1000) { items { services { id } } } } }";
    const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(control, text);
    const ids = login.devices.items.flatMap(({ services }) => services.map(({ id }) => id));
    for (const id of ids.slice(0, 20)) await setByHand(control, id);
    const context = contextOf(sandbox);
    const live = await Promise.all(ids.map((id) => resources.connectLink.read(context, id, {})));
    expect(live.filter((one) => one !== undefined)).toHaveLength(20);
    const counts = async () => {
      const { byOperation } = await control.requests();
      return Object.fromEntries(Object.entries(byOperation).map(([name, count]) => [name.replace("graphql:", ""), count]));
    };
    expect(await counts()).toMatchObject(read);
    const all: string[] = [];
    for await (const { id } of resources.connectLink.list(context)) all.push(id);
    expect(all.sort()).toEqual(ids.slice(0, 20).sort());
    expect(await counts()).toMatchObject(listed);
  });
});

test("who may not manage a device, and is not shown its links, is not told that they have gone", async () => {
  await inWorld({ "access-seen": "hidden" }, async (sandbox, control) => {
    const { web } = await scene(control);
    const stack = stackOn(sandbox);
    const program = declaring({ serviceId: web });
    await stack.up(program);
    await expectStaysForViewer(stack, control, (keys) => stackOn({ ...sandbox, ...keys }, { accountId: sandbox.accountId }));
    expect(await statusOf(urlOf(stack))).toBe(200);
  });
});
