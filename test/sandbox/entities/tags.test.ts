import { claimed, playground, run } from "../support";

const ground = playground();
const ownTags = playground({ world: { "tags-without-account": "own" } });
const silent = playground({ world: { "tag-answer": "null" } });

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
    for (const color of [-1, 14])
      await expect(mutate(`setTag(tag: [{ name: "a", color: ${color} }])`)).rejects.toThrow("Invalid color");
    expect(await all()).toEqual(
      state([
        { name: "a", color: 13 },
        { name: "b", color: 2 },
      ]),
    );
  });

  test("setTag takes the color 0, which stands for none", async () => {
    expect(await mutate('setTag(tag: [{ name: "a", color: 5 }, { name: "b", color: 0 }])')).toBe(true);
    expect(await mutate('setTag(tag: [{ name: "a", color: 0 }])')).toBe(true);
    expect(await all()).toEqual(
      state([
        { name: "a", color: 0 },
        { name: "b", color: 0 },
      ]),
    );
  });

  test("on networks, roles and products are renamed, merged and deleted like those on devices", async () => {
    const { control } = ground;
    await control.content({
      networks: [{ name: "plant", tags: ["a", "b"] }],
      roles: [{ name: "fitter", tags: ["a"], operator: "ALL" }, { name: "guest" }],
      products: [{ name: "gateway", tags: ["b"] }],
    });
    const borne = () =>
      run(
        control,
        `{ login {
          networks { name tags { name } }
          organization { roles { name access tag { operator values } } }
          deviceProducts { total items { name tags } }
        } }`,
      );
    const bearing = (network: string[], role: string[], product: string[]) => ({
      login: {
        networks: [{ name: "plant", tags: network.map((name) => ({ name })) }],
        organization: {
          roles: [
            { name: "Admin", access: "ALL", tag: null },
            { name: "Member", access: "ALL", tag: null },
            { name: "No access", access: "NONE", tag: null },
            { name: "fitter", access: "TAG", tag: { operator: "ALL", values: role } },
            { name: "guest", access: "ALL", tag: null },
          ],
        },
        deviceProducts: { total: 1, items: [{ name: "gateway", tags: product }] },
      },
    });
    expect(await borne()).toEqual(bearing(["a", "b"], ["a"], ["b"]));
    expect(await mutate('renameTag(from: "b", to: "c")')).toBe(true);
    expect(await borne()).toEqual(bearing(["a", "c"], ["a"], ["c"]));
    expect(await mutate('mergeTag(from: "c", to: "a")')).toBe(true);
    expect(await borne()).toEqual(bearing(["a"], ["a"], ["a"]));
    // The role reaches nothing from now on, not everything.
    expect(await mutate('deleteTag(name: ["a"])')).toBe(true);
    expect(await borne()).toEqual(bearing([], [], []));
    await control.reset();
    expect(await run(control, "{ login { networks { id } organization { id } deviceProducts { total } } }")).toEqual({
      login: { networks: [], organization: null, deviceProducts: { total: 0 } },
    });
  });

  test("a transferred device leaves its tags behind, and brings none back", async () => {
    const { control } = ground;
    const { accountId } = await control.account("buyer@example.com");
    const id = await claimed(control);
    await mutate(`addTag(serviceId: ["${id}"], name: ["a"])`);
    await run(control, `mutation { transfer(deviceId: "${id}", email: "buyer@example.com") }`);
    await run(control, `mutation { transfer(deviceId: "${id}", email: "sandbox@example.com") }`, {}, accountId);
    expect(await all()).toEqual(state([{ name: "a", color: 1 }], []));
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

  test("are each account's own on a device, and read and filtered as such", async () => {
    const { accountId } = await ground.control.account("guest@example.com");
    const id = await claimed(ground.control);
    await ground.control.share({ deviceId: id, accountId });
    await mutate(`addTag(serviceId: ["${id}"], name: ["owners"])`);
    await run(ground.control, `mutation { addTag(serviceId: ["${id}"], name: ["guests"]) }`, {}, accountId);
    const text = `query($whose: String, $tag: ListFilter) {
      login { devices(tag: $tag) { items { owner { email } tags(accountId: $whose) { name } } } }
    }`;
    const seen = (whose?: string, tag?: string, by?: string) =>
      run(ground.control, text, { whose, ...(tag && { tag: { values: [tag] } }) }, by);
    const one = (...names: string[]) => ({
      login: { devices: { items: [{ owner: { email: "sandbox@example.com" }, tags: names.map((name) => ({ name })) }] } },
    });
    expect(await seen(accountId, undefined, accountId)).toEqual(one("guests"));
    expect(await seen(undefined, "guests", accountId)).toEqual(one("owners"));
    expect(await seen()).toEqual(one("owners"));
    expect(await seen(undefined, "guests")).toEqual({ login: { devices: { items: [] } } });
    await expect(seen(accountId)).rejects.toThrow("Not authorized");
  });

  test("without an accountId are those of the key's own account, in that world", async () => {
    const { control } = ownTags;
    const { accountId } = await control.account("guest@example.com");
    const id = await claimed(control);
    await control.share({ deviceId: id, accountId });
    await run(control, `mutation { addTag(serviceId: ["${id}"], name: ["owners"]) }`);
    expect(await run(control, "{ login { devices { items { tags { name } } } } }", {}, accountId)).toEqual({
      login: { devices: { items: [{ tags: [] }] } },
    });
  });
});

describe.each(["case-sensitive", "case-insensitive"] as const)("where tags are %s", (tags) => {
  const spelled = playground({ world: { tags } });
  const isOne = tags === "case-insensitive";
  const mutate = async (text: string) => Object.values(await run(spelled.control, `mutation { ${text} }`))[0];
  const names = async (tag?: string) => {
    const text = "query($tag: ListFilter) { login { tags { name } devices(tag: $tag) { items { tags { name } } } } }";
    const { login } = await run<{ login: { tags: Name[]; devices: { items: { tags: Name[] }[] } } }>(
      spelled.control,
      text,
      tag === undefined ? {} : { tag: { values: [tag] } },
    );
    return { account: login.tags.map(nameOf), devices: login.devices.items.map((device) => device.tags.map(nameOf)) };
  };

  test(`prod and Prod are ${isOne ? "one tag, by its first spelling" : "two tags"}`, async () => {
    const id = await claimed(spelled.control);
    expect(await mutate(`addTag(serviceId: ["${id}"], name: ["prod", "Prod"])`)).toBe(true);
    expect(await names()).toEqual(
      isOne ? { account: ["prod"], devices: [["prod"]] } : { account: ["prod", "Prod"], devices: [["prod", "Prod"]] },
    );
    expect((await names("PROD")).devices).toHaveLength(isOne ? 1 : 0);
    expect(await mutate(`removeTag(serviceId: ["${id}"], name: ["Prod"])`)).toBe(true);
    expect((await names()).devices).toEqual([isOne ? [] : ["prod"]]);
  });

  test("a tag can be renamed to another case of itself, on every device", async () => {
    const id = await claimed(spelled.control);
    await mutate(`addTag(serviceId: ["${id}"], name: ["prod"])`);
    expect(await mutate('renameTag(from: "prod", to: "Prod")')).toBe(true);
    expect(await names()).toEqual({ account: ["Prod"], devices: [["Prod"]] });
    expect(await mutate('mergeTag(from: "Prod", to: "prod")')).toBe(false);
  });
});

interface Name {
  name: string;
}

const nameOf = ({ name }: Name): string => name;

test("where mutations of tags answer null, they are carried out all the same, and refused with false", async () => {
  const { control } = silent;
  const id = await claimed(control);
  const mutate = (text: string) => run(control, `mutation { answer: ${text} }`);
  for (const text of [
    `addTag(serviceId: ["${id}"], name: ["a", "b"])`,
    `removeTag(serviceId: ["${id}"], name: ["b"])`,
    'renameTag(from: "a", to: "c")',
    'setTag(tag: [{ name: "d" }])',
    'deleteTag(name: ["d"])',
  ])
    expect(await mutate(text)).toEqual({ answer: null });
  expect(await mutate('deleteTag(name: ["d"])')).toEqual({ answer: false });
  expect(await run(control, "{ login { tags { name } devices { items { tags { name } } } } }")).toEqual({
    login: { tags: [{ name: "b" }, { name: "c" }], devices: { items: [{ tags: [{ name: "c" }] }] } },
  });
});
