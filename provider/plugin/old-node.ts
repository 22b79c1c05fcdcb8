import { oldestNode, tooOld } from "../core/node-version";

// Loaded before anything that an old Node may fail at. The engine shows what the plugin wrote before it ended.
const why = tooOld();
if (why !== undefined) {
  process.stderr.write(`error: remoteit: ${why}. Install Node ${oldestNode} or newer, or put it first on PATH.\n`);
  process.exit(1);
}
