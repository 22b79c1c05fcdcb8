import { json, type Answer } from "./server/answer";

interface Beside {
  /** As GET /requests counts it. */
  name: string;
  /** A script on a device calls it, without a key. */
  isOpen: boolean;
  answer: Answer;
}

/** What remote.it serves for files and jobs beside GraphQL, under the same path (api/README.md, C, A and P). */
const calls: [method: string, path: RegExp, name: string, isOpen: boolean][] = [
  ["POST", /^\/file\/upload$/, "file/upload", false],
  ["GET", /^\/file\/download\/[^/]+$/, "file/download", false],
  ["GET", /^\/job\/log\/all\/[^/]+$/, "job/log/all", false],
  ["POST", /^\/job\/attribute\/[^/]+\/[^/]+$/, "job/attribute", true],
];

/** The call that a method and a path below GraphQL's name: none is modelled. */
export function findBeside(method: string, path: string): Beside | undefined {
  const [, , name, isOpen] = calls.find(([wanted, pattern]) => wanted === method && pattern.test(path)) ?? [];
  if (name === undefined || isOpen === undefined) return undefined;
  return { name, isOpen, answer: json(501, { message: `${name} is not modelled by the sandbox.` }) };
}
