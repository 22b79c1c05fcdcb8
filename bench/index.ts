import { adopt } from "./adopt";
import { dependencies } from "./dependencies";
import { drift } from "./drift";
import { fleet } from "./fleet";
import { imports } from "./import";
import { mixed } from "./mixed";
import { pluginImport } from "./plugin/import";
import { pluginStart } from "./plugin/start";
import { pluginUp } from "./plugin/up";
import { preview } from "./preview";
import { refresh } from "./refresh";
import { requests } from "./requests";
import { scan } from "./scan";
import { state } from "./state";
import { latency, sizing } from "./sizing";
import { machine } from "./support/machine";
import type { Measure, Row } from "./support/measure";
import { tableOf } from "./support/table";
import { up } from "./up";

/** Those that hold us to something. */
const goals: Record<string, Measure> = {
  state,
  import: imports,
  preview,
  up,
  adopt,
  requests,
  refresh,
  scan,
  drift,
  mixed,
  fleet,
  "plugin-import": pluginImport,
};

/** Those that only inform. */
const facts: Record<string, Measure> = {
  dependencies,
  "plugin-start": pluginStart,
  "plugin-up": pluginUp,
};

/** What runs where nothing is named; `sizing` takes a quarter of an hour by itself, `latency` five minutes. */
const usual = { ...goals, ...facts };
const all = { ...usual, sizing, latency };

/**
 * `npm run bench` runs all but `sizing` and `latency`, `npm run bench -- up` one, `npm run bench -- goals` those with a limit. A table of
 * what has one comes last.
 */
async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => name !== "goals" && !Object.hasOwn(all, name));
  if (unknown.length > 0) {
    throw new Error(`There is no measure ${unknown.join(", ")}. There are: goals, ${Object.keys(all).join(", ")}.`);
  }
  const names =
    wanted.length === 0 ? Object.keys(usual) : wanted.flatMap((name) => (name === "goals" ? Object.keys(goals) : [name]));
  print(`On ${machine()}.`);
  const held: Row[] = [];
  for (const [name, { title, about, run }] of Object.entries(all)) {
    if (!names.includes(name)) continue;
    print(`## ${title}`, about);
    const { rows, notes = [] } = await run();
    print(...(rows.length > 0 ? [tableOf(rows)] : []), ...notes);
    held.push(...rows.filter(({ limit }) => limit).map((row) => ({ ...row, name: `${title}: ${row.name}` })));
  }
  if (held.length > 0) print("## Goals", tableOf(held), `On ${machine()}.`);
}

function print(...paragraphs: string[]): void {
  process.stdout.write(paragraphs.map((text) => `${text}\n\n`).join(""));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
