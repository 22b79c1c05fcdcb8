import { compositeId } from "../../core/composite-id";
import type { MarkPlace } from "../../inventory";

interface Named {
  deviceId: string;
  email: string;
}

/** A device is shared once with each user. */
export const shareId = compositeId("deviceId", "email");

/** Case means nothing in the addresses of users: whether remote.it reads it so is unknown, and nobody has two that differ by it. */
export const isSameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Where the marks of a share stand, which has no attributes. */
export const sharePlace = (named: Named): MarkPlace => ({ kind: "device-share", name: shareId.format({ ...named }) });
