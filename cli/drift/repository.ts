import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/**
 * A file's path from the root of its repository, as code scanning names files, wherever the command runs; outside of a repository
 * from the folder in which it runs. Undefined where it lies outside of that as well.
 */
export function fileInRepository(path: string): string | undefined {
  const folder = real(dirname(resolve(path)));
  const root = rootAbove(folder) ?? real(process.cwd());
  const steps = relative(root, join(folder, basename(path))).split(sep);
  return steps[0] === ".." ? undefined : steps.join("/");
}

/** The nearest folder that git keeps: `.git` is a folder there, or a file in a worktree and a submodule. */
function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  return dirname(folder) === folder ? undefined : rootAbove(dirname(folder));
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
