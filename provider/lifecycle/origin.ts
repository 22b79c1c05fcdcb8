/** How a resource came by its thing. Kept in state, because what its delete does depends on it. */
export const origins = {
  /** A request of this provider made it. */
  made: { deletes: true, isMarked: false },
  /** The same, for a device: by a claim code, which works once. */
  claimed: { deletes: true, isMarked: false },
  /** The same, for a device: through a bulk project. */
  provisioned: { deletes: true, isMarked: false },
  /** A device that its agent registered, under a hardware id that the program waits for; another stack may wait for it as well. */
  registered: { deletes: true, isMarked: true },
  /** It was there before. */
  adopted: { deletes: false, isMarked: true },
} as const;

export type Origin = keyof typeof origins;

/**
 * Whether a delete of the resource deletes the thing. State from before origins were kept counts as made, except that of a
 * device, where only what was merely read has none.
 */
export function deletesByDefault(origin: Origin | undefined, withoutOrigin: boolean): boolean {
  return origin === undefined ? withoutOrigin : origins[origin].deletes;
}

/** Whether the resource leaves a mark: it manages what others may manage too. */
export const isMarked = (origin: Origin): boolean => origins[origin].isMarked;
