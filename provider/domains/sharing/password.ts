import { z } from "zod";

/** What the app takes (api/README.md, A). */
const LONGEST = 49;

/** A password that is read back may be asterisks, so one of nothing else could never be told from it. */
export const linkPassword = () =>
  z
    .string({ error: "must be a text" })
    .max(LONGEST, { error: `must be at most ${LONGEST} characters` })
    .regex(/^$|[^*]/, { error: "must not be all asterisks: remote.it shows a password so" });
