import { version } from "../../provider/client";
import { counted } from "../../drift/formats/words";
import { safeJson } from "../../drift/formats/json-text";
import { type Finding, type Probe, probeGroups, type Status } from "../../conformance";
import { pad, styleFor, visible } from "../support/terminal";

/** What a report says beside its findings. */
export interface Head {
  /** The address of remote.it, where that is everybody's. */
  endpoint: string;
  isWriting: boolean;
}

/** Of several, the worst: an error, a difference, or neither. */
export type Outcome = "as assumed" | "differs" | "failed";

export function outcomeOf(statuses: ReadonlySet<Status>): Outcome {
  if (statuses.has("failed")) return "failed";
  return statuses.has("differs") ? "differs" : "as assumed";
}

const colours = { "as assumed": "green", differs: "yellow", unknown: "dim", info: "dim", failed: "red" } as const;
const COLUMN = Math.max(...probeGroups.flatMap(([, probes]) => probes.map(({ name }) => name.length)));
const INDENT = " ".repeat(10 + 2 + COLUMN + 2);

/** A line for each question that was asked, as soon as it is answered, and what was not asked at the end. */
export async function* asText(head: Head, findings: AsyncIterable<Finding>): AsyncGenerator<string> {
  const style = styleFor(process.stdout);
  yield `${titleOf(head)}\n\n`;
  const all: Finding[] = [];
  for await (const finding of findings) {
    all.push(finding);
    const { probe, status } = finding;
    if (status === "not asked") continue;
    yield `${style(colours[status], pad(status, 10))}  ${pad(probe.name, COLUMN)}  ${visible(sentenceOf(finding))}\n`;
    for (const line of linesBelow(finding)) yield `${INDENT}${visible(line)}\n`;
  }
  yield `\n${summaryOf(all)}\n`;
}

const titleOf = ({ endpoint, isWriting }: Head) =>
  `pulumi-remoteit ${version}, Node ${process.version}, ${endpoint}, ${isWriting ? "reading and writing" : "reading only"}`;

function sentenceOf({ probe, answer, why = "" }: Finding): string {
  return `${probe.question} ${answer ? sentence(answer.does) : `Unknown: ${why}.`}`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** So many details are shown; the JSON holds all. */
const MOST = 20;

function linesBelow({ answer, details = [] }: Finding): string[] {
  const more = details.length > MOST ? [`… and ${details.length - MOST} more, which --format json shows`] : [];
  return [...details.slice(0, MOST), ...more, ...(answer?.consequence === undefined ? [] : [answer.consequence])];
}

function summaryOf(all: readonly Finding[]): string {
  const number = (status: Status) => all.filter((finding) => finding.status === status).length;
  const differ = number("differs");
  const counts = `${number("as assumed")} as assumed, ${differ} ${differ === 1 ? "differs" : "differ"}, ${number("unknown")} unknown, ${number("failed")} failed`;
  const asked = all.filter(({ status }) => status !== "not asked" && status !== "info").length;
  const byWriting = all.filter(({ status, probe }) => status === "not asked" && probe.ask).map(nameOf);
  const never = all.filter(({ probe }) => !probe.ask).map(nameOf);
  return [
    `${counted(asked, "question")}: ${counts}.`,
    ...(byWriting.length > 0 ? [`Asked only with --write --device ID: ${byWriting.join(", ")}.`] : []),
    `Not asked (docs/api-assumptions.md says why): ${never.join(", ")}.`,
    "This report names nothing of the account: attach it to an issue as it is.",
  ].join("\n");
}

const nameOf = ({ probe }: Finding) => probe.name;

/** One object, when all is answered. */
export async function* asJson(head: Head, findings: AsyncIterable<Finding>): AsyncGenerator<string> {
  const all: Finding[] = [];
  for await (const finding of findings) all.push(finding);
  const report = {
    formatVersion: 1,
    version,
    node: process.version,
    endpoint: head.endpoint,
    wrote: head.isWriting,
    outcome: outcomeOf(new Set(all.map(({ status }) => status))),
    probes: all.map(({ probe, status, answer, details, why }) => ({
      name: probe.name,
      about: aboutOf(probe),
      question: probe.question,
      assumed: probe.answers[0].name,
      status,
      ...(answer && { answer: answer.name, does: answer.does }),
      ...(answer?.consequence !== undefined && { consequence: answer.consequence }),
      ...(details && { details }),
      ...(why !== undefined && { why }),
    })),
  };
  yield `${safeJson(report, 2)}\n`;
}

const aboutOf = (probe: Probe) => probeGroups.find(([, probes]) => probes.includes(probe))?.[0];
