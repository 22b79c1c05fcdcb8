import type { Language } from "./languages/language";
import { go } from "./languages/go";
import { python } from "./languages/python";
import { classes, generatedSdk } from "./languages/typescript";
import { yaml } from "./languages/yaml";
import { visible } from "../formats/visible";
import { declarationsOf } from "./program";
import type { Unmanaged } from "./unmanaged";

/** Programs that are written, by their names on the command line: one file each. */
export const languages = { typescript: classes, "typescript-plugin": generatedSdk, python, go, yaml } satisfies Record<
  string,
  Language
>;

export type LanguageName = keyof typeof languages;

/** A program that takes over what is unmanaged: running it changes nothing in the account, and neither does taking it out again. */
export function* adoptCode(unmanaged: readonly Unmanaged[], name: LanguageName): Generator<string> {
  const { constants, write, comment }: Language = languages[name];
  const declarations = declarationsOf(unmanaged, constants);
  const unwritable = declarations.filter(({ lacking }) => lacking.length > 0);
  if (declarations.length === unwritable.length) yield `${comment} Nothing is unmanaged.\n`;
  yield* write(declarations.filter(({ lacking }) => lacking.length === 0));
  for (const { type, id, lacking } of unwritable)
    yield `${comment} Not declared: ${type.toLowerCase()} ${visible(id)}, whose ${lacking.join(" and ")} no program can write.\n`;
}
