import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { consumer, repository } from "../engine/support";
import { run } from "../support/run";

jest.setTimeout(240_000);

test("the story runs from an empty account to an empty account, whatever account the environment speaks of", async () => {
  const env = { REMOTEIT_ACCOUNT_ID: "somebody", REMOTEIT_SIGNATURE: "none", R3_ACCESS_KEY_ID: "another" };
  const { code, stdout, output } = await run("ts-node", ["scripts/quickstart.ts"], { env });
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  const chapters = stdout.split(/^\d+\. /m).map((text) => text.replace(/:\d{4,5}\b/g, ":PORT"));
  const [account, up, again, byHand, drifted, fixed, inSync, offline, destroyed, fleet] = chapters.slice(1);
  const empty = "| (no devices, no services, no webhook)";
  expect(account).toContain(empty);
  expect(up).toMatch(/\+ Device pump created[\s\S]*\| device {3}pump-7 \(active\) {2}tags: site-a, pumps/);
  expect(up).toContain("| webhook  http://127.0.0.1:PORT/remoteit");
  expect(again).toMatch(/\| 5 unchanged\n\n$/);
  expect(byHand).toContain("| device   spare (inactive)");
  expect(drifted).toContain("| 3 findings, 2 in sync\n");
  expect(drifted).toContain(`|     ~ name  "pump-7" → "test, do not touch"\n`);
  expect(drifted).toMatch(/\| Missing: [\s\S]* panel\n[\s\S]*\| Unmanaged: [\s\S]* spare\n/);
  const [, html = ""] = /Exit code 2: .* (\/.*drift\.html)\n/.exec(drifted ?? "") ?? [];
  expect(readFileSync(html, "utf8")).toMatch(/^<!doctype html>[\s\S]*test, do not touch/i);
  expect(fixed).toMatch(/~ Device pump updated[\s\S]*\+ Service pump-panel created/);
  expect(fixed).not.toContain("spare");
  expect(inSync).toContain("| No drift: 4 resources as declared\n");
  expect(inSync).toContain("Exit code 0.");
  expect(offline).toContain("| pump-7: offline");
  expect(destroyed).toContain(empty);
  expect(fleet).toContain('| info: Fleet "pumps": 50 of 50 devices that match would change:\n');
  expect(fleet).toMatch(/\| "pump-1" \(.*\): \+ tags\.managed, \+ services\.panel\n[\s\S]*\| and 30 more\n/);
  expect(fleet).toContain("| 50 devices, 50 of them tagged managed, 50 panels\n");
  expect(fleet).toMatch(/\| ~ Fleet pumps updated\n[\s\S]*\| 51 devices, 51 of them tagged managed, 51 panels\n/);
});

/** Command lines of the processes whose environment carries this mark, the engine's plugins in their own groups included. */
function processesWith(mark: string): string[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const ours = /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, "utf8").includes(mark);
      return ours ? [readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ")] : [];
    } catch {
      return []; // it ended meanwhile, or is another user's
    }
  });
}

const folders = () => readdirSync(consumer()).filter((name) => name.startsWith("quickstart-"));

(process.platform === "linux" ? test : test.skip)(
  "Ctrl-C in the middle of `up` ends the story, the sandbox and the engine",
  async () => {
    const before = folders();
    const mark = `${String(process.pid)}-${String(Date.now())}`;
    const env = { ...process.env, QUICKSTART_TEST: mark };
    // A process group of its own, as a terminal gives one to a command: Ctrl-C reaches all of it.
    const child = spawn("ts-node", ["scripts/quickstart.ts"], { cwd: repository, env, detached: true });
    const closed = once(child, "close");
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    while (!processesWith(mark).some((command) => /^(\S*\/)?pulumi up /.test(command))) await pause(50);
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    expect(await closed).toEqual([130, null]);
    expect(output).toMatch(/\nStopped\. The sandbox and all that it held are gone\.\n$/);
    expect(output).not.toContain("3. pulumi up again");
    await expect(fetch(/account at (http:\S+\d)/.exec(output)?.[1] ?? "")).rejects.toThrow("fetch failed");
    expect(processesWith(mark)).toEqual([]);
    expect(folders()).toEqual(before);
  },
);
