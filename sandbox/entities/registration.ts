import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { GraphQLError } from "graphql";
import type { Account } from "../accounts";
import { defineEntity, type Context } from "../entity";
import { mustBeName } from "../names";
import { mustHaveIn } from "../permissions";
import { rows } from "../rows";
import { mustBeTag } from "../tagging";
import type { World } from "../worlds";
import type { ServiceWish } from "./services/rows";
import { mustBeService } from "./services/wish";

/** What a registration code makes of the device that uses it. */
interface Registration {
  accountId: string;
  name: string | null;
  platform: number | null;
  tags: string[];
  services: ServiceWish[];
  oneTimeUse: boolean;
  isUsed: boolean;
}

/** By code. */
export const registrationsOf = rows(() => new Map<string, Registration>());

export default defineEntity({
  fields: {
    User: {
      registrationCode: (account, args: RegistrationArgs, context) => registrationCode(context, account, args),
      registrationCommand: (account, args: RegistrationArgs, context) =>
        `R3_REGISTRATION_CODE="${registrationCode(context, account, args)}" sh -c "$(curl -L https://downloads.remote.it/remoteit/install_agent.sh)"`,
    },
  },
});

interface RegistrationArgs {
  name?: string | null;
  platform?: number | null;
  tags?: string[] | null;
  services?: ServiceWish[] | null;
  oneTimeUse?: boolean | null;
  code?: string | null;
  unique?: boolean | null;
}

/**
 * The same wishes give the same code, unless a new one is asked for or the old one served once. A code that is given gets
 * new options in place (api/README.md, A).
 */
function registrationCode(context: Context, account: Account, { code, unique, ...args }: RegistrationArgs): string {
  const { world } = context.store;
  mustHaveIn(context, account, "MANAGE");
  const registrations = registrationsOf(context.store);
  if (!code) return codeFor(context, account, wishesIn(world, args), unique ?? world["registration-unique"] === "true");
  const known = registrations.get(code);
  if (known?.accountId !== account.id) throw new GraphQLError(`Registration code ${code} not found.`);
  const wishes = wishesIn(world, args, known);
  registrations.set(code, { ...known, ...wishes, isUsed: known.isUsed && wishes.oneTimeUse });
  return code;
}

type Wishes = Omit<Registration, "accountId" | "isUsed">;

/** @param before - What holds where an argument is left out. */
function wishesIn(world: World, { name, platform, tags, services, oneTimeUse }: RegistrationArgs, before?: Wishes): Wishes {
  const wishes = {
    name: name ?? before?.name ?? null,
    platform: platform ?? before?.platform ?? null,
    tags: tags ?? before?.tags ?? [],
    services: services ?? before?.services ?? [],
    oneTimeUse: oneTimeUse ?? before?.oneTimeUse ?? false,
  };
  if (wishes.name !== null) mustBeName(wishes.name);
  for (const tag of wishes.tags) mustBeTag(tag);
  for (const service of wishes.services) mustBeService(world, service);
  return wishes;
}

function codeFor({ store }: Context, { id: accountId }: Account, wishes: Wishes, isUnique: boolean): string {
  const registrations = registrationsOf(store);
  for (let edition = isUnique ? randomUUID() : ""; ; edition += "+") {
    const text = JSON.stringify([accountId, wishes, edition]);
    const code = createHash("sha256").update(text).digest("hex").slice(0, 24).toUpperCase();
    const known = registrations.get(code);
    if (!known) registrations.set(code, { accountId, isUsed: false, ...wishes });
    // A code that was changed since serves other wishes.
    if (!known || isDeepStrictEqual(known, { accountId, isUsed: false, ...wishes })) return code;
  }
}
