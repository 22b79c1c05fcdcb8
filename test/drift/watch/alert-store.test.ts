import fc from "fast-check";
import { createAlertStore, type News, type AlertStore } from "../../../drift/watch";
import { anyFindings, everything, finding, report } from "./support";

const settle = (alerts: AlertStore, findings: ReturnType<typeof finding>[], covers = everything): News =>
  alerts.settle(report(findings), findings, covers);

test("a finding is told once, again with another change, and once more after it was healed", () => {
  const alerts = createAlertStore([], []);
  const worse = finding({ changes: [...(finding().changes ?? []), { path: "tags", kind: "add", actual: ["x"] }] });
  const other = finding({ changes: [{ path: "name", kind: "update", expected: "a", actual: "c" }] });
  expect(settle(alerts, [finding()]).fresh).toHaveLength(1);
  expect(settle(alerts, [finding()]).fresh).toEqual([]);
  expect(settle(alerts, [finding({ id: "80:01".toUpperCase(), name: "other" })]).fresh).toEqual([]);
  expect(settle(alerts, [worse]).fresh).toEqual([worse]);
  expect(settle(alerts, [finding()])).toMatchObject({ fresh: [], healed: [] });
  expect(settle(alerts, [other]).fresh).toEqual([other]);
  expect(settle(alerts, []).healed).toMatchObject([{ id: "80:01", status: "changed", name: "pump", stack: "dev" }]);
  expect(settle(alerts, []).healed).toEqual([]);
  expect(settle(alerts, [finding()]).fresh).toHaveLength(1);
});

test("what the comparison would not have shown, and what could not be checked, is not healed", () => {
  const alerts = createAlertStore([], []);
  settle(alerts, [finding()]);
  expect(settle(alerts, [], () => false).healed).toEqual([]);
  const unknown = finding({ status: "not-checked", reason: "no permission" });
  expect(alerts.settle(report([unknown]), [], everything).healed).toEqual([]);
  expect(settle(alerts, [finding()]).fresh).toEqual([]);
});

test("what a rule hides by now, or whose stack is watched no longer, is forgotten without a word", () => {
  const alerts = createAlertStore([], []);
  settle(alerts, [finding(), finding({ id: "80:02", stack: "old" })]);
  expect(alerts.settle(report([finding()]), [], everything).healed).toEqual([]);
  expect(alerts.entries()).toEqual([]);
});

test("what was found in another account stays as it is", () => {
  const alerts = createAlertStore([], []);
  settle(alerts, [finding()]);
  expect(alerts.settle(report([], { account: { id: "other" } }), [], everything).healed).toEqual([]);
  expect(alerts.entries()).toHaveLength(1);
});

test("a thing that two resources declare is told once for each", () => {
  const alerts = createAlertStore([], []);
  const twice = [finding(), finding({ urn: "urn:other", changes: [{ path: "tags", kind: "add", actual: ["x"] }] })];
  expect(settle(alerts, twice).fresh).toHaveLength(2);
  expect(settle(alerts, twice)).toMatchObject({ fresh: [], healed: [] });
});

test("what is owed over a restart is owed once more when it is found again, to those who are still told", () => {
  const first = createAlertStore([], ["url", "command"]);
  expect(settle(first, [finding()]).owed).toEqual([{ finding: finding(), receivers: ["url", "command"] }]);
  expect(settle(first, [finding()]).owed).toEqual([]);
  first.paid(finding(), "command");
  const second = createAlertStore(first.entries(), ["url", "command"]);
  expect(settle(second, [finding()])).toMatchObject({ fresh: [], owed: [{ receivers: ["url"] }] });
  expect(settle(second, [finding()]).owed).toEqual([]);
  second.paid(finding(), "url");
  expect(settle(createAlertStore(second.entries(), ["url", "command"]), [finding()]).owed).toEqual([]);
  expect(settle(createAlertStore(first.entries(), ["command"]), [finding()]).owed).toEqual([]);
});

test("however much is found, no more is remembered than the bound, and what is beyond is counted", () => {
  const alerts = createAlertStore([], [], 3);
  const all = Array.from({ length: 10 }, (_, index) => finding({ id: `80:${index}` }));
  const news = settle(alerts, all);
  expect([news.fresh.length, news.beyond, alerts.entries().length]).toEqual([3, 7, 3]);
  expect(settle(alerts, all)).toMatchObject({ fresh: [], healed: [], beyond: 7 });
  expect(createAlertStore(alerts.entries(), [], 2).entries()).toHaveLength(2);
});

test("whatever comes, a restart changes nothing of what is told", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyFindings, fc.boolean())), (comparisons) => {
      const [steady, restarted] = [createAlertStore([], ["url"]), { current: createAlertStore([], ["url"]) }];
      for (const [findings, restarts] of comparisons) {
        if (restarts)
          restarted.current = createAlertStore(JSON.parse(JSON.stringify(restarted.current.entries())) as never, ["url"]);
        const [one, other] = [settle(steady, findings), settle(restarted.current, findings)];
        expect([other.fresh, other.healed]).toEqual([one.fresh, one.healed]);
        for (const { finding: told } of other.owed) restarted.current.paid(told, "url");
        for (const { finding: told } of one.owed) steady.paid(told, "url");
      }
    }),
  );
});

test("whatever comes, nothing is told twice in a row, and what is healed was told", () => {
  fc.assert(
    fc.property(fc.array(anyFindings), (comparisons) => {
      const alerts = createAlertStore([], []);
      const told = new Set<string>();
      for (const findings of comparisons) {
        const { fresh, healed } = settle(alerts, findings);
        expect(settle(alerts, findings)).toMatchObject({ fresh: [], healed: [] });
        for (const { id } of healed) expect(told).toContain(id.toLowerCase());
        for (const { id } of fresh) told.add(id.toLowerCase());
        expect(alerts.entries().length).toBeLessThanOrEqual(6);
      }
    }),
  );
});
