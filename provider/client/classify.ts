import {
  AuthenticationError,
  ClockSkewError,
  ConfigurationError,
  ConflictError,
  type Failure,
  GraphqlError,
  type GraphqlProblem,
  NotFoundError,
  RateLimitError,
  RemoteitError,
  RestError,
  SchemaError,
  TransientError,
  UnsupportedOperation,
  ValidationError,
} from "../core/errors";
import { isError } from "../core/errors/cause";
import { LARGEST_ANSWER, TooLargeError } from "./body";
import { type RestRefusal, restRefusalIn } from "./rest-refusal";
import type { RequestLabel } from "./send";
import type { Address, Settings } from "./settings";
import { ProxyError } from "./tunnel";

/** Which request failed, and what is needed to say why. */
export interface RequestInfo {
  about: RequestLabel;
  /** "GraphQL addService" or "REST device/create". */
  operation: string;
  isRest: boolean;
  address: Address;
  settings: Pick<Settings, "credentialsFrom" | "timeoutSeconds">;
  /** The clock that dated the request. */
  now: () => Date;
}

/** An HTTP answer, read to its end. */
export interface HttpResponse {
  status: number;
  headers: Headers;
  readonly text: string;
  /** Where it is not text yet: how it begins. */
  readonly body?: { readonly start: string };
}

const failure = ({ about }: RequestInfo, why: string, remedy: string, cause?: unknown): Failure => ({
  what: about.what,
  subject: about.subject,
  why,
  remedy,
  cause,
});

/** What an answer's status and form say; undefined when it is JSON that the interface itself has to judge. */
export function classifyAnswer(asked: RequestInfo, answer: HttpResponse): RemoteitError | undefined {
  if (answer.status >= 200 && answer.status < 300 && isJson(answer.body?.start ?? answer.text)) return undefined;
  const { status, headers, text } = answer;
  const { given } = asked.address;
  if (status === 429) return rateLimit(asked, headers);
  if (isSignatureRefusal(asked, answer)) return refusedKey(asked, answer);
  if (status >= 500 || status === 408)
    return serverFailed(asked, `answered HTTP ${status}`, {
      retryAfterSeconds: retryAfterSeconds(headers, asked.now()),
      mayStillArrive: status === 504, // a gateway tired of waiting
    });
  if (status >= 300 && status < 400) {
    const target = headers.get("location") ?? "an address it does not name";
    return notRemoteit(asked, `${given} redirects to ${target}, where signed requests are not sent.`);
  }
  if (status === 404 && asked.isRest) return restRefusalIn(text) ? undefined : noRestCall(asked);
  if (text.trim() === "" && status !== 404) return serverFailed(asked, `answered HTTP ${status} without content`);
  if (text.trim() !== "" && !isJson(text)) return notRemoteit(asked, `${given} answered HTTP ${status} with ${form(answer)}.`);
  if (status === 404) return notRemoteit(asked, `${given} has nothing at the address of ${asked.operation} (HTTP 404).`);
  return undefined;
}

/**
 * Whether an answer refuses the key or its signature (HTTP 401, 403). REST also refuses calls so, with a reason of theirs: of
 * connect and stop the docs show it (api/README.md, D).
 */
export function isSignatureRefusal(asked: Pick<RequestInfo, "isRest">, answer: HttpResponse): boolean {
  if (answer.status !== 401 && answer.status !== 403) return false;
  const refusal = asked.isRest ? restRefusalIn(answer.text) : undefined;
  return refusal?.status !== "false" || aboutTheKey.test(refusal.reason);
}

/** Reasons that a gateway may have, in REST's form. In doubt it is the key: its error shows the reason as well. */
const aboutTheKey =
  /^$|signature|key ?id|access key|authori[sz]ed|authenticat|credential|forbidden|denied|\b(date|clock|expired)\b/i;

/** What the lack of an answer says: the error that fetch threw, for the request or while its answer was read. */
export function classifyThrown(asked: RequestInfo, error: unknown): RemoteitError {
  const { timeoutSeconds } = asked.settings;
  const { given, setting } = asked.address;
  if (isError(error) && error.name === "TimeoutError") {
    const why = `${given} did not answer ${asked.operation} within ${timeoutSeconds} s, so it is unknown whether it was carried out.`;
    return new TransientError({
      ...failure(asked, why, "Run again; raise remoteit:timeoutSeconds if the line is slow.", error),
      reached: "unknown",
      mayStillArrive: true,
    });
  }
  if (error instanceof RemoteitError) return error;
  if (error instanceof TooLargeError) return tooLarge(asked);
  const inner = deepest(error);
  if (inner instanceof ProxyError) return proxyFailed(asked, inner);
  const { message, code } = inner;
  const shown = shownOf(inner);
  const tried = eachOf(error);
  if (isTls(code, message)) {
    const why = `No secure connection to ${given} could be made (${shown}).`;
    const remedy = "Check this machine's clock, and whether a proxy in between needs its certificate in NODE_EXTRA_CA_CERTS.";
    return new TransientError({ ...failure(asked, why, remedy, error), reached: "no" });
  }
  if (tried.every(isOfConnecting) || message === "bad port") {
    const why = `${given} cannot be reached (${tried.map(shownOf).join("; ")}).`;
    const remedy = `Check the network and ${setting}, then run again; where only a proxy leads there, set HTTPS_PROXY.${onSlowLines(tried)}`;
    return new TransientError({ ...failure(asked, why, remedy, error), reached: "no" });
  }
  return serverFailed(asked, `cut the line (${shown})`, { cause: error });
}

/** A page is asked for with fewer items then, as where a gateway gives up on one. */
function tooLarge(asked: RequestInfo): TransientError {
  const megabytes = LARGEST_ANSWER / 1024 / 1024;
  const why = `${asked.address.given} answered ${asked.operation} with more than ${megabytes} MB, which was not read to its end, so it is unknown whether it was carried out.`;
  const remedy = "Look for attributes of devices and services that hold very long texts, and shorten them.";
  return new TransientError({ ...failure(asked, why, remedy), reached: "unknown" });
}

/** The proxy of the environment did not lead to remote.it: nothing was sent. */
function proxyFailed(asked: RequestInfo, { proxy, target, status, cause }: ProxyError): RemoteitError {
  const named = `The proxy ${proxy.shown} (${proxy.variable})`;
  if (status === undefined) {
    const why = `${named} cannot be reached (${eachOf(cause).map(shownOf).join("; ")}), so nothing was sent.`;
    const remedy = `Check ${proxy.variable}, or name the hosts that are reached without it in NO_PROXY, then run again.`;
    return new TransientError({ ...failure(asked, why, remedy, cause), reached: "no" });
  }
  if (status === 407) {
    const why = `${named} asks for a user and a password (HTTP 407), so nothing was sent.`;
    const remedy = `Write them into ${proxy.variable}, as http://USER:PASSWORD@${proxy.url.host}.`;
    return new ConfigurationError(failure(asked, why, remedy));
  }
  const why = `${named} led to no connection with ${target} (HTTP ${status}), so nothing was sent.`;
  if (status >= 500) return new TransientError({ ...failure(asked, why, "Run again in a while."), reached: "no" });
  const remedy = `Have ${target} allowed there, or name it in NO_PROXY where it is reached without the proxy.`;
  return new ConfigurationError(failure(asked, why, remedy));
}

/** An answer that begins as JSON and cannot be read: it was cut off on its way. */
export const classifyUnreadable = (asked: RequestInfo, cause: unknown): RemoteitError =>
  serverFailed(asked, "sent an answer that breaks off", { cause });

/** JSON in another shape than the interface's. */
export const classifyForeign = (asked: RequestInfo): RemoteitError =>
  notRemoteit(asked, `${asked.address.given} answered ${asked.operation} with JSON that is not remote.it's.`);

/**
 * `errors[]` of a GraphQL answer. Neither codes nor texts are documented, so both are matched: texts first, because some
 * servers give every error the code of an internal one.
 *
 * @param hasData - Whether the answer has data beside them.
 */
export function classifyGraphql(asked: RequestInfo, errors: readonly GraphqlProblem[], hasData = false): RemoteitError {
  const said = errors.map(({ message }) => sentence(message)).join(" ");
  const why = `${asked.operation} was answered: ${said}`;
  if (errors.some(isOfSchema))
    return new SchemaError(
      failure(
        asked,
        why,
        "Nothing was carried out: this endpoint's schema is another than pulumi-remoteit's. Update the package.",
      ),
    );
  const is = (codes: RegExp, texts: RegExp) => errors.some(({ code, message }) => codes.test(code ?? "") || texts.test(message));
  if (is(/^UNAUTHENTICATED$/, /^(unauthenticated|unauthorized)\b/i)) return keyRefused(asked, why);
  if (is(/THROTTLED|RATE_LIMIT|TOO_MANY/, /\b(rate limit|too many requests|throttled)/i)) return rateLimit(asked, new Headers());
  if (is(/NOT_FOUND/, /\b(not found|does not exist|no such|unknown (account|device|service|code))\b/i))
    return new NotFoundError(
      failure(asked, why, "Check the id, and that it belongs to this account; run `pulumi refresh` if it was deleted elsewhere."),
    );
  if (is(/CONFLICT|DUPLICATE|ALREADY/, /\b(already|duplicate)\b/i))
    return new ConflictError(failure(asked, why, "Choose another value, or adopt what is there."));
  if (is(/BAD_USER_INPUT|BAD_REQUEST|INVALID/, /\b(invalid|must (be|not)|at most|at least)\b|^Variable "/i))
    return new ValidationError({ ...failure(asked, why, "Correct the value and run again."), problems: problemsOf(errors) });
  if (is(/INTERNAL|UNAVAILABLE|TIMEOUT/, /\b(time-?d? ?out|try again|temporar)/i))
    return new TransientError({
      ...failure(asked, why, "Run again in a while.", undefined),
      reached: "unknown",
      ofPart: hasData || errors.some(isOfItem),
    });
  if (is(/FORBIDDEN/, /\b(forbidden|permission|not (allowed|authorized)|access denied)/i))
    return new GraphqlError({
      ...failure(
        asked,
        why,
        "Check remoteit:accountId, and ask the owner for the permission: changing, deleting and sharing a device need MANAGE on it, changing tags needs ADMIN in the account.",
      ),
      errors,
    });
  return new GraphqlError({
    ...failure(asked, why, "Correct what it names; if it names nothing, report it with this text."),
    errors,
  });
}

/** The texts by which GraphQL servers refuse a document that does not fit their schema (A, and graphql-js). */
const schemaTexts =
  /^(Cannot query field|Unknown (argument|type)) "|(^|; )Field "[^"]+" (is not defined by|must (not )?have a selection|argument "[^"]+" of type)|^Variable "[^"]+" of type "[^"]+" used in position/;

/** A document is judged before it runs, so such an error is at no place in the answer. One that is comes from what did run. */
const isOfSchema = ({ code, message, path }: GraphqlProblem): boolean =>
  path === undefined && (code === "GRAPHQL_VALIDATION_FAILED" || schemaTexts.test(message));

/** Whether an error is of one item of a list: `login.account.device.3.tags`. */
const isOfItem = ({ path }: GraphqlProblem): boolean => /\.\d+(\.|$)/.test(path ?? "");

/** A refusal of REST, in words. */
export function classifyRest(asked: RequestInfo, { status, code, reason: given }: RestRefusal): RestError {
  const reason = given || (status === "false" ? "no reason given" : status);
  const shown = `${code ? `[${code}] ` : ""}${sentence(reason)}`;
  if (status === "pending" || status === "reset") {
    const why = `${asked.operation} was not carried out, or is not yet: its status is "${status}"${given || code ? `, ${shown}` : "."}`;
    const remedy = "Look at the device in the remote.it application, and run again in a while.";
    return new RestError({ ...failure(asked, why, remedy), code, reason });
  }
  const remedy = restRemedies.find(([pattern]) => pattern.test(`[${code ?? ""}] ${reason}`))?.[1];
  const why = `${asked.operation} was refused: ${shown}`;
  return new RestError({ ...failure(asked, why, remedy ?? "Correct what it names and run again."), code, reason });
}

const restRemedies: readonly [RegExp, string][] = [
  [
    /^\[0806\]|device not found/i,
    "Check the device's id; it may have been deleted, or belong to another account. Run `pulumi refresh`.",
  ],
  [/^\[0807\]|duplicate ?name/i, "Another device or service of the account bears this name: choose another."],
  [/duplicate ?address/i, "This id is registered already: look for it in the account, and adopt it by its id."],
  [/^\[0861\]|no service/i, "Check the id of the device or service; it may have been removed elsewhere. Run `pulumi refresh`."],
  [/bad device address/i, "Give the id as eight hex pairs with colons between, such as 80:00:00:00:01:23:45:67."],
  [/api token/i, "Set remoteit:developerKey (or R3_DEVELOPER_API_KEY) to the developer key on the account page."],
  [
    /bad device type/i,
    "Leave out provision.platform and provision.manufacturer, or give the numbers that remote.it knows; an application must be one that REST can register.",
  ],
  [/bulk project/i, "Check provision.projectKey and provision.projectSecret against the bulk project in remote.it."],
];

function refusedKey(asked: RequestInfo, { status, headers, text }: HttpResponse): RemoteitError {
  const now = asked.now();
  const offsetSeconds = Math.round((Date.parse(headers.get("date") ?? "") - now.getTime()) / 1000);
  const said = reasonIn(text) || (/^\s*</.test(text) ? "a web page, so a proxy in between may have refused it" : "");
  if (!(Math.abs(offsetSeconds) > 60))
    return keyRefused(asked, `remote.it refused ${asked.operation} with HTTP ${status}${said ? ` (${said})` : ""}.`);
  const why = `remote.it refused the signature (HTTP ${status}), and this machine's clock is ${Math.abs(offsetSeconds)} s ${offsetSeconds < 0 ? "ahead of" : "behind"} remote.it's.`;
  return new ClockSkewError({ ...failure(asked, why, "Set the clock of this machine (NTP) and run again."), offsetSeconds });
}

function keyRefused(asked: RequestInfo, why: string): AuthenticationError {
  const remedy =
    `The access key came from: ${asked.settings.credentialsFrom}. Check that it is enabled and that secret and id belong together. ` +
    "`pulumi refresh` and `pulumi destroy` use the key stored at the last `pulumi up` unless --run-program is given.";
  return new AuthenticationError(failure(asked, why, remedy));
}

function rateLimit(asked: RequestInfo, headers: Headers): RateLimitError {
  const seconds = retryAfterSeconds(headers, asked.now());
  const why = `remote.it limits the rate of requests and did not carry out ${asked.operation} (HTTP 429).`;
  const wait = seconds === undefined ? "Wait a while" : `Wait ${seconds} s`;
  return new RateLimitError({
    ...failure(asked, why, `${wait} and run again; lower remoteit:requestsPerSecond if it happens often.`),
    retryAfterSeconds: seconds,
  });
}

interface More {
  cause?: unknown;
  retryAfterSeconds?: number | undefined;
  mayStillArrive?: boolean;
}

function serverFailed(asked: RequestInfo, what: string, { cause, ...more }: More = {}): TransientError {
  const why = `${asked.address.given} ${what}, so it is unknown whether ${asked.operation} was carried out.`;
  return new TransientError({ ...failure(asked, why, "Run again in a while.", cause), reached: "unknown", ...more });
}

const notRemoteit = (asked: RequestInfo, why: string): ConfigurationError =>
  new ConfigurationError(
    failure(
      asked,
      why,
      `Set ${asked.address.setting} to the base address of remote.it, https://api.remote.it; check for a proxy or a login page in between.`,
    ),
  );

function noRestCall(asked: RequestInfo): UnsupportedOperation {
  const why = `${asked.address.given} has no ${asked.operation} (HTTP 404): it has no REST interface, or this call is retired. Nothing was carried out.`;
  return new UnsupportedOperation(failure(asked, why, restRemedy));
}

/** What to do where an endpoint has no REST. */
export const restRemedy =
  "Set remoteit:restEndpoint (or REMOTEIT_REST_ENDPOINT) to an address where remote.it's REST interface answers, or do it in the remote.it application.";

/** Retry-After in seconds, from either form: a number, or a date by the server's clock. */
function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const serverNow = Date.parse(headers.get("date") ?? "") || now.getTime();
  const seconds = Math.ceil((Date.parse(value) - serverNow) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

// Of these the operating system or fetch says that no connection came to be: nothing was sent.
const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The same code may come of a connection that was there: then something may have been sent. */
const isOfConnecting = ({ code = "", syscall }: Told): boolean =>
  syscall === "connect" || (neverConnected.has(code) && syscall !== "read" && syscall !== "write");

/** Node gives an address a quarter of a second where a host has several. */
const onSlowLines = (tried: readonly Told[]): string =>
  tried.some(({ code }) => code === "ETIMEDOUT")
    ? " On a slow line, NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2000 gives each address more time."
    : "";

const isTls = (code = "", message: string): boolean =>
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH)/.test(code) ||
  message.includes("before secure TLS connection was established");

/** A failure as the operating system or fetch tells it. */
type Told = Error & Pick<NodeJS.ErrnoException, "code" | "syscall">;

/** What failed at last: fetch wraps it. */
const deepest = (error: unknown): Told => eachOf(error)[0] ?? new Error(String(error));

/** Node wraps one failure for each address that it tried. */
function eachOf(error: unknown): Told[] {
  if (error instanceof ProxyError) return [error];
  if (!isError(error)) return [new Error(String(error))];
  const { errors } = error as Partial<AggregateError>;
  if (errors && errors.length > 0) return errors.flatMap(eachOf);
  return error.cause === undefined ? [error] : eachOf(error.cause);
}

const shownOf = ({ code, message }: Told): string => (code === undefined ? message : `${code}: ${message}`);

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

const form = ({ headers, text }: HttpResponse): string =>
  /^\s*</.test(text) ? "a web page (HTML)" : `${headers.get("content-type") ?? "text"}, not JSON`;

/** The reason in a refusal's body, wherever it stands; "" when there is none. */
function reasonIn(text: string): string {
  const [, reason] = /"(?:reason|message|error)"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(text) ?? [];
  return reason ?? "";
}

const problemsOf = (errors: readonly GraphqlProblem[]) =>
  errors.map(({ path, message }) => ({ path: path ?? "", reason: message }));

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
