import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { repository } from "../../engine/support";
import { run } from "../../support/run";
import { evaluate, fill, type Context } from "./expressions";

interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  with?: Record<string, string>;
  "continue-on-error"?: boolean;
  run?: string;
  env?: Record<string, string>;
}

interface Job {
  if?: string;
  needs?: string;
  permissions: Record<string, string>;
  outputs?: Record<string, string>;
  env?: Record<string, string>;
  "timeout-minutes": number;
  steps: Step[];
}

export interface Workflow {
  on: string | Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string };
  defaults: { run: { shell: string } };
  env: Record<string, string>;
  jobs: Record<string, Job>;
}

export const workflowFiles = globSync("examples/ci/github/*.yml", { cwd: repository }).sort();

export const readWorkflow = (name: string): Workflow =>
  parse(readFileSync(join(repository, "examples/ci/github", name), "utf8")) as Workflow;

/** What GitHub keeps, as test/examples/ci/hosting/gh.mjs plays it. */
export interface Hosting {
  issues: { number: number; title: string; labels: string[]; state: string; body: string }[];
  comments: { id: number; on: string; body: string; user: { login: string } }[];
  labels: string[];
  calls: string[][];
}

export interface WorkflowRun {
  /** How each job ended; one that did not run is not there. */
  jobs: Record<string, "success" | "failure">;
  output: string;
  /** The step that failed, with its code and output. */
  failed?: string;
  /** What the steps added to the page of the run. */
  summary: string;
}

export interface Runner {
  /**
   * Runs the jobs of a workflow in their order, each `run:` in the shell that GitHub takes. `context` is what the event says, and
   * `env` what a user writes in place of the workflow's own.
   */
  workflow: (name: string, more?: { context?: Context; env?: Record<string, string> }) => Promise<WorkflowRun>;
  hosting: () => Hosting;
}

/** A runner in a project's folder. Actions (`uses:`) are not run; those that upload need what they upload to be there. */
export function runnerIn(folder: string, env: NodeJS.ProcessEnv, secrets: Record<string, string>): Runner {
  const tools = join(folder, "runner");
  mkdirSync(tools, { recursive: true });
  for (const file of ["comment.sh", "install.sh"]) cpSync(join(repository, "examples/ci", file), join(folder, "ci", file));
  const gh = join(repository, "test/examples/ci/hosting/gh.mjs");
  writeFileSync(join(tools, "gh"), `#!/bin/sh\nexec node "${gh}" "$@"\n`, { mode: 0o755 });
  const state = join(tools, "github.json");
  writeFileSync(state, JSON.stringify({ issues: [], comments: [], labels: [], calls: [] }));
  const base = { ...env, CI: "true", GITHUB_ACTIONS: "true", GH_STATE: state, PATH: [tools, env["PATH"]].join(delimiter) };
  const context = {
    ...backendOf(env),
    ...Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`secrets.${name}`, value])),
    "github.token": "token-of-the-run",
    "github.repository": "somebody/infra",
    "github.actor": "somebody",
    "github.ref_name": "main",
    "github.event.repository.default_branch": "main",
  };
  return {
    workflow: (name, { context: more = {}, env: set = {} } = {}) =>
      runWorkflow(readWorkflow(name), { folder, base, set, context: { ...context, ...more } }),
    hosting: () => JSON.parse(readFileSync(state, "utf8")) as Hosting,
  };
}

/** The secrets of a backend of one's own, here a folder; GitHub gives those that nobody has set as empty texts. */
function backendOf(env: NodeJS.ProcessEnv): Context {
  const names = [
    "PULUMI_BACKEND_URL",
    "PULUMI_CONFIG_PASSPHRASE",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_REGION",
    "AZURE_STORAGE_ACCOUNT",
    "AZURE_STORAGE_KEY",
    "GOOGLE_CREDENTIALS",
  ];
  return Object.fromEntries(names.map((name) => [`secrets.${name}`, env[name] ?? ""]));
}

interface Place {
  folder: string;
  base: NodeJS.ProcessEnv;
  set: Record<string, string>;
  context: Context;
}

async function runWorkflow({ env: own, jobs }: Workflow, { folder, base, set, context }: Place): Promise<WorkflowRun> {
  const files = { GITHUB_OUTPUT: join(folder, "runner/output"), GITHUB_STEP_SUMMARY: join(folder, "runner/summary") };
  writeFileSync(files.GITHUB_STEP_SUMMARY, "");
  const ended: WorkflowRun = { jobs: {}, output: "", summary: "" };
  const known: Context = { ...context };
  const withEnv = (values: Record<string, string>): Context => ({
    ...known,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`env.${name}`, value])),
  });
  for (const [name, job] of Object.entries(jobs)) {
    if (job.needs !== undefined && ended.jobs[job.needs] !== "success") continue;
    if (job.if !== undefined && !evaluate(job.if, known)) continue;
    ended.jobs[name] = "success";
    for (const step of job.steps) {
      const env = fill({ ...own, ...set, ...job.env, ...step.env }, known);
      if (step.if !== undefined && !evaluate(step.if, withEnv(env))) continue;
      for (const file of uploaded(step)) expect(globSync(file, { cwd: folder })).not.toEqual([]);
      if (step.run === undefined) continue;
      writeFileSync(files.GITHUB_OUTPUT, "");
      const bash = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
      const { code, output } = await run("bash", bash, { cwd: folder, env: { ...base, ...files, ...env } });
      ended.output += output;
      for (const [, key, value = ""] of readFileSync(files.GITHUB_OUTPUT, "utf8").matchAll(/^(\w+)=(.*)$/gm))
        known[`steps.${step.id ?? ""}.outputs.${key ?? ""}`] = value;
      if (code === 0) continue;
      ended.failed = `${step.name ?? step.run}: code ${String(code)}\n${output}`;
      ended.jobs[name] = "failure";
      break;
    }
    for (const [key, value] of Object.entries(job.outputs ?? {}))
      known[`needs.${name}.outputs.${key}`] = ended.jobs[name] === "success" ? (fill({ value }, known)["value"] ?? "") : "";
  }
  ended.summary = readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
  return ended;
}

const uploaded = ({ uses = "", with: given = {} }: Step): string[] =>
  uses.includes("/upload-") ? [given["path"] ?? given["sarif_file"] ?? "nothing named"] : [];
