import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../test/engine/support";
import type { Done, Order } from "./process";

/** Runs the order in a process of its own. */
export async function run(order: Order): Promise<Done> {
  const { stdout } = await promisify(execFile)(process.execPath, [tsNode, file, JSON.stringify(order)]);
  return JSON.parse(stdout) as Done;
}

const file = join(repository, "bench/fleets/process.ts");
const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");
