import fc from "fast-check";
import { useDriftAccount } from "./account";
import { changesOf } from "./one-change";
import { anyProgram, type AnyProgram } from "./programs";
import type { Record } from "./state";

const account = useDriftAccount();

/** Makes all that the program declares in an empty account. */
async function made({ devices, webhook }: AnyProgram): Promise<Record[]> {
  await account.control.reset();
  const ids = await account.devices(...devices.map((_, index) => `fresh-${index}`));
  const records: Record[] = [];
  for (const [index, { services, ...declared }] of devices.entries()) {
    const deviceId = ids[index] ?? "";
    records.push(await account.make("Device", { deviceId, ...declared }));
    for (const service of services) records.push(await account.make("Service", { deviceId, ...service }));
  }
  if (webhook) records.push(await account.make("Webhook", webhook));
  return records;
}

/** The same declaration in other words: the order of tags, numbers for names of applications, null for what is left out. */
function inOtherWords(record: Record): Record {
  const { tags, application, deviceId, attributes, ...others } = record.inputs as {
    tags?: string[];
    application?: string | number;
    deviceId?: string;
    attributes?: object;
  };
  const inputs = {
    ...others,
    ...(tags && { tags: [...tags, ...tags].reverse() }),
    ...(application !== undefined && { application: numbers[String(application)] ?? application }),
    ...(deviceId !== undefined && { deviceId: deviceId.toUpperCase() }),
    ...(attributes && { attributes: { ...attributes, absent: null, empty: {} } }),
  };
  return { ...record, id: record.id.toUpperCase(), inputs };
}
const numbers: { [name: string]: string | number } = { SSH: 28, ssh: "Ssh", "28": "SSH", HTTP: 7, "7": "http" };

test("an account made from any program shows no drift, in whatever words the state declares it", async () => {
  await fc.assert(
    fc.asyncProperty(anyProgram, async (program) => {
      const records = await made(program);
      const report = await account.drift(records);
      expect(report).toMatchObject({ findings: [], warnings: [], summary: { inSync: records.length, coverage: 1 } });
      expect((await account.drift(records.map(inOtherWords))).findings).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test("any one change by hand is one finding, with its path, what was declared and what is there", async () => {
  await fc.assert(
    fc.asyncProperty(anyProgram, fc.nat(), async (program, choice) => {
      const records = await made(program);
      const all = records.flatMap(changesOf);
      const change = all[choice % all.length];
      if (!change) return;
      await account.byHand(change.mutation, change.variables);
      const { findings, summary } = await account.drift(records);
      expect(findings).toEqual([expect.objectContaining(change.finding)]);
      expect(summary).toMatchObject({ inSync: records.length - 1, changed: 1, coverage: 1 });
    }),
    { numRuns: 50 },
  );
});
