import { accountIn, place, useCli } from "./support";
import { describeOnTerminal, onTerminal } from "./terminal";

const account = useCli({ devices: 3000 });
const here = (more: NodeJS.ProcessEnv = {}) => place({ ...accountIn(account.sandbox), ...more });
const ESC = "\u001b";
const colour = new RegExp(`${ESC}\\[\\d+m`);
const progress = new RegExp(`\r${ESC}\\[K[\\d,]+ devices`);

describeOnTerminal("on a terminal", () => {
  test("a table has a bold head, and the doctor colours", async () => {
    expect((await onTerminal("$cli inventory --name pump-1", here())).seen).toContain(`${ESC}[1mNAME`);
    expect((await onTerminal("$cli doctor", here())).seen).toContain(`${ESC}[32mok`);
  });

  test.each([{ NO_COLOR: "1" }, { FORCE_COLOR: "0" }, { NO_COLOR: "1", FORCE_COLOR: "1" }])("%j: no colours", async (env) => {
    const { seen } = await onTerminal("$cli doctor", here(env));
    expect(seen).toMatch(/^ok /);
    expect(seen).not.toMatch(colour);
  });

  test("a pipe gets no colours, unless FORCE_COLOR asks for them", async () => {
    expect((await onTerminal("$cli doctor | cat", here())).seen).not.toMatch(colour);
    expect((await onTerminal("$cli doctor | cat", here({ FORCE_COLOR: "1" }))).seen).toMatch(colour);
  });

  test("a long read into a file shows how far it is, and takes that away at its end", async () => {
    const { code, seen } = await onTerminal("$cli inventory --output devices.txt", here());
    expect(code).toBe(0);
    expect(seen).toMatch(progress);
    expect(seen.endsWith(`\r${ESC}[K`)).toBe(true);
  });

  test("drift shows how far it is, and takes that away before it reports", async () => {
    const { seen } = await onTerminal(`echo '{"version":3,"deployment":{}}' | $cli drift --state -`, here());
    expect(seen).toMatch(new RegExp(`\\r${ESC}\\[K[\\d,]+ of 3,000 devices`));
    expect(seen.split(`${ESC}[K`).at(-1)).toMatch(/Drift of/);
  });

  test("no progress where the rows themselves are seen, nor where nobody looks", async () => {
    expect((await onTerminal("$cli inventory", here())).seen).not.toMatch(progress);
    expect((await onTerminal("$cli inventory -o a.txt 2> err; cat err", here())).seen).toBe("");
  });

  test("CSV that is looked at does nothing to the terminal", async () => {
    await account.control.change('mutation { renameService(serviceId: "80:00:00:00:00:00:00:01", name: "\\u001b[2Jpump") }');
    const { seen } = await onTerminal("$cli inventory --format csv --name pump", here());
    expect(seen).toContain("\\u001b[2Jpump");
    expect(seen).not.toContain("\u001b[2J");
  });
});
