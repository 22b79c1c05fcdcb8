import { claimed, playground, run } from "./support";

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

describe("tags", () => {
  const mutate = async (text: string) => Object.values(await run(ground.control, `mutation { ${text} }`))[0];
  const all = () => run(ground.control, "{ login { tags { name color } devices { items { tags { name color } } } } }");
  const state = (tags: object[], ...devices: object[][]) => ({
    login: { tags, devices: { items: devices.map((one) => ({ tags: one })) } },
  });

  test("addTag makes the tag, once, and removeTag keeps it in the account", async () => {
    const id = await claimed(ground.control);
    for (let time = 0; time < 2; time += 1) expect(await mutate(`addTag(serviceId: ["${id}"], name: ["a"])`)).toBe(true);
    expect(await all()).toEqual(state([{ name: "a", color: 1 }], [{ name: "a", color: 1 }]));
    expect(await mutate(`removeTag(serviceId: ["${id}"], name: ["a", "never"])`)).toBe(true);
    expect(await all()).toEqual(state([{ name: "a", color: 1 }], []));
  });

  test("an unknown device among others changes nothing", async () => {
    const id = await claimed(ground.control);
    expect(await mutate(`addTag(serviceId: ["${id}", "80:00:00:00:00:00:00:FF"], name: ["a"])`)).toBe(false);
    expect(await mutate(`removeTag(serviceId: ["80:00:00:00:00:00:00:FF"], name: ["a"])`)).toBe(false);
    expect(await all()).toEqual(state([], []));
  });

  test.each(["", "a b", "tab\\t", "x".repeat(101)])("the name %j is an error that makes nothing", async (name) => {
    const id = await claimed(ground.control);
    await expect(mutate(`addTag(serviceId: ["${id}"], name: ["good", "${name}"])`)).rejects.toThrow("Invalid tag");
    await expect(mutate(`setTag(tag: [{ name: "good" }, { name: "${name}" }])`)).rejects.toThrow("Invalid tag");
    expect(await all()).toEqual(state([], []));
  });

  test("setTag makes and colours", async () => {
    expect(await mutate('setTag(tag: [{ name: "a", color: 13 }, { name: "b" }])')).toBe(true);
    expect(await mutate('setTag(tag: [{ name: "a" }, { name: "b", color: 2 }])')).toBe(true);
    await expect(mutate('setTag(tag: [{ name: "a", color: 14 }])')).rejects.toThrow("Invalid color");
    expect(await all()).toEqual(
      state([
        { name: "a", color: 13 },
        { name: "b", color: 2 },
      ]),
    );
  });

  test("renameTag, mergeTag and deleteTag reach every device that bears the tag", async () => {
    const [one, other] = [await claimed(ground.control), await claimed(ground.control)];
    await mutate(`addTag(serviceId: ["${one}", "${other}"], name: ["a"])`);
    await mutate(`addTag(serviceId: ["${other}"], name: ["b"])`);
    await mutate('setTag(tag: [{ name: "a", color: 5 }])');
    expect(await mutate('renameTag(from: "a", to: "b")')).toBe(false);
    await expect(mutate('renameTag(from: "a", to: "b c")')).rejects.toThrow("Invalid tag");
    expect(await mutate('renameTag(from: "a", to: "c")')).toBe(true);
    const [b, c] = [
      { name: "b", color: 1 },
      { name: "c", color: 5 },
    ];
    expect(await all()).toEqual(state([b, c], [c], [b, c]));
    expect(await mutate('mergeTag(from: "b", to: "nothing")')).toBe(false);
    expect(await mutate('mergeTag(from: "b", to: "c")')).toBe(true);
    expect(await all()).toEqual(state([c], [c], [c]));
    expect(await mutate('deleteTag(name: ["c", "b"])')).toBe(false);
    expect(await mutate('deleteTag(name: ["c"])')).toBe(true);
    expect(await all()).toEqual(state([], [], []));
  });

  test("are those of the account that is named", async () => {
    const { accountId } = await ground.control.account();
    const { deviceId, claimCode } = await ground.control.agent({ hardwareId: "x" });
    await run(ground.control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode }, accountId);
    await expect(mutate(`addTag(serviceId: ["${deviceId}"], name: ["a"], accountId: "${accountId}")`)).rejects.toThrow(
      "Not authorized",
    );
    await ground.control.member({ accountId, of: ground.sandbox.accountId });
    expect(await mutate(`addTag(serviceId: ["${deviceId}"], name: ["a"])`)).toBe(false);
    expect(await mutate(`addTag(serviceId: ["${deviceId}"], name: ["a"], accountId: "${accountId}")`)).toBe(true);
    expect(await run(ground.control, "{ login { tags { name } } }", {}, accountId)).toEqual({ login: { tags: [{ name: "a" }] } });
    expect(await run(ground.control, "{ login { tags { name } } }")).toEqual({ login: { tags: [] } });
  });
});

describe("notification settings", () => {
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
                desktopNotifications: true,
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
