import { z } from "zod";
import { type Problem, ValidationError } from "../../provider/core/errors";
import { nearest } from "../../provider/core/nearest";
import { kinds } from "../kinds";
import { type Status, statuses } from "../report";

type Key = (typeof conditions)[number];

const types = [...kinds.keys()];

/** What each condition takes; the message is what the user reads. */
const values: Readonly<Record<Key, z.ZodType<string>>> = {
  type: oneOf(types),
  id: z.string(),
  name: z.string(),
  fleet: z.string(),
  path: z.string(),
  status: oneOf(statuses),
  until: z.iso.date({ error: "write a day as 2026-12-31" }),
};

/**
 * Reads ignore rules, one a line: conditions, and behind `#` the reason. `type:`, `id:` and `status:` are words, `name:`, `fleet:`
 * and `path:` globs, `until:` the last day that the rule holds; a value with blanks stands in double quotes. Empty lines and those
 * that begin with `#` are comments.
 *
 *     type:Service name:"tmp *" until:2026-12-31   # made by the load test
 *     path:attributes.site.**                      # set by the installer
 *
 * @param source - Name of the file or the flag that the text comes from.
 * @throws ValidationError that names every line that is wrong, and what to write.
 */
export function parseIgnore(text: string, source = ".remoteitignore"): IgnoreRule[] {
  const rules: IgnoreRule[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const place = `${source}:${index + 1}`;
    const read = ruleIn(line, place);
    if (typeof read === "string") problems.push({ path: place, reason: read });
    else rules.push(read);
  }
  if (problems.length === 0) return rules;
  throw new ValidationError({
    what: "Reading the ignore rules",
    subject: source,
    why: problems.map(({ path, reason }) => `${path}: ${reason}.`).join(" "),
    remedy: 'A rule is conditions and a reason: type:Service name:"tmp-*" path:attributes.** until:2026-12-31  # reason.',
    problems,
  });
}

/** The rule of a line, or what is wrong with it. */
function ruleIn(line: string, source: string): IgnoreRule | string {
  const { conditions: given, comment, stray } = tokensOf(line);
  if (stray !== undefined)
    return `"${stray}" is not a condition; write it as name:"…", with quotes around a value that contains spaces`;
  if (!comment) return "the reason is missing; end the line with # and why these findings are ignored";
  const rule: IgnoreRule = { reason: comment, source };
  for (const { key, value } of given) {
    if (!isKey(key)) return `there is no condition ${key}; did you mean ${nearest(key, conditions)}?`;
    if (rule[key] !== undefined) return `${key} is given twice; write a line for each`;
    const read = values[key].safeParse(value);
    if (!read.success) return `${key}: "${value}" is not valid; ${read.error.issues[0]?.message ?? ""}`;
    Object.assign(rule, { [key]: read.data });
  }
  if (given.every(({ key }) => key === "until"))
    return "it would hide everything; give it a type, an id, a name, a fleet, a path or a status";
  if (rule.path !== undefined && rule.status !== undefined && rule.status !== "changed")
    return `only what has changed has a path; leave out status:${rule.status}`;
  return rule;
}

const isKey = (key: string): key is Key => (conditions as readonly string[]).includes(key);

/** One of the words, in any case; gives the word as it is meant. */
function oneOf(words: readonly string[]): z.ZodType<string> {
  return z.string().transform((text, context) => {
    const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
    if (word !== undefined) return word;
    context.addIssue({ code: "custom", message: `write one of ${words.join(", ")}` });
    return z.NEVER;
  });
}

/** One line of a .remoteitignore: hides the findings that all its conditions match. */
export interface IgnoreRule {
  /** `Device`, in any case. */
  type?: string;
  /** In any case. */
  id?: string;
  /** A glob over the finding's name: `tmp-*`. */
  name?: string;
  /** A glob over the name of the fleet that wants the thing otherwise. */
  fleet?: string;
  /** A glob over property paths: `attributes.**`. Hides the changes at these paths alone. */
  path?: string;
  status?: Status;
  /** The last day, in UTC, on which it holds: `2026-12-31`. */
  until?: string;
  /** Why it is there. */
  reason: string;
  /** Where it stands, for warnings: `.remoteitignore:3`. */
  source: string;
}

export const conditions = ["type", "id", "name", "fleet", "path", "status", "until"] as const;

export interface Tokens {
  /** `key:value`, the value without its quotes. */
  conditions: { key: string; value: string }[];
  /** What stands behind `#`; undefined where there is none. */
  comment: string | undefined;
  /** The first text that is no condition. */
  stray: string | undefined;
}

const condition = /^(\w+):("(?:[^"\\]|\\.)*"|[^\s"]+)(?=\s|$)/;

/** Takes one line apart: `name:"a b" type:Device  # reason`. */
export function tokensOf(line: string): Tokens {
  const conditions: Tokens["conditions"] = [];
  let rest = line.trim();
  while (rest !== "" && !rest.startsWith("#")) {
    const [whole, key, text] = condition.exec(rest) ?? [];
    if (whole === undefined || key === undefined || text === undefined) {
      return { conditions, comment: undefined, stray: /^\S+/.exec(rest)?.[0] ?? rest };
    }
    conditions.push({ key, value: text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(["\\])/g, "$1") : text });
    rest = rest.slice(whole.length).trimStart();
  }
  return { conditions, comment: rest === "" ? undefined : rest.slice(1).trim(), stray: undefined };
}
