import type { Account } from "./accounts";
import type { Store } from "./store";

/** A call as the account of the key: REST knows no other. */
export interface Call {
  store: Store;
  account: Account;
  /** What stands in the path for each {name}. */
  path: readonly string[];
  body: Readonly<Record<string, unknown>>;
}

/** A refusal has a reason, with a code beside it in some calls; or, of registrations, a word of its own. */
type Refusal = { reason: string; code?: string } | { Error: "DuplicateName:" | "DuplicateAddress:" };

export type RestAnswer = { status: "true"; [fact: string]: unknown } | ({ status: "false" } & Refusal);

export type RestCall = (call: Call) => RestAnswer;

export const ok = (facts: Record<string, unknown> = {}): RestAnswer => ({ status: "true", ...facts });
export const no = (reason: string): RestAnswer => ({ status: "false", reason });

/** What is said in brackets before the reason, once more beside it (api/README.md, P). */
export const noWithCode = (code: string, reason: string): RestAnswer => ({
  status: "false",
  reason: `[${code}] ${reason}`,
  code,
});

export const noDevice = no("[0806] device not found");
export const noService = no("[0861] no service for that id");
export const badAddress = no("bad device address");
export const badType = no("bad device type");
export const badName = no("bad device name");
export const notAllowed = no("not authorized");

/** The name is taken. */
export const duplicateName = ({ world }: Store): RestAnswer =>
  world["rest-errors"] === "error" ? { status: "false", Error: "DuplicateName:" } : no("[0807] duplicate name");

/** The address is a device or a service already. */
export const duplicateAddress = ({ world }: Store): RestAnswer =>
  world["rest-errors"] === "error" ? { status: "false", Error: "DuplicateAddress:" } : badAddress;

/** A text of the body; empty where there is none. */
export function text({ body }: Call, key: string): string {
  const value = body[key];
  return typeof value === "string" ? value : "";
}
