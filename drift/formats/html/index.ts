import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { group } from "../../group";
import { statuses, type Report } from "../../report";
import { counted, number, remarks, silentOn, verdict, words } from "../words";
import { bar, ring } from "./coverage";
import { escape, name } from "./elements";
import { sections, share } from "./groups";

/** Members that are shown; a browser stays quick with as many. What is beyond is counted where it would stand. */
const MEMBERS = 10_000;
const GROUPS = 2000;
const STACKS = 8;

/** Up to as many findings, all that there is to say is open from the start. */
const FEW = 10;

/** One page that fetches nothing: readable without its script, which filters and searches. */
export function* html(report: Report): Iterable<string> {
  const [style, script] = [asset("report.css"), asset("report.js")];
  const groups = group(report.findings);
  const shown = groups.slice(0, GROUPS);
  const sizes = shown.map(({ members }) => members.length);
  const members = share(sizes, MEMBERS);
  yield head(report, style, script);
  yield summary(report);
  if (report.findings.length > 0) yield filter(report);
  yield '<main id="findings">\n';
  yield* sections(shown, { members, stacks: report.stacks.length > 1, open: report.findings.length <= FEW });
  const here = sizes.reduce((sum, size) => sum + Math.min(size, members), 0);
  if (here < report.findings.length) {
    yield `<p class="left">This page lists ${number(here)} of ${counted(report.findings.length, "finding")}. The report in JSON lists them all.</p>\n`;
  }
  yield `</main>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function head({ stacks }: Report, style: string, script: string): string {
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Drift of ${escape(stacks.join(", "), 100)}</title>
<style>${style}</style>
</head>
<body>
`;
}

function summary(report: Report): string {
  const { account, stacks, summary: counts } = report;
  const cards = [
    ...statuses.map((status) => ({ style: status, title: words[status].title, value: counts[words[status].counts] })),
    { style: "in-sync", title: "In sync", value: counts.inSync },
  ].map(
    ({ style: kind, title, value }) =>
      `<div class="card${value === 0 ? " zero" : ""}"><dt><span class="dot ${kind}" aria-hidden="true"></span>${title}</dt><dd>${number(value)}</dd></div>`,
  );
  const notes = remarks(report).map((remark) => `<li>${escape(remark, 1000)}</li>`);
  const silence = silentOn(report);
  return `<a class="skip" href="#findings">Skip to the findings</a>
<header>
<div class="words">
<p class="eyebrow">Drift report</p>
<h1>${heading(stacks)}</h1>
<p class="verdict">${verdict(report)}</p>
<p class="quiet">Account ${name(account.email ?? account.id)}</p>
</div>
${ring(counts)}
</header>
<section aria-label="Summary">
<dl class="cards">${cards.join("")}</dl>
${bar(counts)}
${silence === undefined ? "" : `<p class="quiet">${escape(silence, 1000)}</p>`}
${notes.length > 0 ? `<ul class="notes">${notes.join("")}</ul>` : ""}
</section>
`;
}

function heading(stacks: string[]): string {
  const more = stacks.length > STACKS ? [`${number(stacks.length - STACKS)} more`] : [];
  return [...stacks.slice(0, STACKS).map(name), ...more].join(", ") || "No stack";
}

function filter({ findings }: Report): string {
  const found = (of: (finding: Report["findings"][number]) => string) => [...new Set(findings.map(of))];
  const boxes = statuses
    .filter((status) => found((finding) => finding.status).includes(status))
    .map(
      (status) =>
        `<label class="box"><input type="checkbox" name="status" value="${status}" checked> ${words[status].title}</label>`,
    );
  const types = found(({ type }) => type).map((type) => `<option value="${escape(type)}">${escape(type)}</option>`);
  return `<form id="filter" role="search" aria-label="Findings" hidden>
<input type="search" id="search" placeholder="Search name, id, property, value" aria-label="Search the findings" autocomplete="off" spellcheck="false">
<select id="type" aria-label="Type"><option value="">Every type</option>${types.join("")}</select>
<fieldset><legend class="unseen">Status</legend>${boxes.join("")}</fieldset>
<p id="count" role="status"></p>
</form>
`;
}

/** A file beside this one: among the sources, and in `dist/`, where the build copies it. */
function asset(name: string): string {
  return readFileSync(join(__dirname, name), "utf8");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
