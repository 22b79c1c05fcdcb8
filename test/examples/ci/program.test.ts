import { cliStack, type CliStack, describeWithLanguageHost } from "../../engine/support";
import { startAccount, type TestAccount } from "../../engine/support/account";
import { claimedDevice, contents } from "../../engine/support/contents";
import { runnerIn, type Runner } from "./github";
import { pipelinesIn, type Pipelines } from "./gitlab";
import { startGitLab, type GitLab } from "./gitlab-server";
import { checkout, rename, secretsOf } from "./project";

jest.setTimeout(240_000);

const programOf = (device: string, name: string) =>
  `const { Device } = require("pulumi-remoteit");\nnew Device("pump", { deviceId: "${device}", name: "${name}" });\n`;

describeWithLanguageHost("a program in a repository with these pipelines", () => {
  let account: TestAccount;
  let gitlab: GitLab;
  let device: string;
  let stack: CliStack;
  let runner: Runner;
  let pipelines: Pipelines;

  beforeAll(async () => {
    [account, gitlab] = await Promise.all([startAccount(), startGitLab()]);
    ({ deviceId: device } = await claimedDevice(account.control));
    const program = programOf(device, "pump-7");
    stack = await cliStack({ name: "prod", program, config: { "remoteit:endpoint": account.sandbox.endpoint } });
    const env = checkout(stack.folder);
    runner = runnerIn(stack.folder, env, secretsOf(account));
    pipelines = await pipelinesIn(stack.folder, env, gitlab);
  });
  afterAll(() => Promise.all([account.stop(), gitlab.stop()]));

  const nameNow = async () => (await contents(account.control)).devices[0]?.name;

  const pullRequest = (repositoryOfHead = "somebody/infra", actor = "somebody") =>
    runner.workflow("preview.yml", {
      context: {
        "github.actor": actor,
        "github.event.pull_request.number": "7",
        "github.event.pull_request.head.repo.full_name": repositoryOfHead,
      },
    });
  const mergeRequest = () => pipelines.run("merge_request_event", secretsOf(account));

  test("a push to main makes the account as declared, on GitHub", async () => {
    expect(await runner.workflow("deploy.yml")).toMatchObject({ jobs: { up: "success" } });
    expect(await nameNow()).toBe("pump-7");
  });

  test("and undoes what was changed by hand, on GitLab", async () => {
    await rename(account, device, "by hand");
    expect(await pipelines.run("push", secretsOf(account))).toMatchObject({ ended: "passed" });
    expect(await nameNow()).toBe("pump-7");
  });

  describe("a change that is proposed", () => {
    beforeAll(() => stack.edit(programOf(device, "pump-8")));

    test("on GitHub, one comment shows what would be done and what was changed by hand; a new push brings it up to date", async () => {
      expect(await pullRequest()).toMatchObject({ jobs: { preview: "success" } });
      await rename(account, device, "by hand");
      expect(await pullRequest()).toMatchObject({ jobs: { preview: "success" } });
      const { comments } = runner.hosting();
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toMatch(/### Changed[\s\S]*by hand[\s\S]*## Preview[\s\S]*~ 1 to update/);
    });

    test("on GitLab, one note does", async () => {
      expect((await mergeRequest()).ended).toBe("passed");
      await rename(account, device, "pump-7");
      expect((await mergeRequest()).ended).toBe("passed");
      const [others, ...ours] = gitlab.notes;
      expect(others?.body).toBe("<!-- remoteit --> not by the pipeline");
      expect(ours).toHaveLength(1);
      expect(ours[0]?.body).toMatch(/No drift: 1 resource[\s\S]*## Preview[\s\S]*~ 1 to update/);
    });

    test("from a fork or by Dependabot, which see no secrets, nothing runs", async () => {
      expect((await pullRequest("another/infra")).jobs).toEqual({});
      expect((await pullRequest("somebody/infra", "dependabot[bot]")).jobs).toEqual({});
    });

    test("is not deployed from its branch, not even by hand", async () => {
      expect((await runner.workflow("deploy.yml", { context: { "github.ref_name": "proposal" } })).jobs).toEqual({});
    });

    test("a program that fails is red, and the comment stays as it is", async () => {
      const before = runner.hosting().comments;
      stack.edit('throw new Error("wrong");\n');
      expect((await pullRequest()).jobs).toEqual({ preview: "failure" });
      expect((await mergeRequest()).ended).toBe("failed");
      expect(runner.hosting().comments).toEqual(before);
    });
  });
});
