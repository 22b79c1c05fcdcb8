import { z } from "zod";
import type { About } from "../client";
import { NotFoundError } from "../core/errors";
import { field, type Values } from "../core/field";
import type { Live, Outcome, Unsettled } from "../core/resource";
import { settle, type Step } from "../core/settle";
import { isAsDeclared } from "../core/state";
import { type DeviceRecord, idKey } from "../inventory";
import { claimCodeText } from "./claim";
import { attributeMap, isAsWanted, managedAttributes, sameAttributes, setAttributes } from "./attributes";
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
import { sameTags, setTags, tagHints, tagList, twinsIn } from "./tags";
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
    "All tags that the account has on the device, as a set: those not listed are removed. Left out, tags are not managed; `[]` removes all. Another case of a tag, `prod` where `Prod` is declared, counts as the same tag, and stays as it is spelled, unless the account tells the two apart. Changing tags needs the permission ADMIN.",
    {
      same: sameTags,
    },
  ),
  attributes: field(
    attributeMap().optional(),
    "Attributes by name. Only the names given are managed, at every depth; a name that leaves the map is removed. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Prefer a map to a name with a dot: where remote.it takes the dot for a path, such a name is an error.",
    { same: sameAttributes, managed: managedAttributes },
  ),
  notificationSettings: field(
    notificationMap().optional(),
    "Whether remote.it tells of this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what is given is managed: what is left out stays as it is, and `null` gives the device back to the account's setting. `followAccount: true` stands for a null in each that is left out, where a language cannot say it (YAML, Go).",
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
    const unsettled = await applySettings(context, { accountId, found }, {}, declared);
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
    const unsettled = await applySettings(context, { accountId, found: item }, state, declared);
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
      tags: namesOf(item),
      attributes: item.attributes,
      notificationSettings: presentSettings(item.notificationSettings),
    },
    outputs: facts(item, accountId),
    hints: tagHints(item),
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

interface Obtained {
  accountId: string;
  found: Fresh;
}

/** Brings the device from what it is to what is declared; touches nothing that is so already. */
async function applySettings(
  context: Context,
  { accountId, found }: Obtained,
  before: Partial<Inputs>,
  declared: Inputs,
): Promise<Unsettled[]> {
  const { client } = context;
  const { id } = found;
  const { name, tags, attributes, notificationSettings } = declared;
  const about = (what: string) => aboutDevice(what, declared, id);
  const look = async (): Promise<DeviceRecord> => {
    const { item } = await context.inventory.device(id, about("Read the device"));
    if (item) return item;
    throw new NotFoundError({
      ...about("Read the device"),
      why: "It has left the account meanwhile.",
      remedy: "Run `pulumi refresh`.",
    });
  };
  const steps: Step[] = [];
  if (name !== undefined && name !== found.name) {
    steps.push({ properties: ["name"], run: () => rename(client, id, name, about("Rename the device")) });
  }
  if (tags && !isTagged(found, before.tags, tags)) {
    warnOfTwins(context, tags, about("Tag the device"));
    const tagging = { id, accountId, borne: namesOf(found), wanted: tags, look: async () => namesOf(await look()) };
    steps.push({ properties: ["tags"], run: () => setTags(client, tagging, about("Tag the device")) });
  }
  if (attributes) {
    const changing = {
      before: before.attributes ?? {},
      wanted: attributes,
      live: found.attributes,
      look: async () => (await look()).attributes,
    };
    const run = () => setAttributes(client, id, changing, about("Set the device's attributes"));
    steps.push({ properties: ["attributes"], run });
  }
  if (notificationSettings) {
    const run = () =>
      setNotifications(
        client,
        id,
        found.notificationSettings,
        notificationSettings,
        async () => (await look()).notificationSettings,
        about("Set the notifications"),
      );
    steps.push({ properties: ["notificationSettings"], run });
  }
  return settle(steps, async (property) => {
    const item = await look();
    // Those that leave the program have to be gone as well.
    if (property === "attributes") return isAsWanted(before.attributes ?? {}, attributes ?? {}, item.attributes);
    // Another spelling is as good in state, but it does not say that what was refused is so.
    if (property === "tags") return sameTags(namesOf(item), tags);
    return isAsDeclared({ inputs }, live(item, accountId), declared, property);
  });
}

const namesOf = ({ tags }: Pick<Fresh, "tags">): string[] => tags.map(({ name }) => name);

/** Another spelling of a tag is tried once: from then on state holds the declared one. */
function isTagged(found: Fresh, before: unknown, wanted: string[]): boolean {
  return sameTags(before, wanted) && sameTags(wanted, namesOf(found), tagHints(found));
}

function warnOfTwins({ log }: Context, tags: string[], { subject }: { subject: string }): void {
  const twins = twinsIn(tags);
  if (twins.length === 0) return;
  const which = twins.join(" and ");
  log(
    "warning",
    `Device ${subject}: ${which} differ by case alone, and remote.it's app takes them for one tag: keep one of them.`,
  );
}

function aboutDevice(what: string, known: { name?: unknown }, id?: string): About & { subject: string } {
  return { what, subject: called(known.name, id ?? "new") };
}
