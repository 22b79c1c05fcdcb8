import { adapters, adapterStack } from "../../adapters";
import { expectClean } from "../../adapters/account";
import { driftOf } from "../../drift/stack";
import { did, writes } from "../../kinds/support";
import { openWorld } from "../../worlds/story";
import { neighbours } from "../../worlds/worlds";
import { device, heldDevices } from "./support";

type Scene = Awaited<ReturnType<typeof openWorld>>;

const fleet = (port: number) => ({
  it: {
    type: "Fleet",
    properties: {
      selector: { tags: { any: ["Pump"] }, exclude: { tags: { any: ["lab"] } } },
      template: {
        tags: ["managed"],
        removeTags: ["new"],
        attributes: { site: { code: 7 }, $remoteit: { color: 3 } },
        notificationSettings: { emailNotifications: false },
        services: [{ name: "ssh", application: "SSH", port }],
        removeServices: [{ application: "VNC" }],
      },
      rollout: { maxRemovals: 9, batchSize: 2 },
    },
  },
});

/** Whatever the world: the devices end as declared, each service there once, the fleet is clean, and a newcomer is taken in. */
async function live({ sandbox, control }: Scene): Promise<void> {
  const pump = async (name: string) =>
    device(control, {
      name,
      tags: ["Pump", "new"],
      attributes: { site: { code: 1, zone: 2 } },
      services: [{ name: "vnc", application: 4, port: 5900 }],
    });
  for (const name of ["a", "b", "c"]) await pump(name);
  await device(control, { name: "other", tags: ["lab", "Pump"] });
  const [bystander] = (await heldDevices(control)).slice(-1);
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
  const settings = { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000" };
  const stack = adapterStack(adapters.dynamic, { default: settings });
  const expectConverged = async (count: number, port: number) => {
    const all = await heldDevices(control);
    const members = all.filter(({ name }) => name !== "other");
    expect(members).toHaveLength(count);
    for (const one of members) {
      expect(one).toMatchObject({
        tags: ["Pump", "managed"],
        attributes: { site: { code: 7, zone: 2 }, $remoteit: { color: 3 } },
        notificationSettings: { emailNotifications: false },
      });
      expect(one.services).toMatchObject([{ application: 28, port }]);
    }
    expect(all.find(({ name }) => name === "other")).toEqual(bystander);
    const sent = await writes(control);
    await expectClean(stack, fleet(port));
    expect(await stack.up(fleet(port))).toMatchObject(did());
    expect(await writes(control)).toEqual(sent);
    const { findings } = await driftOf(stack, { sandbox });
    expect(findings.filter(({ status }) => status !== "unmanaged")).toEqual([]);
  };
  expect(await stack.up(fleet(22))).toMatchObject(did("created"));
  await expectConverged(3, 22);
  await pump("d");
  expect(await stack.up(fleet(22))).toMatchObject(did("updated"));
  await expectConverged(4, 22);
  expect(await stack.up(fleet(2222))).toMatchObject(did("updated"));
  await expectConverged(4, 2222);
}

test.each([["the assumed world", {}] as const, ...neighbours()])(
  "a fleet converges and is left alone in %s",
  async (_name, world) => {
    const scene = await openWorld(world);
    try {
      await live(scene);
    } finally {
      await scene.stop();
    }
  },
);
