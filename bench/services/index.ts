import { delimiter } from "node:path";
import { pluginFolder } from "../../test/engine/plugin/support/yaml-stack";
import { environment, inlineStack, type InlineStack, type Outcome, type Stack } from "../../test/engine/support";
import { type Account, configOf } from "../support/sandbox-process";
import { noopServices, usualNoopServices } from "./noop";
import { ourServices } from "./ours";
import { noopPluginServices, pluginServices, writeNoopPlugin } from "./plugin";
import { usualServices } from "./usual";

const contenders = {
  ours: ourServices,
  usual: usualServices,
  noop: noopServices,
  usualNoop: usualNoopServices,
  plugin: pluginServices,
  noopPlugin: noopPluginServices,
};
export type Contender = keyof typeof contenders;

/**
 * A new stack that declares so many services, dealt out to the devices in turn; nothing is made before its `up`. The
 * program runs in this process, so that no language host is needed.
 */
export function serviceStack(
  contender: Contender,
  account: Account,
  devices: string[],
  services: number,
  extra: NodeJS.ProcessEnv = {},
): Promise<InlineStack> {
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
    env: { PATH: [pluginFolder(), environment("")["PATH"]].join(delimiter), ...extra },
  });
}

/** Environment of an engine that writes its state once, at the end, and not at each step. */
export const checkpointsSkipped = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

/** Makes what a stack declares. */
export const makeAll = (stack: Stack, ...flags: string[]): Promise<void> => succeeds("up", stack.up(...flags));

/** Rejects with what the engine says where it does not end well. */
export async function succeeds(command: string, running: Promise<Outcome>): Promise<void> {
  const { code, output, errors } = await running;
  if (code === 0) return;
  const lastLines = output.trimEnd().split("\n").slice(-5).join("\n");
  throw new Error(`\`pulumi ${command}\` failed with code ${code}: ${errors.join("\n") || lastLines}`);
}
