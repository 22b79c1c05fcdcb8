import { inlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { contents } from "../support/contents";
import { setByHand } from "./support";

jest.setTimeout(120_000);

const ours = "https://hooks.example.com/in/7f2c9a?key=open";
const theirs = "https://user:p4ssw@elsewhere.example.net/in/c0ffee";

let account: TestAccount;

beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

const webhook =
  (url: string): Program =>
  ({ remoteit, pulumi }) =>
    void new remoteit.Webhook("events", { url: pulumi.secret(url) });

test("an address that the program calls secret stands in plain in no state and in nothing that a run prints", async () => {
  const stack = await inlineStack({ config: account.config, program: webhook(ours) });
  const printed: string[] = [];
  const keep = async (run: Promise<{ code: number; output: string }>) => {
    const { code, output } = await run;
    printed.push(output, (await stack.state()).text);
    return code === 0;
  };
  expect(await keep(stack.up("--diff"))).toBe(true);
  expect((await contents(account.control)).webhook).toEqual({ url: ours, enabled: true });
  await setByHand(account.control, theirs);
  stack.edit(webhook(`${ours}2`));
  expect(await keep(stack.up("--diff"))).toBe(false);
  expect(printed.join("\n")).toContain("Somebody has set it to https://elsewhere.example.net/… since.");
  expect(await keep(stack.refresh("--diff"))).toBe(true);
  expect(await keep(stack.up("--diff"))).toBe(true);
  expect((await contents(account.control)).webhook).toEqual({ url: `${ours}2`, enabled: true });
  for (const text of printed) expect(text).not.toMatch(/hooks\.example|7f2c9a|c0ffee|p4ssw/);
});
