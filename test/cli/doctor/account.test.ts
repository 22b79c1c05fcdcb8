import { controlOf, startSandbox } from "../../../sandbox";
import { accountIn, useCli } from "../support";
import { examine, holds, matches } from "./support";

const account = useCli();

describe("what REST has to do", () => {
  test("mutations that the schema lacks are named, with what REST does in their place and the key that it needs", async () => {
    const sandbox = await startSandbox({ devices: 2, without: ["renameService", "removeService"] });
    const run = (more: NodeJS.ProcessEnv = {}) => examine(account, { env: { ...accountIn(sandbox), ...more } });
    const { code, checks } = await run();
    const withKey = await run({ R3_DEVELOPER_API_KEY: sandbox.developerKey });
    await sandbox.stop();
    expect(code).toBe(0);
    expect(checks["mutations"]).toMatchObject({
      status: "ok",
      message: matches(/removeService \(.*\), renameService \(renaming\)/),
    });
    expect(checks["developer key"]).toMatchObject({
      status: "warning",
      remedy: holds("remoteit:developerKey"),
    });
    expect(withKey.checks["developer key"]).toMatchObject({ status: "ok", message: holds("renaming") });
  });

  test("an address of GraphQL alone has no REST: nothing to say where nothing needs it, else where to get it", async () => {
    for (const [without, status] of [
      [[], "ok"],
      [["renameService"], "warning"],
    ] as const) {
      const sandbox = await startSandbox({ without });
      const env = { ...accountIn(sandbox), REMOTEIT_ENDPOINT: `${sandbox.endpoint}/graphql` };
      const { code, checks } = await examine(account, { env });
      const withRest = await examine(account, { env: { ...env, REMOTEIT_REST_ENDPOINT: sandbox.endpoint } });
      await sandbox.stop();
      expect(code).toBe(0);
      expect(checks["endpoint"]?.message).toBe(`${sandbox.endpoint}/graphql answers`);
      expect(checks["developer key"]).toMatchObject({ status, message: holds("the address of GraphQL alone") });
      if (status === "warning") expect(checks["developer key"]?.remedy).toContain("remoteit:restEndpoint");
      expect(withRest.checks["developer key"]?.message).not.toContain("GraphQL alone");
    }
  });

  test("the scheme that was found out is named", async () => {
    const sandbox = await startSandbox({ world: { signature: "rfc9421" } });
    const { code, checks } = await examine(account, { env: accountIn(sandbox) });
    const { rejected } = await controlOf(sandbox.control).requests();
    await sandbox.stop();
    expect([code, checks["signature"]?.message, rejected]).toEqual([0, "accepted (rfc9421)", 2]); // and the unsigned question of whether there is REST
  });

  test("a mutation that nothing replaces is a failure", async () => {
    const sandbox = await startSandbox({ without: ["setAttributes"] });
    const { code, checks } = await examine(account, { env: accountIn(sandbox) });
    await sandbox.stop();
    expect(code).toBe(1);
    expect(checks["mutations"]).toMatchObject({ status: "failed", message: holds("lacks setAttributes") });
  });
});

describe("what the key may do", () => {
  test("an empty account tells nothing of it", async () => {
    await account.control.reset();
    const { checks } = await examine(account);
    expect(checks["permissions"]).toMatchObject({ status: "ok", message: holds("unknown") });
  });

  test("devices that can only be seen are counted", async () => {
    await account.control.reset({ devices: 2 });
    const { claimCode } = await account.control.agent({ hardwareId: "hw-1", name: "seen", permissions: ["VIEW"] });
    await account.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const { checks } = await examine(account);
    expect(checks["permissions"]).toMatchObject({
      status: "warning",
      message: holds("2 of 3 devices can be managed"),
    });
  });

  test.each([
    [["VIEW", "MANAGE"], "all of 1 device can be managed; the tags of none can be changed", /^Ask .*ADMIN in the account where/],
    [["VIEW", "ADMIN"], "0 of 1 device can be managed; .*; the tags of all can be changed", /^Ask .*permission MANAGE where/],
    [["VIEW"], "0 of 1 device can be managed; .*; the tags of none can be changed", /MANAGE where .*, and for ADMIN in/],
  ] as const)("%j is told apart: neither MANAGE nor ADMIN brings the other", async (permissions, message, remedy) => {
    await account.control.reset();
    const { claimCode } = await account.control.agent({ hardwareId: "hw-1", permissions: [...permissions] });
    await account.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const { checks } = await examine(account);
    expect(checks["permissions"]).toEqual({
      status: "warning",
      message: matches(new RegExp(`^${message}$`)),
      remedy: matches(remedy),
    });
  });

  test("of an account that one acts for, says so", async () => {
    const other = await account.control.account("owner@example.com");
    await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
    const { checks } = await examine(account, { env: { REMOTEIT_ACCOUNT_ID: other.accountId } });
    expect(checks["account"]?.message).toMatch(/^owner@example\.com .*acts; its webhook and REST are out of reach/);
  });

  test("an account of more than a page is so many pages", async () => {
    const sandbox = await startSandbox({ devices: 2001 });
    const { checks } = await examine(account, { env: accountIn(sandbox) });
    await sandbox.stop();
    expect(checks["page size"]?.message).toBe("1,000 devices: the account is 3 pages");
    expect(checks["permissions"]?.message).toBe("all of the first 1,000 devices can be managed");
  });
});
