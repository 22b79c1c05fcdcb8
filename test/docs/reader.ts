import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import type { Sandbox } from "../../sandbox";
import { environment, repository, writeFiles } from "../engine/support";
import { count } from "../engine/support/engine";
import { killTree } from "../engine/support/kill";
import { caches } from "../support/caches";
import { run, temporaryFolder } from "../support/run";
import type { Block } from "./page";

/**
 * Somebody who follows a page: writes the files that it shows and types its commands as they stand. Each block of commands is
 * typed in a new shell, in the folder where the one before has ended.
 */
export class Reader {
  /** Where the next block is typed. */
  folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** @param home - Everything of the reader lies below it: settings, state, plugins. */
  constructor(home: string, folder: string, env: NodeJS.ProcessEnv = {}) {
    this.folder = folder;
    this.#env = readersEnvironment(home, env);
    for (const name of ["home", "state"]) mkdirSync(join(home, name), { recursive: true });
  }

  /** Does what the blocks show. @throws Error of the first that fails, with all that it printed. */
  async follow(blocks: readonly Block[]): Promise<string> {
    let output = "";
    for (const { language, text, file } of blocks) {
      if (file !== undefined) writeFiles(this.folder, { [file]: `${text}\n` });
      else if (language === "sh") output += await this.type(text);
    }
    return output;
  }

  async type(commands: string): Promise<string> {
    for (const [, command = ""] of commands.matchAll(/^pulumi (\w+)/gm)) count([command]);
    const end = join(temporaryFolder(), "folder");
    const script = `${commands}\npwd > ${end}`;
    const { code, output } = await run("bash", ["-eo", "pipefail", "-c", script], { cwd: this.folder, env: this.#env });
    if (code !== 0) throw new Error(`This failed with code ${code} in ${this.folder}:\n${commands}\n\n${output}`);
    this.folder = readFileSync(end, "utf8").trim();
    return output;
  }

  /** In another terminal: a command that runs until it is stopped, and says in its first line that it is ready. */
  async start(command: string): Promise<{ facts: Sandbox; stop: () => Promise<void> }> {
    const child = spawn("bash", ["-c", command], { cwd: this.folder, env: this.#env, stdio: ["ignore", "pipe", "pipe"] });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    const line = once(createInterface(child.stdout), "line") as Promise<[string]>;
    const [first] = await Promise.race([line, ended(child)]);
    if (first === undefined) throw new Error(`This has ended:\n${command}\n\n${errors}`);
    const stop = async () => {
      const closed = once(child, "close");
      killTree(child.pid);
      await closed;
    };
    return { facts: JSON.parse(first) as Sandbox, stop };
  }

  /** Settings of a tool, of this reader alone: `.gitconfig`. */
  configure(name: string, text: string): void {
    writeFileSync(join(this.#env["HOME"] ?? "", name), text);
  }
}

async function ended(child: ChildProcess): Promise<[undefined]> {
  await once(child, "close");
  return [undefined];
}

/** The tools that are on this machine, without those among the packages of this project but for its Node. */
function readersEnvironment(home: string, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, JEST_WORKER_ID: _worker, PATH = "", ...base } = environment(home);
  const own = join(repository, "node_modules/.bin");
  const folders = PATH.split(delimiter).filter((folder) => folder !== own);
  const path = [join(repository, "node_modules/node/bin"), ...folders].join(delimiter);
  return {
    ...base,
    ...caches(),
    PATH: path,
    PULUMI_HOME: join(home, "pulumi-home"),
    npm_config_update_notifier: "false",
    ...more,
  };
}
