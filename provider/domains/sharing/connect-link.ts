import { z } from "zod";
import { NotFoundError } from "../../core/errors";
import { field, type Values } from "../../core/field";
import type { Need } from "../../core/need";
import type { Live } from "../../core/resource";
import { protect } from "../../core/secrets";
import { isUnknown } from "../../core/unknown";
import { type DeviceRecord, type Marks, noMarks, userMarksIn } from "../../inventory";
import {
  type Context,
  confirmGone,
  createOnce,
  defineResource,
  lackingOn,
  mustBeAllowedOn,
  type SubjectLabel,
} from "../../lifecycle";
import { adopted, refusalOf } from "../shared/answers";
import { namesDevice } from "../shared/other-kind";
import { hiddenBy } from "../shared/permissions";
import { address, flag, sameCaseless } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { removeLink, setLink } from "./link-calls";
import { type Link, linkPlace, linkTypes, listLinks, serviceLinks, type ServiceLinkRecord } from "./links";
import { linkPassword } from "./password";

const inputs = {
  serviceId: field(
    address(),
    "Id of the service that the link leads to. Changing it replaces the link, by one with another address.",
    {
      replaces: true,
      idOf: "Service",
      same: sameCaseless,
    },
  ),
  enabled: field(
    flag().default(true),
    "Whether the link leads to the service. Default: true. One that is switched off keeps its address.",
    { grantsAccess: (_declared, held) => held === true },
  ),
  password: field(
    linkPassword().optional(),
    'What whoever opens the link is asked for, up to 49 characters. `""` takes the password off; left out, it is not managed. remote.it does not tell it: so it is kept as a secret in state, sent when the program changes it or switches the link on, and what another hand sets is not seen.',
    { secret: true, writeOnly: true },
  ),
};

const need: Need = { permission: "MANAGE", on: "device" };

const outputs = {
  accountId: field(z.string(), "Id of the account that holds the service."),
  url: field(z.string().optional(), "The link's address, which stays as long as the link is there."),
  code: field(
    z.string().optional(),
    "Key of the link for remote.it's own SDK, where the service is no web service. Whoever has it can reach the service.",
    { secret: true },
  ),
  ownUrl: field(
    z.string().optional(),
    "The address that the link had when this resource made or adopted it: no link of another address is ever removed.",
  ),
};

const filters = {
  serviceId: field(address().optional(), "Only the link of the service with this id."),
  types: field(
    z.array(z.enum(linkTypes, { error: `must be one of ${linkTypes.join(", ")}` })).optional(),
    "Only links of these types: HTTPS for web services, WSS for all others.",
  ),
};

type LiveLink = Live<typeof inputs, typeof outputs>;

/** A link as the account holds it. */
interface LinkRecord extends Link {
  serviceId: string;
  permissions: DeviceRecord["permissions"];
  marks: Marks;
  /** Set where the link may be there, and the account does not show it to the access key's user. */
  isUnseen?: true;
}

export const connectLink = defineResource({
  type: "ConnectLink",
  describe:
    "A lasting public address of a service, through which it is reached without remote.it's app. A service has one at most; the id is the service's. Destroying it loses the address for good: a link that was there before stays, unless `deleteOnDestroy` is set.",
  inputs,
  outputs,
  filters,
  kept: ["ownUrl"],
  grantsAccess: true,

  called: ({ serviceId }, id) => `of service ${typeof serviceId === "string" ? serviceId : (id ?? "that is not known yet")}`,

  needs: need,
  permissionsOn: ({ permissions }: LinkRecord) => permissions,

  async obstacles({ context, reading, about }, { declared: { serviceId }, changed }) {
    if (typeof serviceId !== "string" || isUnknown(serviceId) || changed.size === 0) return [];
    const { accountId, item } = await reading.read(serviceLinks, serviceId, about);
    if (item) return item.link ? [] : lackingOn(need, item.device).map((one) => ({ ...one, property: "serviceId" }));
    const { why, remedy, label } = await noService(context, serviceId, accountId, about);
    if (!context.ownership.isExpecting("Service")) return [{ property: "serviceId", why, remedy }];
    context.log("info", `${label}: ${why} It may be one that this run makes.`);
    return [];
  },

  whyNotThere: namesDevice,

  async observe(reading, id, about, { accountId: isManaged, password }) {
    if (typeof password === "string") protect(password);
    const { accountId, item } = await reading.read(serviceLinks, id, about);
    return { accountId, item: linkIn(item) ?? (isManaged === undefined ? undefined : unseen(item)) };
  },

  live: ({ isUnseen, ...link }: LinkRecord, accountId) => ({
    ...live(link, accountId),
    ...(isUnseen ? { isHidden: true as const } : hiddenBy(link)),
  }),

  adoption: {
    example: "new remoteit.ConnectLink(…, { serviceId })",
    inputs: ({ inputs: { serviceId, enabled } }) => ({ serviceId, ...(enabled === false && { enabled }) }),
  },

  async create(context, { serviceId, enabled, password }, about) {
    if (password !== undefined) protect(password);
    const { accountId, item: service } = await context.inventory.of(serviceLinks).fresh(serviceId, about);
    if (!service) throw await noService(context, serviceId, accountId, about);
    const { id } = service;
    context.ownership.take({ type: "ConnectLink", id }, about);
    const there = linkIn(service);
    if (there) {
      const isSwitchedOn = enabled && !there.enabled ? " It is off, and is switched on as the program declares." : "";
      context.log(
        "warning",
        adopted(`ConnectLink ${about.subject}: the service has a link already, which is adopted.${isSwitchedOn}`),
      );
      return { id, accountId, origin: "adopted", item: there, outputs: { ownUrl: there.url } };
    }
    mustBeAllowedOn(need, service.device, about);
    // What is found after a lost answer is set once more: nobody can see whether it has the password.
    let found: LinkRecord | undefined;
    const link = await createOnce<Link>(context, {
      make: () => setLink(context.client, { serviceId: id, enabled, ...(password && { password }) }, { ...about, once: true }),
      find: async () => (found = linkIn((await context.inventory.of(serviceLinks).fresh(id, about)).item)),
    });
    const { outputs: facts } = live({ ...link, serviceId: id }, accountId);
    return { id, accountId, origin: "made", ...(found && { item: found }), outputs: { ...facts, ownUrl: link.url } };
  },

  setters: [
    {
      what: "Changing connect link",
      properties: ["enabled", "password"],
      async set({ client }, { item, declared }, { enabled, password }, _look, about) {
        // Whether a link that is off keeps its password is unknown, so one that is switched on is given it again.
        const isSwitchedOn = enabled?.target === true;
        const secret = (password?.target ?? (isSwitchedOn ? declared["password"] : undefined)) as string | undefined;
        const wanted = { serviceId: item.serviceId, enabled: (enabled?.target ?? item.enabled) as boolean, password: secret };
        await setLink(client, wanted, about);
      },
    },
  ],

  marking: userMarks(linkPlace),

  isOthers: ({ url, isUnseen }, { ownUrl }) =>
    ownUrl === undefined || url === ownUrl || isUnseen
      ? undefined
      : "its address is another by now: somebody has removed the link and made one again, which this resource has not made.",

  async destroy({ client }, { id }, look, about) {
    await confirmGone(() => removeLink(client, id, about), look, refusalOf(about, "The link was not removed."));
  },

  async *list(context, filter?: Partial<Values<typeof filters>>): AsyncGenerator<LiveLink> {
    const { serviceId, types = linkTypes } = filter ?? {};
    const { accountId, items } = await listLinks(context.client, types, { what: "Listing connect links" });
    for (const item of items) if (serviceId === undefined || sameCaseless(item.serviceId, serviceId)) yield live(item, accountId);
  },
});

function linkIn(service: ServiceLinkRecord | undefined): LinkRecord | undefined {
  if (!service?.link) return undefined;
  const { id, link, device, attributes } = service;
  return { ...link, serviceId: id, permissions: device.permissions, marks: userMarksIn(attributes, linkPlace(id)) };
}

/** Whether links show to who may not manage the device is unknown: for him, none that is shown has not gone. */
function unseen(service: ServiceLinkRecord | undefined): LinkRecord | undefined {
  if (!service || service.device.permissions.includes("MANAGE")) return undefined;
  const { id: serviceId, device } = service;
  return { serviceId, permissions: device.permissions, marks: noMarks, url: "", code: "", enabled: false, isUnseen: true };
}

function live({ serviceId, url, code, enabled }: Link & { serviceId: string }, accountId: string): LiveLink {
  return {
    id: serviceId,
    inputs: { serviceId, enabled },
    outputs: { accountId, url: url || undefined, code: code || undefined, ownUrl: undefined },
  };
}

async function noService(
  context: Context,
  id: string,
  accountId: string,
  about: SubjectLabel | { what: string },
): Promise<NotFoundError> {
  const why = `Account ${accountId} has no service ${id}.`;
  const remedy = "Write the id of a service of this account in serviceId, or that of a Service resource.";
  return (await namesDevice(context, id, about)) ?? new NotFoundError({ ...about, why, remedy });
}
