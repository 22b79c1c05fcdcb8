import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../engine/support";

/** How large the young generation has become, in bytes, in a process that holds some of what it makes for a while. */
function youngGeneration(prepare: string): number {
  const script = `
    const { keepHeapSmall, boundHeap } = require(${JSON.stringify(join(repository, "provider/core/heap.ts"))});
    ${prepare}
    const held = [];
    for (let made = 0; made < 3_000_000; made += 1) held[made % 100_000] = { made, list: [made] };
    const spaces = require("node:v8").getHeapSpaceStatistics();
    console.log(spaces.find(({ space_name }) => space_name === "new_space").space_size);`;
  return Number(execFileSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], { cwd: repository }));
}

test("a process that keeps its heap small has a young generation that does not grow", () => {
  expect(youngGeneration("keepHeapSmall();") * 2).toBeLessThan(youngGeneration(""));
});

test("the heap is bounded as long as somebody needs that, and grows again afterwards", () => {
  const bounded = youngGeneration("boundHeap();");
  const stillBounded = youngGeneration("const [one, other] = [boundHeap(), boundHeap()]; one(); one();");
  for (const free of [youngGeneration(""), youngGeneration("const [one, other] = [boundHeap(), boundHeap()]; one(); other();")])
    expect(free).toBeGreaterThan(2 * Math.max(bounded, stillBounded));
});

test("a process that keeps its heap small keeps it so when a reading is over", () => {
  expect(youngGeneration("keepHeapSmall(); boundHeap()();") * 2).toBeLessThan(youngGeneration(""));
});
