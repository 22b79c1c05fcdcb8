import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startAccount, type TestAccount } from "../../engine/support/account";
import { runnerIn, type Runner } from "./github";
import { rename, repositoryOf, secretsOf } from "./project";

jest.setTimeout(240_000);

let account: TestAccount;
let folder: string;
let device: string;
let runner: Runner;

beforeAll(async () => {
  account = await startAccount();
  const { env, ...made } = await repositoryOf(account);
  ({ folder, device } = made);
  runner = runnerIn(folder, env, secretsOf(account));
});
afterAll(() => account.stop());

const nightly = (env: Record<string, string> = {}) => runner.workflow("drift.yml", { env });

const issues = () =>
  runner.hosting().issues.map(({ state, labels, body }) => ({ state, labels, renamed: body.includes("by hand") }));

test("in sync: green, with a report on the page of the run, and no issue", async () => {
  const { jobs, output, summary } = await nightly();
  expect(jobs).toEqual({ drift: "success", issue: "success" });
  expect(output).toContain("No drift: 1 resource as declared");
  expect(summary).toContain("## Drift of `prod`");
  expect(issues()).toEqual([]);
});

describe("after somebody renamed a device by hand", () => {
  beforeAll(() => rename(account, device, "by hand"));

  test("still green, and one issue holds the report, however many nights it lasts", async () => {
    expect(await nightly()).toMatchObject({ jobs: { drift: "success", issue: "success" } });
    expect(issues()).toEqual([{ state: "open", labels: ["remoteit-drift"], renamed: true }]);
    expect(readFileSync(join(folder, "drift.xml"), "utf8")).toContain('failures="1"');
    await rename(account, device, "by hand again");
    await nightly();
    expect(issues()).toEqual([{ state: "open", labels: ["remoteit-drift"], renamed: true }]);
    expect(runner.hosting().issues[0]?.body).toContain("by hand again");
  });

  test("red where that is wanted, after the issue was brought up to date", async () => {
    expect((await nightly({ FAIL_ON_DRIFT: "true" })).jobs).toEqual({ drift: "success", issue: "failure" });
    expect(issues()).toHaveLength(1);
  });

  test("an error is red and says nothing of drift: the issue stays as it is", async () => {
    const before = runner.hosting();
    const context = { "secrets.R3_SECRET_ACCESS_KEY": Buffer.from("another key").toString("base64") };
    const { jobs, output } = await runner.workflow("drift.yml", { context });
    expect(jobs).toEqual({ drift: "failure" });
    expect(output).toContain("error: ");
    expect(runner.hosting()).toEqual(before);
  });

  test("as declared again: the issue is closed, and the next drift opens another", async () => {
    await rename(account, device, "pump-7");
    expect((await nightly({ FAIL_ON_DRIFT: "true" })).jobs).toEqual({ drift: "success", issue: "success" });
    expect(issues()).toMatchObject([{ state: "closed" }]);
    await rename(account, device, "by hand");
    await nightly();
    expect(issues()).toMatchObject([{ state: "closed" }, { state: "open" }]);
  });
});
