import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consumer, type Installed } from "../../test/engine/support";
import type { DeclareService, ServiceProps } from "./declare";

const NAME = "noopplugin";

/** Answers at once and asks nobody. Its outputs are as large as ours. */
const provider = `#!/usr/bin/env node
const { randomUUID } = require("node:crypto");
require("@pulumi/pulumi/provider").main(
  {
    version: "1.0.0",
    check: async (urn, olds, news) => ({ inputs: news }),
    diff: async () => ({ changes: false }),
    create: async (urn, inputs) => ({ id: randomUUID(), outs: { ...inputs, accountId: "000000000000000000000000" } }),
  },
  process.argv.slice(2),
);
`;

/** Services as the plugin makes them; the class is what an SDK would generate. */
export function pluginServices({ pulumi }: Installed): DeclareService {
  return declareAs(pulumi, "remoteit:index:Service");
}

/** Services of a plugin that does nothing: the lower bound. */
export function noopPluginServices({ pulumi }: Installed): DeclareService {
  return declareAs(pulumi, `${NAME}:index:Service`);
}

/** Writes the executable of the plugin that does nothing beside ours. */
export function writeNoopPlugin(): void {
  const file = join(consumer(), "bin", `pulumi-resource-${NAME}`);
  mkdirSync(join(consumer(), "bin"), { recursive: true });
  writeFileSync(file, provider);
  chmodSync(file, 0o755);
}

function declareAs(pulumi: Installed["pulumi"], type: string): DeclareService {
  class Service extends pulumi.CustomResource {
    constructor(name: string, props: ServiceProps) {
      super(type, name, { ...props, application: "SSH", accountId: undefined });
    }
  }
  return (name, props) => new Service(name, props);
}
