import { createProblems } from "../../../cli/watch/problems";
import { ConfigurationError } from "../../../provider/core/errors";
import { protect } from "../../../provider/core/secrets";

const secret = protect("watch-secret-value");

test("no kind of line shows a secret or a character that steers a terminal", () => {
  const lines: string[] = [];
  const problems = createProblems((line) => lines.push(line));
  problems.failed("The account", new Error(`no answer to ${secret}\u001b[2J`));
  problems.warn(`refused ${secret}\u001b[2J`);
  problems.info(`listening for ${secret}\u001b[2J`);
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toContain(secret);
  expect(lines.join("")).not.toContain("\u001b");
  for (const line of lines) expect(line).toContain("[secret]");
});

test("a failure is reported when it begins, when it becomes another and when it is over", () => {
  const lines: string[] = [];
  const problems = createProblems((line) => lines.push(line));
  const fails = (name: string) => problems.failed("The account", Object.assign(new Error("no"), { name }));
  for (const name of ["A", "A", "B", "B"]) fails(name);
  problems.recovered("The account");
  problems.recovered("The account");
  fails("B");
  expect(lines.map((line) => line.slice(0, line.indexOf(":")))).toEqual(["warning", "warning", "info", "warning"]);
});

test("a warning is told once, and what is thrown and no error as the text that it is", () => {
  const lines: string[] = [];
  const problems = createProblems((line) => lines.push(line));
  for (const text of ["one", "one", "other"]) problems.warn(text);
  for (const thrown of ["odd", "odd"]) problems.failed("The account", thrown);
  expect(lines).toEqual(["warning: one\n", "warning: other\n", "warning: odd. The watch goes on and tries again.\n"]);
});

test("an error of ours ends its sentences itself", () => {
  const lines: string[] = [];
  const error = new ConfigurationError({ what: "Reading the state", why: "It is not there.", remedy: "Write it." });
  createProblems((line) => lines.push(line)).failed("The stacks", error);
  expect(lines).toEqual([`warning: ${error.message} The watch goes on and tries again.\n`]);
});
