import { ConfigurationError } from "../../core/errors";
import type { CredentialsFile, Profile } from "./credentials-file";
import { settingTable } from "./table";

/** Some place that may hold settings, asked in order. */
export interface Source {
  /** "stack configuration", "environment", "profile NAME in PATH". */
  name: string;
  values: Profile;
  /** How the source writes a setting's key. */
  spell: (key: keyof Profile) => string;
  /** Why it holds nothing at all: "PATH is not there". */
  absent?: string | undefined;
}

const halves = ["accessKeyId", "secretAccessKey"] as const;

/**
 * The first source that holds an access key, whole. An id from one source is never joined with a secret from another:
 * they would be of different keys, and the refusal would name neither.
 * @param others - Where else a half may stand, for the error alone.
 */
export function sourceOfKeyPair(sources: Source[], others: Source[]): Source | undefined {
  const source = sources.find(({ values }) => halves.some((half) => values[half] !== undefined));
  const missing = halves.find((half) => source?.values[half] === undefined);
  if (source === undefined || missing === undefined) return source;
  const there = halves.find((half) => half !== missing) ?? missing;
  const elsewhere = others.filter(({ name }) => name !== source.name).map((other) => whatHolds(other, missing));
  throw new ConfigurationError({
    what: "Reading the settings of remote.it",
    why:
      `The ${source.name} holds ${source.spell(there)} but not ${source.spell(missing)}, and both halves of an access key come from one source. ` +
      `Elsewhere: ${elsewhere.join("; ")}.`,
    remedy: `Set ${source.spell(missing)} there too, or remove ${source.spell(there)} and give the whole key elsewhere.`,
  });
}

function whatHolds({ name, values, spell, absent }: Source, half: keyof Profile): string {
  if (absent) return absent;
  return `the ${name} has ${values[half] === undefined ? `no ${spell(half)}` : `${spell(half)}, perhaps of another key`}`;
}

/** No source holds a key: the one error that names all ways to give one. */
export function noKeyPair(file: CredentialsFile, profile: string): ConfigurationError {
  const [id, secret] = halves.map((half) => settingTable[half].env);
  return new ConfigurationError({
    what: "Reading the settings of remote.it",
    why: `There is no access key in the stack configuration, the environment or the credentials file (${fileState(file, profile)}).`,
    remedy:
      `Make a key on the account page of https://app.remote.it and give it in one of three ways: ` +
      `(1) pulumi config set remoteit:accessKeyId ID, and pulumi config set --secret remoteit:secretAccessKey SECRET; ` +
      `(2) the environment variables ${id} and ${secret}; ` +
      `(3) ${file.path} with the lines [${profile}], ${id}=ID and ${secret}=SECRET.`,
  });
}

/** A profile was asked for by name, and the file does not have it. */
export function noSuchProfile(file: CredentialsFile, profile: string, askedBy: string): ConfigurationError {
  const names = [...file.profiles.values()].map(({ shown }) => shown);
  const there = names.length > 0 ? `It has ${names.join(", ")}.` : sentence(fileState(file, profile));
  return new ConfigurationError({
    what: "Reading the settings of remote.it",
    why: `${askedBy} names the profile ${profile}, which is not in ${file.path}. ${there}`,
    remedy: `Name a profile that is there, or add the section [${profile}] to the file.`,
  });
}

function fileState(file: CredentialsFile, profile: string): string {
  return noFile(file) ?? `${file.path} has no key in profile ${profile}`;
}

/** Undefined where there is a file that can be read. */
export function noFile({ path, missing, unreadable }: CredentialsFile): string | undefined {
  if (missing) return `${path} is not there`;
  return unreadable && `${path} cannot be read: ${unreadable}`;
}

const sentence = (text: string): string => `${text}.`;
