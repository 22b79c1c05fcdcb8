import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { controlOf, startSandbox } from "../../../sandbox";
import { repository } from "../../engine/support";
import { startProxy } from "../../support/proxy";
import { heldDevices } from "./support";

const DEVICES = 500;
const KILLS = 20;

const declared = {
  selector: { allDevices: true },
  template: { tags: ["managed"], attributes: { site: 7 }, services: [{ name: "panel", application: "HTTP", port: 8080 }] },
  rollout: { batchSize: 25 },
};

/**
 * Positions that are the same in each run of the test, and as irregular as chance would have them. Together they are fewer than the
 * services to be added, each of which takes a request of its own, however many other changes share one.
 */
const kills = Array.from({ length: KILLS }, (_, index) => 1 + ((index * 37 + 11) % 23));

test("a rollout over 500 devices that is killed 20 times loses nothing and makes nothing twice", async () => {
  const sandbox = await startSandbox({});
  const control = controlOf(sandbox.control);
  await control.reset({ devices: DEVICES, services: 1 });
  const before = await heldDevices(control);
  let left = Number.POSITIVE_INFINITY;
  let kill: () => void = () => undefined;
  const proxy = await startProxy(sandbox.endpoint, async ({ text: body, forward, answer }) => {
    if (/^\{"query":"(\\n|\s)*mutation/.test(body) && (left -= 1) === 0) kill();
    answer(await forward());
  });
  const run = async (writes: number) => {
    left = writes;
    const { accessKeyId, secretAccessKey } = sandbox;
    const args = [tsNode, rollOut, proxy.url, accessKeyId, secretAccessKey, JSON.stringify(declared)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    kill = () => void child.kill("SIGKILL");
    const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, "exit") as Promise<[number, string | null]>]);
    await control.settled();
    return { said, signal };
  };
  for (const writes of kills) expect((await run(writes)).signal).toBe("SIGKILL");
  const { said } = await run(Number.POSITIVE_INFINITY);
  expect(JSON.parse(said)).toMatchObject({ matched: DEVICES, failed: 0 });
  const after = await heldDevices(control);
  const { unsupported } = JSON.parse(said) as { unsupported: number };
  let without = 0;
  for (const [index, one] of after.entries()) {
    expect(one).toMatchObject({ tags: expect.arrayContaining(["managed"]) as string[], attributes: { site: 7 } });
    const panels = one.services.filter(({ name }) => name === "panel").length;
    without += 1 - panels;
    expect(one.services).toHaveLength((before[index]?.services.length ?? 0) + panels);
  }
  expect(without).toBe(unsupported);
  await proxy.stop();
  await sandbox.stop();
}, 240_000);

const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");
const rollOut = join(repository, "test/domains/fleets/roll-out.ts");
