import type { DeviceRecord } from "../../inventory";

/** The mark of things that the access key's user may not view: those of a device without that permission. */
export function hiddenBy({ permissions }: Pick<DeviceRecord, "permissions">): { isHidden?: true } {
  return permissions.includes("VIEW") ? {} : { isHidden: true };
}
