import { compositeId } from "../../core/composite-id";
import type { MarkPlace } from "../../inventory";

interface Named {
  deviceId: string;
  email: string;
}

/** A device is shared once with each user. */
export const shareId = compositeId("deviceId", "email");

/** Where the marks of a share stand, which has no attributes. */
export const sharePlace = (named: Named): MarkPlace => ({ kind: "device-share", name: shareId.format({ ...named }) });
