import { type Probe, probeGroups, type Way } from "../../conformance";

/** The page of what the product takes remote.it to do, from the probes of `conformance`. */
export function assumptionsPage(): string {
  return `<!-- Made by \`npm run generate\` from conformance/probes: change it there. -->

# What is assumed of remote.it

Each line is something that remote.it's public material leaves open, or tells once, and that code here leans on: the answer
that is assumed, what speaks for it, the files that would be wrong with another one, and how
[\`pulumi-remoteit conformance\`](conformance.md) asks an account for it. The sandbox behaves as assumed, and otherwise where
\`--world\` says so. Marks and dates of the evidence are those of [the interface](../api/README.md): documented (D), documented
by example (C), seen in the vendor's app (A) and other code (S), in others' code (P), in the interface itself (I).

${probeGroups.map(([about, probes]) => `## ${about}\n\n${table(probes)}`).join("\n\n")}
`;
}

function table(probes: readonly Probe[]): string {
  const head = ["question", "assumed", "evidence", "leans on", "asked by"];
  return [head, head.map(() => "---"), ...probes.filter(({ isInfo }) => !isInfo).map(row)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const row = ({ name, question, answers, evidence, leansOn, way, notAsked }: Probe): string[] =>
  [
    question,
    answers[0].does,
    evidence,
    leansOn.map((file) => `[${file}](../${file})`).join(", "),
    way === "elsewhere" ? `not asked: ${notAsked ?? ""}` : `\`${name}\`: ${asked[way]}`,
  ].map((cell) => cell.replaceAll("|", "\\|"));

const asked: Record<Exclude<Way, "elsewhere">, string> = {
  introspection: "schema",
  reading: "reading",
  writing: "`--write`",
  "introspection or writing": "schema, else `--write`",
  "reading or writing": "reading, else `--write`",
};
