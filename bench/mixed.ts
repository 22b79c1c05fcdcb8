import { rmSync } from "node:fs";
import { adapters, type AdapterName, adapterStack, type Declaration } from "../test/adapters";
import { cases } from "../test/cases/case";
import { driftOf } from "../test/drift/stack";
import { inlineStack } from "../test/engine/support";
import { mixedProgram, sentBy } from "../test/kinds/mixed";
import type { Control } from "../sandbox";
import { checkpointsSkipped, makeAll, succeeds } from "./services";
import type { Measure, Row } from "./support/measure";
import { exactly } from "./support/sample";
import { type Account, configOf, withSandbox } from "./support/sandbox-process";
import { count } from "./support/units";

const RESOURCES = 200;

/** Of a kind of which the account has so many, one list or batch. */
const KINDS = cases.length;

export const mixed: Measure = {
  title: "Requests of a stack of all kinds",
  about:
    `${RESOURCES} resources, as many of each kind. All are read at the same moment, by either adapter, and compared by drift. Promised is at most one list or one batch for each ` +
    "kind and 500 things; kinds that stand in one list share it. The naive way is one request a resource. Pulumi's engine reads four resources at once for each core " +
    "of the machine, so that its refresh reads some kinds by ids before a scan is cheaper: those lines only inform.",
  run: () =>
    withSandbox(async (account, control) => {
      const rows: Row[] = [];
      for (const adapter of ["dynamic", "plugin"] as const) rows.push(...(await throughAdapter(adapter, account, control)));
      rows.push(await throughEngine(account, control));
      return { rows };
    }),
};

async function throughAdapter(adapter: AdapterName, account: Account, control: Control): Promise<Row[]> {
  await control.reset();
  const about = { control, sandbox: { ...account, stop: () => Promise.resolve() } };
  const { endpoint, accessKeyId, secretAccessKey } = account;
  const settings = { endpoint, accessKeyId, secretAccessKey, requestsPerSecond: "1000" };
  const stack = adapterStack(adapters[adapter], { default: settings });
  const { errors } = await stack.up(await mixedProgram(about, RESOURCES));
  if (errors[0] !== undefined) throw new Error(errors[0]);
  const process = await adapters[adapter](settings);
  const refreshed = await sentBy(about, () => Promise.all([...stack.state.values()].map((kept) => process.read(kept))));
  process.end();
  const compared = await sentBy(about, () => driftOf(stack, about));
  return [
    requests(`refresh, adapter ${adapter}`, refreshed, { value: KINDS }),
    requests(`drift, adapter ${adapter}`, compared, { value: KINDS }),
  ];
}

async function throughEngine(account: Account, control: Control): Promise<Row> {
  await control.reset();
  const about = { control, sandbox: { ...account, stop: () => Promise.resolve() } };
  const declared: Declaration = await mixedProgram(about, RESOURCES);
  const stack = await inlineStack({
    program: ({ remoteit }) => {
      const classes = remoteit as unknown as Record<string, new (name: string, properties: object) => unknown>;
      for (const [name, { type, properties }] of Object.entries(declared)) {
        const Kind = classes[type];
        if (Kind) new Kind(name, properties);
      }
    },
    config: configOf(account),
    env: checkpointsSkipped,
  });
  await makeAll(stack);
  const sent = await sentBy(about, () => succeeds("refresh", stack.refresh()));
  rmSync(stack.folder, { recursive: true });
  return requests("`pulumi refresh`", sent);
}

function requests(name: string, sent: Readonly<Record<string, number>>, limit?: Row["limit"]): Row {
  const all = Object.values(sent).reduce((sum, times) => sum + times, 0);
  return { name, ours: exactly(all), than: "naive", other: exactly(RESOURCES), unit: count, ...(limit && { limit }) };
}
