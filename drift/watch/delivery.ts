import { z } from "zod";

/** What a call of the webhook is believed: whom to look at. How it stands with them is asked for by ourselves. */
export interface Delivery {
  /** Ids of the device and of what moved, the device's own or one of its services; one of them may be unknown. */
  ids: string[];
  /** The same for a delivery that is repeated; absent where the call does not tell enough. */
  key?: string;
}

/** Longer texts are no ids, states or times. */
const short = z.string().trim().min(1).max(100);

const call = z.object({
  Address: short.optional().catch(undefined),
  Device: short.optional().catch(undefined),
  State: short.optional().catch(undefined),
  Time: short.optional().catch(undefined),
});

/** Undefined where the value is no JSON object. What it holds besides is dropped, and so is what has another form. */
export function readDelivery(value: unknown): Delivery | undefined {
  const read = call.safeParse(value);
  if (!read.success) return undefined;
  const { Address: address, Device: device, State: state, Time: time } = read.data;
  return {
    ids: [device, address].filter((id) => id !== undefined),
    ...(address !== undefined && time !== undefined && { key: JSON.stringify([address, state, time]) }),
  };
}
