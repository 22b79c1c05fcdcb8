import { createProblems } from "../../../cli/watch/problems";
import { protect } from "../../../provider/core/secrets";

const secret = protect("watch-secret-value");

test("no way of telling shows a secret or a character that steers a terminal", () => {
  const lines: string[] = [];
  const problems = createProblems((line) => lines.push(line));
  problems.tell("The account", new Error(`no answer to ${secret}\u001b[2J`));
  problems.remark(`refused ${secret}\u001b[2J`);
  problems.info(`listening for ${secret}\u001b[2J`);
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toContain(secret);
  expect(lines.join("")).not.toContain("\u001b");
  for (const line of lines) expect(line).toContain("[secret]");
});

test("a failure is told when it begins, when it becomes another and when it is over", () => {
  const lines: string[] = [];
  const problems = createProblems((line) => lines.push(line));
  const fails = (name: string) => problems.tell("The account", Object.assign(new Error("no"), { name }));
  for (const name of ["A", "A", "B", "B"]) fails(name);
  problems.over("The account");
  problems.over("The account");
  fails("B");
  expect(lines.map((line) => line.slice(0, line.indexOf(":")))).toEqual(["warning", "warning", "info", "warning"]);
});
