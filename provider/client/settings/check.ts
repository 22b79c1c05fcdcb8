import { isMistypedSecret } from "../../core/check";
import { field, type Fields } from "../../core/field";
import type { Problem } from "../../core/resource";
import { nearest } from "../../core/nearest";
import { isUnknown } from "../../core/unknown";
import { settingTable, type SettingEntry, type SettingKey } from "./table";
import { textOf } from "./text";
import { isShown } from "./validate";

/** What is wrong with settings that are given explicitly, each by itself; an unknown value passes. */
export function checkSettings(given: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const hidden = (isHidden: boolean) => (isHidden ? { isHidden: true as const } : {});
    if (!isSetting(key)) {
      const reason = `is no setting. Did you mean ${nearest(key, Object.keys(settingTable))}?`;
      return [{ property: key, reason, ...hidden(isMistypedSecret(key, settingFields)) }];
    }
    const text = textOf(value);
    if (text === undefined || isUnknown(value)) return [];
    const result = (settingTable[key] as SettingEntry).schema.safeParse(text);
    if (result.success) return [];
    const reason = result.error.issues.map(({ message }) => message).join(", ");
    return [{ property: key, reason, ...hidden(!isShown(key, text)) }];
  });
}

const isSetting = (key: string): key is SettingKey => Object.hasOwn(settingTable, key);

/** The settings as fields, with their marks. */
export const settingFields: Fields = Object.fromEntries(
  Object.entries(settingTable as Record<string, SettingEntry>).map(([key, { schema, docs, secret }]) => [
    key,
    field(schema, docs, secret ? { secret } : {}),
  ]),
);

/** The settings that differ, by key, in the order of the table. */
export function changedSettings(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): SettingKey[] {
  const keys = Object.keys(settingTable) as SettingKey[];
  return keys.filter((key) => isUnknown(after[key]) || textOf(before[key]) !== textOf(after[key]));
}
