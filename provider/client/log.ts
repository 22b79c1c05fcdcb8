import { redact } from "../core/secrets";

/** What a user should know beside the outcome: a wait, a thing that was adopted, a clock that is off. */
export type Log = (level: "info" | "warning", message: string) => void;

/** Whoever shows it: no secret is in what is told, though somebody else's words are quoted. */
export const redacted =
  (log: Log): Log =>
  (level, message) =>
    log(level, redact(message));
