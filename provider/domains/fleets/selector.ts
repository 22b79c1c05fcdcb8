import type { Compared, DeviceFilter, DeviceRecord } from "../../inventory";
import { tagHints } from "../tags/device-tags";
import type { Conditions, Fleet, Selector } from "./resolve";

type Matchable = Pick<DeviceRecord, "name" | "owner" | "platform" | "services" | "tags" | "tellsCase" | "permissions">;

/** Whether a device belongs to the fleet: one that the account owns and may see, and of which all conditions hold. */
export function matches({ exclude, ...conditions }: Selector, device: Matchable, accountId: string): boolean {
  if (device.owner && device.owner.id !== accountId) return false;
  if (!device.permissions.includes("VIEW")) return false;
  return held(conditions, device).every(Boolean) && !(exclude && held(exclude, device).some(Boolean));
}

/** Of each condition that is given, whether it holds. */
function held({ tags, nameContains, platforms, applications }: Conditions, device: Matchable): boolean[] {
  const { platform, services } = device;
  return [
    ...(tags ? heldOfTags(tags, device) : []),
    ...(nameContains === undefined ? [] : [(device.name ?? "").toLowerCase().includes(nameContains.toLowerCase())]),
    ...(platforms ? [platform !== null && platforms.includes(platform)] : []),
    ...(applications ? [services.some(({ application }) => application !== null && applications.includes(application))] : []),
  ];
}

function heldOfTags({ any, all }: NonNullable<Conditions["tags"]>, device: Matchable): boolean[] {
  const { tellsCase } = tagHints(device);
  const spelled = (tag: string) => (tellsCase ? tag : tag.toLowerCase());
  const borne = new Set(device.tags.map(({ name }) => spelled(name)));
  const bears = (tag: string) => borne.has(spelled(tag));
  return [...(any ? [any.some(bears)] : []), ...(all ? [all.every(bears)] : [])];
}

/** The tags that a selector asks for. */
export const tagsOf = ({ tags }: Conditions): string[] => [...(tags?.any ?? []), ...(tags?.all ?? [])];

/**
 * What remote.it is asked to leave out itself, so that a small fleet of a large account costs few pages. Every device that comes is
 * judged by `matches` all the same.
 *
 * @param accountTags - Names of the account's tags: its filter may tell two spellings apart, so it is given all that there are.
 */
export function narrowed({ selector, template }: Fleet, accountTags: readonly string[]): DeviceFilter {
  const { tags, nameContains, platforms, applications, exclude } = selector;
  const [one] = tags?.all ?? [];
  const asked = one === undefined ? tags?.any : [one];
  const isAsked = (name: string) => asked?.some((tag) => tag.toLowerCase() === name.toLowerCase());
  // By application type remote.it would leave out services as well, of which the template or the exclusion may speak.
  const showsAll = template.services ?? template.removeServices ?? exclude?.applications;
  return {
    owner: true,
    ...(asked && { tag: { operator: "ANY" as const, values: accountTags.filter(isAsked) } }),
    ...(nameContains !== undefined && { name: nameContains }),
    ...(platforms && { platform: [...platforms] }),
    ...(applications && !showsAll && { application: [...applications] }),
  };
}

/** What of each device has to be read. */
export function comparedBy({ selector, template, rollout }: Fleet): Compared {
  const all = [selector, selector.exclude ?? {}];
  return new Set([
    ...((template.tags ?? template.removeTags ?? all.some(({ tags }) => tags)) ? ["tags"] : []),
    ...(template.attributes ? ["attributes"] : []),
    ...(template.notificationSettings ? ["notificationSettings"] : []),
    // What a service is besides its type, and whether the device takes a change of it.
    ...((template.services ?? template.removeServices) ? ["host", "port", "enabled", "facts"] : []),
    ...(rollout.onlineOnly || all.some(({ platforms }) => platforms) ? ["facts"] : []),
  ]);
}
