import { findDrift, type Finding, type Report } from "../../drift";
import { verdict } from "../../drift/formats/words";
import { keyOf, lookAt, type Moved, type News, type Told } from "../../drift/watch";
import { idKey } from "../../provider/inventory";
import { type CompareOptions, compare } from "./compare";
import type { Problems } from "./problems";

export interface CheckOptions extends CompareOptions {
  moved: Moved;
  problems: Problems;
  onNews: (news: News, account: Report["account"]) => void;
}

export interface Checks {
  /** Compares everything. */
  scan: () => Promise<void>;
  /** Compares these devices, or those of these services, with all their services. */
  look: (ids: readonly string[]) => Promise<void>;
  /** Whether a scan has come to its end: before, there is nothing to add to. */
  isReady: () => boolean;
}

/** The two comparisons. They may run at the same time: what a look has found out, a scan that began before does not undo. */
export function createChecks(options: CheckOptions): Checks {
  const { alerts, moved, problems, signal } = options;
  let account: Report["account"] | undefined;
  const lookedAt = new Set<string>();

  const settle = (report: Report, wanted: readonly Finding[], covers: (told: Told) => boolean) => {
    const news = alerts.settle(report, wanted, covers);
    if (news.beyond > 0) {
      problems.remark(
        `Too many findings: ${news.beyond} are neither told nor remembered. Heal some, or hide them with ignore rules.`,
      );
    }
    options.onNews(news, report.account);
  };

  return {
    scan: async () => {
      lookedAt.clear();
      const wasLookedAt = ({ id }: { id: string }) => lookedAt.has(idKey(moved.deviceOf(id) ?? id));
      const { report, wanted, shown } = await compare(options, async ({ context, stacks }) => {
        moved.follow(stacks);
        const found = await findDrift(context, stacks, { signal });
        return { ...found, findings: found.findings.filter((finding) => !wasLookedAt(finding)) };
      });
      ({ account } = report);
      moved.forgetFound();
      settle(report, wanted, (told) => !wasLookedAt(told));
      shown.warnings.forEach(problems.remark);
      const { stacks } = report;
      problems.info(`Compared ${stacks.length === 1 ? "stack" : "stacks"} ${stacks.join(", ")}: ${verdict(shown)}.`);
    },
    look: async (ids) => {
      let found: string[] = [];
      const { report, wanted } = await compare(options, async ({ context, stacks }) => {
        const looked = await lookAt(context, stacks, ids, { email: account?.email, signal });
        ({ found } = looked);
        return looked.report;
      });
      const seen = new Set([...ids, ...found].map(idKey));
      seen.forEach((id) => lookedAt.add(id));
      moved.found(found);
      const inSync = new Set(report.inSync.map((managed) => keyOf({ ...managed, status: "changed" })));
      settle(report, wanted, (told) =>
        told.stack === undefined
          ? told.type === "Device" && seen.has(idKey(told.id))
          : inSync.has(keyOf({ ...told, status: "changed" })),
      );
    },
    isReady: () => account !== undefined,
  };
}
