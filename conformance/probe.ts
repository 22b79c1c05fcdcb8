import { type Switch, type SwitchName, switches, type World } from "../sandbox/worlds";
import type { Asking } from "./asking";

/**
 * How an answer is had: from the endpoint's own schema, by reading, or by writing to the device that the user names; where two
 * are named, by the second where the first does not tell. "elsewhere": not from here, or not without traces.
 */
export type Way = "introspection" | "reading" | "writing" | "introspection or writing" | "reading or writing" | "elsewhere";

export interface Answer {
  name: string;
  /** What remote.it then does. */
  does: string;
  /** What goes wrong where it is not the assumed answer, and which setting avoids it. */
  consequence?: string;
}

/** What remote.it was found to do. Every word of it may stand in a public issue: no name, id, address or number of the account. */
export type Found<A extends string = string> =
  | { answer: A; details?: readonly string[] }
  /** Why there is no answer. */
  | { unknown: string }
  /** Only a trial can tell. */
  | { needs: "write" };

/** One thing that the product takes remote.it to do, and how to ask whether it does. */
export interface Probe {
  /** The name of its switch in the sandbox, where there is one. The same in every version. */
  name: string;
  question: string;
  /** The assumed one first. */
  answers: readonly [Answer, ...Answer[]];
  /** What speaks for the assumed one, by the marks of api/README.md. */
  evidence: string;
  /** Files that would be wrong with another answer. */
  leansOn: readonly string[];
  way: Way;
  /** Where it is not asked: why. */
  notAsked?: string;
  /** Its answer is for information, and never counts as a difference. */
  isInfo?: true;
  ask?: (asking: Asking) => Promise<Found>;
}

type NamedAnswer = Switch["answers"][number];

type Assumed<N extends SwitchName> = (typeof switches)[N]["answers"][0][0];

type Asked<A extends string> =
  { way: Exclude<Way, "elsewhere">; ask: (asking: Asking) => Promise<Found<A>> } | { way: "elsewhere"; notAsked: string };

type Facts = Pick<Probe, "evidence" | "leansOn" | "isInfo">;

/** The probe of a switch: its question and answers are the sandbox's. */
export function probe<N extends SwitchName>(
  name: N,
  { otherwise, ...facts }: Facts & Asked<World[N]> & { otherwise: Record<Exclude<World[N], Assumed<N>>, string> },
): Probe {
  const consequences = new Map(Object.entries<string>(otherwise));
  const { question, answers } = switches[name];
  const [assumed, ...others] = answers as readonly [NamedAnswer, ...NamedAnswer[]];
  const otherAnswers = others.map(([answer, does]) => answerOf(answer, does, consequences.get(answer)));
  return { name, question, answers: [answerOf(...assumed), ...otherAnswers], ...facts };
}

/** The probe of what the sandbox always does as assumed. */
export function fact<A extends string>({
  assumed: [assumed, does],
  others = [],
  ...facts
}: Facts &
  Asked<A> & {
    name: string;
    question: string;
    assumed: readonly [name: A, does: string];
    others?: readonly (readonly [name: A, does: string, consequence: string])[];
  }): Probe {
  return { answers: [answerOf(assumed, does), ...others.map((other) => answerOf(...other))], ...facts };
}

const answerOf = (name: string, does: string, consequence?: string): Answer => ({
  name,
  does,
  ...(consequence !== undefined && { consequence }),
});
