import { ConfigurationError, UnsupportedOperation, ValidationError } from "../core/errors";
import type { Obstacle } from "../core/obstacle";
import { protect } from "../core/secrets";
import type { Account } from "./account";
import { classifyForeign, classifyRest, classifyUnreadable, restRemedy } from "./classify";
import { type RestAnswer, type RestCall, restCalls, type RestInput } from "./rest-calls";
import { restRefusal } from "./rest-refusal";
import type { RequestLabel, Send } from "./send";
import { type Address, addressesOf, type Settings } from "./settings";
import type { Outgoing, Transport } from "./transport";

export type Rest = <N extends RestCall>(call: N, input: RestInput<N>, about: RequestLabel) => Promise<RestAnswer<N>>;

/** The REST interface, for what GraphQL does not offer yet. */
export function createRest(settings: Settings, transport: Transport, send: Send): Rest {
  return async <N extends RestCall>(call: N, input: RestInput<N>, about: RequestLabel): Promise<RestAnswer<N>> => {
    const address = restAddress(settings, about);
    const outgoing = { address, ...outgoingOf(call, input, about, developerKey(settings, about)) };
    const { operation } = outgoing;
    const { changes } = restCalls[call];
    // No call changes what its input does not name.
    return send({ operation, changes, invalidates: [], input, about, attempt: () => attempt(call, transport, outgoing) });
  };
}

async function attempt<N extends RestCall>(call: N, transport: Transport, outgoing: Outgoing): Promise<RestAnswer<N>> {
  const { text, asked } = await transport(outgoing);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw classifyUnreadable(asked, error);
  }
  const refusal = restRefusal(body as object);
  if (refusal) throw classifyRest(asked, refusal);
  const answer = restCalls[call].answer.safeParse(body);
  if (String((body as { status?: unknown }).status) !== "true" || !answer.success) throw classifyForeign(asked);
  protectSecrets(call, answer.data);
  return answer.data as RestAnswer<N>;
}

function outgoingOf<N extends RestCall>(
  call: N,
  input: RestInput<N>,
  about: RequestLabel,
  key: string,
): Omit<Outgoing, "address"> {
  const { method, input: schema, inPath, query } = { query: "", ...restCalls[call] };
  protectSecrets(call, input);
  const checked = schema.safeParse(input);
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => ({ path: path.join("."), reason: message }));
    const why = problems.map(({ path, reason }) => `${path}: ${reason}.`).join(" ");
    throw new ValidationError({ ...about, why, remedy: "Correct the value and run again; nothing was sent.", problems });
  }
  const fields = checked.data as Record<string, unknown>;
  const segments = [call, ...inPath.map((name) => encodeURIComponent(String(fields[name])))];
  const body = Object.fromEntries(Object.entries(fields).filter(([name]) => !(inPath as readonly string[]).includes(name)));
  return {
    method,
    path: `/${segments.join("/")}${query}`,
    body: method === "GET" ? undefined : JSON.stringify(body),
    headers: { DeveloperKey: key },
    operation: `REST ${call}`,
    isRest: true,
    about,
  };
}

function protectSecrets(call: RestCall, values: object): void {
  const { secret } = restCalls[call] as { secret: readonly string[] };
  for (const [name, value] of Object.entries(values)) if (secret.includes(name) && typeof value === "string") protect(value);
}

/** @throws UnsupportedOperation where the settings name none. */
function restAddress(settings: Settings, about: RequestLabel): Address {
  const { rest } = addressesOf(settings);
  if (rest) return rest;
  throw new UnsupportedOperation({ ...about, ...noRest(settings) });
}

function developerKey({ developerKey }: Settings, about: RequestLabel): string {
  if (developerKey !== undefined) return developerKey;
  throw new ConfigurationError({ ...about, ...noDeveloperKey });
}

const noRest = ({ endpoint }: Settings): Obstacle => ({
  why: `This needs remote.it's REST interface, and ${endpoint} (remoteit:endpoint) is the address of GraphQL alone. Nothing was sent.`,
  remedy: restRemedy,
});

const noDeveloperKey: Obstacle = {
  why: "This needs remote.it's REST interface, which asks for a developer key, and none is set.",
  remedy:
    "Copy the developer key from the account page of https://app.remote.it and run `pulumi config set --secret remoteit:developerKey KEY`, " +
    "or set R3_DEVELOPER_API_KEY in the environment or in the profile of ~/.remoteit/credentials.",
};

const notOwnAccount = ({ id, ownId }: Account): Obstacle => ({
  why: `This needs remote.it's REST interface, which acts for the access key's own account (${ownId}) and not for ${id}.`,
  remedy: "Use an access key of that account's own user without remoteit:accountId, or do it in the remote.it application.",
});

/** What stands against REST calls: all of it, before one is sent. */
export async function restObstacles(settings: Settings, account: () => Promise<Account>): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  if (!addressesOf(settings).rest) obstacles.push(noRest(settings));
  else if (settings.developerKey === undefined) obstacles.push(noDeveloperKey);
  if (settings.accountId === undefined) return obstacles;
  const whose = await account();
  return whose.id === whose.ownId ? obstacles : [...obstacles, notOwnAccount(whose)];
}

/** REST calls name no account: they always act for the key's own, which must then be the one that is meant. */
export function withOwnAccount(send: Send, { accountId }: Settings, account: () => Promise<Account>): Send {
  if (accountId === undefined) return send;
  return async (request) => {
    const whose = await account();
    if (whose.id === whose.ownId) return send(request);
    throw new UnsupportedOperation({ ...request.about, ...notOwnAccount(whose) });
  };
}
