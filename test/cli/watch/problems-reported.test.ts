import { createProblems } from "../../../cli/watch/problems";
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
