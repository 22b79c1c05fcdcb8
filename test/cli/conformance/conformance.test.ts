import { version } from "../../../package.json";
import { probes } from "../../../conformance";
import { startSandbox } from "../../../sandbox";
import { dump } from "../../conformance/support";
import { accountIn, useCli } from "../support";
import { conformance } from "./support";

const account = useCli({ devices: 3, services: 1 });
const all = () => dump({ control: account.control, accountId: account.sandbox.accountId });

describe("pulumi-remoteit conformance", () => {
  test("finds all as assumed in a world that is, ends with 0, and changes nothing", async () => {
    const before = await all();
    const { code, stderr, report } = await conformance(account);
    const { total, byOperation } = await account.control.requests();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(report).toMatchObject({ formatVersion: 1, version, wrote: false, outcome: "as assumed" });
    expect(report.probes.map(({ name }) => name)).toEqual(probes.map(({ name }) => name));
    expect(new Set(report.probes.map(({ status }) => status))).toEqual(new Set(["as assumed", "unknown", "not asked", "info"]));
    expect(await all()).toEqual(before);
    expect(Object.keys(byOperation).filter((name) => /(Set|Add|Remove|Delete|Claim)/.test(name))).toEqual([]);
    expect(total).toBeLessThan(40);
  });

  test("tells a person the same, a line for each question that was asked, and names those that were not", async () => {
    const { code, stdout } = await account.cli(["conformance"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^pulumi-remoteit ${version}, Node v\\d+\\.\\d+\\.\\d+, another endpoint, reading only\n`));
    expect(stdout).toMatch(
      /^as assumed {2}page-from +Where does `from: 1000` begin\? At the 1001st item: from counts what comes before\.$/m,
    );
    expect(stdout).toMatch(/^unknown {5}page-size +.* Unknown: a page of 100 holds all devices of the account\.$/m);
    expect(stdout).toMatch(/^Asked only with --write --device ID: .*\bnested\b/m);
    expect(stdout).toMatch(/^Not asked \(docs\/api-assumptions\.md says why\): .*\bwebhook-form\b/m);
    expect(stdout).toMatch(/^\d+ questions: \d+ as assumed, 0 differ, \d+ unknown, 0 failed\.$/m);
  });

  test("says what goes wrong where something is otherwise, and ends with 2", async () => {
    const sandbox = await startSandbox({ devices: 3, world: { "page-from": "1001", signature: "rfc9421" } });
    const env = accountIn(sandbox);
    const { code, report, byName } = await conformance(account, [], { env });
    const text = await account.cli(["conformance"], { env });
    await sandbox.stop();
    expect([code, report.outcome, text.code]).toEqual([2, "differs", 2]);
    expect(byName["page-from"]).toMatchObject({ status: "differs", assumed: "1000", answer: "1001" });
    expect(byName["signature"]?.consequence).toContain("With cavage every request is refused.");
    expect(text.stdout).toMatch(
      /^differs {5}signature .* RFC 9421 alone\.\n +Nothing with remoteit:signature auto.*With cavage every request is refused\.$/m,
    );
  });

  test("names what the schema lacks of what is sent, with what does not work because of it", async () => {
    const sandbox = await startSandbox({ without: ["setAttributes", "renameService"] });
    const { code, byName } = await conformance(account, [], { env: accountIn(sandbox) });
    await sandbox.stop();
    expect(code).toBe(2);
    expect(byName["schema"]?.details).toEqual([
      "Mutation.setAttributes is missing: adopting the Webhook or a Tag, attributes of a Device",
      "Mutation.renameService is missing: renaming devices and services (REST is used for renaming)",
    ]);
    expect(byName["schema-gone"]?.details).toEqual(expect.arrayContaining(["Mutation.setAttributes"]));
  });

  test("a question that fails ends it with 1, and says why on standard error alone", async () => {
    await account.control.faults([{ kind: "graphql-error", message: "secret-of-the-fault", match: { operation: "getAccess" } }]);
    const { code, stdout, stderr, report, byName } = await conformance(account);
    expect([code, report.outcome]).toEqual([1, "failed"]);
    expect(byName["page-size"]).toMatchObject({ status: "failed", why: "remote.it answered with an error" });
    expect(byName["page-from"]?.status).toBe("as assumed");
    expect(stderr).toMatch(/^page-size: .*secret-of-the-fault/);
    expect(stdout).not.toContain("secret-of-the-fault");
  });

  test("a key that is refused is an error, and no report", async () => {
    const { code, stdout, stderr } = await account.cli(["conformance"], {
      env: { R3_SECRET_ACCESS_KEY: "bm90IHRoZSBzZWNyZXQ=" },
    });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error: .*both were refused/);
  });

  test("--format takes text and json, and completion offers both", async () => {
    const { code, stderr } = await account.cli(["conformance", "--format", "xml"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("Allowed choices are text, json")]);
    const { stdout } = await account.cli(["complete", "--", "pulumi-remoteit", "conformance", "--format", ""]);
    expect(stdout.split("\n").map((line) => line.split("\t")[0])).toEqual(expect.arrayContaining(["text", "json"]));
  });
});
