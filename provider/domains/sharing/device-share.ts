import { z } from "zod";
import { ConflictError } from "../../core/errors";
import { field, type Values } from "../../core/field";
import type { Live } from "../../core/resource";
import { type DeviceRecord, idKey, type SharedWith } from "../../inventory";
import { confirmGone, createOnce, defineResource, mustBeAllowedOn, type PageOf } from "../../lifecycle";
import { adopted, refusalOf } from "../shared/answers";
import { hiddenBy } from "../shared/permissions";
import { address, emailAddress, flag, sameCaseless } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { accessCollection, shareIn, type ShareRecord, unseenShare } from "./access";
import { notItsOwn, shareable, shareNeed, shareObstacles } from "./obstacles";
import { share, unshare } from "./share-calls";
import { noShareId, notShared } from "./share-errors";
import { shareId, sharePlace } from "./share-id";
import { declaredForm, foreign, meant, sameServices, serviceList, sharesMore } from "./services";

const inputs = {
  deviceId: field(address(), "Id of the device that is shared. Changing it replaces the resource.", {
    replaces: true,
    same: sameCaseless,
  }),
  email: field(
    emailAddress(),
    "Address of the user with whom it is shared. Case is ignored. Changing it replaces the resource. Whether remote.it invites an address without an account or refuses it is unknown.",
    { replaces: true, same: sameCaseless },
  ),
  services: field(
    serviceList(),
    'Ids of the services that are shared, as a set: what is not listed is taken away. Default: `["*"]`, every service of the device. One that is added to the device later is shared by the next `pulumi up` after a refresh; until then, drift reports it.',
    { same: sameServices, grantsAccess: sharesMore },
  ),
  scripting: field(flag().default(false), "Whether the user may run scripts on the device. Default: false.", {
    grantsAccess: (_declared, held) => held === true,
  }),
  notify: field(
    flag().optional(),
    "Whether remote.it mails the user when the share is made. Default: false. Used at creation only; no later change is mailed.",
    { origin: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account that shares the device."),
};

const filters = {
  deviceId: field(address().optional(), "Only the shares of the device with this id."),
  email: field(emailAddress().optional(), "Only what is shared with the user of this address, in any case."),
};

type LiveShare = Live<typeof inputs, typeof outputs>;

export const deviceShare = defineResource({
  type: "DeviceShare",
  describe:
    "A device that is shared with another user of remote.it: all of its services, or some. The id is `deviceId/email`. A user who is a guest already is adopted: the declared services and scripting are set, and destroying the resource leaves the share, unless `deleteOnDestroy` is set.",
  inputs,
  outputs,
  filters,
  grantsAccess: true,
  isLookedForUnasked: false,
  pageParts: ["access"],
  device: "deviceId",

  called: ({ deviceId, email }, id) => {
    const named = id === undefined ? undefined : shareId.parse(id);
    const [device, user] = [deviceId, email].map((part) => (typeof part === "string" ? part : undefined));
    return `with ${user ?? named?.email ?? id ?? "a user"} of device ${device ?? named?.deviceId ?? "that is not known yet"}`;
  },
  label: ({ inputs: { email, deviceId } }) => `${email ?? ""} on ${deviceId ?? ""}`,

  obstacles: shareObstacles,
  needs: shareNeed,
  permissionsOn: ({ permissions }: ShareRecord) => permissions,
  whyNotThere: noShareId,

  async observe(reading, id, about, { accountId: isManaged }) {
    const named = shareId.parse(id);
    if (!named) return { accountId: (await reading.client.account()).id, item: undefined };
    const { accountId, item: device } = await reading.read(accessCollection, named.deviceId, about);
    const unseen = isManaged === undefined ? undefined : unseenShare(device, named.email);
    return { accountId, item: shareIn(device, named.email) ?? unseen };
  },

  live: (item: ShareRecord, accountId) => live(item, accountId),

  adoption: {
    example: "new remoteit.DeviceShare(…, { deviceId, email })",
    ownName: ({ inputs: { email } }) => email,
    inputs: ({ inputs: { deviceId, email, services, scripting }, hints }) => ({
      deviceId,
      email,
      ...(!sameServices(services, ["*"], hints ?? {}) && { services }),
      ...(scripting && { scripting }),
    }),
  },

  async create(context, declared, about) {
    const { deviceId, email, services, scripting, notify = false } = declared;
    const { accountId, device } = await shareable(context, declared, about);
    const id = shareId.format({ deviceId: device.id, email });
    context.ownership.take({ type: "DeviceShare", id }, about);
    const there = shareIn(device, email);
    if (there) {
      context.log(
        "warning",
        adopted(`DeviceShare ${about.subject}: it is shared already, and is adopted.${takenAway(there, services)}`),
      );
      return { id, accountId, origin: "adopted", item: there };
    }
    mustBeAllowedOn(shareNeed, device, about);
    const all = device.services.map((service) => service.id);
    // What is found after a lost answer may be another hand's by half: it is set once more.
    let found: ShareRecord | undefined;
    const find = async () => (found = shareIn((await context.inventory.of(accessCollection).fresh(deviceId, about)).item, email));
    await createOnce<unknown>(context, {
      make: async () => {
        const once = { ...about, once: true as const };
        if (!(await share(context.client, { deviceId: device.id, email, services, scripting, notify }, all, once)))
          throw notShared(about, email);
      },
      find,
    });
    return { id, accountId, origin: "made", ...(found && { item: found }) };
  },

  setters: [
    {
      what: "Changing device share",
      properties: ["services", "scripting"],
      async set({ client }, { item }, { services, scripting }, _look, about) {
        const wanted = {
          deviceId: item.deviceId,
          email: item.email,
          services: (services?.target ?? item.services) as string[],
          scripting: (scripting?.target ?? item.scripting) as boolean,
          notify: false,
        };
        const others = foreign(wanted.services, item.all);
        if (others.length > 0) throw new ConflictError({ ...about, ...notItsOwn(item.deviceId, others) });
        if (!(await share(client, wanted, item.all, about))) throw notShared(about, item.email);
      },
    },
  ],

  marking: userMarks((id) => sharePlace(shareId.parse(id) ?? { deviceId: id, email: "" })),

  async destroy({ client }, { item: { deviceId, email } }, look, about) {
    await confirmGone(() => unshare(client, deviceId, email, about), look, refusalOf(about, "The share was not ended."));
  },

  async *list(context, filter?: Partial<Values<typeof filters>>): AsyncGenerator<LiveShare> {
    const about = { what: "Listing device shares" };
    const isMeant = ({ inputs: { email } }: LiveShare) => filter?.email === undefined || sameCaseless(email, filter.email);
    if (filter?.deviceId !== undefined) {
      const { accountId, items } = await context.inventory.of(accessCollection).together([filter.deviceId], about);
      for (const one of items) if (idKey(one.id) === idKey(filter.deviceId)) yield* sharesOf(accountId, one).filter(isMeant);
      return;
    }
    for await (const page of context.inventory.pages({ owner: true }, about, new Set(["access"])))
      for (const one of inPage(page)) if (isMeant(one)) yield one;
  },

  inPage,

  async byIds(context, ids) {
    const named = ids.flatMap((id) => {
      const parts = shareId.parse(id);
      return parts ? [{ id, ...parts }] : [];
    });
    const devices = [...new Map(named.map(({ deviceId }) => [idKey(deviceId), deviceId])).values()];
    if (devices.length === 0) return { found: [], failed: new Map() };
    const { accountId, items, failed } = await context.inventory
      .of(accessCollection)
      .together(devices, { what: "Reading device shares" });
    const byId = new Map(items.map((item) => [idKey(item.id), item]));
    const failures = new Map([...failed].map(([id, error]) => [idKey(id), error]));
    return {
      found: named.flatMap(({ deviceId, email }) => {
        const item = shareIn(byId.get(idKey(deviceId)), email);
        return item ? [live(item, accountId)] : [];
      }),
      failed: new Map(
        named.flatMap(({ id, deviceId }) =>
          failures.has(idKey(deviceId)) ? [[id, failures.get(idKey(deviceId))] as const] : [],
        ),
      ),
    };
  },
});

/** Of the account's own devices alone: nobody shares those of others. */
function* inPage({ accountId, devices }: PageOf): Generator<LiveShare> {
  for (const device of devices)
    if (device.owner?.id === accountId) yield* sharesOf(accountId, { ...device, shares: device.shares ?? [] });
}

interface Shared {
  id: string;
  permissions: DeviceRecord["permissions"];
  services: readonly { id: string }[];
  shares: readonly SharedWith[];
}

function sharesOf(accountId: string, { id: deviceId, permissions, services, shares }: Shared): LiveShare[] {
  if (shares.length === 0) return [];
  const all = services.map(({ id }) => id);
  return shares.map((one) => live({ ...one, deviceId, permissions, all }, accountId));
}

function live(
  { deviceId, email, services, scripting, all, permissions, isUnseen }: Omit<ShareRecord, "marks">,
  accountId: string,
): LiveShare {
  return {
    id: shareId.format({ deviceId, email }),
    inputs: { deviceId, email, services: declaredForm(services, all), scripting },
    outputs: { accountId },
    hints: { all },
    ...(isUnseen ? { isHidden: true as const } : hiddenBy({ permissions })),
  };
}

/** What an adopted share has beside the declared services, which is said since no plan has shown it. */
function takenAway({ services, all }: ShareRecord, declared: readonly string[]): string {
  const wanted = meant(declared, all);
  const more = services.filter((id) => !wanted.has(idKey(id)));
  return more.length === 0 ? "" : ` The program does not share ${more.join(", ")}, which is taken away.`;
}
