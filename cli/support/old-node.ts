import { oldestNode, tooOld } from "../../provider/core/node-version";

// Loaded before anything that an old Node may fail at. `doctor` says it in a line of its own.
const why = tooOld();
if (why !== undefined && process.argv[2] !== "doctor") {
  process.stderr.write(`error: ${why}. Install Node ${oldestNode} or newer, or put it first on PATH.\n`);
  process.exit(1);
}
