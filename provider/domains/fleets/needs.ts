import type { Need } from "../../core/need";

/** What a fleet needs to write to a device, and to put tags on it and take them off (api/README.md, A). */
export const needsOfFleet = {
  device: { permission: "MANAGE", on: "device" },
  tags: { permission: "ADMIN", on: "account", limit: "tagging" },
} as const satisfies Record<string, Need>;
