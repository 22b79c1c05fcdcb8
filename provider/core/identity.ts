/** What tells the things of a kind apart, where that is not the id in state. */
interface Identified {
  identity?: ((id: string, state: Readonly<Record<string, unknown>>) => string) | undefined;
}

/**
 * What the account knows a resource's thing by. The engine keeps the id of a create until the next refresh; where a thing is known
 * by what can be changed, such as its name, state says what it is by now.
 */
export const identityOf = ({ identity }: Identified, id: string, state: Readonly<Record<string, unknown>>): string =>
  identity?.(id, state) ?? id;
