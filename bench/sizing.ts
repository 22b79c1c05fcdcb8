import type { Measure } from "./support/measure";
import { withSandbox } from "./support/sandbox-process";
import { lines } from "./sizing/line";
import { sizes } from "./sizing/size";

const stacks =
  "Stacks of devices that are adopted and three services made on each, by a JavaScript program that Pulumi's Node host runs, state in a file. One run each.";

/** `SIZES=100,1000 npm run bench -- sizing` leaves the largest out. */
const numbers = (process.env["SIZES"] ?? "100,1000,10000").split(",").map(Number);

export const sizing: Measure = {
  title: "Sizing",
  about: `${stacks} On no line.`,
  run: () => withSandbox(async (account, _control, sandbox) => ({ rows: [], notes: await sizes(account, sandbox, numbers) })),
};

export const latency: Measure = {
  title: "Latency, requests a second, operations at once",
  about: stacks,
  run: () => withSandbox(async (account, _control, sandbox) => ({ rows: [], notes: await lines(account, sandbox) })),
};
