/** The folder that holds the packed package under node_modules; made where it is missing. */
export function consumer(): Promise<string>;
