import { protectAddress } from "../../provider/core/address";
import { withoutKeys } from "../support/environment";
import type { Notifier } from "./notifiers";
import { runCommand } from "./notify-command";
import { post } from "./notify-url";

/** Whom to notify, as the command's options say. */
export interface NotifierOptions {
  notifyUrl?: string;
  notifyCommand?: string;
  /** Variables that hold keys and that the command gets all the same. */
  notifyEnv?: string[];
  /** Milliseconds that the command may take. */
  notifyTimeout?: number;
}

export function notifiersOf({ notifyUrl, notifyCommand, notifyEnv = [], notifyTimeout }: NotifierOptions): Notifier[] {
  // An address for notices often holds what lets one in.
  if (notifyUrl !== undefined) protectAddress(notifyUrl);
  const url: Notifier[] =
    notifyUrl === undefined
      ? []
      : [{ name: "url", label: "The address of --notify-url", notify: post.bind(undefined, notifyUrl) }];
  if (notifyCommand === undefined) return url;
  const env = withoutKeys(process.env, notifyEnv);
  return [
    ...url,
    {
      name: "command",
      label: "The command of --notify-command",
      notify: (event, signal) => runCommand(notifyCommand, event, signal, notifyTimeout, env),
      mayFix: true,
    },
  ];
}
