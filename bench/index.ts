import { adopt } from "./adopt";
import { dependencies } from "./dependencies";
import { drift } from "./drift";
import { imports } from "./import";
import { pluginImport } from "./plugin/import";
import { pluginStart } from "./plugin/start";
import { pluginUp } from "./plugin/up";
import { preview } from "./preview";
import { refresh } from "./refresh";
import { requests } from "./requests";
import { scan } from "./scan";
import { state } from "./state";
import { machine } from "./support/machine";
import type { Measure } from "./support/measure";
import { tableOf } from "./support/table";
import { up } from "./up";

/** `npm run bench` runs all, `npm run bench -- up` one. */
const measures: Record<string, Measure> = {
  state,
  import: imports,
  preview,
  up,
  dependencies,
  adopt,
  requests,
  refresh,
  scan,
  drift,
  "plugin-start": pluginStart,
  "plugin-import": pluginImport,
  "plugin-up": pluginUp,
};

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(measures, name));
  if (unknown.length > 0) {
    throw new Error(`There is no measure ${unknown.join(", ")}. There are: ${Object.keys(measures).join(", ")}.`);
  }
  print(`On ${machine()}.`);
  for (const [name, { title, about, run }] of Object.entries(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    print(`## ${title}`, about);
    const { rows, notes = [] } = await run();
    print(tableOf(rows), ...notes);
  }
}

function print(...paragraphs: string[]): void {
  process.stdout.write(paragraphs.map((text) => `${text}\n\n`).join(""));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
