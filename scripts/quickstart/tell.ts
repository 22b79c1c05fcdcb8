const colour = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
let steps = 0;

/** Opens a chapter of the story. */
export function step(title: string): void {
  steps += 1;
  const line = `${steps}. ${title}`;
  process.stdout.write(`\n${colour ? `\u001b[1m${line}\u001b[0m` : line}\n`);
}

export function say(text: string): void {
  process.stdout.write(`   ${text}\n`);
}

/** Shows what a command or the account says, set off from the story. */
export function show(text: string): void {
  process.stdout.write(`${text.replace(/^/gm, "     | ")}\n`);
}
