import type { Finding, Report } from "../report";
import { digests, keyOf, type Alert } from "./alert";

/** The most findings that are remembered, some 400 bytes each. Those beyond are counted, and nobody is notified of them. */
const MOST = 50_000;

/** What a comparison brought. */
export interface News {
  /** Found for the first time, or with a change that was not there before. */
  fresh: Finding[];
  /** Reported before, and no longer so. */
  resolved: Alert[];
  /** Which notifiers are to be notified of what: of all that is fresh, and of what was pending when the watch last ended. */
  pending: { finding: Finding; notifiers: readonly string[] }[];
  /** How many are left out since too many are remembered. */
  beyond: number;
}

/** Which findings were reported. */
export interface AlertStore {
  /** Of these findings, those that were not reported yet. */
  fresh: (findings: readonly Finding[]) => Finding[];
  /**
   * Takes a comparison into account.
   *
   * @param report - All that was found.
   * @param wanted - Of its findings, those that count and no rule hides.
   * @param wouldShow - Whether the comparison would have found the thing if it still drifted.
   */
  update: (report: Report, wanted: readonly Finding[], wouldShow: (alert: Alert) => boolean) => News;
  /** Whether it is reported, and was not found to be resolved. */
  has: (finding: Finding) => boolean;
  /** The notifier has passed it on, or was given up. */
  notified: (finding: Finding, notifier: string) => void;
  entries: () => Alert[];
}

/** @param notifiers - Names of those that pass on what is fresh. */
export function createAlertStore(remembered: readonly Alert[], notifiers: readonly string[], most = MOST): AlertStore {
  const entries = new Map(remembered.slice(0, most).map((alert) => [keyOf(alert), alert]));
  /** What was pending when the watch ended, until it is found again. */
  const left = new Set([...entries].filter(([, { pending }]) => pending.length > 0).map(([key]) => key));

  const isFresh = (finding: Finding): boolean => {
    const alert = entries.get(keyOf(finding));
    return alert?.status !== finding.status || digests(finding).some((digest) => !alert.changes.includes(digest));
  };

  const dropOthers = (report: Report, wanted: readonly Finding[], wouldShow: (alert: Alert) => boolean): Alert[] => {
    const [found, counting] = [new Set(report.findings.map(keyOf)), new Set(wanted.map(keyOf))];
    const unchecked = new Set(report.findings.filter(({ status }) => status === "not-checked").map(({ urn }) => urn));
    const gone = [...entries].flatMap(([key, alert]) =>
      counting.has(key) || alert.account !== report.account.id
        ? []
        : [
            {
              key,
              alert,
              ...fateOf(alert, report, found, (one) => wouldShow(one) && !(one.fleet !== undefined && unchecked.has(one.urn))),
            },
          ],
    );
    for (const { key } of gone.filter(({ isOver }) => isOver)) {
      entries.delete(key);
      left.delete(key);
    }
    return gone.filter(({ isResolved }) => isResolved).map(({ alert }) => alert);
  };

  return {
    fresh: (findings) => findings.filter(isFresh),
    update: (report, wanted, wouldShow) => {
      const news: News = { fresh: [], resolved: dropOthers(report, wanted, wouldShow), pending: [], beyond: 0 };
      for (const finding of wanted) {
        const key = keyOf(finding);
        const known = entries.get(key);
        const isNew = isFresh(finding);
        if (!known && entries.size >= most) news.beyond += 1;
        else {
          const pending = isNew ? notifiers : (known?.pending ?? []).filter((name) => notifiers.includes(name));
          entries.set(key, alertOf(finding, report.account.id, pending));
          if (isNew) news.fresh.push(finding);
          if (pending.length > 0 && (isNew || left.has(key))) news.pending.push({ finding, notifiers: pending });
          left.delete(key);
        }
      }
      return news;
    },
    has: (finding) => entries.has(keyOf(finding)),
    notified: (finding, notifier) => {
      const alert = entries.get(keyOf(finding));
      if (alert) entries.set(keyOf(finding), { ...alert, pending: alert.pending.filter((name) => name !== notifier) });
    },
    entries: () => [...entries.values()],
  };
}

/** What becomes of an alert that does not count, or is not found, this time. */
function fateOf(
  alert: Alert,
  { stacks }: Report,
  found: ReadonlySet<string>,
  wouldShow: (alert: Alert) => boolean,
): { isOver: boolean; isResolved: boolean } {
  // Its stack is not watched any more, a rule hides it by now, or it does not count.
  const isSilent = (alert.stack !== undefined && !stacks.includes(alert.stack)) || found.has(keyOf(alert));
  if (isSilent) return { isOver: true, isResolved: false };
  // What could not be checked is, for all that anybody knows, as it was.
  const isResolved = !found.has(keyOf({ ...alert, status: "not-checked" })) && wouldShow(alert);
  return { isOver: isResolved, isResolved };
}

function alertOf(finding: Finding, account: string, pending: readonly string[]): Alert {
  const { status, severity, type, id, name, urn, stack, fleet } = finding;
  const resource = {
    ...(urn !== undefined && { urn }),
    ...(stack !== undefined && { stack }),
    ...(fleet !== undefined && { fleet }),
  };
  return {
    status,
    ...(severity && { severity }),
    type,
    id,
    name,
    ...resource,
    account,
    changes: digests(finding),
    pending: [...pending],
  };
}
