import { counts, type Finding, type Managed, type Report } from "../report";
import { failOnDefault, type FormatOptions } from "./format";
import { differenceText, valueText } from "./value";
import { WHY_SILENT, words } from "./words";
import { escaped } from "./visible";

type Case = Finding | Managed;

interface Suite {
  name: string;
  cases: Case[];
}

/**
 * JUnit XML: a test suite for each stack and type, one for each fleet, and one for the unmanaged things of each type; a test case for each thing.
 * What makes the run fail is a failure, other findings are skipped. All are compared at once: each has an equal share of the time.
 */
export function* junit(
  { findings, inSync, notLookedAt = [] }: Report,
  { failOn = failOnDefault, seconds = 0 }: FormatOptions = {},
): Iterable<string> {
  const fails = (one: Case) => "status" in one && counts(one, failOn);
  const skipped = (one: Case) => "status" in one && !fails(one);
  const total = findings.length + inSync.length;
  const share = total === 0 ? 0 : seconds / total;
  const all = total + notLookedAt.length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="drift" tests="${all}" failures="${findings.filter(fails).length}" errors="0" time="${seconds.toFixed(3)}">\n`;
  for (const { name, cases } of suites([...findings, ...inSync])) {
    const numbers = `tests="${cases.length}" failures="${cases.filter(fails).length}" errors="0" skipped="${cases.filter(skipped).length}" time="${(share * cases.length).toFixed(3)}"`;
    yield `  <testsuite name="${xmlText(name)}" ${numbers}>\n`;
    for (const one of cases) yield testCase(one, name, share, fails(one));
    yield "  </testsuite>\n";
  }
  if (notLookedAt.length > 0) yield silence(notLookedAt);
  yield "</testsuites>\n";
}

/** A skipped test case for each kind of which nothing was looked for. */
function silence(kinds: readonly string[]): string {
  const cases = kinds.map(
    (kind) =>
      `    <testcase classname="not looked at" name="${xmlText(kind)}" time="0.000"><skipped message="Not looked at: ${WHY_SILENT} (see --kinds)"/></testcase>\n`,
  );
  return `  <testsuite name="not looked at" tests="${kinds.length}" failures="0" errors="0" skipped="${kinds.length}" time="0.000">\n${cases.join("")}  </testsuite>\n`;
}

function suites(cases: Case[]): Iterable<Suite> {
  const found = new Map<string, Suite>();
  for (const one of cases) {
    const fleet = "fleet" in one ? one.fleet : undefined;
    const name = `${one.stack ?? "unmanaged"}.${fleet === undefined ? one.type : `Fleet.${fleet}`}`;
    const key = JSON.stringify([one.stack, one.type, fleet === undefined ? null : one.urn]);
    const suite = found.get(key) ?? { name, cases: [] };
    suite.cases.push(one);
    found.set(key, suite);
  }
  return found.values();
}

function testCase(one: Case, suite: string, seconds: number, fails: boolean): string {
  const named = `<testcase classname="${xmlText(suite)}" name="${xmlText(`${one.name} (${one.id})`)}" time="${seconds.toFixed(3)}"`;
  if (!("status" in one)) return `    ${named}/>\n`;
  const message = xmlText(short(one));
  const outcome = fails
    ? `<failure type="${one.status}" message="${message}">${xmlText(long(one))}</failure>`
    : `<skipped message="${message}"/>`;
  return `    ${named}>${outcome}</testcase>\n`;
}

function short({ status, severity, fleet, changes = [], reason }: Finding): string {
  const what = changes.map((change) => `${change.path}: ${differenceText(change)}`).join(", ");
  const told = fleet !== undefined && reason !== undefined ? `. ${reason}` : "";
  const first = severity ? `${words[severity].title}. ` : "";
  return `${first}${words[status].title}: ${what || (reason ?? words[status].means)}${told}`;
}

function long({ urn, changes = [], remedy }: Finding): string {
  const lines = changes.flatMap(({ path, kind, expected, actual }) => [
    path,
    `  declared: ${kind === "add" ? "no" : valueText(expected, 2000)}`,
    `  account:  ${kind === "remove" ? "none" : valueText(actual, 2000)}`,
  ]);
  return [...(urn === undefined ? [] : [urn]), ...lines, `Fix: ${remedy}`].join("\n");
}

/** What XML 1.0 cannot hold, not even as a reference. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Text of unknown origin as the value of an attribute or an element of XML. It is read as it was, line ends included, save for
 * what XML cannot hold: that is read as an escape (`\u001b`).
 */
export function xmlText(text: string): string {
  return text.replace(impossible, escaped).replace(/[<>&"'\t\n\r]|#(?=#)/g, (character) => `&#${character.charCodeAt(0)};`);
}
