import { type Alert, driftEvent, eventText, resolvedEvent } from "../../../drift/watch";
import { finding } from "./support";

const now = new Date("2026-11-25T08:00:00Z");
const time = "2026-11-25T08:00:00.000Z";
const mine = { id: "mine", email: "me@example.com" };

test("the event of a drift is the finding, with when it was found out and in which account", () => {
  expect(driftEvent(finding(), mine, now)).toEqual({ formatVersion: 1, event: "drift", time, account: mine, ...finding() });
});

test("the event of what is resolved names the thing, and nothing of what is only remembered", () => {
  const { changes: _changes, remedy: _remedy, ...thing } = finding();
  const alert: Alert = { ...thing, account: "mine", changes: ["digest"], pending: ["url"] };
  expect(resolvedEvent(alert, mine, now)).toEqual({ formatVersion: 1, event: "resolved", time, account: mine, ...thing });
});

describe("as a line", () => {
  const line = (more: Parameters<typeof finding>[0] = {}) => eventText(driftEvent(finding(more), mine, now));

  test("a change is told with what is declared and what the account holds, and what to do", () => {
    expect(line()).toBe(`${time} changed: Device "pump" (80:01) of stack dev: name "a" → "b". pulumi up`);
    const changes = [
      { path: "tags", kind: "add", actual: ["x"] },
      { path: "color", kind: "remove", expected: 1 },
    ] as const;
    expect(line({ changes: [...changes] })).toBe(
      `${time} changed: Device "pump" (80:01) of stack dev: tags (not declared) → ["x"]; color 1 → (none). pulumi up`,
    );
  });

  test("what has no changes, no stack or no remedy leaves no place for them", () => {
    const { changes: _changes, stack: _stack, ...bare } = finding({ status: "unmanaged" });
    const { remedy, ...event } = driftEvent(bare, mine, now);
    expect(eventText({ ...event, ...(remedy !== undefined && { remedy }) })).toBe(
      `${time} unmanaged: Device "pump" (80:01). pulumi up`,
    );
    expect(eventText(event)).toBe(`${time} unmanaged: Device "pump" (80:01). `);
  });

  test("what could not be checked is told with why", () => {
    const { changes: _changes, ...bare } = finding({ status: "not-checked", reason: "No permission." });
    expect(eventText(driftEvent(bare, mine, now))).toBe(
      `${time} not-checked: Device "pump" (80:01) of stack dev: No permission.. pulumi up`,
    );
  });

  test("what is resolved is told with what it was", () => {
    const { remedy: _remedy, ...thing } = driftEvent(finding(), mine, now);
    expect(eventText({ ...thing, event: "resolved" })).toBe(`${time} resolved: Device "pump" (80:01) of stack dev was changed`);
  });

  test("no name acts on the terminal or fills it, wherever it stands", () => {
    const long = "\u001b[2J".padEnd(5_000, "x");
    const text = line({
      type: long,
      id: long,
      name: long,
      stack: long,
      reason: long,
      remedy: long,
      changes: [{ path: long, kind: "update", expected: long, actual: long }],
    });
    expect(text).not.toContain("\u001b");
    expect(text.length).toBeLessThan(200 + 100 + 100 + 60 + 60 + 2 * 60 + 300 + 500 + 100);
  });
});
