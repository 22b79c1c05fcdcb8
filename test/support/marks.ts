/** Attributes without the marks that resources leave among them, whose names are of chance. */
export function unmarked<A extends object>(attributes: A): A {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith("pulumi-remoteit/"))) as A;
}
