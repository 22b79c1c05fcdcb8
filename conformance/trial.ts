import { setTimeout as sleep } from "node:timers/promises";
import {
  type RequestLabel,
  type Client,
  createClient,
  defineMutation,
  operate,
  type Outcome,
  type Settings,
} from "../provider/client";
import { TransientError } from "../provider/core/errors";
import type { TrialDevice } from "./trial-device";

/** Something that a trial is about to change, and how it is put back. */
export interface Change {
  /** What is there if it is not put back: "the attribute … of the device". */
  what: string;
  /** How to put it back by hand: a sentence. */
  byHand: string;
  /** Whether the account is as it was before. */
  isPutBack: (send: Send) => Promise<boolean>;
  putBack: (send: Send) => Promise<unknown>;
}

export type Send = Client["graphql"];

/** A mutation with its variables. */
export interface Written {
  document: { toString: () => string };
  variables: object;
}

/** Writing to the device that the user named. */
export interface Trial {
  device: TrialDevice;
  /** Reads or writes, once. What is going to be changed is announced before, by `changes`. */
  send: Send;
  /** Writes several things by one request, once. @returns what the answer says of each. */
  sendTogether: (changes: readonly Written[], about: RequestLabel) => Promise<Outcome[]>;
  changes: (change: Change) => void;
  /** Puts back all that was announced since the last time, the latest first. */
  putBack: () => Promise<void>;
  /** What is still to be put back, or could not be. */
  left: () => readonly Change[];
}

/** How often it is tried to put one thing back; before each further try is a pause, in milliseconds, that doubles. */
const TRIES = 5;
const PAUSE = 100;

/** How long what a request may have made is looked for when its line was cut, in seconds: the server may be a moment behind. */
const AFTER_A_CUT = 1;

/** Interrupted by `signal`, it begins nothing new; what is under way is waited for, since it could not be put back otherwise. */
export function createTrial(settings: Settings, device: TrialDevice, signal: AbortSignal): Trial {
  const client = createClient(settings, () => undefined);
  let announced: Change[] = [];
  const left: Change[] = [];
  /** Until when, in milliseconds of `performance.now()`, a request whose answer was lost may still be carried out. */
  let doubtfulUntil = 0;

  const undisturbed = <T>(work: () => Promise<T>) => operate(work, { waitSeconds: Number.POSITIVE_INFINITY });
  const noting = <T>(work: () => Promise<T>) =>
    undisturbed(async () => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof TransientError && error.reached === "unknown") {
          const seconds = error.mayStillArrive ? settings.timeoutSeconds : AFTER_A_CUT;
          doubtfulUntil = Math.max(doubtfulUntil, performance.now() + seconds * 1000);
        }
        throw error;
      }
    });
  const send: Send = (document, variables, about: RequestLabel) =>
    noting(() => client.graphql(defineMutation(document, []), variables, { ...about, once: true }));

  const isBackAgain = async ({ isPutBack, putBack }: Change): Promise<boolean> => {
    for (let failed = 0; ;) {
      try {
        if (!(await isPutBack(send))) {
          await putBack(send);
          if (!(await isPutBack(send))) throw new Error("It is still there.");
        }
        if (performance.now() >= doubtfulUntil) return true;
      } catch {
        failed += 1; // also of an answer that nobody expects: whoever called learns what is left
        if (failed === TRIES) return false;
      }
      await sleep(PAUSE * 2 ** failed);
    }
  };

  return {
    device,
    send: (document, variables, about) => {
      signal.throwIfAborted();
      return send(document, variables, about);
    },
    sendTogether: (changes, about) => {
      signal.throwIfAborted();
      const parts = changes.map(({ document, variables }) => ({
        text: document.toString(),
        variables,
        about: { ...about, once: true as const },
        invalidates: [],
        effect: () => undefined,
      }));
      return noting(async () => (await client.together(parts)).outcomes);
    },
    changes: (change) => void announced.push(change),
    putBack: async () => {
      for (let change = announced.at(-1); change; change = announced.at(-1)) {
        if (!(await undisturbed(() => isBackAgain(change)))) left.push(change);
        announced = announced.slice(0, -1);
      }
    },
    left: () => [...left, ...announced],
  };
}
