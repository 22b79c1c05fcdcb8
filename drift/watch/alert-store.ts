import type { Finding, Report } from "../report";
import { digests, keyOf } from "./fingerprint";
import type { Told } from "./memory";

/** The most findings that are remembered, some 400 bytes each. Those beyond are counted and not told. */
const MOST = 50_000;

/** What a comparison brought. */
export interface News {
  /** Found for the first time, or with a change that was not there before. */
  fresh: Finding[];
  /** Told before, and no longer so. */
  healed: Told[];
  /** What is to be told to which receivers: all that is fresh, and what a restart left untold. */
  owed: { finding: Finding; receivers: readonly string[] }[];
  /** How many are not told since too many are remembered. */
  beyond: number;
}

/** Which findings were told. */
export interface AlertStore {
  /** Of these findings, those that are not told yet. */
  fresh: (findings: readonly Finding[]) => Finding[];
  /**
   * Takes a comparison into account.
   *
   * @param report - All that was found.
   * @param wanted - Of its findings, those that count and no rule hides.
   * @param covers - Whether the comparison would have found the thing if it still drifted.
   */
  settle: (report: Report, wanted: readonly Finding[], covers: (told: Told) => boolean) => News;
  /** The receiver was told, or is given up. */
  paid: (finding: Finding, receiver: string) => void;
  entries: () => Told[];
}

/** @param receivers - Names of those who are to be told what is fresh. */
export function createAlertStore(remembered: readonly Told[], receivers: readonly string[], most = MOST): AlertStore {
  const entries = new Map(remembered.slice(0, most).map((told) => [keyOf(told), told]));
  /** What was owed when the watch ended, until it is found again. */
  const left = new Set([...entries].filter(([, { owed }]) => owed.length > 0).map(([key]) => key));

  const isFresh = (finding: Finding): boolean => {
    const told = entries.get(keyOf(finding));
    return told?.status !== finding.status || digests(finding).some((digest) => !told.changes.includes(digest));
  };

  const dropOthers = (report: Report, wanted: readonly Finding[], covers: (told: Told) => boolean): Told[] => {
    const [found, counting] = [new Set(report.findings.map(keyOf)), new Set(wanted.map(keyOf))];
    const gone = [...entries].flatMap(([key, told]) =>
      counting.has(key) || told.account !== report.account.id ? [] : [{ key, told, ...fateOf(told, report, found, covers) }],
    );
    for (const { key } of gone.filter(({ isOver }) => isOver)) {
      entries.delete(key);
      left.delete(key);
    }
    return gone.filter(({ isHealed }) => isHealed).map(({ told }) => told);
  };

  return {
    fresh: (findings) => findings.filter(isFresh),
    settle: (report, wanted, covers) => {
      const news: News = { fresh: [], healed: dropOthers(report, wanted, covers), owed: [], beyond: 0 };
      for (const finding of wanted) {
        const key = keyOf(finding);
        const told = entries.get(key);
        const isNew = isFresh(finding);
        if (!told && entries.size >= most) news.beyond += 1;
        else {
          const owed = isNew ? receivers : (told?.owed ?? []).filter((name) => receivers.includes(name));
          entries.set(key, noted(finding, report.account.id, owed));
          if (isNew) news.fresh.push(finding);
          if (owed.length > 0 && (isNew || left.has(key))) news.owed.push({ finding, receivers: owed });
          left.delete(key);
        }
      }
      return news;
    },
    paid: (finding, receiver) => {
      const told = entries.get(keyOf(finding));
      if (told) entries.set(keyOf(finding), { ...told, owed: told.owed.filter((name) => name !== receiver) });
    },
    entries: () => [...entries.values()],
  };
}

/** What becomes of something told that does not count, or is not found, this time. */
function fateOf(
  told: Told,
  { stacks }: Report,
  found: ReadonlySet<string>,
  covers: (told: Told) => boolean,
): { isOver: boolean; isHealed: boolean } {
  // Its stack is not watched any more, a rule hides it by now, or it does not count.
  const isSilent = (told.stack !== undefined && !stacks.includes(told.stack)) || found.has(keyOf(told));
  if (isSilent) return { isOver: true, isHealed: false };
  // What could not be checked is, for all that anybody knows, as it was.
  const isHealed = !found.has(keyOf({ ...told, status: "not-checked" })) && covers(told);
  return { isOver: isHealed, isHealed };
}

function noted(finding: Finding, account: string, owed: readonly string[]): Told {
  const { status, type, id, name, urn, stack } = finding;
  const resource = { ...(urn !== undefined && { urn }), ...(stack !== undefined && { stack }) };
  return { status, type, id, name, ...resource, account, changes: digests(finding), owed: [...owed] };
}
