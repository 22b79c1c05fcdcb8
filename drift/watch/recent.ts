/** The last so many texts. */
export interface Recent {
  /** False where it is among them already. */
  add: (text: string) => boolean;
  has: (text: string) => boolean;
  clear: () => void;
  size: () => number;
}

export function createRecent(most: number): Recent {
  const texts = new Set<string>();
  return {
    add: (text) => {
      if (texts.has(text)) return false;
      for (const oldest of texts) {
        if (texts.size < most) break;
        texts.delete(oldest);
      }
      texts.add(text);
      return true;
    },
    has: (text) => texts.has(text),
    clear: () => texts.clear(),
    size: () => texts.size,
  };
}
