import { idKey } from "../../provider/inventory";
import { safeJson } from "../formats/json-text";
import { constantNames, resourceNames } from "./names";
import type { Unmanaged } from "./unmanaged";

/**
 * A TypeScript program that takes over what is unmanaged: every declaration is what the account holds now, so that running
 * it changes nothing there.
 */
export function* adoptCode(unmanaged: readonly Unmanaged[]): Generator<string> {
  const nameOf = resourceNames(unmanaged);
  const constants = constantsOf(unmanaged, nameOf);
  const lines = unmanaged.map((one) => {
    const args = argsOf(one, constants);
    const lacking = Object.entries(one.kind.inputs).filter(([key, { schema }]) => !(key in args) && isRequired(schema));
    return { ...one, args, lacking: lacking.map(([key]) => key) };
  });
  const used = new Set(lines.filter(({ lacking }) => lacking.length === 0).map(({ kind }) => kind.type));
  if (used.size > 0) yield `import { ${[...used].join(", ")} } from "pulumi-remoteit";\n\n`;
  else yield "// Nothing is unmanaged.\nexport {};\n";
  for (const { kind, live, args, lacking } of lines) {
    const what = kind.type.toLowerCase();
    if (lacking.length > 0) yield `// Not declared: ${what} ${live.id}, whose ${lacking.join(" and ")} no program can write.\n`;
    else yield `${warningOf(kind, args)}${declaration(kind.type, nameOf(live.id), args, constants.get(idKey(live.id)))}`;
  }
}

/** The program needs the whole of what a report tells a part of. */
function warningOf({ inputs }: Unmanaged["kind"], args: Args): string {
  const sensitive = Object.keys(args).filter((key) => inputs[key]?.marks.told);
  if (sensitive.length === 0) return "";
  return `// Whoever knows this ${sensitive.join(" and ")} may be let in by it: keep it in the configuration, with \`pulumi config set --secret\`.\n`;
}

/** Code of each property. */
type Args = Readonly<Record<string, string>>;

function declaration(type: string, name: string, args: Args, constant: string | undefined): string {
  const properties = Object.entries(args).map(([key, value]) => `${key}: ${value}`);
  return `${constant === undefined ? "" : `const ${constant} = `}new ${type}(${safeJson(name)}, { ${properties.join(", ")} });\n`;
}

/** Constants for the devices of which parts are adopted as well, by id. */
function constantsOf(unmanaged: readonly Unmanaged[], nameOf: (id: string) => string): ReadonlyMap<string, string> {
  const referred = new Set(unmanaged.map(ownerOf).filter((id) => id !== undefined));
  const devices = unmanaged.filter(({ live }) => referred.has(idKey(live.id)));
  const constants = constantNames(devices.map(({ kind, live }) => ({ type: kind.type, name: nameOf(live.id) })));
  return new Map(devices.map(({ live }) => [idKey(live.id), constants.get(nameOf(live.id)) ?? ""]));
}

/** The device that it is a part of. */
function ownerOf({ kind, live }: Unmanaged): string | undefined {
  const { device } = kind;
  const id: unknown = device === undefined || device === "itself" ? undefined : (live.inputs as Record<string, unknown>)[device];
  return typeof id === "string" ? idKey(id) : undefined;
}

/** What its adoption declares, of that what a program may write, as it writes it. */
function argsOf(one: Unmanaged, constants: ReadonlyMap<string, string>): Args {
  const { kind, live } = one;
  const device = constants.get(ownerOf(one) ?? "");
  const written = Object.entries(kind.adoption.inputs(live)).filter(
    ([key, value]) => value !== undefined && value !== null && kind.inputs[key]?.schema.safeParse(value).success === true,
  );
  return Object.fromEntries(
    written.map(([key, value]) => [key, key === kind.device && device !== undefined ? `${device}.id` : safeJson(value)]),
  );
}

const isRequired = (schema: { safeParse: (value: unknown) => { success: boolean } }) => !schema.safeParse(undefined).success;
