import { rmSync } from "node:fs";
import { inlineStack, type Program } from "../test/engine/support";
import { EIGHT, leanTimes } from "./support/lean";
import { farAway, overLine } from "./support/line";
import { beside, type Measure } from "./support/measure";
import { isWrite, recorded, type Recorded } from "./support/recorded";
import { exactly, inTurns, sampleOf } from "./support/sample";
import { configOf, registerDevices, withSandbox } from "./support/sandbox-process";
import { type Taken, taken } from "./support/taken";
import { count, seconds } from "./support/units";
import { checkpointsSkipped, makeAll } from "./services";

const ROUNDS = 3;
const DEVICES = 200;
const MANY = 64;
/** What a wave of operations of the same moment has to know first: the device, and for its service the device once more. */
const LOOKS = 2;

type Merging = "auto" | "off";

export const adopt: Measure = {
  title: `\`pulumi up\` that adopts ${DEVICES} devices`,
  about:
    `Gives each a name and tags and makes a service on it, over a line of ${farAway.roundTrip} ms, \`--parallel ${EIGHT}\` and \`--parallel ${MANY}\`, checkpoints skipped: ` +
    "merged, changes of one moment in one request (`mergeWrites: auto`, the default), and each by itself (`off`). " +
    `The floor of requests is one for each change, and ${LOOKS} looks for each wave of as many devices as are at work at once. ` +
    `The lean loops send the very requests of ours by bare fetch over the same line. Times are medians of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox((account, control, sandbox) =>
      overLine(account.endpoint, farAway, async (endpoint) => {
        const again = () => registerDevices(control, DEVICES);
        const once =
          (parallel: number, mergeWrites: Merging, to = endpoint) =>
          async (): Promise<Taken> => {
            const stack = await inlineStack({
              program: declared(await again()),
              config: { ...configOf({ ...account, endpoint: to }), "remoteit:mergeWrites": mergeWrites },
              env: checkpointsSkipped,
            });
            const adopted = await taken(sandbox, () => makeAll(stack, "--parallel", `${parallel}`));
            rmSync(stack.folder, { recursive: true });
            return adopted;
          };
        const sent = (parallel: number, mergeWrites: Merging) =>
          recorded(endpoint, (through) => once(parallel, mergeWrites, through)());
        const single = { few: await sent(EIGHT, "off"), many: await sent(MANY, "off") };
        const merged = { few: await sent(EIGHT, "auto"), many: await sent(MANY, "auto") };
        const requests = (parallel: number, way: "few" | "many") => {
          const floor = single[way].filter(isWrite).length + LOOKS * Math.ceil(DEVICES / parallel);
          const row = (how: string, { length }: readonly Recorded[]) =>
            beside(
              { name: `requests, \`--parallel ${parallel}\`, ${how}`, ours: exactly(length), unit: count },
              { than: "floor, not merged", other: exactly(floor), limit: { ratio: 1.1 } },
            );
          return [...row("merged", merged[way]), ...row("not merged", single[way])];
        };
        const [ours = [], unmerged = []] = await inTurns(ROUNDS, [once(MANY, "auto"), once(MANY, "off")]);
        const times = (runs: readonly Taken[]) => sampleOf(runs.map(({ wall }) => wall));
        const far = { ...account, endpoint };
        return {
          rows: [
            ...requests(EIGHT, "few"),
            ...requests(MANY, "many"),
            ...beside(
              { name: `time, \`--parallel ${MANY}\`, merged`, ours: times(ours), unit: seconds },
              { than: "not merged", other: times(unmerged), limit: { value: 16_000 } },
              ...(await leanTimes(far, merged.many, again)),
            ),
            ...beside(
              { name: `time, \`--parallel ${MANY}\`, not merged`, ours: times(unmerged), unit: seconds },
              ...(await leanTimes(far, single.many, again)),
            ),
          ],
          notes: [
            `Of the requests with \`--parallel ${EIGHT}\`, not merged, ${single.few.filter(isWrite).length} are changes. However many operations the engine works on, ${EIGHT} requests are under way at most.`,
          ],
        };
      }),
    ),
};

const declared =
  (deviceIds: readonly string[]): Program =>
  ({ remoteit }) => {
    for (const [index, deviceId] of deviceIds.entries()) {
      const device = new remoteit.Device(`pump-${index}`, {
        deviceId,
        name: `pump-${index}`,
        tags: ["pump", `row-${index % 10}`],
      });
      new remoteit.Service(`ssh-${index}`, { deviceId: device.id, name: "ssh", application: "SSH" });
    }
  };
