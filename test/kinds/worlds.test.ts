import { adapters, adapterStack } from "../adapters";
import { type Case, kindOf, namedCases, staysOf } from "../cases/case";
import { driftOf } from "../drift/stack";
import { plainState } from "../drift/state";
import { openWorld } from "../worlds/story";
import { neighbours } from "../worlds/worlds";
import { addBystander, contentsBeside, declaring, did, thingOf } from "./support";

/** One account in one world, empty but for a bystander. */
type Scene = Awaited<ReturnType<typeof openWorld>>;

/** The life of a thing: whatever the world, each run ends with it there once, a clean preview and no drift. */
async function live(one: Case, scene: Scene, how: "declared" | "there"): Promise<void> {
  await scene.control.reset();
  await addBystander(scene.control);
  const known = new Set((await one.held(scene)).map(({ id }) => id));
  const declared = await one[how](scene);
  const before = await contentsBeside(one, scene);
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = scene.sandbox;
  const settings = { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000" };
  const stack = adapterStack(adapters.dynamic, { default: settings });
  const expectThere = async (program: ReturnType<typeof declaring>) => {
    const kept = stack.state.get("it");
    const isUnseen = kept !== undefined && kindOf(one).isUnseen?.(plainState(kept.outputs)) === true;
    const own = (await one.held(scene)).map(({ id }) => id).filter((id) => !known.has(id));
    expect(own).toEqual(isUnseen ? [] : [thingOf(one, stack)]);
    expect(await stack.preview(program)).toMatchObject(did());
    const { findings } = await driftOf(stack, scene);
    expect(findings.filter(({ status }) => status !== "unmanaged")).toEqual([]);
  };

  const program = declaring(one, declared);
  const edited = declaring(one, { ...declared, ...one.changed });
  expect(await stack.up(program)).toMatchObject(did("created"));
  await expectThere(program);
  expect(await stack.refresh()).toMatchObject(did());
  await expectThere(program);
  if (how === "declared") {
    expect(await stack.up(edited)).toMatchObject(did(one.alter && "updated"));
    expect(await stack.refresh()).toMatchObject(did());
    await expectThere(edited);
  }
  expect(await stack.destroy()).toMatchObject(did("deleted"));
  const left = staysOf(one) ? { ...before, [one.type]: await one.held(scene) } : before;
  expect(await contentsBeside(one, scene)).toEqual(left);
}

// Which unknowns meet is what `npm run soak -- --worlds` tries.
describe.each(namedCases)("a %s lives and is left alone, each thing there once, in", (_type, one) => {
  test.each([["the assumed world", {}] as const, ...neighbours()])("%s", async (_name, world) => {
    const scene = await openWorld(world);
    try {
      await live(one, scene, "declared");
      await live(one, scene, "there");
    } finally {
      await scene.stop();
    }
  });
});
