import { z } from "zod";
import type { About } from "../client";
import { NotFoundError } from "../core/errors";
import { field, type Values } from "../core/field";
import type { Live, Outcome, Unsettled } from "../core/resource";
import { settle, type Step } from "../core/settle";
import { isAsDeclared } from "../core/state";
import { type DeviceRecord, idKey } from "../inventory";
import { claimCodeText } from "./claim";
import { attributeChanges, attributeMap, managedAttributes, sameAttributes, setAttributes } from "./attributes";
import { defineResource, hiddenBy, ownAccount, type Context, type PageOf } from "./context";
import { deleteDevice } from "./device-delete";
import { deviceFilter, toDeviceFilter } from "./device-filter";
import { foretellOrigin, obtain, originProblems, type Fresh } from "./device-origin";
import { isHeld } from "./hold";
import { managedNotifications, notificationMap, setNotifications } from "./notifications";
import { namesService } from "./other-kind";
import { provisionMap } from "./provision";
import { rename } from "./rename";
import { called } from "./subject";
import { sameTags, tagSteps, tagList } from "./tags";
import { address, flag, nameText, sameCaseless, seconds, text } from "./text";

const inputs = {
  deviceId: field(
    address().optional(),
    "Origin: adopts the device with this id, which is in the account already. Another id than the resource's own replaces it.",
    { origin: true, identity: true, same: sameCaseless },
  ),
  claimCode: field(
    claimCodeText().optional(),
    "Origin: claims the device that shows this code: eight characters, in any case. A code works once; it counts at creation only, so it may stay in the program or leave it.",
    { origin: true, secret: true },
  ),
  hardwareId: field(
    text().optional(),
    "Origin: the device whose agent registers with this hardware id; `waitSeconds` says how long to wait for it. Beside `provision` it is the hardware id that the new device is registered under.",
    { origin: true },
  ),
  registrationCode: field(
    text().optional(),
    "With `hardwareId`: the code that the machine's agent registers with, so that the device waits for whatever hands it out. Kept secret and sent nowhere.",
    { origin: true, secret: true },
  ),
  provision: field(
    provisionMap().optional(),
    "Origin: makes a new device through REST, from a bulk project's `projectKey` and `projectSecret`. `manufacturer` and `platform` are numbers; left out, they are what remote.it's own clients send, 0 and 1120. Needs `hardwareId` and a developer key. Where GraphQL offers `registerDevice`, that comes first, and then there is no `deviceSecret`.",
    { origin: true, secret: true },
  ),
  name: field(nameText().optional(), "Name of the device, 1 to 100 characters."),
  tags: field(
    tagList().optional(),
    "All tags of the device, as a set: those not listed are removed. Left out, tags are not managed; `[]` removes all.",
    {
      same: sameTags,
    },
  ),
  attributes: field(
    attributeMap().optional(),
    "Attributes by name. Only the names given are managed, at every depth; a name that leaves the map is removed. `$remoteit` holds color, label, categoryA to categoryE and statusA to statusE.",
    { same: sameAttributes, managed: managedAttributes },
  ),
  notificationSettings: field(
    notificationMap().optional(),
    "Whether remote.it tells of this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what is given is managed.",
    { managed: managedNotifications },
  ),
  deleteOnDestroy: field(
    flag().optional(),
    "Whether destroying the resource deletes the device from the account. Default: false for an adopted device, true otherwise.",
    { local: true },
  ),
  waitSeconds: field(
    seconds().optional(),
    "Longest time, in seconds, to wait for a registration, or for the device to become inactive before it is deleted. Default 0: do not wait.",
    { local: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account that holds the device."),
  origin: field(
    z.enum(["adopted", "claimed", "registered", "provisioned"]).optional(),
    "How the resource came by the device; absent where it was only read.",
  ),
  hardwareId: field(z.string().optional(), "The device's hardware id, where its agent told one."),
  deviceSecret: field(
    z.string().optional(),
    "What the agent of a provisioned device signs in with, without colons; absent where remote.it did not tell it.",
    { secret: true },
  ),
};

type Inputs = Values<typeof inputs>;
type Outputs = Values<typeof outputs>;

export const device = defineResource({
  type: "Device",
  describe:
    "A device of a remote.it account. Exactly one origin says how it comes to be: `deviceId` adopts it, `claimCode` claims it, `hardwareId` waits for its registration, `provision` makes it from a bulk project.",
  inputs,
  outputs,
  rules: originProblems,
  filters: deviceFilter,

  foretell: (declared, exists) => (exists ? { outputs: {} } : foretellOrigin(declared)),

  async create(context, declared) {
    const about = aboutDevice("Create the device", declared);
    const { origin, accountId, device: found, secret } = await obtain(context, declared, about);
    const unsettled = await applySettings(context, found, {}, declared);
    return { id: found.id, unsettled, outputs: facts(found, accountId, origin, secret) };
  },

  async read(context, id, state) {
    const about = aboutDevice("Read the device", state, id);
    const { accountId, item } = await context.inventory.device(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    // Read by its id alone: what was managed and is not there has gone, whatever the id names now.
    const service = item || state.accountId !== undefined ? undefined : await namesService(context, id, about);
    if (service) throw service;
    return item && { ...live(item, accountId), outputs: facts(item, accountId, state.origin, state.deviceSecret) };
  },

  async update(context, id, state, declared): Promise<Outcome<typeof outputs>> {
    const about = aboutDevice("Update the device", declared, id);
    const { accountId, item } = await context.inventory.device(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    if (!item) {
      throw new NotFoundError({
        ...about,
        why: "It is no longer in the account.",
        remedy: "Run `pulumi refresh`, which drops it from state, and then `pulumi up`, which makes it again.",
      });
    }
    const unsettled = await applySettings(context, item, state, declared);
    return { id, unsettled, outputs: facts(item, accountId, state.origin, state.deviceSecret) };
  },

  async delete(context, id, state) {
    const about = aboutDevice("Delete the device", state, id);
    const wanted = state.deleteOnDestroy ?? (state.origin !== undefined && state.origin !== "adopted");
    if (isHeld(context, id)) {
      context.log("info", `Device ${about.subject} stays in the account: another resource of this program manages it.`);
    } else if (wanted) {
      await deleteDevice(context, id, state, about);
    } else {
      ownAccount(about.subject, (await context.client.account()).id, state.accountId);
    }
  },

  async *list(context, filter?: Partial<Values<typeof deviceFilter>>): AsyncGenerator<Live<typeof inputs, typeof outputs>> {
    const about = { what: "List the devices" };
    const pages = context.inventory.pages(await toDeviceFilter(context, filter ?? {}, about), about);
    for await (const page of pages) yield* inPage(page);
  },

  inPage,

  async byIds(context, ids) {
    const { accountId, items } = await context.inventory.devices(ids, { what: "Read the devices" });
    const asked = new Set(ids.map(idKey));
    return inPage({ accountId, devices: items.filter((item) => asked.has(idKey(item.id))) });
  },
});

function* inPage({ accountId, devices }: PageOf): Generator<Live<typeof inputs, typeof outputs>> {
  for (const item of devices) yield live(item, accountId);
}

function live(item: DeviceRecord, accountId: string): Live<typeof inputs, typeof outputs> {
  return {
    id: item.id,
    inputs: {
      name: item.name ?? undefined,
      tags: item.tags.map(({ name }) => name),
      attributes: item.attributes,
      notificationSettings: presentSettings(item.notificationSettings),
    },
    outputs: facts(item, accountId),
    ...hiddenBy(item),
  };
}

function facts(item: Fresh, accountId: string, origin?: Outputs["origin"], secret?: string): Outputs {
  return { accountId, origin, hardwareId: item.hardwareId ?? undefined, deviceSecret: secret };
}

function presentSettings(settings: Fresh["notificationSettings"]): Inputs["notificationSettings"] {
  return {
    emailNotifications: settings.emailNotifications ?? undefined,
    desktopNotifications: settings.desktopNotifications ?? undefined,
  };
}

/** Brings the device from what it is to what is declared; touches nothing that is so already. */
async function applySettings(context: Context, found: Fresh, before: Partial<Inputs>, declared: Inputs): Promise<Unsettled[]> {
  const { client } = context;
  const { name, tags, attributes, notificationSettings } = declared;
  const about = (what: string) => aboutDevice(what, declared, found.id);
  const attributesToSend = (live: Fresh) => attributeChanges(before.attributes ?? {}, attributes ?? {}, live.attributes);
  const steps: Step[] = [];
  if (name !== undefined && name !== found.name) {
    steps.push({ properties: ["name"], run: () => rename(client, found.id, name, about("Rename the device")) });
  }
  if (tags) {
    const bearing = found.tags.map((tag) => tag.name);
    steps.push(...tagSteps(client, found.id, bearing, tags, about("Tag the device")));
  }
  if (attributes) {
    const run = () => setAttributes(client, found.id, attributesToSend(found), about("Set the device's attributes"));
    steps.push({ properties: ["attributes"], run });
  }
  if (notificationSettings) {
    const run = () =>
      setNotifications(client, found.id, found.notificationSettings, notificationSettings, about("Set the notifications"));
    steps.push({ properties: ["notificationSettings"], run });
  }
  return settle(steps, async (property) => {
    const { accountId, item } = await context.inventory.device(found.id, about("Read the device"));
    if (item === undefined) return false;
    // Those that leave the program have to be gone as well.
    if (property === "attributes") return Object.keys(attributesToSend(item)).length === 0;
    return isAsDeclared({ inputs }, live(item, accountId), declared, property);
  });
}

function aboutDevice(what: string, known: { name?: unknown }, id?: string): About & { subject: string } {
  return { what, subject: called(known.name, id ?? "new") };
}
