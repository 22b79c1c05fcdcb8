import { spawn } from "node:child_process";
import { once } from "node:events";
import { memoryNow } from "../../bench/support/memory";

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("the peak of a process is told by what it is, also when it holds less again", async () => {
  const held = 150e6;
  const script = `console.log(Buffer.alloc(${held}, 1).length); process.stdin.resume().on("end", () => process.exit());`;
  const child = spawn(process.execPath, ["--eval", script, "cmd/dynamic-provider"], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const memory = memoryNow();
  child.stdin.end();
  await once(child, "exit");
  expect(memory.provider).toBeGreaterThan(held);
  expect(memory).toMatchObject({ engine: 0, program: 0 });
});
