import { z } from "zod";
import { text } from "../shared/text";

/** What the app takes (api/README.md, A). */
const [SHORTEST, LONGEST] = [2, 100];

export const networkName = () => {
  const range = { error: `must be ${SHORTEST} to ${LONGEST} characters` };
  return z.string({ error: "must be a text" }).min(SHORTEST, range).max(LONGEST, range);
};

/** The id of a network says nothing: no form of it is known. A slash would be taken for its end. */
export const networkId = () =>
  text().regex(/^[^/\s]+$/, { error: "is no id of a network: that has neither slash nor white space" });

export const connectionName = () =>
  z.string({ error: "must be a text" }).max(LONGEST, { error: `must be at most ${LONGEST} characters` });
