import { rmSync } from "node:fs";
import type { Measure } from "../support/measure";
import { inTurns, sampleOf } from "../support/sample";
import { registerDevices, withSandbox } from "../support/sandbox-process";
import { bytes, seconds } from "../support/units";
import { makeAll, serviceStack, type Contender } from "../services";

const ROUNDS = 1;
const SERVICES = 1000;
const DEVICES = 100;

interface Run {
  wall: number;
  state: number;
}

export const pluginUp: Measure = {
  title: `\`pulumi up\` of ${SERVICES} services through the plugin`,
  about:
    `${SERVICES} services on ${DEVICES} devices of the sandbox, into a new stack in a state file. Ours is the plugin; beside it the dynamic resources and a plugin that does nothing. ` +
    "State is that of one resource as the file holds it, the engine's record of calls included.",
  run: () =>
    withSandbox(async (account, control) => {
      const once = (contender: Contender) => async (): Promise<Run> => {
        const devices = await registerDevices(control, DEVICES);
        const stack = await serviceStack(contender, account, devices, SERVICES);
        const start = performance.now();
        await makeAll(stack);
        const wall = performance.now() - start;
        const { deployment } = JSON.parse((await stack.state()).text) as { deployment: { resources: object[] } };
        const last = deployment.resources.at(-1);
        rmSync(stack.folder, { recursive: true });
        return { wall, state: Buffer.byteLength(JSON.stringify(last)) };
      };
      const [noop = [], plugin = [], dynamic = []] = await inTurns(ROUNDS, [once("noopPlugin"), once("plugin"), once("ours")]);
      const row = (name: string, value: keyof Run, than: string, other: Run[], unit: (value: number) => string) => ({
        name,
        ours: sampleOf(plugin.map((run) => run[value])),
        than,
        other: sampleOf(other.map((run) => run[value])),
        unit,
      });
      return {
        rows: [
          row("wall clock", "wall", "no-op plugin", noop, seconds),
          row("wall clock", "wall", "dynamic", dynamic, seconds),
          row("state of a resource", "state", "no-op plugin", noop, bytes),
          row("state of a resource", "state", "dynamic", dynamic, bytes),
        ],
      };
    }),
};
