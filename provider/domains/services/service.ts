import { z } from "zod";
import { field, type Hints, type Values } from "../../core/field";
import type { Live } from "../../core/resource";
import { deviceCollection, serviceCollection, type ServiceRecord, wholeServiceCollection } from "../../inventory";
import { type Context, defineResource, type PageOf } from "../../lifecycle";
import { applicationNumberIn, applicationProblems } from "./application-types";
import { application, applicationName, sameApplication } from "./applications";
import { attributeMap, attributeMarks, managedAttributes, sameAttributes, setAttributes } from "../shared/attributes";
import { notOfTheApp, ofServices } from "../devices/app-attributes";
import { deviceFilter, toDeviceFilter } from "../devices/filter";
import { namesDevice } from "../shared/other-kind";
import { hiddenBy } from "../shared/permissions";
import { provisionMap } from "../shared/provision";
import { rename } from "../shared/rename";
import { called } from "../shared/called";
import { makeService } from "./create";
import { removeService } from "./delete";
import { ownServiceName, sameServiceName } from "./name";
import { serviceNeed, serviceObstacles } from "./obstacles";
import { changeService } from "./update";
import { address, flag, nameText, sameCaseless, text, wholeNumber } from "../shared/text";

const inputs = {
  deviceId: field(address(), "Id of the device that offers the service. Changing it replaces the service.", {
    replaces: true,
    same: sameCaseless,
  }),
  name: field(
    nameText(),
    "Name of the service, 1 to 100 characters. remote.it may store it with the device's name in front, as in `pump - ssh`; that counts as the same name.",
    { same: sameServiceName },
  ),
  application: field(
    application(),
    'Type of the service: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. The number may be a text, `"28"`, for languages whose SDK takes no other (Go). A name that this version does not know is looked up in remote.it.',
    { same: sameApplication, typescript: "ApplicationName | (string & {}) | number" },
  ),
  host: field(
    text().optional(),
    "Where the device reaches the service: an address or a name in its own network. Default for a new service: 127.0.0.1, the device itself.",
  ),
  port: field(
    wholeNumber(1, 65_535, "the TCP or UDP port").optional(),
    "Port of the service on its host, 1 to 65535. Default for a new service: the port of its application type; TCP and UDP have none.",
  ),
  enabled: field(flag().optional(), "Whether the service accepts connections. Default for a new service: true."),
  attributes: field(
    attributeMap().optional(),
    "Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the service. `$remoteit` holds description, route, defaultPort, targetHost, launchTemplate and commandTemplate; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error.",
    { same: sameAttributes, managed: managedAttributes, parts: "leaves" },
  ),
  provision: field(
    provisionMap().optional(),
    "A bulk project's `projectKey` and `projectSecret`. With them, the service can be created on a device that takes no changes through the API: it is registered by the device's hardware id, through REST or, where GraphQL offers it, `addServiceByHardwareId`. Used at creation only.",
    { origin: true, secret: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account that holds the service."),
};

const filters = {
  deviceId: field(address().optional(), "Only services of the device with this id; all other filters are then ignored."),
  ...deviceFilter,
};

type LiveService = Live<typeof inputs, typeof outputs>;

export const service = defineResource({
  type: "Service",
  describe:
    "A service of a device: a port that remote.it makes reachable without opening it to the internet. Its address is the resource's id.",
  inputs,
  outputs,
  filters,
  isRepeatable: true,

  called: ({ name, deviceId }, id) => called(name, id ?? `on device ${String(deviceId)}`),

  rulesInContext: (context: () => Context, { application: type, attributes, name }) => {
    for (const sentence of notOfTheApp(attributes, ofServices))
      context().log("warning", `Service ${called(name, undefined)}: ${sentence}`);
    return applicationProblems(context, { what: "Checking service" }, [["application", type]]);
  },

  obstacles: serviceObstacles,

  needs: serviceNeed,
  permissionsOn: ({ device }: ServiceRecord) => device.permissions,

  collection: serviceCollection,

  // A scan does not show attributes: they are read where state holds some, or nothing is known.
  observe: (reading, id, about, { accountId, attributes }) =>
    reading.read(accountId === undefined || attributes !== undefined ? wholeServiceCollection : serviceCollection, id, about),

  live: (item: ServiceRecord, accountId) => live(item, item.device, accountId),

  whyNotThere: namesDevice,

  device: "deviceId",

  adoption: {
    example: "new remoteit.Service(…, { deviceId, name, application }) with what it has, host, port and enabled left out",
    inputs: ({ inputs: { attributes: _attributes, ...held }, hints }) => ({ ...held, name: adoptedName(held.name, hints) }),
    ownName: ({ inputs: { name }, hints }) => ownName(name, hints),
  },

  create: makeService,

  setters: [
    {
      what: "Renaming service",
      properties: ["name"],
      set: ({ client }, { item: { id } }, { name }, _look, about) => rename(client, id, name?.target as string, about),
    },
    {
      what: "Changing service",
      properties: ["application", "host", "port", "enabled"],
      set: async (context, { item }, writes, _look, about) => {
        const changes = Object.fromEntries(Object.entries(writes).map(([name, { target }]) => [name, target]));
        const type = changes["application"] as string | number | undefined;
        const number = type === undefined ? {} : { application: await applicationNumberIn(context, type, about) };
        await changeService(context.client, item, { ...changes, ...number }, about);
      },
    },
    {
      what: "Setting attributes of service",
      properties: ["attributes"],
      set: ({ client }, { item }, { attributes }, look, about) => {
        const wanted = attributes?.target as Record<string, unknown>;
        const before = item.attributes ?? {};
        const seen = async () => (await look()).attributes ?? {};
        return setAttributes(client, item.id, { before, wanted, live: before, look: seen }, about);
      },
    },
  ],

  marking: attributeMarks,

  destroy: removeService,

  async *list(context, filter?: Partial<Values<typeof filters>>): AsyncGenerator<LiveService> {
    const about = { what: "Listing services" };
    const { deviceId, ...ofDevices } = filter ?? {};
    if (deviceId !== undefined) {
      const { accountId, item } = await context.inventory.of(deviceCollection).read(deviceId, about);
      if (item) yield* inPage({ accountId, devices: [item] });
      return;
    }
    const pages = context.inventory.pages(await toDeviceFilter(context, ofDevices, about), about);
    for await (const page of pages) yield* inPage(page);
  },

  inPage,

  async byIds(context, ids) {
    const { accountId, items, failed } = await context.inventory
      .of(serviceCollection)
      .together(ids, { what: "Reading services" });
    return { found: items.map((item) => live(item, item.device, accountId)), failed };
  },
});

function* inPage({ accountId, devices }: PageOf): Generator<LiveService> {
  for (const device of devices) {
    const { isHidden } = hiddenBy(device);
    for (const item of device.services) {
      const one = live(item, device, accountId);
      if (isHidden) one.isHidden = true;
      yield one;
    }
  }
}

type Item = Omit<ServiceRecord, "device" | "marks">;
type Of = Pick<ServiceRecord["device"], "id" | "name">;

/** Without copies: a scan makes hundreds of thousands of them. */
function live(item: Item, device: Of, accountId: string): LiveService {
  return {
    id: item.id,
    inputs: {
      deviceId: device.id,
      name: item.name ?? undefined,
      application: item.application === null ? undefined : applicationName(item.application),
      host: item.host ?? undefined,
      port: item.port ?? undefined,
      enabled: item.enabled,
      attributes: item.attributes,
    },
    outputs: { accountId },
    hints: hintsOf(item, device),
  };
}

/** What the names of the service and of its application type are compared by. */
const hintsOf = ({ title }: Item, { name }: Of) => ({ deviceName: name, title });

function ownName(name: string | undefined, { deviceName }: Hints = {}): string | undefined {
  return name === undefined ? undefined : ownServiceName(name, (deviceName ?? null) as string | null);
}

/** As it is stored: that stays right when the device is renamed. Without the device's name where only so it is short enough. */
function adoptedName(name: string | undefined, hints: Hints | undefined): string | undefined {
  return [name, ownName(name, hints)].find((form) => inputs.name.schema.safeParse(form).success);
}
