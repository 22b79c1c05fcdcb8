import type { Control } from "../../../sandbox";
import { claimed, inWorld, playground, run } from "../support";

const ground = playground();

const FIELDS = "url code enabled created password allow deny service { id name }";
const SET = `mutation($id: String!, $enabled: Boolean, $password: String) {
  setConnectLink(serviceId: $id, enabled: $enabled, password: $password) { ${FIELDS} }
}`;

interface Link {
  url: string;
  code: string;
  enabled: boolean;
  password: string | null;
  service: { id: string; name: string };
}

interface Scene {
  control: Control;
  http: string;
  ssh: string;
}

async function scene(control: Control = ground.control): Promise<Scene> {
  await claimed(control, {
    services: [
      { name: "http", application: 7 },
      { name: "ssh", application: 28 },
    ],
  });
  const text = "{ login { devices { items { services { id } } } } }";
  const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(control, text);
  const [http = "", ssh = ""] = login.devices.items[0]?.services.map(({ id }) => id) ?? [];
  return { control, http, ssh };
}

const set = async (control: Control, variables: object): Promise<Link | null> =>
  (await run<{ setConnectLink: Link | null }>(control, SET, { ...variables })).setConnectLink;

const links = async (control: Control, type?: string[]): Promise<Link[]> => {
  const text = `query($type: [LinkType!]) { login { links(type: $type) { ${FIELDS} } } }`;
  return (await run<{ login: { links: Link[] } }>(control, text, { type })).login.links;
};

const statusOf = async (url: string, password?: string): Promise<number> => {
  const authorization = password === undefined ? {} : { authorization: `Basic ${btoa(`me:${password}`)}` };
  return (await fetch(url, { headers: authorization })).status;
};

test("a web service has an address that answers, any other a key", async () => {
  const { control, http, ssh } = await scene();
  const web = await set(control, { id: http });
  expect(web).toMatchObject({ code: "", enabled: true, password: null, allow: [], deny: [], service: { name: "http" } });
  const answer = await fetch(web?.url ?? "");
  expect({ status: answer.status, text: await answer.text() }).toEqual({
    status: 200,
    text: expect.stringContaining(http) as string,
  });
  const key = await set(control, { id: ssh });
  expect(key).toMatchObject({ url: expect.stringMatching(/^ws:/) as string, code: expect.stringMatching(/^\w{20}$/) as string });
  expect((await links(control)).map(({ service }) => service.id)).toEqual([http, ssh]);
  expect((await links(control, ["HTTPS"])).map(({ service }) => service.id)).toEqual([http]);
});

test("it asks for its password, until that is taken off; what is left out stays", async () => {
  const { control, http } = await scene();
  const { url = "" } = (await set(control, { id: http, password: "open-sesame" })) ?? {};
  expect(await statusOf(url)).toBe(401);
  expect(await statusOf(url, "wrong")).toBe(401);
  expect(await statusOf(url, "open-sesame")).toBe(200);
  expect(await set(control, { id: http, enabled: true })).toMatchObject({ url, password: "********" });
  expect(await statusOf(url)).toBe(401);
  expect(await set(control, { id: http, password: null })).toMatchObject({ url, password: null });
  expect(await statusOf(url)).toBe(200);
});

test("switched off it leads nowhere and keeps its address; removed, its address is lost", async () => {
  const { control, http } = await scene();
  const { url = "" } = (await set(control, { id: http })) ?? {};
  await set(control, { id: http, enabled: false });
  expect(await statusOf(url)).toBe(404);
  expect(await set(control, { id: http, enabled: true })).toMatchObject({ url });
  expect(await statusOf(url)).toBe(200);
  const remove = "mutation($id: String!) { removeConnectLink(serviceId: $id) }";
  expect(await run(control, remove, { id: http })).toEqual({ removeConnectLink: true });
  expect(await run(control, remove, { id: http })).toEqual({ removeConnectLink: false });
  expect(await statusOf(url)).toBe(404);
  const again = await set(control, { id: http });
  expect(again?.url).not.toBe(url);
});

test("it goes with its service, and is of none that there is not", async () => {
  const { control, http } = await scene();
  const { url = "" } = (await set(control, { id: http })) ?? {};
  await run(control, "mutation($id: ID!) { removeService(id: $id) }", { id: http });
  expect(await statusOf(url)).toBe(404);
  expect(await set(control, { id: http })).toBeNull();
});

test.each(["shown", "hidden"] as const)("a guest does not change it, and sees it or not (%s)", async (world) => {
  await inWorld({ "access-seen": world }, async (_sandbox, control) => {
    const { ssh } = await scene(control);
    const { url = "" } = (await set(control, { id: ssh })) ?? {};
    const guest = await control.account("guest@example.com");
    const { login } = await run<{ login: { devices: { items: { id: string }[] } } }>(
      control,
      "{ login { devices { items { id } } } }",
    );
    const variables = { id: login.devices.items[0]?.id, services: [{ serviceId: ssh }] };
    const share =
      'mutation($id: String!, $services: [ServiceSharingOptions!]) { share(deviceId: $id, email: "guest@example.com", services: $services) }';
    await run(control, share, variables);
    const link = world === "shown" ? { url } : null;
    const query = "{ login { links { url } devices { items { services { link { url } } } } } }";
    expect(await run(control, query, {}, guest.accountId)).toEqual({
      login: { links: link ? [link] : [], devices: { items: [{ services: [{ link }] }] } },
    });
    await expect(run(control, SET, { id: ssh }, guest.accountId)).rejects.toThrow("MANAGE");
  });
});

test("a password has at most 49 characters, and no refusal quotes it", async () => {
  const { control, http } = await scene();
  const password = "p".repeat(50);
  const refusal = await set(control, { id: http, password }).catch((error: unknown) => String(error));
  expect(refusal).toContain("at most 49 characters");
  expect(refusal).not.toContain(password);
  expect(await links(control)).toEqual([]);
});

test("the mutations that were replaced do the same", async () => {
  const { control, http } = await scene();
  const made = await run<{ enableConnectLink: Link }>(
    control,
    'mutation($id: String!) { enableConnectLink(serviceId: $id, allow: ["192.0.2.0/24"]) { url enabled allow } }',
    { id: http },
  );
  expect(made.enableConnectLink).toMatchObject({ enabled: true, allow: ["192.0.2.0/24"] });
  expect(await run(control, "mutation($id: String!) { disableConnectLink(serviceId: $id) }", { id: http })).toEqual({
    disableConnectLink: true,
  });
  expect(await links(control)).toEqual([]);
});

test.each([
  ["asterisks", "********"],
  ["hidden", null],
  ["plain", "open-sesame"],
] as const)("a password is read back in one of three ways (%s)", async (world, password) => {
  await inWorld({ "link-password": world }, async (_sandbox, control) => {
    const { http } = await scene(control);
    await set(control, { id: http, password: "open-sesame" });
    expect(await links(control)).toMatchObject([{ password }]);
  });
});

test.each([
  ["keeps", 401],
  ["clears", 200],
] as const)("a password is kept or not while the link is switched off (%s)", async (world, status) => {
  await inWorld({ "link-off": world }, async (_sandbox, control) => {
    const { http } = await scene(control);
    const { url = "" } = (await set(control, { id: http, password: "open-sesame" })) ?? {};
    await set(control, { id: http, enabled: false });
    await set(control, { id: http, enabled: true });
    expect(await statusOf(url)).toBe(status);
  });
});

test("an account may lack the list of its links", async () => {
  await inWorld({ "user-links": "missing" }, async (_sandbox, control) => {
    await expect(links(control)).rejects.toThrow('Cannot query field "links"');
  });
});
