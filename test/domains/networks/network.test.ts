import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { did } from "../../kinds/support";
import { byHand, network, networks, partner, plant, services } from "./support";

const account = useAdapterAccount();

const names = async () => (await networks(account.control)).map(({ name }) => name);

describe.each(adapterNames)("a Network, through the adapter %s,", (adapter) => {
  test("is one of its own for each of two resources of one name, also where the answers of both creates are lost", async () => {
    const stack = account.stack(adapter);
    const program = { ...network({ name: "plant" }), twin: { type: "Network", properties: { name: "plant" } } };
    await account.control.faults([{ kind: "lost-answer", match: { operation: "createNetwork" }, times: 2 }]);
    expect(await stack.up(program)).toMatchObject({ created: ["it", "twin"], errors: [] });
    expect(await names()).toEqual(["plant", "plant"]);
    expect(new Set([...stack.state.values()].map(({ id }) => id)).size).toBe(2);
    await expectClean(stack, program);
    expect(await stack.destroy()).toMatchObject({ deleted: expect.arrayContaining(["it", "twin"]) as string[], errors: [] });
    expect(await names()).toEqual([]);
  });

  test("that is called like several of the account's is none of them: its create and its preview name them", async () => {
    const stack = account.stack(adapter);
    await byHand(account.control, 'createNetwork(name: "plant") { id }');
    await byHand(account.control, 'createNetwork(name: "plant") { id }');
    const there = await networks(account.control);
    for (const run of [stack.preview(network({ name: "plant" })), stack.up(network({ name: "plant" }))]) {
      const { errors } = await run;
      if (adapter === "dynamic" && errors.length === 0) continue; // its previews ask nothing of a create
      expect(errors.join()).toContain('has 2 networks called "plant"');
      for (const { id } of there) expect(errors.join()).toContain(id);
    }
    expect(await stack.take("it", "Network", there[1]?.id ?? "")).toMatchObject({ errors: [] });
    expect(await networks(account.control)).toEqual(there);
  });

  test("is not taken for one whose name differs by its case", async () => {
    const stack = account.stack(adapter);
    await byHand(account.control, 'createNetwork(name: "Plant") { id }');
    await stack.up(network({ name: "plant" }));
    expect(await names()).toEqual(["Plant", "plant"]);
  });

  test("that another hand has deleted leaves state with what was in it, and is made again with it", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    const program = plant((await services(control)).ids[0] ?? "", await partner(control));
    await stack.up(program);
    const [first] = await networks(control);
    await byHand(control, `deleteNetwork(id: "${first?.id}")`);
    expect((await stack.refresh()).deleted.sort()).toEqual(["connection", "network", "share"]);
    expect(await stack.up(program)).toMatchObject({ created: ["network", "connection", "share"], errors: [] });
    const [second] = await networks(control);
    expect(second).toEqual({ ...first, id: expect.any(String) as string });
    await byHand(control, `deleteNetwork(id: "${second?.id}")`);
    expect(await stack.destroy()).toMatchObject({ errors: [] });
    expect([...stack.state]).toEqual([]);
  });

  test("is not deleted while others have put something in, which is named; with forceDestroy it is", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    const email = await partner(control);
    const { ids } = await services(control, 7);
    await stack.up(network({ name: "plant" }));
    const [made] = await networks(control);
    for (const id of ids) await byHand(control, `addNetworkConnection(networkId: "${made?.id}", serviceId: "${id}")`);
    await byHand(control, `addNetworkShare(networkId: "${made?.id}", email: "${email}")`);
    const before = await networks(control);
    const [error = ""] = (await stack.destroy()).errors;
    for (const part of [`"ssh-0" (${ids[0]})`, "and 2 more", email, "forceDestroy"]) expect(error).toContain(part);
    expect(await networks(control)).toEqual(before);
    expect(await stack.up(network({ name: "plant", forceDestroy: true }))).toMatchObject(did("updated"));
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await networks(control)).toEqual([]);
  });

  test("goes with a destroy of the program that has put everything in", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    await stack.up(plant((await services(control)).ids[0] ?? "", await partner(control)));
    expect(await stack.destroy()).toMatchObject({ deleted: ["share", "connection", "network"], errors: [] });
    expect(await networks(control)).toEqual([]);
  });

  test("keeps a share that was adopted: destroy leaves both, and says why", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    const email = await partner(control);
    await stack.up(network({ name: "plant" }));
    const [made] = await networks(control);
    await byHand(control, `addNetworkShare(networkId: "${made?.id}", email: "${email}")`);
    const share = { type: "NetworkShare", properties: { networkId: made?.id, email } };
    expect(await stack.up({ ...network({ name: "plant" }), share })).toMatchObject({ created: ["share"], errors: [] });
    const { errors } = await stack.destroy();
    expect(errors.join()).toContain(`shares with ${email}`);
    expect((await networks(control)).map(({ guests }) => guests)).toEqual([[email]]);
  });

  test("that others share with the account is never managed: every way to it names its owner", async () => {
    const { control, sandbox } = account;
    const { accountId } = await control.account();
    const own = await control.change("{ login { email } }", {}, accountId);
    const owner = (own as { login: { email: string } }).login.email;
    const me = ((await control.change("{ login { email } }")) as { login: { email: string } }).login.email;
    await byHand(control, 'createNetwork(name: "theirs") { id }', accountId);
    const [theirs] = await networks(control, accountId);
    await byHand(control, `addNetworkShare(networkId: "${theirs?.id}", email: "${me}")`, accountId);
    expect((await networks(control)).map(({ id }) => id)).toEqual([theirs?.id]);

    const stack = account.stack(adapter);
    const [serviceId] = (await services(control)).ids;
    const parts = [
      { type: "NetworkConnection", properties: { networkId: theirs?.id, serviceId } },
      { type: "NetworkShare", properties: { networkId: theirs?.id, email: await partner(control) } },
    ];
    for (const it of parts) expect((await stack.up({ it })).errors.join()).toContain(`belongs to ${owner}, who shares it`);
    expect((await stack.take("it", "Network", theirs?.id ?? "")).errors.join()).toContain(`belongs to ${owner}`);
    expect(await stack.up(network({ name: "theirs" }))).toMatchObject(did("created"));
    const all = await networks(control);
    expect(all.map(({ name }) => name).sort()).toEqual(["theirs", "theirs"]);
    await stack.destroy();
    expect(await networks(control)).toEqual([all.find(({ id }) => id === theirs?.id)]);
    expect(sandbox.accountId).not.toBe(accountId);
  });

  test("bears the tags that are declared, in whatever case the account spells them, and keeps all where none are", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    await stack.up(network({ name: "plant" }));
    const [made] = await networks(control);
    await byHand(control, `addNetworkTag(networkId: "${made?.id}", name: ["Prod", "west"])`);
    await expectClean(stack, network({ name: "plant" }));
    expect(await stack.up(network({ name: "plant", tags: ["Prod"] }))).toMatchObject(did("updated"));
    expect((await networks(control))[0]?.tags).toEqual(["Prod"]);
    expect(await stack.up(network({ name: "plant", tags: [] }))).toMatchObject(did("updated"));
    expect((await networks(control))[0]?.tags).toEqual([]);
    await stack.up(network({ name: "plant", tags: ["Prod"] }));
    await byHand(control, `removeNetworkTag(networkId: "${made?.id}", name: ["Prod"])`);
    await byHand(control, 'renameTag(from: "Prod", to: "prod")');
    await byHand(control, `addNetworkTag(networkId: "${made?.id}", name: ["prod"])`);
    await expectClean(stack, network({ name: "plant", tags: ["Prod"] }));
  });

  test.each(["x", "x".repeat(101), 7])("takes no name %j", async (name) => {
    expect((await account.stack(adapter).up(network({ name }))).errors.join()).toMatch(/2 to 100 characters|must be a text/);
  });
});

describe("where a name is taken once", () => {
  const strict = useAdapterAccount({ world: { "network-names": "refused" } });

  test.each(adapterNames)("the second resource of a name fails, and nothing is made twice (%s)", async (adapter) => {
    const stack = strict.stack(adapter);
    const program = { ...network({ name: "plant" }), twin: { type: "Network", properties: { name: "plant" } } };
    const { created, errors } = await stack.up(program);
    expect({ created, errors }).toEqual({ created: ["it"], errors: [expect.stringContaining("plant")] });
    expect((await networks(strict.control)).map(({ name }) => name)).toEqual(["plant"]);
  });
});
