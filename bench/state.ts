import { rmSync } from "node:fs";
import { registerDevices, withSandbox } from "./support/sandbox-process";
import type { Measure, Row } from "./support/measure";
import { exactly } from "./support/sample";
import { bytes } from "./support/units";
import { makeAll, serviceStack, type Contender } from "./services";

export const state: Measure = {
  title: "Bytes of state",
  about:
    "A small Service with all its properties and outputs, as `pulumi up` leaves it in the state file. " +
    "The usual way is a class with its API client in the program; the no-op resource, from an installed package as ours is, is the lower bound.",
  run: () =>
    withSandbox(async (account, control) => {
      const stored = async (contender: Contender) => {
        const stack = await serviceStack(contender, account, await registerDevices(control, 1), 1);
        await makeAll(stack);
        const { text } = await stack.state();
        rmSync(stack.folder, { recursive: true });
        return { ...sizesOf(serviceIn(text)), leaks: text.includes(account.secretAccessKey) };
      };
      const [ours, usual, noop] = [await stored("ours"), await stored("usual"), await stored("noop")];
      const row = (name: string, size: Size, than: string, other: typeof ours, limit?: number): Row => ({
        name,
        ours: exactly(ours[size]),
        than,
        other: exactly(other[size]),
        unit: bytes,
        ...(limit !== undefined && { limit: { value: limit } }),
      });
      return {
        rows: [
          row("`__provider`", "provider", "usual way", usual, 300),
          row("`__provider`", "provider", "no-op", noop),
          row("resource", "resource", "usual way", usual, 2000),
          row("resource", "resource", "no-op", noop),
          row("resource with its stack trace", "whole", "no-op", noop),
        ],
        notes: [
          "`stackTrace` and `sourcePosition` are the engine's record of the calls that led to the declaration: the deeper these are, the longer, whatever the provider.",
          `The secret access key stands in the state in plain: ours ${ours.leaks ? "**yes**" : "no"}, the usual way ${usual.leaks ? "yes" : "no"}.`,
        ],
      };
    }),
};

/** The first service, whatever provider it is of. */
function serviceIn(state: string): object {
  const { deployment } = JSON.parse(state) as { deployment: { resources: { urn: string }[] } };
  const service = deployment.resources.find(({ urn }) => urn.endsWith("::service-1"));
  if (!service) throw new Error("The state holds no service.");
  return service;
}

type Size = "provider" | "resource" | "whole";

function sizesOf(resource: object): Record<Size, number> {
  const { stackTrace: _calls, sourcePosition: _position, ...rest } = resource as Record<string, unknown>;
  const { __provider: provider } = rest["outputs"] as { __provider: string };
  return { provider: provider.length, resource: sizeOf(rest), whole: sizeOf(resource) };
}

/** In the state file it stands without white space. */
const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
