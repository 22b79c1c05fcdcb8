import { exported, recordOf } from "../drift/state";
import { json, secretText, type Server, startServer } from "../client/server";
import { place, start } from "./support";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const ID = "80:00:00:00:00:00:00:01";
const commands = {
  doctor: [["doctor"], ""],
  inventory: [["inventory"], ""],
  drift: [["drift", "--state", "-"], exported([recordOf("Device", ID, {}, { accountId: "me" })])],
} as const;

async function ended(command: keyof typeof commands, login: unknown) {
  server.answer = json({ data: { login } });
  const [args, input] = commands[command];
  const { cwd, env } = place({
    REMOTEIT_ENDPOINT: server.url,
    REMOTEIT_ACCOUNT_ID: "org-7",
    R3_ACCESS_KEY_ID: "KEY7",
    R3_SECRET_ACCESS_KEY: Buffer.from(secretText).toString("base64"),
  });
  const { code, stdout, stderr } = await start(args, { cwd, env, input }).ended;
  return { code, output: stdout + stderr };
}

describe.each(["doctor", "inventory", "drift"] as const)("%s", (command) => {
  test.each([
    ["without a user", null, "login is null"],
    ["without the account", { id: "me", email: null, account: null }, "account org-7"],
  ])("ends by an error of ours where remote.it answers %s", async (_what, login, words) => {
    const { code, output } = await ended(command, login);
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).not.toMatch(/TypeError|Cannot read|undefined|^\s+at /m);
  });
});
