/** What sentences call one thing of a type: `network connection`. */
export const spoken = (type: string): string => type.replace(/(?!^)[A-Z]/g, " $&").toLowerCase();

/** What sentences call several of them: `network connections`. */
export const spokenOfMany = (type: string): string => `${spoken(type)}s`.replace(/ss$/, "s");
