import { yamlStack, type YamlProgram, type YamlStack } from "../engine/plugin/support/yaml-stack";
import { readAccount } from "./account";
import type { Random } from "./random";
import type { Soak } from "./soak";

/** Another stack, of the plugin and an explicit provider, that adopts devices of the account, those of the first one among them. */
export interface Second {
  stack: YamlStack;
  /** Ids of the devices that it declares. */
  devices: Set<string>;
}

export const openSecond = async (): Promise<Second> => ({ stack: await yamlStack({ resources: {} }), devices: new Set() });

/** It adopts a device more, or lets one go. */
export async function moveSecond(soak: Soak, random: Random): Promise<string> {
  const { second, account } = soak;
  const before = await readAccount(account.control);
  for (const id of second.devices) if (!before.devices.has(id)) second.devices.delete(id); // deleted by hand
  const [held, free] = [[...second.devices].sort(), [...before.devices.keys()].filter((id) => !second.devices.has(id)).sort()];
  const gone = random.chance(0.4) ? random.pick(held) : undefined;
  const come = gone === undefined ? random.pick(free) : undefined;
  if (gone !== undefined) second.devices.delete(gone);
  if (come !== undefined) second.devices.add(come);
  await runSecond(soak);
  return `another stack ${gone === undefined ? `adopts ${come ?? "nothing"}` : `lets ${gone} go`}`;
}

/** At the end it lets go of all that it has, and the account stays as it is. */
export async function endSecond(soak: Soak): Promise<void> {
  soak.second.devices.clear();
  await runSecond(soak);
}

async function runSecond(soak: Soak): Promise<void> {
  const { second, account, counts } = soak;
  const { devices: before } = await readAccount(account.control);
  second.stack.edit(programOf(soak));
  // Its state holds the key of before, which may be disabled by now: the program says today's.
  const { code, errors } = await second.stack.up("--refresh", "--run-program");
  counts.engineRuns += 1;
  if (code !== 0) throw new Error(`The other stack failed without trouble: ${errors.join("\n")}`);
  const { devices: after } = await readAccount(account.control);
  const lost = [...before.keys()].filter((id) => !after.has(id));
  if (lost.length > 0) throw new Error(`The other stack, which only adopts, has deleted ${lost.join(", ")}.`);
}

function programOf({ second, account: { sandbox }, keys }: Soak): YamlProgram {
  const provider = { endpoint: sandbox.endpoint, ...keys };
  return {
    resources: {
      account: { type: "pulumi:providers:remoteit", properties: provider },
      ...Object.fromEntries(
        [...second.devices].map((deviceId) => [
          `device-${deviceId.replaceAll(":", "")}`,
          { type: "remoteit:Device" as const, properties: { deviceId }, options: { provider: "${account}" } },
        ]),
      ),
    },
  };
}
