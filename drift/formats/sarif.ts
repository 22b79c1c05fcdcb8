import { createHash } from "node:crypto";
import { version } from "../../provider/client";
import { counts, statuses, type Finding, type Report, type Section, type Status } from "../report";
import { failOnDefault, type FormatOptions } from "./format";
import { jsonChunks } from "./json-text";
import { visible } from "./visible";
import { counted, number, remarks, silentOn, words } from "./words";

/** GitHub's code scanning refuses a run with more results, and shows the first 5,000. */
export const SARIF_LIMIT = 25_000;

/** SARIF 2.1.0, a rule for each status. It holds the first {@link SARIF_LIMIT} findings and says how many it leaves out. */
export function* sarif(report: Report, options: FormatOptions = {}): Iterable<string> {
  const { failOn = failOnDefault, file = "Pulumi.yaml" } = options;
  const { findings, stacks, account, summary } = report;
  yield* jsonChunks({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "pulumi-remoteit", semanticVersion: version, rules: statuses.map((status) => rule(status, failOn)) },
        },
        automationDetails: { id: `drift/${[...stacks].sort().join("+")}/` },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes(report) }],
        properties: { stacks, account, summary },
        results: results(findings.slice(0, SARIF_LIMIT), failOn, file),
      },
    ],
  });
  yield "\n";
}

function rule(status: Status, failOn: readonly Section[]) {
  const { title, means } = words[status];
  return {
    id: `drift/${status}`,
    name: status,
    shortDescription: { text: title },
    fullDescription: { text: `${title}: ${means}.` },
    defaultConfiguration: { level: level({ status }, failOn) },
  };
}

/** What may let somebody in is an error whether or not it makes the run fail. */
function level(finding: Pick<Finding, "status" | "severity">, failOn: readonly Section[]): "error" | "warning" | "note" {
  const { status, severity } = finding;
  if (severity || counts(finding, failOn)) return "error";
  return status === "unmanaged" ? "note" : "warning";
}

function notes(report: Report) {
  const left = report.findings.length - SARIF_LIMIT;
  const cut = `${counted(left, "finding")} of ${number(report.findings.length)} left out: a run takes ${number(SARIF_LIMIT)}. The report in JSON lists them all.`;
  const note = (level: "warning" | "note") => (text: string) => ({ level, message: { text: messageText(text) } });
  const warnings = [...(left > 0 ? [cut] : []), ...remarks(report)].map(note("warning"));
  return [...warnings, ...[silentOn(report) ?? []].flat().map(note("note"))];
}

function* results(findings: Finding[], failOn: readonly Section[], file: string) {
  for (const finding of findings) {
    const { status, severity, type, id, name, urn, stack, fleet, newcomer, changes = [], reason, remedy } = finding;
    const what = changes.map(({ path }) => path).join(", ") || reason;
    const of = fleet === undefined ? "" : ` of fleet ${fleet}`;
    const told = fleet !== undefined && reason !== undefined ? ` ${reason}` : "";
    const severe = severity ? ` ${words[severity].title}.` : "";
    const said = `${type} ${name} (${id})${of}: ${words[status].title.toLowerCase()}${what ? ` (${what})` : ""}.${severe}${told} Fix: ${remedy}`;
    const print = createHash("sha256")
      .update(JSON.stringify([status, type, id, urn]))
      .digest("hex");
    yield {
      ruleId: `drift/${status}`,
      ruleIndex: statuses.indexOf(status),
      level: level(finding, failOn),
      ...(severity && { rank: 100 }),
      message: { text: messageText(said) },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } },
          logicalLocations: [{ name, fullyQualifiedName: urn ?? `${type}/${id}`, kind: "resource" }],
        },
      ],
      // The second is the one by which GitHub knows a result again; without it, those of one line are taken for one.
      partialFingerprints: { "finding/v1": print, primaryLocationLineHash: `${print.slice(0, 16)}:1` },
      properties: { severity, type, id, name, stack, fleet, newcomer, changes, reason, remedy },
    };
  }
}

/** In a message of SARIF, brackets make a link and braces a placeholder. */
function messageText(text: string): string {
  return visible(text, 1000)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/[{}]/g, "$&$&");
}
