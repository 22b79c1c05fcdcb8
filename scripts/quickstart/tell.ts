const colour = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

/** Opens chapter after chapter of the story, as long as it is not interrupted. */
export function chapters(interrupted: AbortSignal): (title: string) => void {
  let count = 0;
  return (title) => {
    interrupted.throwIfAborted();
    count += 1;
    const line = `${count}. ${title}`;
    process.stdout.write(`\n${colour ? `\u001b[1m${line}\u001b[0m` : line}\n`);
  };
}

export function say(text: string): void {
  process.stdout.write(`   ${text}\n`);
}

/** Shows what a command or the account says, set off from the story. */
export function show(text: string): void {
  process.stdout.write(`${text.replace(/^/gm, "     | ")}\n`);
}
