import { readAccount } from "./account";
import { differences } from "./expected";
import { seeded } from "./random";
import { round } from "./round";
import { run } from "./run";
import { endSecond } from "./second";
import { closeSoak, openSoak, publish, type Counts, type Soak } from "./soak";

export interface Summary extends Counts {
  requests: number;
  /** Requests that were sent again, as the account counts them. */
  retried: number;
  /** Answered 401, 403 or 429. */
  rejected: number;
}

export interface Plan {
  seed: number;
  /** No round begins later; the one that is under way ends. */
  minutes: number;
  /** At most so many. */
  rounds: number;
  tell: (line: string) => void;
}

/**
 * Rounds of edits, faults and changes by hand, one stack and one account from the start to the end, which is a `destroy`
 * that leaves what was nobody's.
 *
 * @throws Error that says what is not as it has to be, and how to see it again.
 */
export async function soakFor({ seed, minutes, rounds, tell }: Plan): Promise<Summary> {
  const end = Date.now() + minutes * 60_000;
  const soak = await openSoak(seed, tell);
  try {
    for (let number = 1; number === 1 || (number <= rounds && Date.now() < end); number += 1) {
      tell(`round ${number}`);
      // Each round decides by itself: how the engine happened to order the one before changes nothing.
      await round(soak, seeded(seed * 1000 + number));
    }
    tell("the end");
    await destroyAll(soak);
    const { total, retried, rejected } = await soak.account.control.requests();
    return { ...soak.counts, requests: total, retried, rejected };
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const { rounds } = soak.counts;
    throw new Error(`Seed ${seed}, round ${rounds}: ${told}\n\nThe runs of this round printed:\n${soak.printed.join("\n")}`, {
      cause: error,
    });
  } finally {
    await closeSoak(soak);
  }
}

async function destroyAll(soak: Soak): Promise<void> {
  const { control } = soak.account;
  for (const { id } of soak.managed.devices.values()) await control.agentState(id, "offline");
  soak.before = await readAccount(control);
  const { code, errors } = await run(soak, "destroy");
  if (code !== 0) throw new Error(`destroy failed without trouble: ${errors.join("\n")}`);
  soak.declared = { devices: [], services: [], webhook: undefined };
  publish(soak);
  const found = differences(soak, await readAccount(control), await soak.stack.state());
  if (found.length > 0) throw new Error(`The account is not as it has to be after destroy:\n${found.join("\n")}`);
  await endSecond(soak);
}

export function summaryText(summary: Summary): string {
  const words = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return Object.entries(summary)
    .map(([name, count]) => `${String(count).padStart(7)} ${words(name)}`)
    .join("\n");
}
