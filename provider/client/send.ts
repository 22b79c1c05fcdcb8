import type { RemoteitError } from "../core/errors";
import type { Effect } from "./mutation";

/** What a request is for, in the words of whoever asked: it stands in every error about the request. */
export interface RequestLabel {
  /** "Rename the device". */
  what: string;
  /** `"pump" (80:00:00:00:01:00:00:01)`. */
  subject?: string | undefined;
  /**
   * Set where doing it twice makes two things, or fails the second time. Then a request whose answer was lost is not sent
   * again: it rejects with a TransientError whose `reached` is "unknown", and whoever asked looks for what it may have made.
   */
  once?: true;
  /**
   * Set where whoever asked looks up a change that went out with others and of which the common answer does not tell what became of
   * it: it then rejects with a TransientError whose `ofMany` is true. Else it goes out again by itself.
   */
  looksAgain?: true;
}

/** One operation of either interface, about to be sent. */
export interface Request<T> {
  /** "GraphQL addService" or "REST device/create". */
  operation: string;
  /** Whether it changes anything: a mutation, or a REST call other than a reading one. */
  changes: boolean;
  /** Of what changes anything: names of the collections of which it may change more than `input` names. */
  invalidates?: readonly string[] | undefined;
  /** What the change has made of the things that it names, once its answer has told it. */
  effects?: () => readonly Effect[];
  /** What is sent, for whoever needs to know what it names. */
  input: unknown;
  about: RequestLabel;
  /** After so many lost answers it is given up. Default: it is tried as often as any. */
  mostLost?: number;
  /**
   * Signs and sends it once, with a new date, and resolves with its answer or rejects with a classified error.
   *
   * @param failed - How the try before this one failed.
   */
  attempt: (failed?: RemoteitError) => Promise<T>;
}

/** The way of every request. What retries or paces them is a function from one Send to another. */
export type Send = <T>(request: Request<T>) => Promise<T>;
