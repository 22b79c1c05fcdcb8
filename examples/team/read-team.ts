import { readFileSync } from "node:fs";

export interface Person {
  email: string;
  /** The name of a role of the program, or of a built-in one in capitals: ADMIN. */
  role: string;
}

/**
 * Reads who is in the team: a line `email,role` each, below a first line that says so.
 *
 * @throws Error for a line that is neither, and for somebody who is named twice: what is meant must not be guessed.
 */
export function readTeam(file: string): Person[] {
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  if (head !== "email,role") throw new Error(`${file} begins with ${JSON.stringify(head)}: write email,role.`);
  const known = new Set<string>();
  return lines.map((line, index) => {
    const at = `${file}, line ${index + 2}`;
    const [email = "", role = "", ...more] = line.split(",").map((part) => part.trim());
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || role === "" || more.length > 0)
      throw new Error(`${at} is ${JSON.stringify(line)}: write an address and a role, such as anna@example.com,fitters.`);
    if (known.has(email.toLowerCase())) throw new Error(`${at} names ${email} a second time.`);
    known.add(email.toLowerCase());
    return { email, role };
  });
}
