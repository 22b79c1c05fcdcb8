import { z } from "zod";
import type { About } from "../client";
import { NotFoundError } from "../core/errors";
import { field, type Values } from "../core/field";
import type { Live, Outcome } from "../core/resource";
import { settle, type Step } from "../core/settle";
import { isAsDeclared } from "../core/state";
import type { ServiceRecord } from "../inventory";
import { applicationNumberIn, applicationProblems } from "./application-types";
import { application, applicationName, sameApplication } from "./applications";
import { defineResource, hiddenBy, ownAccount, type PageOf } from "./context";
import { deviceFilter, toDeviceFilter } from "./device-filter";
import { isHeld } from "./hold";
import { namesDevice } from "./other-kind";
import { provisionMap } from "./provision";
import { rename } from "./rename";
import { called } from "./subject";
import { makeService } from "./service-create";
import { removeService } from "./service-delete";
import { sameServiceName } from "./service-name";
import { changeService, type Changes } from "./service-update";
import { address, flag, nameText, sameCaseless, text, wholeNumber } from "./text";

const inputs = {
  deviceId: field(address(), "Id of the device that offers the service. Another device replaces the service.", {
    replaces: true,
    same: sameCaseless,
  }),
  name: field(
    nameText(),
    "Name of the service, 1 to 100 characters. remote.it may store it with the device's name before it, as `pump - ssh`: that is the same name.",
    { same: sameServiceName },
  ),
  application: field(
    application(),
    'What the service speaks: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. A name that this version does not know is looked up there.',
    { same: sameApplication, typescript: "ApplicationName | (string & {}) | number" },
  ),
  host: field(
    text().optional(),
    "Where the device finds the service: an address or a name in its own network. Left out, a new service gets 127.0.0.1, the device itself.",
  ),
  port: field(
    wholeNumber(1, 65_535, "the TCP or UDP port").optional(),
    "Port of the service on its host, 1 to 65535. Left out, a new service gets that of its application type; TCP and UDP have none.",
  ),
  enabled: field(flag().optional(), "Whether connections to the service are accepted. Left out, a new service accepts them."),
  provision: field(
    provisionMap().optional(),
    "A bulk project's `projectKey` and `projectSecret`: with them the service is registered by its device's hardware id where the device takes no changes through the API: through REST, or through GraphQL where that offers `addServiceByHardwareId`. It counts at creation only.",
    { origin: true, secret: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account that holds the service."),
};

const filters = {
  deviceId: field(address().optional(), "Only services of the device with this id; other filters then do not count."),
  ...deviceFilter,
};

type Inputs = Values<typeof inputs>;

export const service = defineResource({
  type: "Service",
  describe: "A service of a device: a port that remote.it makes reachable without opening it. Its address is the resource's id.",
  inputs,
  outputs,
  filters,

  rulesInContext: (context, declared) =>
    applicationProblems(context, { what: "Check the service" }, [["application", declared["application"]]]),

  async create(context, declared) {
    const about = aboutService("Create the service", declared);
    const { id, accountId } = await makeService(context, declared, about);
    return { id, outputs: { accountId }, unsettled: [] };
  },

  async read(context, id, state) {
    const about = aboutService("Read the service", state, id);
    const { accountId, item } = await context.inventory.service(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    // Read by its id alone: what was managed and is not there has gone, whatever the id names now.
    const device = item || state.accountId !== undefined ? undefined : await namesDevice(context, id, about);
    if (device) throw device;
    return item && live(item, item.device, accountId);
  },

  async update(context, id, state, declared): Promise<Outcome<typeof outputs>> {
    const about = aboutService("Update the service", declared, id);
    const { accountId, item } = await context.inventory.service(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    if (!item) {
      throw new NotFoundError({
        ...about,
        why: "It is no longer in the account.",
        remedy: "Run `pulumi refresh`, which drops it from state, and then `pulumi up`, which makes it again.",
      });
    }
    const steps: Step[] = [];
    if (isToBeRenamed(item, state.name, declared.name)) {
      steps.push({ properties: ["name"], run: () => rename(context.client, id, declared.name, about) });
    }
    const application = await applicationNumberIn(context, declared.application, about);
    const changes = changedSettings(item, { ...declared, application });
    const properties = Object.keys(changes);
    if (properties.length > 0) {
      steps.push({ properties, run: () => changeService(context.client, item, changes, about) });
    }
    const unsettled = await settle(steps, async (property) => {
      const { item: now } = await context.inventory.service(id, about);
      return now !== undefined && isAsDeclared({ inputs }, live(now, now.device, accountId), declared, property);
    });
    return { id, outputs: { accountId }, unsettled };
  },

  async delete(context, id, state) {
    // The engine may come to it in another run than the one in which a new logical name took the service over.
    if (isHeld(context, id)) return;
    await removeService(context, id, state.accountId, aboutService("Delete the service", state, id));
  },

  async *list(context, filter?: Partial<Values<typeof filters>>): AsyncGenerator<Live<typeof inputs, typeof outputs>> {
    const about = { what: "List the services" };
    const { deviceId, ...ofDevices } = filter ?? {};
    if (deviceId !== undefined) {
      const { accountId, item } = await context.inventory.device(deviceId, about);
      if (item) yield* inPage({ accountId, devices: [item] });
      return;
    }
    const pages = context.inventory.pages(await toDeviceFilter(context, ofDevices, about), about);
    for await (const page of pages) yield* inPage(page);
  },

  inPage,

  async byIds(context, ids) {
    const { accountId, items } = await context.inventory.services(ids, { what: "Read the services" });
    return items.map((item) => live(item, item.device, accountId));
  },
});

function* inPage({ accountId, devices }: PageOf): Generator<Live<typeof inputs, typeof outputs>> {
  for (const device of devices) {
    for (const item of device.services) yield { ...live(item, device, accountId), ...hiddenBy(device) };
  }
}

/**
 * A name is sent where it is another one, and where the program has changed it: from `pump - ssh` to `ssh` these are one name
 * to remote.it's app, but the plan shows a change. A server that puts the device's name before it is told once.
 */
function isToBeRenamed(item: ServiceRecord, before: string | undefined, declared: string): boolean {
  const isOther = !sameServiceName(declared, item.name, hintsOf(item, item.device));
  return declared !== item.name && (isOther || declared !== before);
}

/** The declared settings, except the name, that the service does not have yet. */
function changedSettings(found: ServiceRecord, declared: Inputs & { application: number }): Changes {
  const changes: Changes = {};
  if (declared.application !== found.application) changes.application = declared.application;
  if (declared.host !== undefined && declared.host !== found.host) changes.host = declared.host;
  if (declared.port !== undefined && declared.port !== found.port) changes.port = declared.port;
  if (declared.enabled !== undefined && declared.enabled !== found.enabled) changes.enabled = declared.enabled;
  return changes;
}

type Item = Omit<ServiceRecord, "device">;
type Of = Pick<ServiceRecord["device"], "id" | "name">;

function live(item: Item, device: Of, accountId: string): Live<typeof inputs, typeof outputs> {
  return {
    id: item.id,
    inputs: {
      deviceId: device.id,
      ...(item.name !== null && { name: item.name }),
      ...(item.application !== null && { application: applicationName(item.application) }),
      host: item.host ?? undefined,
      port: item.port ?? undefined,
      enabled: item.enabled,
    },
    outputs: { accountId },
    hints: hintsOf(item, device),
  };
}

/** What the names of the service and of its application type are compared by. */
const hintsOf = ({ title }: Item, { name }: Of) => ({ deviceName: name, title });

function aboutService(what: string, known: { name?: unknown; deviceId?: unknown }, id?: string): About & { subject: string } {
  return { what, subject: called(known.name, id ?? `on device ${String(known.deviceId)}`) };
}
