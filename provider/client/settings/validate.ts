import { ConfigurationError } from "../../core/errors";
import { protect } from "../../core/secrets";
import type { SettingEntry, SettingKey, SettingValue } from "./table";
import { settingTable } from "./table";

/** A setting's text as it was found, and where: "remoteit:endpoint", "REMOTEIT_ENDPOINT in the environment". */
export interface Found {
  text: string;
  where: string;
}

/** Checks every setting that was found, and reports all that are wrong in one error. Absent ones take their default. */
export function validate(found: Partial<Record<SettingKey, Found>>): { [K in SettingKey]: SettingValue<K> | undefined } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, setting] of Object.entries(settingTable)) {
    const given = found[key as SettingKey];
    if (given === undefined) {
      values[key] = setting.default;
      continue;
    }
    if (setting.secret) protect(given.text);
    const result = setting.schema.safeParse(given.text);
    if (result.success) {
      values[key] = result.data;
      // It may be spelled otherwise than it was given.
      if (setting.secret) protect(String(result.data));
    } else {
      const shown = isShown(key as SettingKey, given.text) ? ` is ${JSON.stringify(given.text)}, but it` : "";
      problems.push(
        `remoteit:${key}${given.where === `remoteit:${key}` ? "" : ` (from ${given.where})`}${shown} ${messageOf(result.error)}.`,
      );
    }
  }
  if (problems.length === 0) return values as ReturnType<typeof validate>;
  throw new ConfigurationError({
    what: "Reading the settings of remote.it",
    why: problems.join(" "),
    remedy: "Correct it where it comes from and run again; nothing was sent.",
  });
}

/**
 * Whether a wrong value may be quoted. What was given as an id may be the secret, or both in one; an address may hold a password or
 * a token.
 */
export const isShown = (key: SettingKey, text: string): boolean =>
  !(settingTable[key] as SettingEntry).secret && key !== "accessKeyId" && !/[@?#]/.test(text);

const messageOf = (error: { issues: readonly { message: string }[] }): string =>
  error.issues.map(({ message }) => message).join(", ");
