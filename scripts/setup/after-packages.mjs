import { build } from "../lib/build.mjs";
import { setUpEngine } from "./engine.mjs";
import { fail, say } from "../lib/report.mjs";

// The second half of set-up, on the Node that the packages brought.
const [major] = process.versions.node.split(".").map(Number);
try {
  if (major < 22) {
    throw new Error(
      `Node ${process.versions.node} is too old, and npm could not bring a newer one for this platform (its package "node"). Install Node 22 or 24 and run again.`,
    );
  }
  const engine = await setUpEngine();
  say(
    `Pulumi ${engine.version} (${engine.from})${engine.languageHost ? "" : "; without a language host it runs inline programs only"}`,
  );
  if (!(await build())) say("The types are wrong, see above: what was built runs all the same.");
} catch (error) {
  fail(error);
}
