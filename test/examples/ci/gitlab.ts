import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { repository } from "../../engine/support";
import { run } from "../../support/run";
import type { GitLab } from "./gitlab-server";

/** A pipeline as gitlab-ci-local runs it: with the schema that GitLab publishes, GitLab's rules, and a shell for each job. */
export interface Pipelines {
  run: (source: Source, more?: Record<string, string>) => Promise<JobRun>;
  /** Names of the jobs that a pipeline of this kind has. */
  jobs: (source: Source) => Promise<string[]>;
}

export interface JobRun {
  /** How the pipeline's only job ended; a warning is a failure that is allowed. */
  ended: "passed" | "warning" | "failed";
  output: string;
}

export type Source = "merge_request_event" | "schedule" | "push";

/** Puts what a user copies into a project's folder, and pretends that GitLab runs it there. */
export async function pipelinesIn(folder: string, env: NodeJS.ProcessEnv, gitlab: GitLab): Promise<Pipelines> {
  cpSync(join(repository, "examples/ci/gitlab/.gitlab-ci.yml"), join(folder, ".gitlab-ci.yml"));
  mkdirSync(join(folder, "ci"), { recursive: true });
  for (const file of ["comment.sh", "install.sh", "gitlab/gitlab.mjs"])
    cpSync(join(repository, "examples/ci", file), join(folder, "ci", file.replace("gitlab/", "")));
  await makeRepository(folder, env);
  const PATH = [withoutRsync(folder), env["PATH"]].join(delimiter);
  const command = (source: Source, more: Record<string, string>, args: string[]) => {
    const variables = {
      CI_PIPELINE_SOURCE: source,
      CI_API_V4_URL: gitlab.url,
      CI_PROJECT_ID: "42",
      CI_MERGE_REQUEST_IID: "7",
      GITLAB_TOKEN: gitlab.token,
      ...more,
    };
    const given = Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
    const quiet = ["--ignore-predefined-vars", Object.keys(variables).join(",")];
    return run("gitlab-ci-local", ["--force-shell-executor", ...given, ...quiet, ...args], {
      cwd: folder,
      env: { ...env, PATH },
    });
  };
  return {
    run: async (source, more = {}) => {
      const { output } = await command(source, more, []);
      // The exit code does not tell: it lets a job that may fail with one code fail with every other.
      const [, mark = "none"] = /^\w+ +finished in [\d.]+ \S+ *(WARN|FAIL|$)/m.exec(output) ?? [];
      const ended = ({ "": "passed", WARN: "warning", FAIL: "failed" } as const)[mark];
      if (ended === undefined) throw new Error(output);
      return { ended, output };
    },
    jobs: async (source) => {
      const { stdout } = await command(source, {}, ["--list-csv"]);
      return [...stdout.matchAll(/^(\w+);(?!stage;)/gm)].map(([, name = ""]) => name);
    },
  };
}

/** It copies the checkout for containers as soon as a job names an image; here no container runs, and rsync is not everywhere. */
function withoutRsync(folder: string): string {
  const tools = join(folder, "runner");
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, "rsync"), "#!/bin/sh\n", { mode: 0o755 });
  return tools;
}

async function makeRepository(cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const git = (...args: string[]) => run("git", args, { cwd, env });
  await git("init", "--quiet", "--initial-branch", "main");
  await git("remote", "add", "origin", "git@gitlab.com:somebody/infra.git");
  const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  const { code, output } = await git(...who, "commit", "--quiet", "--allow-empty", "--message", "Begin");
  if (code !== 0) throw new Error(output);
}
