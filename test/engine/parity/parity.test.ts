import { summary } from "../../faults/summary";
import { describeWithLanguageHost } from "../support";
import { startAccount } from "../support/account";
import { adapters, type NeutralStack } from "./adapters";
import { story, type Happening } from "./story";

jest.setTimeout(120_000);

interface Ending {
  /** What the account holds, told without ids. */
  account: string[];
  /** What the engine did in each run. */
  runs: unknown[];
}

async function ending(open: (typeof adapters)["dynamic"]): Promise<Ending> {
  const account = await startAccount();
  try {
    const happenings = await story(account);
    const stack = await open({}, account.config);
    const runs: unknown[] = [];
    for (const happening of happenings) {
      if ("byHand" in happening) await happening.byHand(account);
      else runs.push(await ran(stack, happening));
    }
    return { account: (await summary(account.control)).lines, runs };
  } finally {
    await account.stop();
  }
}

async function ran(stack: NeutralStack, happening: Extract<Happening, { run: string }>): Promise<unknown> {
  if (happening.declare) stack.declare(happening.declare);
  const { code, changes, output } = await stack[happening.run](...(happening.flags ?? []));
  if (code !== 0) throw new Error(`The run ended with code ${code}:\n${output}`);
  return { run: happening.run, changes };
}

describeWithLanguageHost(
  "the dynamic resources and the plugin",
  () => {
    test("end with the same account after the same steps, in which things of every kind and origin are made, edited, changed by hand and put right", async () => {
      const [dynamic, plugin] = await Promise.all([ending(adapters.dynamic), ending(adapters.plugin)]);
      expect(plugin).toEqual(dynamic);
    });
  },
  "yaml",
);
