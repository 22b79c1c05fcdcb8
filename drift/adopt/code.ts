import type { Fields } from "../../provider/core/field";
import { applicationName } from "../../provider/domains/services/applications";
import { resources } from "../../provider/domains";
import { ownServiceName } from "../../provider/domains/services/name";
import type { DeviceRecord, ServiceRecord } from "../../provider/inventory";
import { safeJson } from "../formats/json-text";
import { constantNames, resourceNames } from "./names";
import type { Unmanaged } from "./things";

/**
 * A TypeScript program that takes over what is unmanaged: every declaration is what the account holds now, so that running
 * it changes nothing there.
 */
export function* adoptCode(unmanaged: Unmanaged): Generator<string> {
  const { devices, services, webhooks } = unmanaged;
  const nameOf = resourceNames(unmanaged);
  const offering = new Set(services.map(({ device }) => device.id));
  const constants = constantNames(devices.filter(({ id }) => offering.has(id)).map(({ id }) => nameOf(id)));
  const references = new Map(devices.map(({ id }) => [id, constants.get(nameOf(id))]));
  const lines = [
    ...devices.map((device) => declaration("Device", nameOf(device.id), deviceArgs(device), references.get(device.id))),
    ...services.map((service) => serviceDeclaration(service, nameOf(service.id), references.get(service.device.id))),
    ...webhooks.map(({ id, url, enabled }) =>
      declaration("Webhook", nameOf(id), { url: safeJson(url), ...(!enabled && { enabled: "false" }) }),
    ),
  ];
  const used = ["Device", "Service", "Webhook"].filter((type) => lines.some((line) => line.includes(`new ${type}(`)));
  if (used.length > 0) yield `import { ${used.join(", ")} } from "pulumi-remoteit";\n\n`;
  else yield "// Nothing is unmanaged.\nexport {};\n";
  yield* lines;
}

type Args = Record<string, string>;

function declaration(type: string, name: string, args: Args, constant?: string): string {
  const properties = Object.entries(args).map(([key, value]) => `${key}: ${value}`);
  return `${constant === undefined ? "" : `const ${constant} = `}new ${type}(${safeJson(name)}, { ${properties.join(", ")} });\n`;
}

function deviceArgs({ id, name, tags }: DeviceRecord): Args {
  const bearing = tags.map((tag) => tag.name);
  return {
    deviceId: safeJson(id),
    ...declarable(resources.device.inputs, { name, tags: bearing.length > 0 ? bearing : undefined }),
  };
}

function serviceDeclaration(service: ServiceRecord, name: string, device: string | undefined): string {
  const { id, application, host, port, enabled } = service;
  const declared = { application: application && applicationName(application), host, port, enabled };
  const args = { ...serviceName(service), ...declarable(resources.service.inputs, declared) };
  const lacking = ["name", "application"].filter((key) => args[key] === undefined);
  if (lacking.length > 0) return `// Not declared: service ${id}, whose ${lacking.join(" and ")} no program can write.\n`;
  return declaration("Service", name, {
    deviceId: device === undefined ? safeJson(service.device.id) : `${device}.id`,
    ...args,
  });
}

/** As it is stored: that stays right when the device is renamed. Without the device's name where only so it is short enough. */
function serviceName({ name, device }: ServiceRecord): Args {
  const forms = name === null ? [] : [name, ownServiceName(name, device.name)];
  return forms.map((form) => declarable(resources.service.inputs, { name: form })).find((args) => "name" in args) ?? {};
}

/** Of these values those that a program may write, as it writes them. */
function declarable(fields: Fields, values: Record<string, unknown>): Args {
  const written = Object.entries(values).filter(
    ([key, value]) => value !== undefined && value !== null && fields[key]?.schema.safeParse(value).success === true,
  );
  return Object.fromEntries(written.map(([key, value]) => [key, safeJson(value)]));
}
