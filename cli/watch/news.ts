import type { Report } from "../../drift";
import { safeJson } from "../../drift/formats/json-text";
import { driftEvent, eventText, type News, resolvedEvent, type WatchEvent } from "../../drift/watch";
import { writeOut } from "../support/output";
import type { Notifiers } from "./notifiers";

/** An event as a line of standard output, by format. */
export const eventLines = {
  text: (event: WatchEvent) => `${eventText(event)}\n`,
  ndjson: (event: WatchEvent) => `${safeJson(event)}\n`,
};

export interface NewsOptions {
  format: keyof typeof eventLines;
  notifiers: Pick<Notifiers, "notify">;
  /** Remembers what is reported. */
  save: () => void;
  /** Standard output takes no more. */
  onFailure: (error: unknown) => void;
}

export interface Reporting {
  report: (news: News, account: Report["account"]) => void;
  /** All that was reported is printed. */
  printed: () => Promise<void>;
}

/** Prints what is new, and passes it on. */
export function createReporting({ format, notifiers, save, onFailure }: NewsOptions): Reporting {
  let printed = Promise.resolve();
  return {
    report: ({ resolved, pending, fresh }, account) => {
      const now = new Date();
      const toEvents = (found: typeof fresh) => found.map((one) => driftEvent(one, account, now));
      const events = [
        ...toEvents(fresh.filter(({ severity }) => severity)),
        ...resolved.map((alert) => resolvedEvent(alert, account, now)),
        ...toEvents(fresh.filter(({ severity }) => !severity)),
      ];
      // Remembered once it is reported: where that fails, it is reported again after the next start.
      printed = printed.then(() => writeOut(events.map(eventLines[format]))).then(save, onFailure);
      for (const { finding, notifiers: names } of pending) notifiers.notify(driftEvent(finding, account, now), finding, names);
    },
    printed: () => printed,
  };
}
