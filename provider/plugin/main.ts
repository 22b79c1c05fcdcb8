#!/usr/bin/env node
import "./old-node";
import { keepHeapSmall } from "../core/heap";
import { serve } from "./server";

/**
 * `pulumi-resource-remoteit [--port PORT] [ENGINE]`: serves the provider to Pulumi's engine and writes the port to standard
 * output, as the engine expects. Without ENGINE, its address, an engine attaches to it: PULUMI_DEBUG_PROVIDERS=remoteit:PORT.
 */
async function main(args: string[]): Promise<void> {
  keepHeapSmall();
  const [engineAddress] = args.filter((arg, index) => !arg.startsWith("-") && !takesValue(args[index - 1]));
  const given = args.indexOf("--port");
  const { port, engine } = await serve(engineAddress, given < 0 ? 0 : Number(args[given + 1]));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
  if (engineAddress !== undefined) engine().whenGone(() => process.exit(0));
  console.log(String(port));
}

/** The engine passes on its own flags; those that come as two words. */
function takesValue(flag: string | undefined): boolean {
  return flag === "--tracing" || flag === "--port";
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
