import { z } from "zod";

/** What a call of the webhook is believed: whom to check. How it stands with them is asked for by ourselves. */
export interface Delivery {
  /** Ids of what moved, of devices or services: one, or several where the call contradicts itself. */
  ids: string[];
  /** The same for a delivery that is repeated; absent where the call does not say enough. */
  key?: string;
}

type Call = Readonly<Record<string, unknown>>;

/** Longer texts are no ids, states or times. */
const short = z.string().trim().min(1).max(100);

/** A time of day without seconds: what moves twice within a minute would seem to be repeated. */
const TO_THE_MINUTE = /^(?!.*\d:\d\d:\d\d).*\d:\d\d/s;

/**
 * Undefined where the value is no JSON object. Keys count in any case: remote.it was seen to write them in lower case, and
 * documents them with capitals (api/README.md, D). What else the call holds is dropped, and so is what has another form.
 * `address` is an IP address, and never an id.
 */
export function readDelivery(value: unknown): Delivery | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const call = value as Call;
  return { ids: textsAt(call, "device"), ...keyOf(call) };
}

/**
 * Nothing counts as repeated where a part of the key is missing or given in two ways. Nor where the moment is still to come:
 * somebody could announce a move in advance, and remote.it's own call of it would count as repeated.
 */
function keyOf(call: Call): Pick<Delivery, "key"> {
  const parts = [textsAt(call, "device"), textsAt(call, "state"), momentsIn(call)];
  if (parts.some(({ length }) => length !== 1)) return {};
  const [device = "", state = "", moment = ""] = parts.flat();
  return Date.parse(moment) > Date.now() ? {} : { key: JSON.stringify([device, state, moment]) };
}

/** `Time` of the documented form stands for `utc`. `time`, beside keys in lower case, is prose for people. */
function momentsIn({ time: _prose, ...call }: Call): string[] {
  const utc = textsAt(call, "utc");
  return (utc.length > 0 ? utc : textsAt(call, "time")).filter((text) => !TO_THE_MINUTE.test(text));
}

/** The texts that stand under a key, whatever its case; each once. */
function textsAt(call: Call, key: string): string[] {
  const names = Object.keys(call).filter((name) => name.toLowerCase() === key);
  return [...new Set(names.flatMap((name) => short.safeParse(call[name]).data ?? []))];
}
