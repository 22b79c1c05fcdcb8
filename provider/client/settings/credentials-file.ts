import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { parse } from "ini";

import { decodeText } from "../../core/text-encoding";
import type { SettingKey } from "./table";
import { settingTable } from "./table";

/** What a profile holds, by configuration key. */
export type Profile = Partial<Record<SettingKey, string>>;

export interface CredentialsFile {
  path: string;
  /** By name in upper case, as names are matched without case. `shown` is the name as the file writes it. */
  profiles: Map<string, { shown: string; values: Profile }>;
  /** Why the file could not be read, where it is there: "EACCES". */
  unreadable?: string;
  missing?: true;
}

/** Reads `~/.remoteit/credentials`. A file that is missing or cannot be read has no profiles; who needs one says why. */
export function readCredentialsFile(home = homeFolder()): CredentialsFile {
  const path = credentialsPath(home);
  if (path === undefined) return { path: "~/.remoteit/credentials", profiles: new Map(), missing: true };
  try {
    return { path, profiles: parseCredentials(decodeText(readFileSync(path))) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    return { path, profiles: new Map(), ...(code === "ENOENT" || code === "ENOTDIR" ? { missing: true } : { unreadable: code }) };
  }
}

/** Where the credentials file lies, whether it is there or not; undefined where there is no home. */
export const credentialsPath = (home = homeFolder()): string | undefined => home && join(home, ".remoteit", "credentials");

/** Undefined where HOME is not set and nobody has the number of the user, as in containers: then Node throws. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** The profiles in the text of a credentials file. Keys outside any section count as the profile DEFAULT's. */
export function parseCredentials(text: string): CredentialsFile["profiles"] {
  const profiles: CredentialsFile["profiles"] = new Map();
  const sections = Object.entries(parse(plainSections(text)));
  for (const [shown, section] of sections) {
    if (typeof section !== "object" || section === null || Array.isArray(section)) continue;
    const name = shown.toUpperCase();
    const values = { ...profiles.get(name)?.values, ...known(section as Record<string, unknown>) };
    profiles.set(name, { shown, values });
  }
  const outside = known(Object.fromEntries(sections));
  const section = profiles.get("DEFAULT");
  // A key pair stands in one place: half of it in the section is not completed from outside.
  if (section?.values.accessKeyId ?? section?.values.secretAccessKey) {
    delete outside.accessKeyId;
    delete outside.secretAccessKey;
  }
  if (section || Object.keys(outside).length > 0)
    profiles.set("DEFAULT", { shown: section?.shown ?? "DEFAULT", values: { ...outside, ...section?.values } });
  return profiles;
}

function known(section: Record<string, unknown>): Profile {
  const profile: Profile = {};
  for (const [key, { credentialsKey }] of Object.entries(settingTable)) {
    const spelled = Object.keys(section).findLast((name) => name.toUpperCase() === credentialsKey);
    const value = spelled === undefined ? undefined : section[spelled];
    if (typeof value === "string" && value.trim() !== "") profile[key as SettingKey] = value.trim();
  }
  return profile;
}

/** The ini package takes `[name]` for a section only when the line holds nothing else, and reads a dot as nesting. */
function plainSections(text: string): string {
  return text.replace(
    /^[^\S\r\n]*\[([^\]\r\n]*)\][^\S\r\n]*(?:[;#].*)?$/gm,
    (_line, name: string) => `[${name.replaceAll(".", "\\.")}]`,
  );
}
