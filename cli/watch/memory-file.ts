import { rename } from "node:fs/promises";
import { memoryText, parseMemory, type Alert } from "../../drift/watch";
import { ConfigurationError, ValidationError } from "../../provider/core/errors";
import { readText } from "../support/input";
import { isErrno, reasonOf } from "../support/output";
import { writeFile } from "../support/output-file";
import type { Problems } from "./problems";

/** What was reported, on disk. Without a path nothing is read or written. */
export interface MemoryFile {
  /** What the file held at the start. */
  remembered: Alert[];
  /** Writes what is to be remembered then, soon: what comes meanwhile is written together. */
  save: (entries: () => Alert[]) => void;
  /** Resolves once all is written. */
  written: () => Promise<void>;
}

/**
 * A file that is broken, or somebody else's, is set aside, with a message; the watch begins anew.
 *
 * @throws ConfigurationError where it can be neither read nor written.
 */
export async function openMemory(path: string | undefined, problems: Problems): Promise<MemoryFile> {
  if (path === undefined) return { remembered: [], save: () => undefined, written: () => Promise.resolve() };
  const remembered = await read(path, problems);
  await writeFile(path, [memoryText(remembered)]);
  let wanted: (() => Alert[]) | undefined;
  let writing: Promise<void> | undefined;
  const write = async () => {
    while (wanted) {
      const entries = wanted;
      wanted = undefined;
      await writeFile(path, [memoryText(entries())]).then(
        () => problems.recovered("The memory"),
        (error: unknown) => problems.failed("The memory", error),
      );
    }
    writing = undefined;
  };
  return {
    remembered,
    save: (entries) => {
      wanted = entries;
      // After this turn, in which more may be reported.
      writing ??= Promise.resolve().then(write);
    },
    written: async () => writing,
  };
}

async function read(path: string, problems: Problems): Promise<Alert[]> {
  try {
    return parseMemory(await readText(path), path);
  } catch (error) {
    if (isErrno(error) && error.code === "ENOENT") return [];
    if (error instanceof ValidationError) {
      const aside = `${path}.set-aside`;
      await rename(path, aside);
      problems.info(`${error.message} It was renamed to ${aside}, and the watch begins a new one.`);
      return [];
    }
    if (!isErrno(error)) throw error;
    throw new ConfigurationError({
      what: "Reading the memory of the watch",
      subject: path,
      why: `${reasonOf(error)}.`,
      remedy: "Let --memory name a file that may be read and written.",
    });
  }
}
