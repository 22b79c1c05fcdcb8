import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { preProcessFile } from "typescript";

const root = join(__dirname, "../..");

/** The parts of the picture; a file belongs to the first whose folder it lies in. */
const parts = [
  "sdk",
  "cli",
  "conformance",
  "drift",
  "sandbox",
  "provider/dynamic",
  "provider/plugin",
  "provider/domains",
  "provider/lifecycle",
  "provider/inventory",
  "provider/client",
  "provider/core",
  "api",
] as const;

type Part = (typeof parts)[number];

/** How the parts hang together, and the way of one `pulumi up` through them. */
export function architecturePage(): string {
  return `<!-- Made by \`npm run generate\` from the imports of the sources and scripts/generate/architecture.ts. -->

# Architecture

Each arrow is an import; those that follow from others are left out. What each part holds stands in
[CONTRIBUTING.md](../CONTRIBUTING.md#where-things-lie), and \`npm run check\` fails for an import in another direction.

\`\`\`mermaid
flowchart TD
${parts.map((part) => `  ${nameOf(part)}["${part}"]`).join("\n")}
${arrows()
  .map(([from, to]) => `  ${nameOf(from)} --> ${nameOf(to)}`)
  .join("\n")}
\`\`\`

## The way of one \`pulumi up\`

${way.map((step, index) => `${index + 1}. ${linked(step)}`).join("\n")}
`;
}

const way = [
  "The program declares a resource through a class of the sdk ([sdk/device.ts]), or of another language's package: the engine then starts the plugin ([provider/plugin/main.ts]).",
  "The engine calls an adapter, [provider/dynamic/adapter.ts] or [provider/plugin/calls/create.ts] and its siblings. They translate values, and decide nothing.",
  "Check: the declaration is held against the fields of its kind, without a request ([provider/core/check.ts]).",
  "Diff: the declaration is compared with the state, without a request ([provider/core/diff.ts]). That is the plan that the user sees.",
  "Create, update and delete begin with a fresh reading by id; those that are asked for at the same time share one request ([provider/inventory/fresh.ts]).",
  "A create makes the thing or adopts the one that the declaration names, and notes whose it is ([provider/lifecycle/create.ts], [provider/lifecycle/ownership.ts]).",
  "An update writes what the plan shows, leaf by leaf, of what the account holds now ([provider/core/plan.ts], [provider/lifecycle/update.ts]), through the setters of the kind ([provider/domains/devices/device.ts]).",
  "Setters that are wanted at one moment share a request, and each hears of its own outcome ([provider/client/merge/index.ts]).",
  "A request waits for its turn, is signed, sent, and sent again where that is safe; what goes wrong becomes an error of one class ([provider/client/retry.ts], [provider/client/classify.ts]).",
  "After a lost answer the account is looked at before anything is made or deleted again ([provider/lifecycle/create-once.ts], [provider/lifecycle/confirm-gone.ts]).",
  "What could not be set is read afresh and told as a partial failure; state is what was declared, and the facts of the kind ([provider/lifecycle/settled.ts], [provider/core/state.ts]).",
];

/** @throws Error where a step names a file that is not there. */
function linked(step: string): string {
  return step.replaceAll(/\[([\w./-]+)\]/g, (_link, path: string) => {
    if (!existsSync(join(root, path))) throw new Error(`docs/architecture.md names ${path}, which is not there.`);
    return `[${path}](../${path})`;
  });
}

const nameOf = (part: Part): string => part.replace("/", "_");

const partOf = (path: string): Part | undefined => parts.find((part) => path.startsWith(`${part}/`));

/** Which part imports which, without those that it reaches through another. */
function arrows(): [Part, Part][] {
  const direct = new Map(parts.map((part) => [part, importsOf(part)]));
  const reached = (from: Part, seen = new Set<Part>()): Set<Part> => {
    for (const to of direct.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  return parts.flatMap((from) => {
    const own = [...(direct.get(from) ?? [])];
    return own.filter((to) => !own.some((other) => other !== to && reached(other).has(to))).map((to): [Part, Part] => [from, to]);
  });
}

function importsOf(part: Part): Set<Part> {
  const files = globSync(`${part}/**/*.ts`, { cwd: root }).filter(
    (path) => !path.includes("node_modules") && partOf(path) === part,
  );
  const imported = files.flatMap((file) =>
    preProcessFile(readFileSync(join(root, file), "utf8")).importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? relative(root, join(root, dirname(file), fileName)) : "",
    ),
  );
  const found = imported.flatMap((path) => partOf(`${path}/`) ?? []);
  return new Set(parts.filter((other) => other !== part && found.includes(other)));
}
