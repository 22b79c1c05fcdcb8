import { settingTable } from "../../provider/client";
import { protectAddress } from "../../provider/core/address";
import { protect } from "../../provider/core/secrets";

/** Variables that may hold an address with a password, or a path that lets a caller in. */
const addresses = ["PULUMI_BACKEND_URL", "REMOTEIT_WATCH_NOTIFY_URL"];

/** Variables that hold the provider's keys: the settings that are secret, and what stands beside them. */
const ours = new Set([
  ...Object.values(settingTable).flatMap(({ env, secret }) => (secret && env !== undefined ? [env] : [])),
  "REMOTEIT_WATCH_PATH",
  ...addresses,
]);

/** All that remote.it's own programs read, and what lets one into the state of a stack. */
const PATTERN = /^R3_|^PULUMI_(?:CONFIG(?:_|$)|(?:.*_)?(?:TOKEN|PASSPHRASE(?:_FILE)?|PASSWORD|SECRET)$)/;

/** Whether a variable of the environment holds a key, a passphrase or where one lies. Windows does not tell case apart. */
export function isSecretVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return ours.has(upper) || PATTERN.test(upper);
}

/** The environment for a program that has no business with keys. @param passed - Names of variables that it gets all the same. */
export function withoutKeys(env: NodeJS.ProcessEnv, passed: readonly string[] = []): NodeJS.ProcessEnv {
  const wanted = new Set(passed.map((name) => name.toUpperCase()));
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted.has(name.toUpperCase()) || !isSecretVariable(name)));
}

/** What these variables hold shows in no message of this process, whoever quotes it. */
export function protectEnvironment(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    if (!value || !isSecretVariable(name) || isPlain(name)) continue;
    if (addresses.includes(name.toUpperCase())) protectAddress(value);
    else protect(value);
  }
}

/** Ids and names of files are told: they help, and open nothing. */
const isPlain = (name: string): boolean => /_ID$|_FILE$|_PATH$|^PULUMI_CONFIG(?:_SECRET_KEYS)?$/i.test(name);
