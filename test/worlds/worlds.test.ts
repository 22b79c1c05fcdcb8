import { createRandom } from "../../sandbox/random";
import { assumedEndings, runWorld } from "./run";
import { differences, neighbours, randomWorld } from "./worlds";

jest.setTimeout(300_000);

let assumed: Map<string, string[]>;
beforeAll(async () => {
  assumed = await assumedEndings();
});

describe("every story ends as declared, with a clean preview and without drift, through both adapters, in", () => {
  test("the assumed world", async () => {
    expect(await runWorld({}, assumed)).toEqual([]);
  });

  test.each(neighbours())("the world with %s", async (_name, world) => {
    expect(await runWorld(world, assumed)).toEqual([]);
  });

  const random = createRandom(20);
  const worlds = Array.from({ length: 20 }, () => randomWorld(random));
  test.each(worlds.map((world) => [differences(world), world] as const))("%s", async (_name, world) => {
    expect(await runWorld(world, assumed)).toEqual([]);
  });
});
