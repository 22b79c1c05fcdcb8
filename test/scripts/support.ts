import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { temporaryFolder } from "../support/run";

/** The files of this checkout as a clone would have them: no packages, nothing built. */
export function clone(): string {
  const folder = temporaryFolder();
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(repository, name)))) {
    cpSync(join(repository, file), join(folder, file));
  }
  return folder;
}
