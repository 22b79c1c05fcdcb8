import { findDrift, type Finding, type Report } from "../../drift";
import { verdict } from "../../drift/formats/words";
import { deviceOf, keyOf, findDeviceDrift, type Moved, type News, type Alert } from "../../drift/watch";
import { idKey } from "../../provider/inventory";
import { compareUntilStable, type StableOptions } from "./stable";
import type { Problems } from "./problems";

export interface ComparisonOptions extends StableOptions {
  /** Kinds to look for although no stack holds any. */
  kinds?: readonly string[];
  moved: Moved;
  problems: Problems;
  onNews: (news: News, account: Report["account"]) => void;
}

export interface Comparisons {
  /** Compares everything. */
  scan: () => Promise<void>;
  /** Compares these devices, or those of these services, with all their services. */
  recheck: (ids: readonly string[]) => Promise<void>;
  /** Whether a scan has come to its end: before, there is nothing to add to. */
  isReady: () => boolean;
}

/** The two comparisons. They may run at the same time: what a recheck has found out, a scan that began before does not undo. */
export function createComparisons(options: ComparisonOptions): Comparisons {
  const { alerts, moved, problems, kinds, signal } = options;
  let account: Report["account"] | undefined;
  const rechecked = new Set<string>();

  const update = (report: Report, wanted: readonly Finding[], wouldShow: (alert: Alert) => boolean) => {
    const news = alerts.update(report, wanted, wouldShow);
    if (news.beyond > 0) {
      problems.warn(
        `Too many findings: ${news.beyond} are neither reported nor remembered. Fix some, or hide them with ignore rules.`,
      );
    }
    options.onNews(news, report.account);
  };

  return {
    scan: async () => {
      rechecked.clear();
      const wasRechecked = ({ id }: { id: string }) => rechecked.has(idKey(moved.deviceOf(id) ?? id));
      const { report, wanted, shown } = await compareUntilStable(options, async ({ context, stacks }) => {
        moved.follow(stacks);
        const found = await findDrift(context, stacks, { signal, ...(kinds && { kinds }) });
        return { ...found, findings: found.findings.filter((finding) => !wasRechecked(finding)) };
      });
      ({ account } = report);
      moved.forgetFound();
      // Of a kind that is not looked at nobody knows how it stands.
      update(report, wanted, (alert) => !wasRechecked(alert) && !report.notLookedAt?.includes(alert.type));
      shown.warnings.forEach(problems.warn);
      const { stacks } = report;
      problems.info(`Compared ${stacks.length === 1 ? "stack" : "stacks"} ${stacks.join(", ")}: ${verdict(shown)}.`);
    },
    recheck: async (ids) => {
      let found: string[] = [];
      const { report, wanted } = await compareUntilStable(options, async ({ context, stacks }) => {
        const drift = await findDeviceDrift(context, stacks, ids, { email: account?.email, signal });
        ({ found } = drift);
        return drift.report;
      });
      const seen = new Set([...ids, ...found].map(idKey));
      seen.forEach((id) => rechecked.add(id));
      moved.found(found);
      const inSync = new Set(report.inSync.map((managed) => keyOf({ ...managed, status: "changed" })));
      update(report, wanted, (alert) =>
        // Of a device that a fleet wants otherwise no list says that it is in sync: there may be any number.
        alert.stack === undefined || alert.fleet !== undefined
          ? seen.has(idKey(deviceOf(alert.type, alert.id, {}) ?? ""))
          : inSync.has(keyOf({ ...alert, status: "changed" })),
      );
    },
    isReady: () => account !== undefined,
  };
}
