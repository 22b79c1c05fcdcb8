import { z } from "zod";

/** Names hold at most this many characters. Source: the API's rules. */
const NAME_LIMIT = 100;

const expected = (what: string) => (issue: { input?: unknown }) => `is ${describeType(issue.input)}; ${what} is needed`;

function describeType(value: unknown): string {
  if (value === null || value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  const names: Partial<Record<string, string>> = { string: "text", object: "map" };
  return `a ${names[typeof value] ?? typeof value}`;
}

export const text = () => z.string({ error: expected("a text") }).min(1, { error: "is empty; leave it out or write a text" });

export const nameText = () =>
  text().max(NAME_LIMIT, {
    error: (issue) => `is ${(issue.input as string).length} characters long; remote.it takes at most ${NAME_LIMIT}`,
  });

/** A map of known keys. A key that it does not have is an error that names those it has. */
export const map = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has no ${issue.keys.join(", ")}; it takes ${Object.keys(shape).join(", ")}`
        : expected("a map")(issue),
  });

/** The 64-bit address of a device or a service. */
export const address = () =>
  z.string({ error: expected("an id") }).regex(/^([0-9a-f]{2}:){7}[0-9a-f]{2}$/i, {
    error: 'is no remote.it id: write eight pairs of hexadecimal digits, such as "80:00:00:00:01:02:03:04"',
  });

/** Whether somebody has it, only remote.it knows. */
export const emailAddress = () =>
  text().regex(/^[^\s@]+@[^\s@]+$/, { error: 'must be an e-mail address, such as "someone@example.com"' });

export const flag = () => z.boolean({ error: expected("true or false") });

export const wholeNumber = (least: number, most: number, what: string) => {
  const range = { error: `must be a whole number from ${least} to ${most}: ${what}` };
  return z.int(range).min(least, range).max(most, range);
};

export const seconds = () => wholeNumber(0, 86_400, "seconds to wait");

/**
 * Whether two texts differ by nothing but case, which means nothing in ids, since they are hexadecimal, nor in the addresses of users:
 * whether remote.it reads those so is unknown, and nobody has two that differ by it.
 */
export const sameCaseless = (one: unknown, other: unknown) => String(one).toLowerCase() === String(other).toLowerCase();
