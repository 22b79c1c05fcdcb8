import type { Language } from "./languages/language";
import { go } from "./languages/go";
import { python } from "./languages/python";
import { classes, generatedSdk } from "./languages/typescript";
import { yaml } from "./languages/yaml";
import { visible } from "../formats/visible";
import { fleetDeclarations } from "./fleets/declare";
import type { Proposal } from "./fleets/propose";
import { declarationsOf } from "./program";
import type { Unmanaged } from "./unmanaged";
import { spoken } from "../../provider/core/spoken";

/** Programs that are written, by their names on the command line: one file each. */
export const languages = { typescript: classes, "typescript-plugin": generatedSdk, python, go, yaml } satisfies Record<
  string,
  Language
>;

export type LanguageName = keyof typeof languages;

/**
 * A program that takes over what is unmanaged: running it changes nothing in the account, and neither does taking it out again.
 *
 * @param fleets - What stands for devices that are not among the unmanaged any more.
 */
export function* adoptCode(
  unmanaged: readonly Unmanaged[],
  name: LanguageName,
  fleets: readonly Proposal[] = [],
): Generator<string> {
  const { constants, write, comment }: Language = languages[name];
  const ofFleets = fleetDeclarations(fleets);
  const taken = ofFleets.map((one) => one.name);
  const declarations = declarationsOf(unmanaged, constants, taken);
  const unwritable = declarations.filter(({ lacking }) => lacking.length > 0);
  const writable = [...ofFleets, ...declarations.filter(({ lacking }) => lacking.length === 0)];
  if (writable.length === 0) yield `${comment} Nothing is unmanaged.\n`;
  yield* write(writable);
  for (const { type, id, lacking } of unwritable)
    yield `${comment} Not declared: ${spoken(type)} ${visible(id)}, whose ${lacking.join(" and ")} no program can write.\n`;
}
