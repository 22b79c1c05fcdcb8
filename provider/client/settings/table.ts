import { z } from "zod";

import { endpointUrl, restEndpointUrl } from "./endpoint";
import type { settingNames } from "../../core/setting-names";

/** Where a setting may come from and what it means. The reference pages are made of this table. */
export interface SettingEntry<T = unknown> {
  /** What it is for, its unit and its default in words. */
  docs: string;
  /** The environment variable read where the stack configuration says nothing. */
  env?: string;
  /** Its key in a profile of the credentials file, matched without case. */
  credentialsKey?: string;
  secret?: true;
  /** What it is in Pulumi's schema. Default: string. */
  type?: "string" | "number" | "integer";
  default?: T;
  /** What a valid text turns into; its messages are the remedy. */
  schema: z.ZodType<T, string>;
}

const number = (rule: string, fits: (value: number) => boolean) => z.string().transform(Number).refine(fits, `must be ${rule}`);

/** Either alphabet, with its padding or without (api/README.md, P 2026-01); a part of the padding is what a cut copy has. */
const base64 = z
  .string()
  .refine(
    (text) => /^([\w+/-]{4})*([\w+/-]{2}(==)?|[\w+/-]{3}=?)?$/.test(text),
    "must be base64, copied whole as remote.it showed it when the key was made",
  )
  .transform((text) => Buffer.from(text, "base64").toString("base64"));

const entry = <T>(setting: SettingEntry<T>): SettingEntry<T> => setting;

/** Every setting by its configuration key, which stands under `remoteit:` in a stack's configuration. */
export const settingTable = {
  accessKeyId: entry({
    docs: "Id of the access key that signs requests. Taken together with secretAccessKey, from one source.",
    env: "R3_ACCESS_KEY_ID",
    credentialsKey: "R3_ACCESS_KEY_ID",
    schema: z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "must be the id as remote.it shows it, without quotes or spaces"),
  }),
  secretAccessKey: entry({
    docs: "Secret of the access key, in base64 as remote.it shows it. It signs requests and is never sent.",
    env: "R3_SECRET_ACCESS_KEY",
    credentialsKey: "R3_SECRET_ACCESS_KEY",
    secret: true,
    schema: base64,
  }),
  developerKey: entry({
    docs: "Developer API key of the account. Only operations that still need the REST interface ask for it.",
    env: "R3_DEVELOPER_API_KEY",
    credentialsKey: "R3_DEVELOPER_API_KEY",
    secret: true,
    schema: z.string().regex(/^[\x21-\x7e]+$/, "must be the key as the account page of remote.it shows it"),
  }),
  profile: entry({
    docs: "Profile of ~/.remoteit/credentials to use, matched without case. Read only where neither the stack configuration nor the environment holds an access key.",
    env: "REMOTEIT_PROFILE",
    default: "DEFAULT",
    schema: z.string(),
  }),
  accountId: entry({
    docs: "Account (organization) to act for. By default the access key's own.",
    env: "REMOTEIT_ACCOUNT_ID",
    schema: z.string(),
  }),
  endpoint: entry({
    docs: "Base address of remote.it: GraphQL lies under it at /graphql/v1, REST at /apv/v27. Or the whole address of GraphQL, such as https://api.remote.it/graphql/beta; REST is then used only where restEndpoint is set.",
    env: "REMOTEIT_ENDPOINT",
    default: "https://api.remote.it",
    schema: endpointUrl,
  }),
  restEndpoint: entry({
    docs: "Address of the REST interface, with /apv/v27 at its end or without, where it is not under endpoint.",
    env: "REMOTEIT_REST_ENDPOINT",
    schema: restEndpointUrl,
  }),
  signature: entry({
    docs: 'How requests are signed: "cavage" (HTTP Signatures, the documented scheme), "rfc9421" (HTTP Message Signatures) or "auto", which takes the first and, where remote.it refuses it, tries the second once.',
    env: "REMOTEIT_SIGNATURE",
    default: "auto",
    schema: z.enum(["auto", "cavage", "rfc9421"], 'must be "auto", "cavage" or "rfc9421"'),
  }),
  requestsPerSecond: entry({
    docs: "How many requests a second this process sends at most. It is a ceiling: a 429 of remote.it halves the pace until requests pass again.",
    type: "number",
    default: 100,
    schema: number("a number above 0", (value) => value > 0 && Number.isFinite(value)),
  }),
  maxRetries: entry({
    docs: "How often a request that failed for a passing reason is sent again. 0 switches retries off.",
    type: "integer",
    default: 5,
    schema: number("a whole number, 0 or above", (value) => value >= 0 && Number.isSafeInteger(value)),
  }),
  timeoutSeconds: entry({
    docs: "How long one request may take, in seconds, its answer included; a REST call may take twice as long.",
    type: "number",
    default: 30,
    schema: number("a number of seconds above 0 and at most 86400", (value) => value > 0 && value <= 86_400),
  }),
  mergeWrites: entry({
    docs: 'Whether changes of names, tags, attributes and notification settings that are wanted at one moment share a request: "auto" begins with two, takes more while all goes well, and goes back to one each, for the rest of the run, where it does not; "off" sends each by itself. What makes or deletes anything always goes out by itself.',
    env: "REMOTEIT_MERGE_WRITES",
    default: "auto",
    schema: z.enum(["auto", "off"], 'must be "auto" or "off"'),
  }),
} satisfies Record<(typeof settingNames)[number], object>;

export type SettingKey = keyof typeof settingTable;

/** The value that a setting has once read. */
export type SettingValue<K extends SettingKey> = z.output<(typeof settingTable)[K]["schema"]>;
