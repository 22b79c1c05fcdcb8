import type { Program } from "../engine/support";
import type { Declared, DeclaredDevice, DeclaredService, Ignorable } from "./model";

export interface Project {
  projectKey: string;
  projectSecret: string;
}

type Args = Record<string, unknown>;

/** The program that declares this; later edits do not reach it. */
export function programOf(current: Declared, { projectKey, projectSecret }: Project): Program {
  const declared = structuredClone(current);
  const provision = { projectKey, projectSecret };
  return ({ remoteit }) => {
    const devices = new Map(
      declared.devices.map((device) => [
        device,
        new remoteit.Device(device.logical, given(deviceArgs(device, provision)), {
          ...aliases(device),
          ignoreChanges: device.ignored,
        }),
      ]),
    );
    for (const service of declared.services) {
      const deviceId = devices.get(service.device)?.id ?? "";
      const { name, application, port, enabled } = service;
      const more = service.device.configurable ? { port, enabled } : { provision };
      const args = given({ name, ...more });
      new remoteit.Service(service.logical, { deviceId, name, application, ...args }, aliases(service));
    }
    if (declared.webhook) new remoteit.Webhook("events", declared.webhook);
  };
}

function deviceArgs({ origin, name, tags, attributes, ignored }: DeclaredDevice, provision: Project): Args {
  const { kind, ...how } = origin;
  const told = { name, tags, attributes, ...Object.fromEntries(ignored.map((property) => [property, never[property]])) };
  return { ...how, ...(kind === "provisioned" && { provision }), ...told };
}

/** What the program says of a property whose changes it ignores. */
const never: Readonly<Record<Ignorable, unknown>> = { name: "never", tags: ["never"], attributes: { site: "never" } };

function aliases({ alias }: DeclaredDevice | DeclaredService) {
  return alias === undefined ? {} : { aliases: [{ name: alias }] };
}

/** Without what is left out. */
function given(args: Args): Args {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}
