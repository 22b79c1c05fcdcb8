import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { setTimeout } from "node:timers/promises";
import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../../sandbox";
import { configure, settingsOf } from "./calls";
import { connect, startPlugin } from "./connection";

/** A sandbox of this file and a plugin that is configured for its account. */
export interface Served {
  sandbox: Sandbox;
  control: Control;
  client: ResourceProviderClient;
  port: number;
  /** Resolves once the provider has sent the operation, as the sandbox counts them. */
  asked: (operation: string) => Promise<void>;
}

export function useServed(options: SandboxOptions = {}): Served {
  const served = {} as Served;
  beforeAll(async () => {
    served.sandbox = await startSandbox(options);
    served.control = controlOf(served.sandbox.control);
    served.port = await startPlugin();
    served.client = connect(served.port);
    served.asked = async (operation) => {
      while (!((await served.control.requests()).byOperation[operation] ?? 0)) await setTimeout(20);
    };
    await configure(served.client, settingsOf(served.sandbox));
  });
  afterAll(() => served.sandbox.stop());
  return served;
}
