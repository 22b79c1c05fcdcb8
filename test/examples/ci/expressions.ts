/** What expressions may speak of: values by their whole name, `github.event.number`. */
export type Context = Record<string, string>;

/** Fills in `${{ name }}`; a name that GitHub would not know here throws. */
export function fill(values: Record<string, string>, context: Context): Record<string, string> {
  const filled = (value: string) => value.replaceAll(/\$\{\{ (.*?) \}\}/g, (_all, name: string) => operand(name, context));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)]));
}

/** Of all that an `if:` may hold, what the workflows use: `a == b && c != d`, with names and texts in quotes. */
export function evaluate(condition: string, context: Context): boolean {
  return condition.split(" && ").every((part) => {
    const [, left, operator, right] = /^(\S+) ([!=]=) (\S+)$/.exec(part) ?? [];
    if (left === undefined || right === undefined) throw new Error(`The tests cannot evaluate "${part}": teach them.`);
    return (operand(left, context) === operand(right, context)) === (operator === "==");
  });
}

function operand(text: string, context: Context): string {
  const quoted = /^'(.*)'$/.exec(text)?.[1];
  const value = quoted ?? context[text];
  if (value === undefined) throw new Error(`Nothing is known of ${text}.`);
  return value;
}
