/** Keeps one text for all that are equal: hundreds of thousands of findings have few remedies. */
export function sharing(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}
