import { join } from "node:path";
import { repository } from "../engine/support";
import { run } from "../support/run";

/** A round takes up to a minute on a busy machine, and the last one is finished. */
const LONGEST = 10 * 60_000;

// A process of its own: what jest's realms make of the model (structuredClone) is no array to Pulumi.
test(
  "two rounds of edits, changes by hand, faults and kills, the same ones each time, end in a clean preview",
  async () => {
    const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");
    const { code, output } = await run(process.execPath, [tsNode, "test/soak/index.ts", "--rounds", "2", "--seed", "13"]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("Everything came right") as unknown });
  },
  LONGEST,
);
