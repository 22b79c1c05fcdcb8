import { rmSync } from "node:fs";
import type { Control } from "../sandbox";
import type { InlineStack } from "../test/engine/support";
import { makeAll, succeeds } from "./services";
import { adopting, seeded } from "./support/adopted";
import { leanTimes } from "./support/lean";
import { beside, type Measure, type Row } from "./support/measure";
import { recorded } from "./support/recorded";
import { exactly } from "./support/sample";
import { type Account, withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ACCOUNT = 5000;
const PAGES = 5;
const SERVICES = 2;
const LIMIT = 5;

export const refresh: Measure = {
  title: "Requests of `pulumi refresh`",
  about:
    `An account of ${count(ACCOUNT)} devices with ${SERVICES} services each, of which a stack manages some devices with all their services. ` +
    `The naive way is one request a resource; the lower bound is ${PAGES} pages of 1,000 devices. The last lines are the same refresh where remote.it allows ${LIMIT} requests a second; ` +
    "the naive way's time is then at least its requests divided by that.",
  run: () =>
    withSandbox(async (account, control) => {
      const rows: Row[] = [];
      const all = await refreshed(account, control, 1000);
      const few = await refreshed(account, control, 20);
      const requests = (name: string, ours: number, than: string, other: number, limit?: number): Row => ({
        name,
        ours: exactly(ours),
        than,
        other: exactly(other),
        unit: count,
        ...(limit !== undefined && { limit: { value: limit } }),
      });
      const resources = (devices: number) => devices * (1 + SERVICES);
      rows.push(
        requests("1,000 devices", all.free.requests, "naive", resources(1000)),
        requests("1,000 devices", all.free.requests, "pages", PAGES, 2 * PAGES + 2),
        requests("20 devices", few.free.requests, "naive", resources(20)),
        requests("20 devices", few.free.requests, "pages", PAGES, 10),
        requests("refused (429) under the limit", all.limited.refused, "naive", 0, 1),
        {
          name: "time under the limit",
          ours: exactly(all.limited.time),
          than: "naive",
          other: exactly((resources(1000) / LIMIT) * 1000),
          unit: seconds,
        },
        ...beside(
          { name: "time without a limit", ours: exactly(all.free.time), unit: seconds },
          { than: "under the limit", other: exactly(all.limited.time) },
          ...all.loops,
        ),
      );
      return { rows, notes: ["How often the naive way is refused depends on its pace; at Pulumi's own it is nearly always."] };
    }),
};

interface Refreshed {
  requests: number;
  refused: number;
  time: number;
}

interface Both {
  free: Refreshed;
  limited: Refreshed;
  loops: Pick<Row, "than" | "other">[];
}

/** A stack that manages so many devices of the account, refreshed without and with a limit. */
async function refreshed(account: Account, control: Control, devices: number): Promise<Both> {
  await control.reset({ devices: ACCOUNT, services: SERVICES });
  const stack = await adopting(account, await seeded(control, devices));
  await makeAll(stack);
  const free = await measured(stack, control);
  await control.limit({ requestsPerSecond: LIMIT, burst: LIMIT });
  const limited = await measured(stack, control);
  await control.limit(null);
  const sent = await recorded(account.endpoint, async (endpoint) => {
    // A refresh reads by the configuration that the last `up` has stored.
    await stack.configure({ "remoteit:endpoint": endpoint });
    await succeeds("refresh", stack.refresh("--run-program"));
  });
  rmSync(stack.folder, { recursive: true });
  return { free, limited, loops: await leanTimes(account, sent, () => Promise.resolve()) };
}

async function measured(stack: InlineStack, control: Control): Promise<Refreshed> {
  const before = await control.requests();
  const start = performance.now();
  const { code, output } = await stack.refresh("--expect-no-changes");
  if (code !== 0) throw new Error(`\`pulumi refresh\` failed with code ${code}: ${output}`);
  const after = await control.requests();
  return { requests: after.total - before.total, refused: after.rejected - before.rejected, time: performance.now() - start };
}
