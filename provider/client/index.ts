import type { Obstacle } from "../core/obstacle";
import { protect } from "../core/secrets";
import { type Account, createAccount } from "./account";
import { afterCheck } from "./before-changes";
import { type ChangeListener, type Ending, withNotice } from "./changes";
import { withFitting } from "./fit";
import { atOnce, createGraphql, type Graphql, type Later } from "./graphql";
import { createTogether, type SendTogether, withMerging } from "./merge";
import { withoutChanges } from "./read-only";
import { createRest, type Rest, restObstacles, withOwnAccount } from "./rest";
import { type Log, redacted } from "./log";
import { withRateLimit } from "./rate-limit";
import { withRetries } from "./retry";
import { createSchema, type Schema } from "./schema";
import { afterSettling, createSigning } from "./signing";
import type { Send } from "./send";
import { addressesOf, type Settings } from "./settings";
import type { Scheme } from "./sign";
import { createTransport } from "./transport";

export type { Account } from "./account";
export { checkedBeforeChanges } from "./before-changes";
export { accountIn, listIn, userIn } from "./answered";
export type { Change, Ending } from "./changes";
export type { Effect } from "./mutation";
export { defineMutation } from "./mutation";
export type { Outcome } from "./merge";
export type { RequestLabel } from "./send";
export { changedSettings, checkSettings, settingFields } from "./settings/check";
export { credentialsPath } from "./settings/credentials-file";
export { textOf } from "./settings/text";
export { addressesOf, readSettings, type SettingEntry, type Settings, settingTable } from "./settings";
export { fetchByProxy } from "./fetch";
export { optionalFields } from "./fit";
export { type Log, redacted } from "./log";
export {
  operate,
  operateFor,
  type Operation,
  operation,
  secondsLeft,
  timeIsOver,
  unlessAborted,
  withinOperation,
} from "./operation";
export { MOST_AT_ONCE } from "./rate-limit";
export { GATHERING, outOfTime, refuse } from "./shared-request";
export { authorizationOf, type Proxy, routeTo } from "./proxy";
export { signedHeaders } from "./sign";
export { agentFor } from "./tunnel";
export { version } from "./version";

/** Both interfaces of one account. Every method rejects with a class of core/errors, or with the reason of an aborted signal. */
export interface Client extends Pick<Schema, "supportsMutation" | "has" | "lacks"> {
  readonly settings: Settings;
  /** Runs one operation typed from api/schema.graphql. */
  graphql: Graphql;
  /** The same, for an answer that is wanted later. */
  later: Later;
  /** Makes several changes by one request, and tells what the answer says of each. `graphql` does so by itself where it may. */
  together: SendTogether;
  /** Makes one REST call by its name in api/README.md, such as "device/create". Needs the setting developerKey. */
  rest: Rest;
  /** What stands against REST calls: all of it. */
  restObstacles: () => Promise<Obstacle[]>;
  /** Whether the settings allow REST calls: they name its address and a developer key. */
  hasRest: boolean;
  /** By which scheme requests are signed: undefined as long as that is to be found out by the first. */
  scheme: () => Scheme | undefined;
  /** Hears of every try of a change, before it is sent and when it is over. */
  onChange: (listener: ChangeListener) => void;
  log: Log;
  /** Whose account answers: asked once. */
  account: () => Promise<Account>;
  /** The endpoint's own schema: asked once. */
  schema: Schema["whole"];
}

/** A client that sends no change: a mutation, or a REST call other than a reading one, rejects before anything is sent. */
export interface ReadOnlyClient extends Client {
  readonly isReadOnly: true;
}

export function createClient(settings: Settings, log: Log = () => undefined): Client {
  return create(settings, log, (send) => send);
}

export function createReadOnlyClient(settings: Settings, log: Log = () => undefined): ReadOnlyClient {
  return { ...create(settings, log, withoutChanges), isReadOnly: true };
}

function create(settings: Settings, told: Log, guarded: (send: Send) => Send): Client {
  const log = redacted(told);
  for (const secret of [settings.secretAccessKey, settings.developerKey]) if (secret !== undefined) protect(secret);
  const listeners: ChangeListener[] = [];
  const signing = createSigning(settings.signature);
  const transport = createTransport(settings, signing, log);
  const once: Send = (request) => request.attempt();
  const paced = withRateLimit(once, settings.requestsPerSecond, log);
  const noticed = withNotice(paced, (change) => {
    const heard = listeners.map((listener) => listener(change));
    return (ending: Ending) => heard.forEach((end) => end(ending));
  });
  const send = withRetries(noticed, settings.maxRetries, log);
  const settled = afterSettling(send, signing, () => account());
  const graphqlSend: Send = (request) => (request.changes ? settled : send)(request);
  const addresses = addressesOf(settings);
  const guardedSend = guarded(graphqlSend);
  const plain = createGraphql(addresses.graphql, transport, guardedSend, log);
  const schema = createSchema(atOnce(plain));
  const fitted = withFitting(plain, schema);
  const together = createTogether(addresses.graphql, transport, guardedSend, log);
  const single = atOnce(fitted);
  const graphql = settings.mergeWrites === "off" ? single : withMerging(single, together, { ...settings, log });
  const account = createAccount(graphql, settings);
  const rest = createRest(settings, transport, guarded(withOwnAccount(settled, settings, account)));
  return {
    settings,
    ...afterCheck({ graphql, together, rest }),
    later: (document, variables, about) => fitted(document, variables, about, true),
    restObstacles: () => restObstacles(settings, account),
    hasRest: addresses.rest !== undefined && settings.developerKey !== undefined,
    scheme: signing.scheme,
    supportsMutation: schema.supportsMutation,
    has: schema.has,
    lacks: schema.lacks,
    schema: schema.whole,
    onChange: (listener) => void listeners.push(listener),
    log,
    account,
  };
}
