import { graphql } from "../../api/generated";
import type { GetAllowanceQuery } from "../../api/generated/graphql";
import { accountIn, type Client, type RequestLabel, userIn } from "../client";
import { CancelledError, RemoteitError } from "../core/errors";
import type { Invalidations } from "./invalidations";

const GetAllowance = graphql(/* GraphQL */ `
  query getAllowance($accountId: String) {
    login {
      id
      membership {
        customRole {
          permissions
        }
        organization {
          id
        }
      }
      account(id: $accountId) {
        id
        limits {
          name
          value
          actual
        }
      }
    }
  }
`);

/** One limit of a plan, as the account tells it. */
export interface PlanLimit {
  name: string;
  value: unknown;
  /** How much of it is used. */
  actual: unknown;
}

/** What the access key's user may do in the account, and what the account's plan allows. */
export interface Allowance {
  /** Undefined where nobody could be asked. */
  accountId: string | undefined;
  /** By the user's role; undefined where that is not known. The account's own user may do everything. */
  permissions: readonly string[] | "all" | undefined;
  /** There may be several of one name, as from several licenses. Empty where the account tells none. */
  limits: readonly PlanLimit[];
}

export interface AllowanceReader {
  /** As it was asked for once in this run: what it allows is tried. */
  known: (about: RequestLabel) => Promise<Allowance>;
  /** The same, where it was asked for. */
  heard: () => Promise<Allowance | undefined>;
  /** As it is now: on this, something is refused. */
  current: (about: RequestLabel) => Promise<Allowance>;
}

/** How long nothing but this process is taken to change it, in milliseconds. */
const AGE = 60_000;

const unknown: Allowance = { accountId: undefined, permissions: undefined, limits: [] };

/** Asks once for all who want to know. An account that cannot be asked forbids nothing. */
export function createAllowance(client: Client, { now }: Pick<Invalidations, "now">): AllowanceReader {
  let last: { at: number; moment: number; answer: Promise<Allowance> } | undefined;
  const ask = (about: RequestLabel): Promise<Allowance> => {
    const one = { at: performance.now(), moment: now(), answer: read(client, about) };
    last = one;
    one.answer.catch(() => {
      if (last === one) last = undefined;
    });
    return one.answer;
  };
  const isCurrent = ({ at, moment }: NonNullable<typeof last>) => moment === now() && performance.now() - at < AGE;
  return {
    known: (about) => last?.answer ?? ask(about),
    heard: () => last?.answer ?? Promise.resolve(undefined),
    current: (about) => (last && isCurrent(last) ? last.answer : ask(about)),
  };
}

async function read(client: Client, { subject }: RequestLabel): Promise<Allowance> {
  const about = { what: "Asking what the access key's user may do", subject };
  try {
    const data = await client.graphql(GetAllowance, { accountId: client.settings.accountId }, about);
    const user = userIn(data, client, about);
    const account: Pick<Account, "id"> & Partial<Account> = accountIn(data, client, about);
    return { accountId: account.id, permissions: permissionsIn(user, account.id), limits: account.limits ?? [] };
  } catch (error) {
    if (!(error instanceof RemoteitError) || error instanceof CancelledError) throw error;
    client.log("info", `${error.label} failed, so nothing is refused before remote.it itself does. ${error.why}`);
    return unknown;
  }
}

type User = NonNullable<GetAllowanceQuery["login"]>;
type Account = NonNullable<User["account"]>;

/** The id of an organization is its account's (api/README.md, A). */
function permissionsIn({ id, membership }: Pick<User, "id"> & Partial<User>, accountId: string): Allowance["permissions"] {
  if (id === accountId) return "all";
  const own = membership?.find(({ organization }) => organization.id === accountId);
  return own?.customRole.permissions;
}
