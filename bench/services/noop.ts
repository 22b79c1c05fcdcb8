import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { dynamic } from "@pulumi/pulumi";
import { consumer, type Installed } from "../../test/engine/support";
import type { DeclareService, ServiceProps } from "./declare";

const NAME = "noop-services";

/** Answers at once and asks nobody. Its outputs are as large as ours. */
const provider = `
const { randomUUID } = require("node:crypto");
module.exports = {
  check: async (olds, news) => ({ inputs: news }),
  diff: async () => ({ changes: false }),
  create: async (inputs) => ({ id: randomUUID(), outs: { ...inputs, accountId: "000000000000000000000000" } }),
  read: async (id, props) => ({ id, props }),
  update: async (id, olds, news) => ({ outs: news }),
  delete: async () => {},
};
`;

/** Services that exist nowhere: the lower bound, what Pulumi itself takes for such resources. */
export const noopServices = (modules: Installed): DeclareService => declareWith(modules, install());

/** The same as Pulumi's guide goes about it: the class of the provider stands in the program. */
export function usualNoopServices(modules: Installed): DeclareService {
  class NoopProvider implements dynamic.ResourceProvider {
    async check(_olds: ServiceProps, news: ServiceProps) {
      return Promise.resolve({ inputs: news });
    }

    async create(inputs: ServiceProps) {
      // Pulumi stores this code: what it uses is loaded where it runs.
      const { randomUUID } = await import("node:crypto");
      return { id: randomUUID(), outs: { ...inputs, accountId: "000000000000000000000000" } };
    }
  }
  return declareWith(modules, new NoopProvider());
}

function declareWith({ pulumi }: Installed, provider: dynamic.ResourceProvider): DeclareService {
  class Service extends pulumi.dynamic.Resource {
    constructor(name: string, props: ServiceProps) {
      super(provider, name, { ...props, application: "SSH", accountId: undefined }, {}, "noop", "Service");
    }
  }

  return (name, props) => new Service(name, props);
}

/** In a package under node_modules, as our provider is: only then state holds a reference to it and not its code. */
function install(): dynamic.ResourceProvider {
  const folder = join(consumer(), "node_modules", NAME);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: NAME, version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), provider);
  return createRequire(join(consumer(), "index.js"))(NAME) as dynamic.ResourceProvider;
}
