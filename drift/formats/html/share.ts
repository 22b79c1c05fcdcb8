/**
 * How many members each group may show, so that they are at most `most` together: the same number for all, and all of those
 * that are smaller. The largest group never costs the others their place.
 */
export function share(sizes: number[], most: number): number {
  let left = most;
  for (const [index, size] of [...sizes].sort((one, other) => one - other).entries()) {
    const each = Math.floor(left / (sizes.length - index));
    if (size > each) return each;
    left -= size;
  }
  return Infinity;
}
