import type { Log } from "./log";

/** Seconds by which the server's Date may differ for other reasons: it has whole seconds, and the answer took a while. */
const TOLERANCE = 1;

/** This machine's clock, put right by the server's where signatures were refused because of it. */
export interface Clock {
  now: () => Date;
  /** The clock by the Date of a refusal; undefined where that differs by no more than a second. `keep` makes it the one to use. */
  correctedBy: (headers: Headers) => { now: () => Date; keep: () => void } | undefined;
}

export function createClock(log: Log, machine: () => Date = () => new Date()): Clock {
  let offset = 0;
  const withOffset = (milliseconds: number) => () => new Date(machine().getTime() + milliseconds);
  return {
    now: () => withOffset(offset)(),
    correctedBy: (headers) => {
      const found = Date.parse(headers.get("date") ?? "") - machine().getTime();
      if (!(Math.abs(found - offset) > TOLERANCE * 1000)) return undefined;
      const keep = () => {
        offset = found;
        const seconds = Math.round(Math.abs(found) / 1000);
        const side = found < 0 ? "ahead of" : "behind";
        log(
          "warning",
          `This machine's clock is ${seconds} s ${side} remote.it's. Requests are signed by remote.it's time; set the clock (NTP).`,
        );
      };
      return { now: withOffset(found), keep };
    },
  };
}
