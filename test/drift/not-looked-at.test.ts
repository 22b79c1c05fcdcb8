import { applyIgnore, baselineOf, onlyNew, parseIgnore, type Report } from "../../drift";
import { formats } from "../../drift/formats";
import { jsonReport } from "../../drift/report";
import { whole } from "./formats/support";
import { reportOf, unmanaged } from "./report";

const silent = (more: Partial<Report> = {}): Report => ({ ...reportOf(unmanaged()), notLookedAt: ["Member", "Role"], ...more });

test("every format says of which kinds it says nothing", () => {
  for (const [name, { write }] of Object.entries(formats)) {
    const [written, other] = [whole(write(silent())), whole(write(reportOf(unmanaged())))];
    expect({ name, says: /\bMember\b[^]*\bRole\b/.test(written), other: /\bMember\b/.test(other) }).toEqual({
      name,
      says: true,
      other: false,
    });
  }
  expect(jsonReport.safeParse(JSON.parse(whole(formats.json.write(silent())))).error).toBeUndefined();
});

test("of a kind that is not looked at, no rule and no entry of a baseline is out of date", () => {
  const rules = parseIgnore("type:Webhook  # theirs\ntype:Device name:x  # ours");
  const seen = reportOf(unmanaged({ type: "Webhook", id: "A" }));
  const report = silent({ notLookedAt: ["Webhook"] });
  expect(applyIgnore(report, rules).warnings.join()).toMatch(/^(?!.*theirs).*ours/);
  expect(onlyNew(report, baselineOf(seen)).warnings).toEqual([]);
  expect(onlyNew(reportOf(unmanaged()), baselineOf(seen)).warnings).toHaveLength(1);
});
