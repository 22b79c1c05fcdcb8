import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { did, writes } from "../../kinds/support";
import { claimed } from "../../sandbox/support";
import { device, heldDevices } from "./support";

const account = useAdapterAccount();

const program = (properties: object) => ({ it: { type: "Fleet", properties: { ...properties } } });

const many = async (count: number, one: Omit<Parameters<typeof device>[1], "name"> = { tags: ["pump"] }) => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await device(account.control, { name: `pump-${index}`, ...one }));
  return ids;
};

const managed = { selector: { tags: { any: ["pump"] } }, template: { tags: ["managed"] } };

describe.each(adapterNames)("through the adapter %s", (adapter) => {
  test("a bad selector is stopped before the first write: by the preview, and by an up without one", async () => {
    await many(4);
    const stack = account.stack(adapter);
    const bad = program({ ...managed, rollout: { maxChanges: 3 } });
    const sent = await writes(account.control);
    for (const running of [stack.preview(bad), stack.up(bad)]) {
      const { errors } = await running;
      expect(errors.join("\n")).toContain(
        "rollout.maxChanges: It is 3, and nothing was changed: 4 of 4 devices that match would change:",
      );
      expect(errors.join("\n")).toContain('"pump-0" (');
      expect(errors.join("\n")).toContain("set rollout.maxChanges to 4 or more");
    }
    expect(await writes(account.control)).toEqual(sent);
    expect(await stack.up(program({ ...managed, rollout: { maxChanges: 4 } }))).toMatchObject(did("created"));
  });

  test("services are deleted only where rollout.maxRemovals allows as many", async () => {
    await many(2, { tags: ["pump"], services: [{ name: "vnc", application: 4, port: 5900 }] });
    const stack = account.stack(adapter);
    const removing = { ...managed, template: { removeServices: [{ application: "VNC" }] } };
    const sent = await writes(account.control);
    for (const rollout of [{}, { maxRemovals: 1 }]) {
      const { errors } = await stack.up(program({ ...removing, rollout }));
      expect(errors.join("\n")).toContain("2 services would be deleted");
    }
    expect(await writes(account.control)).toEqual(sent);
    expect(await stack.up(program({ ...removing, rollout: { maxRemovals: 2 } }))).toMatchObject(did("created"));
    expect((await heldDevices(account.control)).flatMap(({ services }) => services)).toEqual([]);
  });

  test("a tag that nobody bears matches nothing, which is said", async () => {
    await many(1);
    const stack = account.stack(adapter);
    const nobody = program({ ...managed, selector: { tags: { any: ["pmup"] } } });
    for (const running of [stack.preview(nobody), stack.up(nobody)]) {
      const { errors, said } = await running;
      expect(errors).toEqual([]);
      expect(said.join("\n")).toContain(
        'warning: Fleet "it": no device of the account matches its selector: the account has no tag "pmup".',
      );
    }
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 0, changed: 0, conformity: "conforms" });
  });

  test.each<[string, object, string]>([
    ["a selector without a condition", { selector: {} }, "has no condition. Give it one; or write allDevices: true"],
    ["no selector", {}, "selector"],
    ["an empty list of tags", { selector: { tags: { any: [] } } }, "selector.tags.any"],
    ["allDevices beside a condition", { selector: { allDevices: true, nameContains: "a" } }, "selector.allDevices"],
    ["a key that is misspelled", { selector: { nameContain: "a" } }, "has no nameContain"],
    ["a port that is none", with_({ services: [{ name: "a", application: "SSH", port: 70_000 }] }), "template.services[0].port"],
    [
      "two services of one name",
      with_({
        services: [
          { name: "a", application: "SSH" },
          { name: "a", application: "HTTP" },
        ],
      }),
      "template.services[1].name",
    ],
    ["a type without a port of its own", with_({ services: [{ name: "a", application: "TCP" }] }), "template.services[0].port"],
    ["a type that nobody knows", with_({ services: [{ name: "a", application: "SHS" }] }), "template.services[0].application"],
    [
      "a removal of what is wanted",
      with_({ services: [{ name: "a", application: "SSH" }], removeServices: [{ application: 28 }] }),
      "template.removeServices[0]",
    ],
    ["a removal of everything", with_({ removeServices: [{}] }), "template.removeServices[0]"],
    ["a tag that is put on and taken off", with_({ tags: ["a"], removeTags: ["A"] }), "template.removeTags[0]"],
    ["a tag twice", with_({ tags: ["a", "A"] }), "template.tags[1]"],
    ["a batch of none", { ...managed, rollout: { batchSize: 0 } }, "rollout.batchSize"],
    ["another end", { ...managed, onDestroy: "delete" }, "onDestroy"],
  ])("%s is refused, by its path, and so by a preview", async (_what, properties, path) => {
    const previewed = await account.stack(adapter).preview(program(properties));
    expect(previewed.errors.join("\n")).toContain(path);
    expect(previewed.errors.join("\n")).not.toMatch(/TypeError|Cannot (read|destructure)/);
    const { errors, created } = await account.stack(adapter).up(program(properties));
    expect(created).toEqual([]);
    expect(errors.join("\n")).toContain(path);
    expect(await writes(account.control)).toEqual({});
  });

  test("what fails on one device is counted and named, and keeps no other from being changed; the next up goes on with it", async () => {
    await many(5);
    await claimed(account.control, { hardwareId: "hw-x", name: "locked", permissions: ["VIEW", "MANAGE"] });
    const all = { ...managed, selector: { allDevices: true } };
    const stack = account.stack(adapter);
    const { created, errors } = await stack.up(program(all));
    expect(created).toEqual(["it"]);
    expect(errors.join("\n")).toMatch(/1 of 6 devices failed; 5 devices were changed\.\n {2}"locked" \(\S+\): Adding tags: /);
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 6, changed: 5, failed: 1 });
    const again = await stack.up(program(all));
    expect(again.updated).toEqual(["it"]);
    expect(stack.state.get("it")?.outputs).toMatchObject({ changed: 0, failed: 1 });
    expect((await heldDevices(account.control)).filter(({ tags }) => tags.includes("managed"))).toHaveLength(5);
    expect(
      await stack.up(program({ ...all, selector: { allDevices: true, exclude: { nameContains: "locked" } } })),
    ).toMatchObject(did("updated"));
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 5, failed: 0, conformity: "conforms" });
  });

  test("no more devices fail than rollout.maxFailures says: then no further one is begun", async () => {
    const permissions: ("VIEW" | "CONNECT")[] = ["VIEW", "CONNECT"];
    for (const index of [0, 1, 2, 3, 4, 5])
      await claimed(account.control, { hardwareId: `hw-${index}`, name: `locked-${index}`, permissions });
    const stack = account.stack(adapter);
    const services = [{ name: "ssh", application: "SSH" }];
    const all = { selector: { allDevices: true }, template: { tags: ["managed"], services } };
    const { errors } = await stack.up(program({ ...all, rollout: { maxFailures: 2 } }));
    expect(errors.join("\n")).toContain(
      "2 of 6 devices failed; 0 devices were changed. 4 devices were not changed, since rollout.maxFailures is reached.",
    );
    const { byOperation } = await account.control.requests();
    expect(byOperation).toMatchObject({ "graphql:addService": 2 });
    expect(byOperation).not.toHaveProperty(["graphql:addTags"]);
  });

  test("a device that takes no services is counted and named, gets all else, and asks for no further update", async () => {
    await many(1);
    const old = await claimed(account.control, { hardwareId: "hw-old", name: "old", configurable: false });
    const stack = account.stack(adapter);
    const fleet = program({
      selector: { allDevices: true },
      template: { tags: ["managed"], services: [{ name: "ssh", application: "SSH" }] },
    });
    const { said, errors } = await stack.up(fleet);
    expect(errors).toEqual([]);
    expect(said.join("\n")).toContain(
      `1 device of the fleet cannot get services through the API that the template wants: "old" (${old})`,
    );
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 2, changed: 2, failed: 0, unsupported: 1 });
    expect((await heldDevices(account.control)).find(({ id }) => id === old)).toMatchObject({ tags: ["managed"], services: [] });
    await expectClean(stack, fleet);
    await device(account.control, { name: "late", tags: ["other"] });
    expect(await stack.preview(fleet)).toMatchObject(did("updated"));
  });

  test("devices that are offline are left for an up that finds them online, where the rollout says so", async () => {
    await many(1);
    const off = await claimed(account.control, { hardwareId: "hw-off", name: "off", online: false });
    const stack = account.stack(adapter);
    const fleet = program({ selector: { allDevices: true }, template: { tags: ["managed"] }, rollout: { onlineOnly: true } });
    expect(await stack.up(fleet)).toMatchObject(did("created"));
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 2, changed: 1, conformity: "conforms" });
    await expectClean(stack, fleet);
    await account.control.agentState(off, "online");
    expect(await stack.up(fleet)).toMatchObject(did("updated"));
    expect((await heldDevices(account.control)).map(({ tags }) => tags.includes("managed"))).toEqual([true, true]);
  });

  test("destroying it leaves the devices as they are, or takes its tags off them where the program says so", async () => {
    await many(2);
    for (const [onDestroy, left] of [
      ["leave", ["managed", "pump"]],
      ["removeTags", ["pump"]],
    ] as const) {
      const stack = account.stack(adapter);
      await stack.up(program({ ...managed, onDestroy }));
      expect(await stack.destroy()).toMatchObject(did("deleted"));
      for (const { tags } of await heldDevices(account.control)) expect(tags).toEqual(left);
    }
  });

  test("with the keys of another account nothing is looked at, changed or forgotten", async () => {
    await many(1);
    const own = account.stack(adapter);
    await own.up(program(managed));
    const other = await account.control.account();
    const ofOther = account.stack(adapter, { accessKeyId: other.accessKeyId, secretAccessKey: other.secretAccessKey });
    const kept = own.state.get("it");
    if (kept) ofOther.state.set("it", kept);
    for (const running of [ofOther.refresh(), ofOther.up(program(managed))]) {
      expect((await running).errors.join("\n")).toContain(`It belongs to account ${account.sandbox.accountId}`);
      expect(ofOther.state.get("it")).toEqual(kept);
    }
  });

  test("its state is small, however many devices it has", async () => {
    await account.control.reset({ devices: 1500, services: 1 });
    const stack = account.stack(adapter);
    await stack.up(program({ selector: { allDevices: true }, template: { tags: ["managed"] } }));
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 1500, changed: 1500 });
    expect(JSON.stringify(stack.state.get("it")).length).toBeLessThan(1500);
    expect((await account.control.requests()).byOperation["graphql:addTags"]).toBe(3);
  });
});

function with_(template: object): object {
  return { selector: { allDevices: true }, template };
}
