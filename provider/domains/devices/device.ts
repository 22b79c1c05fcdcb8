import { z } from "zod";
import { field, type Values } from "../../core/field";
import type { Live } from "../../core/resource";
import { deviceCollection, idKey } from "../../inventory";
import { type Context, defineResource, type PageOf, type SubjectLabel } from "../../lifecycle";
import { attributeMap, attributeMarks, managedAttributes, sameAttributes, setAttributes } from "../shared/attributes";
import { notOfTheApp, ofDevices } from "./app-attributes";
import { claimCodeText } from "./claim";
import { deleteDevice } from "./delete";
import { deviceFilter, toDeviceFilter } from "./filter";
import { byHardwareId } from "./hardware-id";
import { deviceObstacles } from "./obstacles";
import { obtain } from "./obtain";
import { type Fresh, originProblems, previewOrigin } from "./origin";
import { managedNotifications, notificationMap, type Notifications, setNotifications } from "./notifications";
import { namesService } from "../shared/other-kind";
import { hiddenBy } from "../shared/permissions";
import { provisionMap } from "../shared/provision";
import { rename } from "../shared/rename";
import { called } from "../shared/called";
import { deviceTagCalls } from "../tags/calls";
import { sameTags, setTags, tagHints, tagList, twinsIn } from "../tags/device-tags";
import { address, nameText, sameCaseless, seconds, text } from "../shared/text";

const inputs = {
  deviceId: field(
    address().optional(),
    "Origin: adopts the device with this id, which the account already has. Changing it to the id of another device replaces the resource.",
    { origin: true, identity: true, same: sameCaseless },
  ),
  claimCode: field(
    claimCodeText().optional(),
    "Origin: claims the device that shows this code: eight characters, in upper or lower case. A code works once and is used at creation only, so afterwards it may stay in the program or be removed.",
    { origin: true, secret: true },
  ),
  hardwareId: field(
    text().optional(),
    "Origin: the device whose agent registers with this hardware id; `waitSeconds` says how long to wait for it. With `provision`, it is the hardware id under which the new device is registered.",
    { origin: true },
  ),
  registrationCode: field(
    text().optional(),
    "With `hardwareId`: the code that the machine's agent registers with, so that the resource depends on whatever issues the code. It is kept secret and not sent anywhere.",
    { origin: true, secret: true },
  ),
  provision: field(
    provisionMap().optional(),
    "Origin: creates a device through REST, with a bulk project's `projectKey` and `projectSecret`. `manufacturer` and `platform` are numbers; their defaults are what remote.it's own clients send, 0 and 1120. Needs `hardwareId` and a developer key. Where GraphQL offers `registerDevice`, that is used instead, and there is no `deviceSecret`.",
    { origin: true, secret: true },
  ),
  name: field(nameText().optional(), "Name of the device, 1 to 100 characters."),
  tags: field(
    tagList().optional(),
    "All tags that the account has on the device, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission.",
    { same: sameTags, parts: "elements", names: "Tag" },
  ),
  attributes: field(
    attributeMap().optional(),
    "Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the device. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error.",
    { same: sameAttributes, managed: managedAttributes, parts: "leaves" },
  ),
  notificationSettings: field(
    notificationMap().optional(),
    "Whether remote.it sends notifications about this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what you give is managed: what you leave out stays as it is, and `null` makes the device follow the account's setting. `followAccount: true` does the same for each setting that is left out, for languages that cannot write null (YAML, Go).",
    { managed: managedNotifications, parts: "keys" },
  ),
  waitSeconds: field(
    seconds().optional(),
    "How long to wait, in seconds, for a registration, or for the device to become inactive before it is deleted. Default: 0, no waiting.",
    { local: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account that holds the device."),
  hardwareId: field(z.string().optional(), "The device's hardware id, if its agent has reported one."),
  deviceSecret: field(
    z.string().optional(),
    "The secret with which the agent of a provisioned device signs in, without colons. Absent if remote.it did not return it.",
    { secret: true },
  ),
};

export const device = defineResource({
  type: "Device",
  describe:
    "A device of a remote.it account. Exactly one origin says where it comes from: `deviceId` adopts it, `claimCode` claims it, `hardwareId` waits for its registration, `provision` creates it through REST.",
  inputs,
  outputs,
  rules: originProblems,
  filters: deviceFilter,
  kept: ["deviceSecret"],
  staysWithoutOrigin: true,

  called: (known, id) => called(known["name"], id ?? originOf(known)),

  preview: (declared, exists) => (exists ? { outputs: {} } : previewOrigin(declared)),

  collection: deviceCollection,

  live,

  rulesInContext: (context: () => Context, { attributes, ...known }) => {
    const told = notOfTheApp(attributes, ofDevices);
    for (const sentence of told) context().log("warning", `Device ${called(known["name"], originOf(known))}: ${sentence}`);
    return Promise.resolve([]);
  },

  obstacles: deviceObstacles,

  needs: {
    create: { permission: "MANAGE", on: "account", limit: "iot-devices" },
    update: { permission: "MANAGE", on: "device" },
    delete: { permission: "MANAGE", on: "device" },
  },
  permissionsOn: ({ permissions }: Fresh) => permissions,
  async there({ context, reading, about }, { deviceId, hardwareId }) {
    if (typeof deviceId === "string") return reading.read(deviceCollection, deviceId, about);
    const found = typeof hardwareId === "string" ? await byHardwareId(context, hardwareId, about) : undefined;
    return found ?? { accountId: "", item: undefined };
  },

  whyNotThere: namesService,

  device: "itself",

  adoption: {
    example: 'new remoteit.Device(…, { deviceId: "its id" })',
    inputs: ({ id, inputs: { name, tags = [] } }) => ({ deviceId: id, name, ...(tags.length > 0 && { tags }) }),
  },

  bringBack: (origin, command) => {
    if (origin === "provisioned") return undefined;
    return origin === "registered"
      ? `Let its agent register again with the registration command on the machine and then run ${command}, or remove it from the program.`
      : `Take it out of the program, or bring it back with a fresh claimCode; then run ${command}.`;
  },

  create: (context, declared, about) => {
    warnOfTwins(context, declared.tags, about);
    return obtain(context, declared, about);
  },

  setters: [
    {
      what: "Renaming device",
      properties: ["name"],
      set: ({ client }, { item: { id } }, { name }, _look, about) => rename(client, id, name?.target as string, about),
    },
    {
      what: "Tagging device",
      properties: ["tags"],
      needs: { permission: "ADMIN", on: "account", limit: "tagging", isLimitUnasked: true },
      set: ({ client, ownership }, { item, accountId }, { tags }, look, about) => {
        const borne = namesOf(item);
        // What a fleet of this run puts on it is the fleet's.
        const ofFleets = ownership.wants.tagsOn(item.id).filter((tag) => borne.includes(tag));
        const wanted = [...new Set([...(tags?.target as string[]), ...ofFleets])];
        const calls = deviceTagCalls(client, { id: item.id, accountId }, about);
        return setTags({ borne, wanted, look: async () => namesOf(await look()), ...calls }, about);
      },
    },
    {
      what: "Setting attributes of device",
      properties: ["attributes"],
      set: ({ client }, { item }, { attributes }, look, about) => {
        const wanted = attributes?.target as Record<string, unknown>;
        const live = item.attributes;
        return setAttributes(client, item.id, { before: live, wanted, live, look: async () => (await look()).attributes }, about);
      },
    },
    {
      what: "Setting notifications of device",
      properties: ["notificationSettings"],
      // Nothing says that they need more than to see the device (api/README.md): so remote.it decides.
      needs: { permission: "VIEW", on: "device" },
      set: ({ client }, { item }, { notificationSettings }, look, about) =>
        setNotifications(
          client,
          item.id,
          item.notificationSettings,
          notificationSettings?.target as Notifications,
          async () => (await look()).notificationSettings,
          about,
        ),
    },
  ],

  marking: attributeMarks,

  destroy: deleteDevice,

  async *list(context, filter?: Partial<Values<typeof deviceFilter>>): AsyncGenerator<Live<typeof inputs, typeof outputs>> {
    const about = { what: "Listing devices" };
    const pages = context.inventory.pages(await toDeviceFilter(context, filter ?? {}, about), about);
    for await (const page of pages) yield* inPage(page);
  },

  inPage,

  async byIds(context, ids) {
    const { accountId, items, failed } = await context.inventory.of(deviceCollection).together(ids, { what: "Reading devices" });
    const asked = new Set(ids.map(idKey));
    return { found: inPage({ accountId, devices: items.filter((item) => asked.has(idKey(item.id))) }), failed };
  },
});

function* inPage({ accountId, devices }: PageOf): Generator<Live<typeof inputs, typeof outputs>> {
  for (const item of devices) yield live(item, accountId);
}

function live(item: Fresh, accountId: string): Live<typeof inputs, typeof outputs> {
  const { emailNotifications, desktopNotifications } = item.notificationSettings;
  const { isHidden } = hiddenBy(item);
  const one: Live<typeof inputs, typeof outputs> = {
    id: item.id,
    inputs: {
      name: item.name ?? undefined,
      tags: namesOf(item),
      attributes: item.attributes,
      notificationSettings: {
        emailNotifications: emailNotifications ?? undefined,
        desktopNotifications: desktopNotifications ?? undefined,
      },
    },
    outputs: { accountId, hardwareId: item.hardwareId ?? undefined, deviceSecret: undefined },
    hints: tagHints(item),
  };
  if (isHidden) one.isHidden = true;
  return one;
}

/** What tells a device that is still to be obtained from others: its name, else its origin. */
function originOf({ name, deviceId, hardwareId }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof name === "string") return undefined;
  if (typeof deviceId === "string") return deviceId;
  return typeof hardwareId === "string" ? `with hardware id ${hardwareId}` : "that shows the claim code";
}

const namesOf = ({ tags }: Pick<Fresh, "tags">): string[] => tags.map(({ name }) => name);

function warnOfTwins({ log }: Context, tags: string[] = [], { subject }: SubjectLabel): void {
  const twins = twinsIn(tags);
  if (twins.length === 0) return;
  const which = twins.join(" and ");
  log(
    "warning",
    `Device ${subject}: ${which} differ by case alone, and remote.it's app takes them for one tag: keep one of them.`,
  );
}
