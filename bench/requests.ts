import { rmSync } from "node:fs";
import { inlineStack, type Program } from "../test/engine/support";
import type { Control } from "../sandbox";
import { leanTimes } from "./support/lean";
import { farAway, overLine } from "./support/line";
import { beside, type Measure, type Row } from "./support/measure";
import { recorded } from "./support/recorded";
import { exactly } from "./support/sample";
import { type Account, configOf, registerDevices, withSandbox } from "./support/sandbox-process";
import { makeAll } from "./services";
import { count, seconds } from "./support/units";

const DEVICES = 30;
const SERVICES = 300;

export const requests: Measure = {
  title: "Requests of `pulumi up`",
  about:
    `A stack that adopts ${DEVICES} devices and makes ${SERVICES} services on them, over a line of ${farAway.roundTrip} ms and without one. ` +
    "The lower bound is one request a change: a mark on each device and each service. The naive way reads each resource before it is changed or left alone.",
  run: () =>
    withSandbox(async (account, control) => {
      const devices = await registerDevices(control, DEVICES);
      const near = await counted(account, control, devices);
      const again = await registerDevices(control, DEVICES);
      const [far, loops] = await overLine(account.endpoint, farAway, async (endpoint) => {
        const at = { ...account, endpoint };
        const made = await counted(at, control, again);
        const before = () => registerDevices(control, DEVICES);
        const devices = await before();
        const sent = await recorded(endpoint, async (through) => {
          const stack = await inlineStack({ program: declared(devices, "pump"), config: configOf({ ...at, endpoint: through }) });
          await makeAll(stack);
          rmSync(stack.folder, { recursive: true });
        });
        return [made, await leanTimes(at, sent, before)];
      });
      const row = (name: string, ours: number, than: string, other: number, limit?: number): Row => ({
        name,
        ours: exactly(ours),
        than,
        other: exactly(other),
        unit: count,
        ...(limit !== undefined && { limit: { value: limit } }),
      });
      const all = SERVICES + DEVICES;
      return {
        rows: [
          row(`makes ${SERVICES} services, ${farAway.roundTrip} ms`, far.made, "lower bound", all, 375),
          row(`makes ${SERVICES} services, no line`, near.made, "lower bound", all),
          row(`makes ${SERVICES} services, no line`, near.made, "naive", 2 * all),
          row("changes nothing", near.unchanged, "naive", all),
          row("changes one name", near.renamed, "lower bound", 1),
          row("changes one name", near.renamed, "naive", all + 1),
          ...beside({ name: `time, ${farAway.roundTrip} ms`, ours: exactly(far.time), unit: seconds }, ...loops),
        ],
        notes: [
          "Making a service reads its device first, so that a run that was cut off makes none twice; readers of the same moment share one request.",
        ],
      };
    }),
};

/** Requests of an `up` that makes all, of one that changes nothing, and of one that changes a name. */
async function counted(account: Account, control: Control, devices: readonly string[]) {
  const stack = await inlineStack({ program: declared(devices, "pump"), config: configOf(account) });
  const up = async (): Promise<number> => {
    const before = (await control.requests()).total;
    await makeAll(stack);
    return (await control.requests()).total - before;
  };
  const start = performance.now();
  const made = await up();
  const time = performance.now() - start;
  const unchanged = await up();
  stack.edit(declared(devices, "pump-7"));
  const renamed = await up();
  rmSync(stack.folder, { recursive: true });
  return { made, time, unchanged, renamed };
}

/** @param first - The name of the first device. */
const declared =
  (deviceIds: readonly string[], first: string): Program =>
  ({ remoteit }) => {
    const devices = deviceIds.map(
      (deviceId, index) => new remoteit.Device(`pump-${index}`, { deviceId, ...(index === 0 && { name: first }) }),
    );
    for (let number = 1; number <= SERVICES; number += 1) {
      new remoteit.Service(`service-${number}`, {
        deviceId: devices[number % devices.length]?.id ?? "",
        name: `ssh-${number}`,
        application: "SSH",
        port: 22_000 + number,
      });
    }
  };
