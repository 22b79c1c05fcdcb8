import { applyIgnore, baselineOf, type Finding, group, onlyNew, parseBaseline, parseIgnore } from "../../../drift";
import { formats } from "../../../drift/formats";
import { reportOf } from "../report";

const urn = (name: string, stack = "dev") => `urn:pulumi:${stack}::shop::remoteit:index:Fleet::${name}`;

const lacking = (number: number, fleet = "pumps", more: Partial<Finding> = {}): Finding => ({
  status: "changed",
  type: "Device",
  id: `80:00:00:00:02:00:00:0${number}`,
  name: `plant-7-${number}`,
  urn: urn(fleet),
  stack: "dev",
  fleet,
  changes: [
    { path: "tags.managed", kind: "remove", expected: true },
    { path: "attributes.site", kind: "update", expected: 1, actual: number },
  ],
  remedy: "Converge it.",
  ...more,
});
const newcomer = lacking(4, "valves", { newcomer: true, reason: "New: matches fleet valves, not converged yet." });

const written = (name: keyof typeof formats, ...findings: Finding[]) => [...formats[name].write(reportOf(...findings))].join("");
const report = [lacking(1), lacking(2), newcomer] as const;

test("a person reads the fleet, what is expected and what is there, and that a device is a newcomer", () => {
  const text = written("text", ...report);
  expect(text).toContain("2 × Device of fleet pumps\n");
  expect(text).toMatch(
    /1 × Device of fleet valves: New: matches fleet valves, not converged yet\.\n\s+- tags\.managed\s+true → \(none\)\n/,
  );
  const markdown = written("markdown", ...report);
  expect(markdown).toContain("**2 ×** `Device` of fleet `pumps`");
  expect(markdown).toContain("`New: matches fleet valves, not converged yet.`");
  const html = written("html", ...report);
  expect(html).toContain("<b>Device</b> of fleet <bdi>pumps</bdi>");
  expect(html).toContain("New: matches fleet valves, not converged yet.");
});

test("a program reads it too", () => {
  const { findings } = JSON.parse(written("json", ...report)) as { findings: Finding[] };
  expect(findings).toEqual(report);
  const sarif = JSON.parse(written("sarif", ...report)) as {
    runs: { results: { message: { text: string }; properties: object; partialFingerprints: Record<string, string> }[] }[];
  };
  const results = sarif.runs[0]?.results ?? [];
  expect(results[2]).toMatchObject({ properties: { fleet: "valves", newcomer: true } });
  expect(results[2]?.message.text).toContain(
    "of fleet valves: changed (tags.managed, attributes.site). New: matches fleet valves",
  );
  const junit = written("junit", ...report);
  expect(junit).toContain('<testsuite name="dev.Fleet.pumps" tests="2" failures="2"');
  expect(junit).toContain('<testsuite name="dev.Fleet.valves" tests="1" failures="1"');
  expect(junit).toContain("New: matches fleet valves");
});

test("two fleets want the same of the same device: two findings, of which each has a fingerprint and an entry of a baseline of its own", () => {
  const both = [lacking(1, "one"), lacking(1, "two"), lacking(1, "one", { urn: urn("one", "prod"), stack: "prod" })] as const;
  const all = reportOf(...both);
  expect(group([...both]).map(({ fleet }) => fleet)).toEqual(["one", "two", "one"]);
  const sarif = JSON.parse(written("sarif", ...both)) as { runs: { results: { partialFingerprints: object }[] }[] };
  expect(new Set(sarif.runs[0]?.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(3);
  const [first, ...others] = both;
  const baseline = parseBaseline(JSON.stringify(baselineOf(reportOf(first))), "known.json");
  expect(onlyNew(all, baseline)).toMatchObject({ findings: others, hidden: 1, warnings: [] });
  expect(onlyNew(all, baselineOf(all)).findings).toEqual([]);
  const changed = { ...first, changes: [{ path: "attributes.site", kind: "update" as const, expected: 1, actual: 9 }] };
  expect(onlyNew(reportOf(changed), baseline).findings).toEqual([changed]);
});

test("ignore rules name fleets, devices and paths", () => {
  const kept = (rule: string) =>
    applyIgnore(reportOf(...report), parseIgnore(`${rule}  # why`)).findings.map(({ id }) => id.at(-1));
  expect(kept("fleet:pumps")).toEqual(["4"]);
  expect(kept("fleet:p*")).toEqual(["4"]);
  expect(kept("type:Device name:plant-7-1")).toEqual(["2", "4"]);
  expect(kept(`id:${newcomer.id}`)).toEqual(["1", "2"]);
  expect(kept("fleet:other")).toEqual(["1", "2", "4"]);
  const { findings, inSync } = applyIgnore(
    reportOf(...report),
    parseIgnore("path:tags.*  # a\nfleet:valves path:attributes.**  # b"),
  );
  expect(findings.map(({ changes }) => changes?.map(({ path }) => path))).toEqual([["attributes.site"], ["attributes.site"]]);
  expect(inSync).toContainEqual(expect.objectContaining({ id: newcomer.id, urn: urn("valves") }));
});
