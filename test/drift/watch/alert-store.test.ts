import fc from "fast-check";
import { createAlertStore, type News, type AlertStore } from "../../../drift/watch";
import { anyFindings, everything, finding, report } from "./support";

const update = (alerts: AlertStore, findings: ReturnType<typeof finding>[], covers = everything): News =>
  alerts.update(report(findings), findings, covers);

test("a finding is reported once, again with another change, and once more after it was resolved", () => {
  const alerts = createAlertStore([], []);
  const worse = finding({ changes: [...(finding().changes ?? []), { path: "tags", kind: "add", actual: ["x"] }] });
  const other = finding({ changes: [{ path: "name", kind: "update", expected: "a", actual: "c" }] });
  expect(update(alerts, [finding()]).fresh).toHaveLength(1);
  expect(update(alerts, [finding()]).fresh).toEqual([]);
  expect(update(alerts, [finding({ id: "80:01".toUpperCase(), name: "other" })]).fresh).toEqual([]);
  expect(update(alerts, [worse]).fresh).toEqual([worse]);
  expect(update(alerts, [finding()])).toMatchObject({ fresh: [], resolved: [] });
  expect(update(alerts, [other]).fresh).toEqual([other]);
  expect(update(alerts, []).resolved).toMatchObject([{ id: "80:01", status: "changed", name: "pump", stack: "dev" }]);
  expect(update(alerts, []).resolved).toEqual([]);
  expect(update(alerts, [finding()]).fresh).toHaveLength(1);
});

test("what the comparison would not have shown, and what could not be checked, is not resolved", () => {
  const alerts = createAlertStore([], []);
  update(alerts, [finding()]);
  expect(update(alerts, [], () => false).resolved).toEqual([]);
  const unknown = finding({ status: "not-checked", reason: "no permission" });
  expect(alerts.update(report([unknown]), [], everything).resolved).toEqual([]);
  expect(update(alerts, [finding()]).fresh).toEqual([]);
});

test("what a rule hides by now, or whose stack is watched no longer, is forgotten without a word", () => {
  const alerts = createAlertStore([], []);
  update(alerts, [finding(), finding({ id: "80:02", stack: "old" })]);
  expect(alerts.update(report([finding()]), [], everything).resolved).toEqual([]);
  expect(alerts.entries()).toEqual([]);
});

test("what was found in another account stays as it is", () => {
  const alerts = createAlertStore([], []);
  update(alerts, [finding()]);
  expect(alerts.update(report([], { account: { id: "other" } }), [], everything).resolved).toEqual([]);
  expect(alerts.entries()).toHaveLength(1);
});

test("a thing that two resources declare is reported once for each", () => {
  const alerts = createAlertStore([], []);
  const twice = [finding(), finding({ urn: "urn:other", changes: [{ path: "tags", kind: "add", actual: ["x"] }] })];
  expect(update(alerts, twice).fresh).toHaveLength(2);
  expect(update(alerts, twice)).toMatchObject({ fresh: [], resolved: [] });
});

test("what is pending over a restart is pending once more when it is found again, to those that are still there", () => {
  const first = createAlertStore([], ["url", "command"]);
  expect(update(first, [finding()]).pending).toEqual([{ finding: finding(), notifiers: ["url", "command"] }]);
  expect(update(first, [finding()]).pending).toEqual([]);
  first.notified(finding(), "command");
  const second = createAlertStore(first.entries(), ["url", "command"]);
  expect(update(second, [finding()])).toMatchObject({ fresh: [], pending: [{ notifiers: ["url"] }] });
  expect(update(second, [finding()]).pending).toEqual([]);
  second.notified(finding(), "url");
  expect(update(createAlertStore(second.entries(), ["url", "command"]), [finding()]).pending).toEqual([]);
  expect(update(createAlertStore(first.entries(), ["command"]), [finding()]).pending).toEqual([]);
});

test("however much is found, no more is remembered than the bound, and what is beyond is counted", () => {
  const alerts = createAlertStore([], [], 3);
  const all = Array.from({ length: 10 }, (_, index) => finding({ id: `80:${index}` }));
  const news = update(alerts, all);
  expect([news.fresh.length, news.beyond, alerts.entries().length]).toEqual([3, 7, 3]);
  expect(update(alerts, all)).toMatchObject({ fresh: [], resolved: [], beyond: 7 });
  expect(createAlertStore(alerts.entries(), [], 2).entries()).toHaveLength(2);
});

test("whatever comes, a restart changes nothing of what is reported", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyFindings, fc.boolean())), (comparisons) => {
      const [steady, restarted] = [createAlertStore([], ["url"]), { current: createAlertStore([], ["url"]) }];
      for (const [findings, restarts] of comparisons) {
        if (restarts)
          restarted.current = createAlertStore(JSON.parse(JSON.stringify(restarted.current.entries())) as never, ["url"]);
        const [one, other] = [update(steady, findings), update(restarted.current, findings)];
        expect([other.fresh, other.resolved]).toEqual([one.fresh, one.resolved]);
        for (const { finding: notified } of other.pending) restarted.current.notified(notified, "url");
        for (const { finding: notified } of one.pending) steady.notified(notified, "url");
      }
    }),
  );
});

test("whatever comes, nothing is reported twice in a row, and what is resolved was reported", () => {
  fc.assert(
    fc.property(fc.array(anyFindings), (comparisons) => {
      const alerts = createAlertStore([], []);
      const reported = new Set<string>();
      for (const findings of comparisons) {
        const { fresh, resolved } = update(alerts, findings);
        expect(update(alerts, findings)).toMatchObject({ fresh: [], resolved: [] });
        for (const { id } of resolved) expect(reported).toContain(id.toLowerCase());
        for (const { id } of fresh) reported.add(id.toLowerCase());
        expect(alerts.entries().length).toBeLessThanOrEqual(6);
      }
    }),
  );
});
