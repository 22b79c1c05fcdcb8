import type { SettingEntry } from "../../../provider/client";

/**
 * The settings, as variables of the stack's configuration and as properties of an explicit provider.
 *
 * A variable names its environment variable and its default, which the SDKs then read. A provider's property does not: an SDK
 * would copy what the environment of one machine holds into the state, and complete one half of an access key from there.
 */
export function settings(table: [string, SettingEntry][], use: "config" | "provider") {
  return Object.fromEntries(table.map(([key, entry]) => [key, property(entry, use)]));
}

function property({ docs, env, default: initial, secret, type = "string" }: SettingEntry, use: "config" | "provider") {
  const from = env === undefined ? "" : ` Else from the environment variable \`${env}\`.`;
  const otherwise = initial === undefined || use === "config" ? "" : ` Default: \`${initial as string | number}\`.`;
  return {
    type,
    description: `${docs}${from}${otherwise}`,
    ...(secret && { secret }),
    ...(use === "config" && initial !== undefined && { default: initial }),
    ...(use === "config" && env !== undefined && { defaultInfo: { environment: [env] } }),
  };
}
