import { getEventListeners } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../../cli/watch/notify-command";
import { driftEvent } from "../../../drift/watch";
import { temporaryFolder } from "../../support/run";

const finding = { status: "missing", type: "Device", id: "80:01", name: "x", remedy: "" } as const;
const event = driftEvent(finding, { id: "a" }, new Date());
const never = new AbortController().signal;

test("a command has the event as one line of JSON on its standard input", async () => {
  const file = join(temporaryFolder(), "told.json");
  await runCommand(`cat > '${file}'`, event, never);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(text)).toEqual(event);
});

test("one that takes too long is ended with all that it started", async () => {
  const file = join(temporaryFolder(), "late");
  // The inner shell would go on alone if only the outer one were ended.
  const late = `sh -c 'sleep 0.3; touch ${file}'; true`;
  await expect(runCommand(late, event, never, 100)).rejects.toThrow("it took longer than 0.1 s");
  await runCommand("sleep 0.5", event, never);
  expect(existsSync(file)).toBe(false);
});

test("one need not read what it is given", async () => {
  const large = { ...event, name: "x".repeat(1_000_000) };
  await expect(runCommand("exec 0<&-; true", large, never)).resolves.toBeUndefined();
});

test.each([
  ["no-such-program-here 2>/dev/null", "it ended with code 127"],
  ["exit 3", "it ended with code 3"],
  ["kill -9 $$", "SIGKILL ended it"],
])("%s fails, and how it ended is told", async (command, why) => {
  await expect(runCommand(command, event, never)).rejects.toThrow(why);
});

test("one that runs when the watch ends is ended with it, and one that has ended leaves neither a timer nor a listener behind", async () => {
  const ending = new AbortController();
  const { signal } = ending;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  await runCommand("true", event, signal);
  expect(timers()).toBe(before);
  await expect(runCommand("false", event, signal)).rejects.toThrow("code 1");
  expect(getEventListeners(signal, "abort")).toEqual([]);
  const running = runCommand("sleep 60", event, signal);
  ending.abort(new Error("over"));
  await expect(running).rejects.toThrow("the watch ends");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("once the watch has ended none is started", async () => {
  const file = join(temporaryFolder(), "told");
  await expect(runCommand(`touch ${file}`, event, AbortSignal.abort(new Error("over")))).rejects.toThrow("over");
  expect(existsSync(file)).toBe(false);
});
