import type { Log } from "./log";

/** Seconds by which the server's Date may differ from what it can be by this clock: more is a clock that is off. */
const TOLERANCE = 1;

/** This machine's clock, put right by the server's where signatures were refused because of it. */
export interface Clock {
  now: () => Date;
  /**
   * The clock by the Date of a refusal that has just come; undefined where this one may be right. `keep` makes it the one to use.
   *
   * @param took - Milliseconds from when the request was sent.
   */
  correctedBy: (headers: Headers, took: number) => { now: () => Date; keep: () => void } | undefined;
}

export function createClock(log: Log, machine: () => Date = () => new Date()): Clock {
  let offset = 0;
  const withOffset = (milliseconds: number) => () => new Date(machine().getTime() + milliseconds);
  return {
    now: () => withOffset(offset)(),
    correctedBy: (headers, took) => {
      // The header has whole seconds, cut off, and was written at some time since the request was sent.
      const least = Date.parse(headers.get("date") ?? "") - machine().getTime();
      const most = least + took + 1000;
      const isOff = offset < least - TOLERANCE * 1000 || offset > most + TOLERANCE * 1000;
      if (!isOff) return undefined;
      const found = (least + most) / 2;
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
