import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { driftOf } from "../../drift/stack";
import { claimed } from "../../sandbox/support";
import { did } from "../../kinds/support";

const account = useAdapterAccount();

const tag = (properties: Record<string, unknown>) => ({ it: { type: "Tag" as const, properties } });
const byHand = (mutation: string) => account.control.change(`mutation { ${mutation} }`);

interface Answer {
  login: { tags: { name: string; color: number }[]; devices: { items: { tags: { name: string }[] }[] } };
}

/** Names and colors of the account's tags, and what devices bear. */
async function held() {
  const query = "{ login { tags { name color } devices { items { tags { name } } } } }";
  const { tags, devices } = ((await account.control.change(query)) as Answer).login;
  return {
    tags: Object.fromEntries(tags.map(({ name, color }) => [name, color])),
    borne: devices.items.flatMap((device) => device.tags.map(({ name }) => name)),
  };
}

/** A device that bears the tag. */
async function bearing(name: string): Promise<string> {
  const id = await claimed(account.control, { hardwareId: `hw-${name}`, name: "pump", online: false });
  await byHand(`addTag(serviceId: ["${id}"], name: ["${name}"])`);
  return id;
}

describe.each(adapterNames)("a Tag, through the adapter %s,", (adapter) => {
  test("is renamed on everything that bears it; the next refresh brings the id of the new name", async () => {
    const stack = account.stack(adapter);
    await stack.up(tag({ name: "pumps", color: 2 }));
    await bearing("pumps");
    const id = stack.state.get("it")?.id;
    expect(await stack.up(tag({ name: "valves", color: 2 }))).toMatchObject(did("updated"));
    expect(await held()).toEqual({ tags: { valves: 2 }, borne: ["valves"] });
    expect(stack.state.get("it")?.id).toBe(id);
    expect((await driftOf(stack, account)).findings.filter(({ type }) => type === "Tag")).toEqual([]);
    expect(await stack.up(tag({ name: "valves", color: 5 }))).toMatchObject(did("updated"));
    expect((await held()).tags).toEqual({ valves: 5 });
    await stack.refresh();
    expect(stack.state.get("it")?.id).toBe(`${account.sandbox.accountId}/valves`);
    await expectClean(stack, tag({ name: "valves", color: 5 }));
  });

  test("is not renamed to a name that another tag has, unless it is to be merged", async () => {
    const stack = account.stack(adapter);
    await stack.up(tag({ name: "pumps" }));
    await bearing("pumps");
    await byHand('setTag(tag: [{ name: "Valves", color: 7 }])');
    const { errors } = await stack.up(tag({ name: "valves" }));
    expect(errors.join()).toContain('The account has a tag "Valves" already');
    expect(Object.keys((await held()).tags)).toEqual(["pumps", "Valves"]);
    expect(await stack.up(tag({ name: "valves", merge: true }))).toMatchObject(did("updated"));
    expect(await held()).toEqual({ tags: { Valves: 7 }, borne: ["Valves"] });
  });

  test("that took another one in is left by the resource that had declared that one", async () => {
    const stack = account.stack(adapter);
    const other = { type: "Tag" as const, properties: { name: "valves" } };
    await stack.up({ ...tag({ name: "pumps" }), other });
    expect(await stack.up(tag({ name: "valves", merge: true }))).toMatchObject({
      updated: ["it"],
      deleted: ["other"],
      errors: [],
    });
    expect(Object.keys((await held()).tags)).toEqual(["valves"]);
    await expectClean(stack, tag({ name: "valves", merge: true }));
  });

  test("that is there in another case is the same tag, and keeps its spelling", async () => {
    const stack = account.stack(adapter);
    await byHand('setTag(tag: [{ name: "Pumps", color: 4 }])');
    const { created, said } = await stack.up(tag({ name: "pumps", color: 4 }));
    expect(created).toEqual(["it"]);
    expect(said.join()).toContain("is in the account already, and is adopted");
    expect((await held()).tags).toEqual({ Pumps: 4 });
    await expectClean(stack, tag({ name: "pumps", color: 4 }));
    await stack.destroy();
    expect((await held()).tags).toEqual({ Pumps: 4 });
  });

  test("is declared once, in whatever case", async () => {
    const stack = account.stack(adapter);
    const { errors } = await stack.up({ ...tag({ name: "pumps" }), other: { type: "Tag", properties: { name: "PUMPS" } } });
    expect(errors.join()).toContain("already managed by another resource of this program");
    expect(Object.keys((await held()).tags)).toEqual(["pumps"]);
  });

  test("is not deleted while something bears it, and what bears it is named", async () => {
    const stack = account.stack(adapter);
    await stack.up(tag({ name: "pumps" }));
    const device = await bearing("pumps");
    await account.control.content({
      networks: [{ name: "plant", tags: ["pumps"] }],
      roles: [{ name: "fitters", tags: ["pumps"] }],
      products: [{ name: "gateway", tags: ["pumps"] }],
    });
    const [error = ""] = (await stack.destroy()).errors;
    for (const part of [`device "pump" (${device})`, 'network "plant"', 'role "fitters"', 'product "gateway"', "removeFromAll"])
      expect(error).toContain(part);
    expect(await held()).toMatchObject({ borne: ["pumps"] });
    expect(await stack.up(tag({ name: "pumps", removeFromAll: true }))).toMatchObject(did("updated"));
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await held()).toEqual({ tags: {}, borne: [] });
  });

  test.each(["device", "network", "role", "product"])("that a %s alone bears is not deleted", async (bearer) => {
    const stack = account.stack(adapter);
    await stack.up(tag({ name: "pumps" }));
    if (bearer === "device") await bearing("pumps");
    else await account.control.content({ [`${bearer}s`]: [{ name: "bearer", tags: ["pumps"] }] });
    expect((await stack.destroy()).errors.join()).toContain(`It is on ${bearer} `);
    expect(Object.keys((await held()).tags)).toEqual(["pumps"]);
  });

  test("keeps its color where it is not declared, and has none at 0", async () => {
    const stack = account.stack(adapter);
    await byHand('setTag(tag: [{ name: "pumps", color: 4 }])');
    await stack.up(tag({ name: "pumps" }));
    expect((await held()).tags).toEqual({ pumps: 4 });
    await stack.up(tag({ name: "pumps", color: 0 }));
    expect((await held()).tags).toEqual({ pumps: 0 });
    await expectClean(stack, tag({ name: "pumps", color: 0 }));
  });

  test.each([14, -1, "red", 1.5])("takes no color %j", async (color) => {
    expect((await account.stack(adapter).up(tag({ name: "pumps", color }))).errors.join()).toContain("from 0 to 13");
  });

  test("takes no name with white space", async () => {
    const { errors } = await account.stack(adapter).up(tag({ name: "two words" }));
    expect(errors.join()).toContain("without white space");
  });

  test("is named by its account and its name: a name alone is told what to write", async () => {
    await byHand('setTag(tag: [{ name: "pumps" }])');
    const { errors } = await account.stack(adapter).take("it", "Tag", "pumps");
    expect(errors.join()).toContain(`Write ${account.sandbox.accountId}/pumps.`);
  });

  test("that an adopting resource renames keeps the resource's mark", async () => {
    const stack = account.stack(adapter);
    await byHand('setTag(tag: [{ name: "pumps" }])');
    await stack.up(tag({ name: "pumps" }));
    await stack.up(tag({ name: "valves" }));
    const { login } = (await account.control.change("{ login { attributes } }")) as { login: { attributes: object } };
    expect(Object.keys(login.attributes)).toEqual([expect.stringMatching(/^pulumi-remoteit\/tag\/valves\/\w+$/)]);
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect((await held()).tags).toHaveProperty("valves");
    const after = (await account.control.change("{ login { attributes } }")) as { login: { attributes: object } };
    expect(after.login.attributes).toEqual({});
  });
});
