import { delimiter } from "node:path";
import { pluginFolder } from "../../test/engine/plugin/support/yaml-stack";
import { environment, inlineStack, type InlineStack } from "../../test/engine/support";
import { type Account, configOf } from "../support/sandbox-process";
import { noopServices } from "./noop";
import { ourServices } from "./ours";
import { noopPluginServices, pluginServices, writeNoopPlugin } from "./plugin";
import { usualServices } from "./usual";

const contenders = {
  ours: ourServices,
  usual: usualServices,
  noop: noopServices,
  plugin: pluginServices,
  noopPlugin: noopPluginServices,
};
export type Contender = keyof typeof contenders;

/**
 * A new stack that declares so many services, dealt out to the devices in turn; nothing is made before its `up`. The
 * program runs in this process, so that no language host is needed.
 */
export function serviceStack(contender: Contender, account: Account, devices: string[], services: number): Promise<InlineStack> {
  writeNoopPlugin();
  return inlineStack({
    program: async (modules) => {
      const declare = contenders[contender](modules, account);
      // Pulumi stores the calls that led to a declaration: from here they are as few as in a user's index.ts.
      await new Promise(setImmediate);
      for (let number = 1; number <= services; number += 1) {
        const deviceId = devices[number % devices.length] ?? "";
        declare(`service-${number}`, {
          deviceId,
          name: `ssh-${number}`,
          host: "127.0.0.1",
          port: 22_000 + number,
          enabled: true,
        });
      }
    },
    config: configOf(account),
    // The engine finds a plugin on PATH.
    env: { PATH: [pluginFolder(), environment("")["PATH"]].join(delimiter) },
  });
}

/** Makes what a stack declares. */
export async function makeAll(stack: InlineStack): Promise<void> {
  const { code, output, errors } = await stack.up();
  if (code === 0) return;
  const lastLines = output.trimEnd().split("\n").slice(-5).join("\n");
  throw new Error(`\`pulumi up\` failed with code ${code}: ${errors.join("\n") || lastLines}`);
}
