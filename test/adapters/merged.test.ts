import { answersTo } from "../../sandbox";
import { summary } from "../faults/summary";
import { owned } from "../faults/things";
import { adapterNames, useAdapterAccount, type AdapterAccount } from "./account";
import type { AdapterName } from "./index";
import type { Done, Kept, Properties } from "./provider";

const DEVICES = 8;

/** One that the key's user may not change. */
const FOREIGN = 5;

type Mode = "auto" | "off";
type Provider = Awaited<ReturnType<AdapterAccount["process"]>>;

const all = (of: (index: number) => Properties) => Array.from({ length: DEVICES }, (_, index) => of(index));

/** Devices that are in the account, one of which may not be changed. */
async function devices({ control }: AdapterAccount): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < DEVICES; index += 1) {
    const permissions = index === FOREIGN ? { permissions: ["VIEW", "CONNECT"] } : {};
    ids.push(await owned(control, { hardwareId: `hw-${index}`, name: `old-${index}`, ...permissions } as never));
  }
  return ids;
}

/** Adopts them all at one moment, and then changes all at one moment, in a process of its own each time. */
async function life(account: AdapterAccount, adapter: AdapterName, mergeWrites: Mode) {
  await account.control.reset();
  const ids = await devices(account);
  const said: string[] = [];
  const run = async (work: (provider: Provider) => Promise<Done[]>): Promise<Done[]> => {
    const provider = await account.process(adapter, { mergeWrites });
    const done = await work(provider);
    provider.end();
    said.push(...provider.said);
    return done;
  };
  const before = all((index) => ({
    deviceId: ids[index],
    name: `pump-${index}`,
    tags: ["fleet"],
    attributes: { site: "north" },
  }));
  const after = before.map((one) => ({ ...one, attributes: { site: "south" }, tags: ["fleet", "south"] }));
  // One that may not be changed is refused before anything is sent, and no state holds it.
  const refused = (error: unknown): Done => ({ id: "", outputs: {}, reasons: [String(error)] });
  const create = (provider: Provider, inputs: Properties, index: number) =>
    provider.create("Device", `pump-${index}`, inputs).catch(refused);
  const made = await run((provider) => Promise.all(before.map((inputs, index) => create(provider, inputs, index))));
  const changed = await run((provider) =>
    Promise.all(
      after.map((inputs, index) => {
        const { id = "", outputs = {}, reasons = [] } = made[index] ?? {};
        if (id === "") return create(provider, inputs, index);
        const kept: Kept = { type: "Device", id, inputs: before[index] ?? {}, outputs, isPartial: reasons.length > 0 };
        return provider.update(kept, inputs, []);
      }),
    ),
  );
  const reasons = (done: Done[]) => done.map((one) => one.reasons);
  return {
    made: reasons(made),
    changed: reasons(changed),
    lines: (await summary(account.control)).lines,
    said: said.filter((line) => !line.includes("mergeWrites")).sort(),
    merged: (await account.control.requests()).byOperation["graphql:setTogether"] ?? 0,
  };
}

describe.each(answersTo("several-mutations"))("where several mutations in one document are %s", (several) => {
  const account = useAdapterAccount({ world: { "several-mutations": several } });

  test.each(adapterNames)(
    "devices that are adopted and changed at one moment become what they are declared to be, and who may not be changed says so alone (%s)",
    async (adapter) => {
      const { merged, ...together } = await life(account, adapter, "auto");
      const { merged: none, ...apart } = await life(account, adapter, "off");
      expect(together).toEqual(apart);
      expect(together.lines).toEqual(
        Array.from({ length: DEVICES }, (_, index) =>
          index === FOREIGN ? `old-${index} []` : `pump-${index} #fleet #south {"site":"south"} []`,
        ).sort(),
      );
      for (const reasons of [together.made, together.changed])
        expect(reasons.flatMap((one, index) => (one.length > 0 ? [index] : []))).toEqual([FOREIGN]);
      expect([merged > 1, none]).toEqual([true, 0]);
    },
  );
});

describe("where no answer tells what became of a change", () => {
  const account = useAdapterAccount();

  test.each(adapterNames)("it is looked up, and what is there already is not written again (%s)", async (adapter) => {
    const { control } = account;
    const ids = await Promise.all(["a", "b"].map((name) => owned(control, { hardwareId: `hw-${name}`, name })));
    const declared = (site: string) => ids.map((deviceId) => ({ deviceId, attributes: { site } }));
    const first = await account.process(adapter);
    const made = await Promise.all(declared("north").map((inputs, index) => first.create("Device", `pump-${index}`, inputs)));
    first.end();
    const second = await account.process(adapter, { maxRetries: "3" });
    await control.faults([{ kind: "lost-answer", match: { operation: "setTogether" } }]);
    const before = (await control.requests()).byOperation;
    const done = await Promise.all(
      declared("south").map((inputs, index) => {
        const { id = "", outputs = {} } = made[index] ?? {};
        const kept = { type: "Device", id, inputs: declared("north")[index] ?? {}, outputs, isPartial: false };
        return second.update(kept, inputs, []);
      }),
    );
    second.end();
    await control.clearFaults();
    const { byOperation } = await control.requests();
    const asked = (name: string) => (byOperation[`graphql:${name}`] ?? 0) - (before[`graphql:${name}`] ?? 0);
    expect(done.map(({ reasons }) => reasons)).toEqual([[], []]);
    expect([asked("setTogether"), asked("setAttributes")]).toEqual([2, 0]);
    expect((await summary(control)).lines).toEqual(['a {"site":"south"} []', 'b {"site":"south"} []']);
  });
});
