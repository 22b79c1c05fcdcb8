import type { Account } from "../model";
import type { Store } from "../store";

/** A call as the account of the key: REST knows no other. */
export interface Call {
  store: Store;
  account: Account;
  /** What follows the call's name in the path. */
  path: readonly string[];
  body: Readonly<Record<string, unknown>>;
}

export type RestAnswer = { status: "true"; [fact: string]: unknown } | { status: "false"; reason: string };

export const ok = (facts: Record<string, unknown> = {}): RestAnswer => ({ status: "true", ...facts });
export const no = (reason: string): RestAnswer => ({ status: "false", reason });

export const noDevice = no("[0806] device not found");
export const duplicate = no("[0807] duplicate name");
export const noService = no("[0861] no service for that id");
export const badAddress = no("bad device address");
export const badType = no("bad device type");
export const badName = no("bad device name");
export const notAllowed = no("not authorized");

/** A text of the body; empty where there is none. */
export function text({ body }: Call, key: string): string {
  const value = body[key];
  return typeof value === "string" ? value : "";
}

export const isName = (name: string): boolean => name.length > 0 && name.length <= 100;
