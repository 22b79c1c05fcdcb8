import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { page } from "./page";

/** Everything that the package can print. */
const sources = globSync("{provider,cli,drift}/**/*.ts", { cwd: repository }).map((file) =>
  readFileSync(join(repository, file), "utf8"),
);

/** The messages of ours by which the page is found; those of others say so. */
const messages = page("docs/troubleshooting.md")
  .split("\n")
  .filter((line) => line.startsWith("### `") && !line.includes("Cannot find module"))
  .map((line) => /`([^`]+)`/.exec(line)?.[1] ?? "");

test.each(messages)("%s is what a message says", (message) => {
  const parts = message.split(" … ").map((part) => part.replaceAll("…", "").trim());
  expect(parts.filter((part) => !sources.some((text) => text.includes(part)))).toEqual([]);
});
