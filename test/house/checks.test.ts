import { scripts } from "../../package.json";
import { run } from "../support/run";

/** What each part of `npm run check` holds. A part without a sentence fails below. */
const sentences: Record<string, string> = {
  tsc: "types are right everywhere",
  eslint: "the code keeps the rules of lint",
  depcruise: "imports point in their direction, without cycles",
  prettier: "files are laid out as the formatter does it",
  knip: "nothing is unused, no file, no export, no dependency",
};

const parts = scripts.check.split(" && ").map((command) => ({ command, tool: command.split(" ")[0] ?? "" }));

test("every part of `npm run check` is a test here", () => {
  expect(parts.map(({ tool }) => tool).sort()).toEqual(Object.keys(sentences).sort());
});

for (const { command, tool } of parts) {
  test(`${sentences[tool] ?? tool} (${tool})`, async () => {
    const { code, output } = await run("sh", ["-c", command]);
    expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  }, 240_000);
}
