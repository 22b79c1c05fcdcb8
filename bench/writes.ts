import { rmSync } from "node:fs";
import type { Control } from "../sandbox";
import { inlineStack, type Program } from "../test/engine/support";
import { farAway, overLine } from "./support/line";
import type { Measure, Row } from "./support/measure";
import { inTurns, sampleOf } from "./support/sample";
import { type Account, configOf, registerDevices, withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ROUNDS = Number(process.env["ROUNDS"] ?? 3);
const DEVICES = 200;
const PARALLEL = (process.env["PAR"] ?? "64,8").split(",").map(Number);

interface Run {
  wall: number;
  requests: number;
}

export const writes: Measure = {
  title: `\`pulumi up\` that adopts ${DEVICES} devices`,
  about:
    `Each gets a mark, a name, two tags and a new service, over a line of ${farAway.roundTrip} ms, with \`-p ${PARALLEL.join("` and `-p ")}\`. ` +
    "The other way is `mergeWrites: off`, where each change is a request of its own.",
  run: () =>
    withSandbox(async (account, control) => {
      const rows: Row[] = [];
      for (const parallel of PARALLEL) {
        const once = (mergeWrites: string) => () => adopted(account, control, parallel, mergeWrites);
        const [auto = [], off = []] = await inTurns(ROUNDS, [once("auto"), once("off")]);
        const row = (name: string, value: keyof Run, unit: Row["unit"]): Row => ({
          name: `${name}, \`-p ${parallel}\``,
          ours: sampleOf(auto.map((run) => run[value])),
          than: "mergeWrites: off",
          other: sampleOf(off.map((run) => run[value])),
          unit,
        });
        rows.push(row("wall clock", "wall", seconds), row("requests", "requests", count));
      }
      return { rows };
    }),
};

async function adopted(account: Account, control: Control, parallel: number, mergeWrites: string): Promise<Run> {
  const ids = await registerDevices(control, DEVICES);
  return overLine(account.endpoint, farAway, async (endpoint) => {
    const stack = await inlineStack({
      program: declared(ids),
      config: { ...configOf({ ...account, endpoint }), "remoteit:mergeWrites": mergeWrites },
    });
    const before = (await control.requests()).total;
    const begun = performance.now();
    const { code, output } = await stack.up("--parallel", String(parallel));
    const wall = performance.now() - begun;
    if (code !== 0) throw new Error(`\`pulumi up\` failed with code ${code}: ${output}`);
    const { total, byOperation } = await control.requests();
    process.stderr.write(`bench: ${wall} -p ${parallel}, ${mergeWrites}: ${JSON.stringify(byOperation)}\n`);
    rmSync(stack.folder, { recursive: true });
    return { wall, requests: total - before };
  });
}

const declared =
  (ids: readonly string[]): Program =>
  ({ remoteit }) => {
    for (const [index, deviceId] of ids.entries()) {
      const device = new remoteit.Device(`pump-${index}`, {
        deviceId,
        name: `pump-${index}`,
        tags: ["fleet", `row-${index % 10}`],
      });
      new remoteit.Service(`ssh-${index}`, { deviceId: device.id, name: "ssh", application: "SSH" });
    }
  };
