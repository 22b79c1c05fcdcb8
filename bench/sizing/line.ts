import type { Config } from "../../test/engine/support";
import { farAway, overLine } from "../support/line";
import type { Account, SandboxProcess } from "../support/sandbox-process";
import { markdown } from "../support/table";
import { count, seconds } from "../support/units";
import { type Ran, type Sized, withResources } from "./stack";

const FEW = 100;
const MORE = 400;

/** What a line costs, a limit of requests, and what more operations at once bring. */
export async function lines(account: Account, sandbox: SandboxProcess): Promise<string[]> {
  const over = (roundTrip: number, resources: number, work: (stack: Sized) => Promise<Ran[]>, config?: Config) =>
    overLine(account.endpoint, { ...farAway, roundTrip }, (endpoint) =>
      withResources({ ...account, endpoint }, sandbox, resources, work, config),
    );
  const life = async ({ run }: Sized): Promise<Ran[]> => [await run("up"), await run("up"), await run("refresh")];

  const latencies: string[][] = [];
  for (const roundTrip of [0, 200, 1000]) latencies.push([`${roundTrip} ms`, ...cells(await over(roundTrip, FEW, life))]);

  const limited: string[][] = [];
  for (const perSecond of [100, 5])
    limited.push([
      count(perSecond),
      ...cells(await withResources(account, sandbox, FEW, life, { "remoteit:requestsPerSecond": `${perSecond}` })),
    ]);

  const parallel: string[][] = [];
  for (const operations of [8, 16, 64])
    parallel.push([
      count(operations),
      ...cells(await over(200, MORE, async ({ run }) => [await run("up", "--parallel", `${operations}`)])),
    ]);

  const head = ["up", "up, no change", "refresh"];
  return [
    `Round trip of a request, ${FEW} resources, checkpoints skipped (requests in brackets):`,
    markdown(["round trip", ...head], latencies),
    `\`requestsPerSecond\`, ${FEW} resources, no line:`,
    markdown(["a second", ...head], limited),
    `\`--parallel\`, ${MORE} resources over a line of 200 ms:`,
    markdown(["operations at once", "up"], parallel),
  ];
}

const cells = (runs: readonly Ran[]): string[] => runs.map(({ wall, requests }) => `${seconds(wall)} (${count(requests)})`);
