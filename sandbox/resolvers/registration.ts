import { createHash, randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Account } from "../model";
import type { ServiceWish } from "../store";
import { mustBeService } from "./services";
import { mustBeName, mustBeTag, type Context } from "./support";

export interface RegistrationArgs {
  name?: string | null;
  platform?: number | null;
  tags?: string[] | null;
  services?: ServiceWish[] | null;
  oneTimeUse?: boolean | null;
  code?: string | null;
  unique?: boolean | null;
}

/** The same wishes give the same code, unless a new one is asked for or the old one served once. */
export function registrationCode({ store }: Context, account: Account, { code, unique, ...args }: RegistrationArgs): string {
  if (code) {
    if (store.registrations.get(code)?.accountId === account.id) return code;
    throw new GraphQLError(`Registration code ${code} not found.`);
  }
  const wishes = {
    name: args.name ?? null,
    platform: args.platform ?? null,
    tags: args.tags ?? [],
    services: args.services ?? [],
    oneTimeUse: args.oneTimeUse ?? false,
  };
  if (wishes.name !== null) mustBeName(wishes.name);
  for (const tag of wishes.tags) mustBeTag(tag);
  for (const service of wishes.services) mustBeService(service);
  for (let edition = unique ? randomUUID() : ""; ; edition += "+") {
    const made = createHash("sha256")
      .update(JSON.stringify([account.id, wishes, edition]))
      .digest("hex")
      .slice(0, 24)
      .toUpperCase();
    const known = store.registrations.get(made);
    if (!known) store.registrations.set(made, { accountId: account.id, isUsed: false, ...wishes });
    if (!known?.isUsed) return made;
  }
}

/** What to run on the machine. */
export function registrationCommand(context: Context, account: Account, args: RegistrationArgs): string {
  return `R3_REGISTRATION_CODE="${registrationCode(context, account, args)}" sh -c "$(curl -L https://downloads.remote.it/remoteit/install_agent.sh)"`;
}
