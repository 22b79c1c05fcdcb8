import { resourceNames } from "./names";
import type { Unmanaged } from "./things";

/** What `pulumi import --file` takes for the resources of the remoteit plugin. */
export function* importFile(unmanaged: Unmanaged): Generator<string> {
  const nameOf = resourceNames(unmanaged);
  const { devices, services, webhooks } = unmanaged;
  const entry =
    (type: string) =>
    ({ id }: { id: string }) => ({ type: `remoteit:index:${type}`, name: nameOf(id), id });
  const resources = [...devices.map(entry("Device")), ...services.map(entry("Service")), ...webhooks.map(entry("Webhook"))];
  yield '{\n  "resources": [';
  for (const [index, resource] of resources.entries()) yield `${index === 0 ? "" : ","}\n    ${JSON.stringify(resource)}`;
  yield `${resources.length === 0 ? "" : "\n  "}]\n}\n`;
}
