import { rows } from "../../rows";
import type { Store } from "../../store";

interface Settings {
  email: boolean;
  desktop: boolean;
  /** The webhook is on. */
  url: boolean;
  /** The webhook's. */
  address: string | null;
  /** Who gets the mails: null is the user. */
  recipient: string | null;
}

export const ofAccount = rows((): Settings => ({ email: true, desktop: true, url: false, address: null, recipient: null }));

/** Null follows the account. */
export const ofDevice = rows(() => ({
  emailNotifications: null as boolean | null,
  desktopNotifications: null as boolean | null,
}));

/** Switches the webhook off. */
export function switchOff({ world }: Store, settings: Settings): void {
  settings.url = false;
  if (world["webhook-off"] === "clears") settings.address = null;
}
