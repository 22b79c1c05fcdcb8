import type { Declaration } from "../adapters";
import { type Account, cases } from "../cases/case";

/** A stack of so many resources: as many of every kind of which an account may hold several, and one of each other. */
export async function mixedProgram(account: Account, resources: number): Promise<Declaration> {
  const many = cases.filter(({ several }) => several);
  const each = Math.ceil((resources - (cases.length - many.length)) / many.length);
  const declared: Declaration = {};
  for (const { type, several, declared: one } of cases) {
    const all = several ? await several(account, each) : [await one(account)];
    for (const [index, properties] of all.entries()) declared[`${type}-${index + 1}`] = { type, properties };
  }
  return declared;
}

/** Requests that the work sends, by operation. */
export async function sentBy(
  { control }: Pick<Account, "control">,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const { byOperation: before } = await control.requests();
  await work();
  const { byOperation } = await control.requests();
  const sent = Object.entries(byOperation).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(sent.filter(([, count]) => count > 0));
}
