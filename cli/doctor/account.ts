import type { Asking, Finding } from "../../conformance";
import type { Settings } from "../../provider/client";
import { type Account, unknownStack } from "../options/account";
import { AuthenticationError, ClockSkewError, type RemoteitError } from "../../provider/core/errors";
import type { Access } from "../../provider/domains/account/access";
import type { AccountInfo } from "../../sdk/types";
import { counted, number } from "../../drift/formats/words";
import { type Check, failed, ok, warning } from "./check";

export function credentialsCheck({ settings: { accessKeyId, credentialsFrom }, stack, doubt }: Account): Check {
  const key = `access key ${partly(accessKeyId)} from the`;
  if (doubt) {
    const why = doubt.why.replace(/\.$/, "");
    return warning("credentials", `${key} ${credentialsFrom}. ${unknownStack}: ${why}`, doubt.remedy);
  }
  if (stack === undefined) return ok("credentials", `${key} ${credentialsFrom}`);
  const isOfStack = credentialsFrom === "stack configuration";
  return ok(
    "credentials",
    isOfStack ? `${key} configuration of stack ${stack}` : `${key} ${credentialsFrom}; stack ${stack} sets none`,
  );
}

/** Enough to tell two keys apart. */
function partly(id: string): string {
  return id.length < 12 ? `${id.slice(0, 3)}…` : `${id.slice(0, 4)}…${id.slice(-4)}`;
}

/** What a failure of the first signed request says of the way there and of the key. */
export function refusalChecks({ endpoint }: Settings, error: RemoteitError): Check[] {
  const why = error.why.replace(/\.$/, "");
  if (error instanceof AuthenticationError || error instanceof ClockSkewError)
    return [ok("endpoint", `${endpoint} answers`), failed("signature", why, error.remedy)];
  return [failed("endpoint", why, error.remedy)];
}

export function accountCheck({ id, email, devices }: AccountInfo, ownId: string): Check {
  const holds = devices ? `: ${counted(devices.total, "device")}, ${number(devices.online)} online` : "";
  const through = id === ownId ? "" : `, for which the key's user (${ownId}) acts; its webhook and REST are out of reach`;
  return ok("account", `${email === undefined ? id : `${email} (${id})`}${through}${holds}`);
}

export function permissionsCheck({ total, shown, manageable, taggable }: Access): Check {
  const check = "permissions";
  const of = total > shown ? ` of the first ${counted(shown, "device")}` : ` of ${counted(shown, "device")}`;
  if (shown === 0) return ok(check, "unknown as long as the account has no devices");
  const can = (count: number, what: string) => `${count === shown ? "all" : number(count)}${of} can be ${what}`;
  if (manageable === shown && taggable === shown) return ok(check, can(shown, "managed"));
  // Permissions are independent of each other (api/README.md, A).
  const manage = `${can(manageable, "managed")}${manageable === shown ? "" : "; the others can only be seen or connected to"}`;
  const tag = `the tags ${taggable === 0 ? "of none" : taggable === shown ? "of all" : `of ${number(taggable)}`} can be changed`;
  const needed = [
    ...(manageable < shown ? ["MANAGE where the program is to rename, change or delete devices"] : []),
    ...(taggable < shown ? ["ADMIN in the account where it is to change tags"] : []),
  ];
  return warning(check, `${manage}; ${tag}`, `Ask the owner for the permission ${needed.join(", and for ")}.`);
}

export function pageCheck({ total, asked, shown }: Access, { status, answer }: Finding): Check {
  const pages = counted(Math.ceil(total / asked) || 1, "page");
  if (status !== "differs") return ok("page size", `${number(asked)} devices: the account is ${pages}`);
  return warning(
    "page size",
    `a page of ${number(asked)} devices was asked for and held ${number(shown)} of ${number(total)}`,
    answer?.consequence ?? "",
  );
}

/** Beyond so many seconds requests are refused; within, the clocks are near enough. */
const FAR = 60;

/** Whether this machine's clock is that of remote.it. Asks without a signature, which a wrong clock would spoil. */
export async function clockCheck(asking: Asking): Promise<Check> {
  const { endpoint } = asking.settings;
  const offset = await asking.clockOffset();
  if (offset === undefined)
    return warning("clock", `${endpoint} sends no time`, "Check for a proxy in between that drops the header Date.");
  const message =
    offset === 0
      ? "the same as remote.it's"
      : `${counted(Math.abs(offset), "second")} ${offset < 0 ? "ahead of" : "behind"} remote.it's`;
  if (Math.abs(offset) < FAR) return ok("clock", message);
  return warning(
    "clock",
    message,
    "Set the clock of this machine (NTP). Until then requests are signed by remote.it's time, which costs one extra request per run.",
  );
}
