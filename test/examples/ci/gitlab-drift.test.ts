import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startAccount, type TestAccount } from "../../engine/support/account";
import { pipelinesIn, type Pipelines } from "./gitlab";
import { startGitLab, type GitLab } from "./gitlab-server";
import { rename, repositoryOf, secretsOf } from "./project";

jest.setTimeout(240_000);

let account: TestAccount;
let gitlab: GitLab;
let folder: string;
let device: string;
let pipelines: Pipelines;

beforeAll(async () => {
  [account, gitlab] = await Promise.all([startAccount(), startGitLab()]);
  const { env, ...made } = await repositoryOf(account);
  ({ folder, device } = made);
  pipelines = await pipelinesIn(folder, env, gitlab);
});
afterAll(() => Promise.all([account.stop(), gitlab.stop()]));

const nightly = (more = {}) => pipelines.run("schedule", { ...secretsOf(account), ...more });

test.each([
  ["merge_request_event", ["preview"]],
  ["schedule", ["drift"]],
  ["push", ["up"]],
] as const)("the file is as GitLab's schema wants it, and a pipeline by %s has %j", async (source, jobs) => {
  expect(await pipelines.jobs(source)).toEqual(jobs);
});

test("in sync: the job passes, with a report for the page of tests, and no issue", async () => {
  const { ended, output } = await nightly();
  expect(output).toContain("No drift: 1 resource as declared");
  expect(ended).toBe("passed");
  expect(readFileSync(join(folder, "drift.xml"), "utf8")).toContain('failures="0"');
  expect(gitlab.issues).toEqual([]);
});

test("drift: a warning, and one issue that lasts as long as the drift", async () => {
  await rename(account, device, "by hand");
  expect((await nightly()).ended).toBe("warning");
  expect(readFileSync(join(folder, "drift.xml"), "utf8")).toContain('failures="1"');
  await rename(account, device, "by hand again");
  await nightly();
  expect(gitlab.issues).toMatchObject([{ state: "opened", labels: "remoteit-drift" }]);
  expect(gitlab.issues[0]?.description).toContain("by hand again");
  await rename(account, device, "pump-7");
  expect((await nightly()).ended).toBe("passed");
  expect(gitlab.issues).toMatchObject([{ state: "closed" }]);
});

describe("what is no drift fails the job and touches no issue", () => {
  test.each([
    ["a wrong key", { R3_SECRET_ACCESS_KEY: Buffer.from("another key").toString("base64") }, "error: Reading the account"],
    ["a token that GitLab does not take", { GITLAB_TOKEN: "glpat-old" }, "GitLab answers 401 to GET /projects/42/issues"],
  ])("%s", async (_name, variables, text) => {
    const before = structuredClone(gitlab.issues);
    const { ended, output } = await nightly(variables);
    expect(output).toContain(text);
    expect(ended).toBe("failed");
    expect(gitlab.issues).toEqual(before);
  });
});
