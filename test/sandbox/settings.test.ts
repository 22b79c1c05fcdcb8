import type { Control } from "../../sandbox";
import { claimed, type Playground, playground, run } from "./support";

const ground = playground();

describe("attributes", () => {
  const set = async (attributes: object, serviceId?: string) =>
    (
      await run(ground.control, "mutation($a: Object!, $id: String) { setAttributes(attributes: $a, serviceId: $id) }", {
        a: attributes,
        id: serviceId,
      })
    )["setAttributes"];

  test("merge at every depth, and null removes", async () => {
    const id = await claimed(ground.control);
    await set({ a: 1, deep: { x: 1, y: { z: [1, 2] } } }, id);
    expect(await set({ a: null, deep: { x: 2, y: { w: "é" }, gone: null }, list: [3] }, id)).toEqual({
      deep: { x: 2, y: { z: [1, 2], w: "é" } },
      list: [3],
    });
    expect(await set({ deep: 5, list: { now: "a map" } }, id)).toEqual({ deep: 5, list: { now: "a map" } });
  });

  test("are the user's, a device's or a service's", async () => {
    const id = await claimed(ground.control, { services: [{ application: 28 }] });
    const read = "{ login { attributes devices { items { attributes services { id attributes } } } } }";
    const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(ground.control, read);
    const service = login.devices.items[0]?.services[0]?.id ?? "";
    await set({ of: "user" });
    await set({ of: "device" }, id);
    await set({ of: "service" }, service);
    expect(await run(ground.control, read)).toEqual({
      login: {
        attributes: { of: "user" },
        devices: { items: [{ attributes: { of: "device" }, services: [{ id: service, attributes: { of: "service" } }] }] },
      },
    });
  });

  test("of an unknown id are an error, and so is what is no object", async () => {
    await expect(set({ a: 1 }, "80:00:00:00:00:00:00:FF")).rejects.toThrow("not found");
    await expect(run(ground.control, "mutation { setAttributes(attributes: [1]) }")).rejects.toThrow("Invalid attributes");
  });

  test("a context overrides a value and leaves the others", async () => {
    const id = await claimed(ground.control);
    await set({ a: "1", b: "1" }, id);
    const one =
      'mutation($id: String, $value: Any, $context: String) { setAttribute(name: "a", value: $value, serviceId: $id, context: $context) }';
    await run(ground.control, one, { id, value: "2", context: "mine" });
    const read = '{ login { devices { items { attributes mine: attributes(context: "mine") } } } }';
    expect(await run(ground.control, read)).toEqual({
      login: { devices: { items: [{ attributes: { a: "1", b: "1" }, mine: { a: "2", b: "1" } }] } },
    });
    await run(ground.control, one, { id, value: null });
    expect(await run(ground.control, read)).toEqual({
      login: { devices: { items: [{ attributes: { b: "1" }, mine: { a: "2", b: "1" } }] } },
    });
  });

  test("$remoteit shows as categories and statuses, and as nothing else", async () => {
    const id = await claimed(ground.control, { name: "pump" });
    await set({ $remoteit: { color: 3, categoryA: "north", statusE: "ok", name: "forged", id: "forged" } }, id);
    expect(await run(ground.control, "{ login { devices { items { id name categoryA categoryB statusE } } } }")).toEqual({
      login: { devices: { items: [{ id, name: "pump", categoryA: "north", categoryB: null, statusE: "ok" }] } },
    });
  });
});

describe("names and maps, as a world takes them", () => {
  const set = async (control: Control, id: string, attributes: object) =>
    (
      await run(control, "mutation($a: Object!, $id: String) { setAttributes(attributes: $a, serviceId: $id) }", {
        a: attributes,
        id,
      })
    )["setAttributes"];
  const replacing = playground({ world: { nested: "replace" } });
  const dotted = playground({ world: { "dotted-attribute": "path" } });

  test("a dot in the name of setAttribute is a path", async () => {
    const id = await claimed(ground.control);
    await set(ground.control, id, { $remoteit: { color: 3 }, site: "a text" });
    const text =
      "mutation($id: String, $name: String!, $value: Any) { setAttribute(name: $name, value: $value, serviceId: $id) }";
    await run(ground.control, text, { id, name: "$remoteit.categoryA", value: "north" });
    await run(ground.control, text, { id, name: "site.room.number", value: 3 });
    await run(ground.control, text, { id, name: "$remoteit.color", value: null });
    expect(await set(ground.control, id, {})).toEqual({ $remoteit: { categoryA: "north" }, site: { room: { number: 3 } } });
  });

  test("setAttributes takes a dot for a character, or in another world for a path", async () => {
    expect(await set(ground.control, await claimed(ground.control), { "a.b": 1, c: { "d.e": 2 } })).toEqual({
      "a.b": 1,
      c: { "d.e": 2 },
    });
    const id = await claimed(dotted.control);
    await set(dotted.control, id, { a: { c: 1 } });
    expect(await set(dotted.control, id, { "a.b": 1, c: { "d.e": 2 } })).toEqual({ a: { b: 1, c: 1 }, c: { "d.e": 2 } });
    expect(await set(dotted.control, id, { "a.b": null })).toEqual({ a: { c: 1 }, c: { "d.e": 2 } });
  });

  test("where maps are replaced, a null inside one is kept, and one at the top removes", async () => {
    const id = await claimed(replacing.control);
    await set(replacing.control, id, { site: { room: 3, floor: 1 }, gone: 1 });
    expect(await set(replacing.control, id, { site: { room: null }, gone: null })).toEqual({ site: { room: null } });
  });
});

describe("notification settings", () => {
  const ignoring = playground({ world: { "notification-null": "ignored" } });
  const set = async (args: string) =>
    (await run(ground.control, `mutation { setNotificationSettings(${args}) }`))["setNotificationSettings"];
  const fields = "emailNotifications desktopNotifications urlNotifications notificationUrl";
  const read = () => run(ground.control, `{ login { notificationSettings { ${fields} } } }`);
  const settings = (url: boolean, address: string | null) => ({
    login: {
      notificationSettings: {
        emailNotifications: true,
        desktopNotifications: true,
        urlNotifications: url,
        notificationUrl: address,
      },
    },
  });

  test("hold one webhook, which is set, switched off, kept and cleared", async () => {
    expect(await read()).toEqual(settings(false, null));
    expect(await set('urlNotifications: true, notificationUrl: "https://example.com/hook"')).toBe(true);
    expect(await set("urlNotifications: false")).toBe(true);
    expect(await read()).toEqual(settings(false, "https://example.com/hook"));
    expect(await set("urlNotifications: true, notificationUrl: null")).toBe(true);
    expect(await read()).toEqual(settings(true, "https://example.com/hook"));
    expect(await set('notificationUrl: ""')).toBe(true);
    expect(await read()).toEqual(settings(false, null));
    expect(await set("urlNotifications: true")).toBe(false);
  });

  test("are flipped by the app with an empty address each time", async () => {
    expect(await set('urlNotifications: true, notificationUrl: ""')).toBe(true);
    expect(await read()).toEqual(settings(true, null));
    expect(await set('notificationUrl: "https://example.com/hook"')).toBe(true);
    expect(await read()).toEqual(settings(true, "https://example.com/hook"));
    expect(await set('urlNotifications: false, notificationUrl: ""')).toBe(true);
    expect(await read()).toEqual(settings(false, null));
  });

  describe("where switching off clears the address", () => {
    const clearing = playground({ world: { "webhook-off": "clears" } });
    const change = (args: string) => run(clearing.control, `mutation { setNotificationSettings(${args}) }`);
    const held = () => run(clearing.control, `{ login { notificationSettings { ${fields} } } }`);

    test.each(["urlNotifications: false", 'urlNotifications: false, notificationUrl: "https://example.com/other"'])(
      "none is left by %s",
      async (off) => {
        await change('urlNotifications: true, notificationUrl: "https://example.com/hook"');
        expect(await change("emailNotifications: true")).toEqual({ setNotificationSettings: true });
        expect(await held()).toEqual(settings(true, "https://example.com/hook"));
        expect(await change(off)).toEqual({ setNotificationSettings: true });
        expect(await held()).toEqual(settings(false, null));
      },
    );
  });

  test.each([
    "http://example.com/",
    "https://10.1.2.3/",
    "https://192.168.0.1/hook",
    "https://[fd00::1]/",
    "https://intranet/",
    "ftp://127.0.0.1/",
    "example.com",
  ])("the address %s is refused and changes nothing", async (address) => {
    expect(await set(`urlNotifications: true, notificationUrl: "${address}", emailNotifications: false`)).toBe(false);
    expect(await read()).toEqual(settings(false, null));
  });

  test.each([
    "https://93.184.216.34/",
    "https://example.com:8443/x?y=1",
    "http://127.0.0.1:8080/",
    "http://localhost/",
    "https://[::1]/",
  ])("the address %s is taken", async (address) => {
    expect(await set(`urlNotifications: true, notificationUrl: "${address}"`)).toBe(true);
    expect(await read()).toEqual(settings(true, address));
  });

  test("of a device follow the account until they are set, and again after a null, unless the world ignores it", async () => {
    const text =
      "mutation($id: String!, $email: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $email) }";
    const after = async ({ control }: Playground, ...values: (boolean | null)[]) => {
      const id = await claimed(control);
      for (const email of values) expect(await run(control, text, { id, email })).toEqual({ setNotificationSettings: true });
      return run(control, "{ login { devices { items { notificationSettings { emailNotifications } } } } }");
    };
    const settled = (email: boolean | null) => ({
      login: { devices: { items: [{ notificationSettings: { emailNotifications: email } }] } },
    });
    expect(await after(ground)).toEqual(settled(null));
    await ground.control.reset();
    expect(await after(ground, false, null)).toEqual(settled(null));
    expect(await after(ignoring, false, null)).toEqual(settled(false));
  });

  test("of a device are its e-mail and desktop notifications only", async () => {
    const id = await claimed(ground.control);
    expect(await set(`serviceId: "${id}", emailNotifications: false`)).toBe(true);
    expect(await set(`serviceId: "${id}", urlNotifications: true`)).toBe(false);
    expect(await set(`serviceId: "${id}", notificationUrl: "https://example.com"`)).toBe(false);
    expect(await set('serviceId: "80:00:00:00:00:00:00:FF", emailNotifications: false')).toBe(false);
    expect(await run(ground.control, `{ login { devices { items { notificationSettings { ${fields} } } } } }`)).toEqual({
      login: {
        devices: {
          items: [
            {
              notificationSettings: {
                emailNotifications: false,
                desktopNotifications: null,
                urlNotifications: null,
                notificationUrl: null,
              },
            },
          ],
        },
      },
    });
    expect(await read()).toEqual(settings(false, null));
  });
});
