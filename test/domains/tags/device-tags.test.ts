import fc from "fast-check";
import { twinsIn } from "../../../provider/domains/tags/device-tags";
import { startProxy } from "../../support/proxy";
import { useDevices, type Devices } from "../devices/support";

const addTag = "mutation($id: String!, $tags: [String!]!) { addTag(serviceId: [$id], name: $tags) }";
const removeTag = "mutation($id: String!, $tags: [String!]!) { removeTag(serviceId: [$id], name: $tags) }";
const deleteTag = "mutation($tags: [String!]!) { deleteTag(name: $tags) }";

/** A device that bears the tags already. */
async function bearing({ device, byHand }: Devices, ...tags: string[]): Promise<string> {
  const id = await device();
  if (tags.length > 0) await byHand(addTag, { id, tags });
  return id;
}

type Stack = ReturnType<Devices["stack"]>;

/** Nothing is left to do: refresh finds what is declared, up sends no change and drift is silent. */
async function expectSettled(account: Devices, stack: Stack, declared: { deviceId: string; tags: string[] }): Promise<void> {
  await stack.refresh();
  expect(stack.state?.properties["tags"]).toEqual(declared.tags);
  const before = await changesSent(account);
  await stack.up(declared);
  // Other properties may change and let the tags be.
  await stack.up({ ...declared, waitSeconds: 1 });
  expect(await changesSent(account)).toEqual(before);
  expect(await account.drift(stack, declared)).toEqual([]);
}

async function changesSent({ requests }: Devices): Promise<number> {
  const { addTags = 0, removeTags = 0 } = await requests();
  return addTags + removeTags;
}

const lower = (tags: readonly string[]) => [...new Set(tags.map((tag) => tag.toLowerCase()))].sort();
const distinct = (tags: readonly string[]) => [...new Set(tags)].sort();

const names = fc.constantFrom("prod", "Prod", "PROD", "site-a", "Site-A", "x");

describe.each([
  ["case-sensitive", "true", "owner"],
  ["case-sensitive", "null", "own"],
  ["case-insensitive", "true", "own"],
  ["case-insensitive", "null", "owner"],
] as const)("where tags are %s, their mutations answer %s, and tags without an account are the %s's", (tags, answer, whose) => {
  const account = useDevices({ world: { tags, "tag-answer": answer, "tags-without-account": whose } });
  const isOne = tags === "case-insensitive";

  test("whatever a device bears, it ends with what is declared, and stays so", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 4 }), fc.array(names, { maxLength: 4 }), async (borne, wanted) => {
        await account.control.reset();
        const deviceId = await bearing(account, ...borne);
        const stack = account.stack();
        const declared = { deviceId, tags: wanted };
        await stack.up(declared);
        const { tags: found } = await account.seen(deviceId);
        expect(isOne ? lower(found) : found).toEqual(isOne ? lower(wanted) : distinct(wanted));
        await expectSettled(account, stack, declared);
      }),
      { numRuns: 25 },
    );
  });

  test("cut off anywhere, no declared tag has gone that was there", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(names, { minLength: 1, maxLength: 4 }),
        fc.array(names, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("addTags", "removeTags", "getDevicesById"),
        fc.constantFrom("reset" as const, "lost-answer" as const, "false" as const, "done-but-false" as const),
        async (borne, wanted, operation, kind) => {
          await account.control.reset();
          const deviceId = await bearing(account, ...borne);
          await account.control.faults([{ kind, match: { operation } }]);
          const stack = account.stack();
          await stack.up({ deviceId, tags: wanted }).catch(() => undefined);
          await account.control.clearFaults();
          const found = lower((await account.seen(deviceId)).tags);
          for (const tag of lower(wanted)) if (lower(borne).includes(tag)) expect(found).toContain(tag);
          await stack.up({ deviceId, tags: wanted });
          await expectSettled(account, stack, { deviceId, tags: wanted });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a change of case alone in the program loses nothing", async () => {
    const deviceId = await bearing(account);
    const stack = account.stack();
    await stack.up({ deviceId, tags: ["prod", "x"] });
    await stack.up({ deviceId, tags: ["Prod", "x"] });
    expect((await account.seen(deviceId)).tags).toEqual(isOne ? ["prod", "x"] : ["Prod", "x"]);
    await expectSettled(account, stack, { deviceId, tags: ["Prod", "x"] });
  });

  test(`another spelling put in a tag's place by hand is ${isOne ? "the same tag" : "drift, and is undone"}`, async () => {
    const deviceId = await bearing(account);
    const stack = account.stack();
    const declared = { deviceId, tags: ["Prod"] };
    await stack.up(declared);
    await account.byHand(removeTag, { id: deviceId, tags: ["Prod"] });
    if (isOne) await account.byHand(deleteTag, { tags: ["Prod"] });
    await account.byHand(addTag, { id: deviceId, tags: ["prod"] });
    expect((await account.seen(deviceId)).tags).toEqual(["prod"]);
    const { length } = await account.drift(stack, declared);
    expect(length).toBe(isOne ? 0 : 1);
    await stack.refresh();
    await stack.up(declared);
    expect((await account.seen(deviceId)).tags).toEqual(isOne ? ["prod"] : ["Prod"]);
    await expectSettled(account, stack, declared);
  });

  test("a filter by tag hides no device that lost it, in any spelling that means it", async () => {
    const deviceId = await bearing(account, "prod");
    const other = await bearing(account, "PROD");
    const stack = account.stack();
    const declared = { deviceId, tags: ["prod"] };
    await stack.up(declared);
    await account.byHand(removeTag, { id: deviceId, tags: ["prod"] });
    const found = async (tag: string) =>
      (await account.drift(stack, declared, { filter: { tag: { operator: "ANY", values: [tag] } } }))
        .map(({ id, status }) => [id, status])
        .filter(([id]) => id !== other);
    expect(await found("prod")).toEqual([[deviceId, "changed"]]);
    expect(await found("Prod")).toEqual(isOne ? [[deviceId, "changed"]] : []);
  });
});

describe("tags of one account among several", () => {
  const worlds = (["owner", "own"] as const).map((whose) => useDevices({ world: { "tags-without-account": whose } }));

  test("are written and read for the account that the key acts for", async () => {
    for (const account of worlds) {
      const { accountId } = await account.control.account();
      await account.control.member({ accountId, of: account.sandbox.accountId });
      const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw", online: false });
      await account.byHand("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode }, accountId);
      const stack = account.stack({ accountId });
      await stack.up({ deviceId, tags: ["a"] });
      expect((await account.seen(deviceId, accountId)).tags).toEqual(["a"]);
      await stack.refresh();
      expect(stack.state?.properties["tags"]).toEqual(["a"]);
      await stack.up({ deviceId, tags: [] });
      expect((await account.seen(deviceId, accountId)).tags).toEqual([]);
    }
  });

  test("on a device that another account shares are the key's own, and cost one more request a run", async () => {
    for (const account of worlds) {
      const owner = await account.control.account();
      const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw", online: false });
      const claim = "mutation($code: String!) { claimDevice(code: $code) { id } }";
      await account.byHand(claim, { code: claimCode }, owner.accountId);
      await account.byHand(addTag, { id: deviceId, tags: ["theirs"] }, owner.accountId);
      await account.control.share({ deviceId, accountId: account.sandbox.accountId });
      const stack = account.stack();
      await stack.up({ deviceId, tags: ["a"] });
      await stack.refresh();
      expect(stack.state?.properties["tags"]).toEqual(["a"]);
      await stack.up({ deviceId, tags: ["b"] });
      expect(await account.drift(stack, { deviceId, tags: ["b"] })).toEqual([]);
      expect((await account.seen(deviceId, owner.accountId)).tags).toEqual(["theirs"]);
      const seen = await account.byHand(
        "query($id: [String!]!, $mine: String) { login { device(id: $id) { tags(accountId: $mine) { name } } } }",
        {
          id: [deviceId],
          mine: account.sandbox.accountId,
        },
      );
      expect(seen).toEqual({ login: { device: [{ tags: [{ name: "b" }] }] } });
      // Three runs that read it once each, in a process of their own each.
      expect(await account.requests()).toMatchObject({ getDevicesById: 6, listDevices: 2 });
    }
  });

  test("on devices of its own cost no request more", async () => {
    for (const account of worlds) {
      const stack = account.stack();
      await stack.up({ deviceId: await account.device(), tags: ["a"] });
      // The mark of an adopted device is an attribute.
      expect(await account.requests()).toEqual({ getDevicesById: 1, addTags: 1, setAttributes: 1 });
    }
  });
});

describe("what is sent", () => {
  const account = useDevices();

  test("names each tag once, however often the program does, and no tag that the device bears", async () => {
    const sent: { names: string[] }[] = [];
    const proxy = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
      const { variables } = JSON.parse(text) as { variables?: { names?: string[] } };
      if (variables?.names) sent.push({ names: variables.names });
      answer(await forward());
    });
    try {
      const deviceId = await bearing(account, "borne", "old");
      await account.stack({ endpoint: proxy.url }).up({ deviceId, tags: ["a", "borne", "a", "b", "b", "borne"] });
      expect(sent).toEqual([{ names: ["a", "b"] }, { names: ["old"] }]);
      expect((await account.seen(deviceId)).tags).toEqual(["a", "b", "borne"]);
    } finally {
      await proxy.stop();
    }
  });
});

describe("what is said", () => {
  const account = useDevices();

  test("of two declared tags that differ by case alone, that the app takes them for one", async () => {
    const stack = account.stack();
    await stack.up({ deviceId: await account.device(), tags: ["Prod", "prod", "x"] });
    expect(stack.said).toContainEqual(expect.stringContaining("Prod and prod differ by case alone"));
  });

  test("of a refusal, which permission it takes", async () => {
    const stack = account.stack();
    const deviceId = await account.device();
    await account.control.faults([{ kind: "false", match: { operation: "addTags" } }]);
    await expect(stack.up({ deviceId, tags: ["a"] })).rejects.toThrow(
      /The tags a were not added\..*ADMIN permission in the account/s,
    );
    await account.control.clearFaults();
    const seen = await account.device({ permissions: ["VIEW", "CONNECT", "MANAGE"] });
    await expect(account.stack().up({ deviceId: seen, tags: ["a"] })).rejects.toThrow(/ADMIN in the account/);
  });
});

test("twins are names that differ by case alone", () => {
  expect(twinsIn(["a", "b", "A", "a"])).toEqual(["a", "A"]);
  expect(twinsIn(["a", "b", "a"])).toEqual([]);
});
