import type { dynamic } from "@pulumi/pulumi";

type Provider = Required<dynamic.ResourceProvider>;

/**
 * A provider that is loaded when the engine first calls it. A program that declares resources imports it only so that Pulumi
 * writes its path to the state: loading all that it needs would take most of the program's start.
 */
export function onDemand(load: () => dynamic.ResourceProvider): dynamic.ResourceProvider {
  let loaded: Provider | undefined;
  const provider = () => (loaded ??= load() as Provider);
  return {
    configure: (request) => provider().configure(request),
    check: (olds, news) => provider().check(olds, news),
    diff: (id, olds, news) => provider().diff(id, olds, news),
    create: (inputs) => provider().create(inputs),
    read: (id, props) => provider().read(id, props),
    update: (id, olds, news) => provider().update(id, olds, news),
    delete: (id, props) => provider().delete(id, props),
  };
}
