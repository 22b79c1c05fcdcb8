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

export const adopt: Measure = {
  title: `\`pulumi up\` that adopts ${DEVICES} devices`,
  about:
    `Gives each a name and a tag and makes a service on it, over a line of ${farAway.roundTrip} ms, \`--parallel ${EIGHT}\` and \`--parallel ${MANY}\`, checkpoints skipped. ` +
    `The floor of requests is one for each change, and ${LOOKS} looks for each wave of as many devices as are at work at once. ` +
    `The lean loops send the very requests of ours by bare fetch over the same line. Times are medians of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control, sandbox) => {
      const once =
        (parallel: number, at: Account, config: Config = {}) =>
        async (): Promise<Taken> => {
          const devices = await registerDevices(control, DEVICES);
          const stack = await inlineStack({
            program: declared(devices),
            config: { ...configOf(at), ...config },
            env: checkpointsSkipped,
          });
          const adopted = await taken(sandbox, () => makeAll(stack, "--parallel", `${parallel}`));
          rmSync(stack.folder, { recursive: true });
          return adopted;
        };
      return overLine(account.endpoint, farAway, async (endpoint) => {
        const far = { ...account, endpoint };
        const sent = (parallel: number) => recorded(endpoint, (through) => once(parallel, { ...account, endpoint: through })());
        const [few, many] = [await sent(EIGHT), await sent(MANY)];
        const loop = (requests: readonly Recorded[], inFlight: number) => async () => {
          await registerDevices(control, DEVICES);
          return taken(sandbox, () => lean(far, requests, inFlight));
        };
        const [ours = [], wide = []] = await inTurns(ROUNDS, [once(MANY, far), loop(many, MANY)]);
        const [narrow, single] = [await loop(many, EIGHT)(), await loop(many.slice(0, DEVICES), 1)()];
        const requests = (requests: readonly Recorded[], parallel: number) => {
          const floor = requests.filter(isWrite).length + LOOKS * Math.ceil(DEVICES / parallel);
          return beside(
            { name: `requests, \`--parallel ${parallel}\``, ours: exactly(requests.length), unit: count },
            { than: "floor", other: exactly(floor), limit: { ratio: 1.1 } },
          );
        };
        return {
          rows: [
            ...requests(few, EIGHT),
            ...requests(many, MANY),
            ...beside(
              { name: `time, \`--parallel ${MANY}\``, ours: sampleOf(ours.map(({ wall }) => wall)), unit: seconds },
              {
                than: `lean loop, ${MANY} in flight`,
                other: sampleOf(wide.map(({ wall }) => wall)),
                limit: { value: 16_000 },
              },
              { than: `lean loop, ${EIGHT} in flight`, other: exactly(narrow.wall) },
              { than: "lean loop, one at a time", other: exactly((single.wall / DEVICES) * many.length) },
            ),
          ],
          notes: [
            `Of the requests with \`--parallel ${EIGHT}\`, ${few.filter(isWrite).length} are changes.`,
            `The loop that sends one request at a time is measured on ${DEVICES} of them.`,
          ],
        };
      });
    }),
};

const declared =
  (deviceIds: readonly string[]): Program =>
  ({ remoteit }) => {
    for (const [index, deviceId] of deviceIds.entries()) {
      const device = new remoteit.Device(`pump-${index}`, { deviceId, name: `pump-${index}`, tags: ["pump"] });
      new remoteit.Service(`ssh-${index}`, { deviceId: device.id, name: "ssh", application: "SSH" });
    }
  };
