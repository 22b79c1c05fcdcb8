import { readCredentialsFile } from "./credentials-file";
import { noFile, noKeyPair, noSuchProfile, type Source, sourceOfKeyPair } from "./key-pair";
import { type SettingKey, type SettingValue, settingTable } from "./table";
import { type Found, validate } from "./validate";

export { type Address, addressesOf } from "./endpoint";
export { type SettingEntry, settingTable } from "./table";

/** How to reach remote.it, checked. {@link settingTable} says what each setting means. */
export interface Settings {
  accessKeyId: string;
  /** Base64 in the usual alphabet, padded, however it was given. */
  secretAccessKey: string;
  developerKey?: string;
  accountId?: string;
  /** Without a slash at its end: "https://api.remote.it", or the whole address of GraphQL. {@link addressesOf} tells which. */
  endpoint: string;
  /** Without a slash at its end. */
  restEndpoint?: string;
  signature: SettingValue<"signature">;
  requestsPerSecond: number;
  maxRetries: number;
  timeoutSeconds: number;
  mergeWrites: SettingValue<"mergeWrites">;
  /** Where the access key came from: "stack configuration", "environment" or "profile NAME in PATH". */
  credentialsFrom: string;
}

interface SettingSources {
  /** The stack configuration: asked with keys without "remoteit:". Secrets in plain. */
  config?: ((key: string) => string | undefined) | undefined;
  /** Default: the process's own. */
  env?: NodeJS.ProcessEnv | undefined;
  /** The folder that holds .remoteit/credentials. Default: the user's home. */
  home?: string | undefined;
}

/**
 * Reads each setting from the first source that has it: explicit configuration, the environment, then the profile in
 * `~/.remoteit/credentials`. Empty texts count as absent. Throws ConfigurationError.
 */
export function readSettings({ config = () => undefined, env = process.env, home }: SettingSources): Settings {
  const explicit = source(
    "stack configuration",
    (key) => config(key),
    (key) => `remoteit:${key}`,
  );
  const environment = source(
    "environment",
    (key) => env[settingTable[key].env ?? ""],
    (key) => settingTable[key].env ?? key,
  );
  const profile = profileSource(explicit, environment, home);
  const sources = [explicit, environment, profile.ifThere()];
  const pair = sourceOfKeyPair([explicit, environment], sources) ?? sourceOfKeyPair([profile.read()], sources);
  if (pair === undefined) throw profile.noKey();

  const found: Partial<Record<SettingKey, Found>> = {};
  for (const key of Object.keys(settingTable) as SettingKey[]) {
    const from =
      key === "accessKeyId" || key === "secretAccessKey" ? pair : sources.find(({ values }) => values[key] !== undefined);
    const text = from?.values[key];
    if (from && text !== undefined)
      found[key] = { text, where: from === explicit ? from.spell(key) : `${from.spell(key)} in the ${from.name}` };
  }
  const { profile: _name, developerKey, accountId, restEndpoint, ...rest } = validate(found);
  return {
    ...(rest as Omit<Settings, "developerKey" | "accountId" | "restEndpoint" | "credentialsFrom">),
    ...(developerKey !== undefined && { developerKey }),
    ...(accountId !== undefined && { accountId }),
    ...(restEndpoint !== undefined && { restEndpoint }),
    credentialsFrom: pair.name,
  };
}

function source(
  name: string,
  valueOf: (key: SettingKey) => string | undefined,
  spell: (key: SettingKey) => string,
  absent?: string,
): Source {
  const values: Source["values"] = {};
  for (const key of Object.keys(settingTable) as SettingKey[]) {
    const text = valueOf(key)?.trim();
    if (text) values[key] = text;
  }
  return { name, values, spell, absent };
}

/** The profile in the credentials file. Only a run that needs a key from it fails for want of it. */
function profileSource(explicit: Source, environment: Source, home: string | undefined) {
  const named = [explicit, environment].find(({ values }) => values.profile !== undefined);
  const name = named?.values.profile ?? settingTable.profile.default ?? "";
  const file = readCredentialsFile(home);
  const profile = file.profiles.get(name.toUpperCase());
  const ifThere = (): Source =>
    source(
      `profile ${profile?.shown ?? name} in ${file.path}`,
      (key) => profile?.values[key],
      (key) => settingTable[key].credentialsKey ?? key,
      noFile(file) ?? (profile ? undefined : `${file.path} has no profile ${name}`),
    );
  return {
    ifThere,
    read: (): Source => {
      if (named && !profile) throw noSuchProfile(file, name, named === explicit ? "remoteit:profile" : named.spell("profile"));
      return ifThere();
    },
    noKey: () => noKeyPair(file, name),
  };
}
