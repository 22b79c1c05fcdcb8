import { inlineStack, type InlineStack } from "../engine/support";
import { startAccount, type TestAccount } from "../engine/support/account";
import { receiver, type Receiver } from "../engine/webhook/support";
import { readAccount, type Live, type LiveDevice } from "./account";
import type { Declared, Managed } from "./model";
import { programOf } from "./program";
import type { Random } from "./random";
import { openSecond, type Second } from "./second";

/** What has happened so far; told at the end. */
export interface Counts {
  rounds: number;
  edits: number;
  changesByHand: number;
  faultsArmed: number;
  engineRuns: number;
  interrupted: number;
  killed: number;
  repairs: number;
  adopted: number;
  answersLost: number;
}

/** A program, the account that it is about, and the stack between them. */
export interface Soak {
  account: TestAccount;
  receiver: Receiver;
  stack: InlineStack;
  second: Second;
  declared: Declared;
  managed: Managed;
  /** The account before the engine went to work in this round. */
  before: Live;
  /** Devices whose agents show a claim code, by id. */
  waiting: Map<string, LiveDevice>;
  /** Agents that register while the engine works, by hardware id. */
  late: Set<string>;
  /** Devices and services that a killed run has made and the next one adopted, by id. */
  foundAgain: Set<string>;
  /** The key that the stack's configuration holds. */
  keys: { accessKeyId: string; secretAccessKey: string };
  /** Whether the key of the last run is disabled. */
  isKeyRotated: boolean;
  /** What must not stand in outputs and state. */
  secrets: string[];
  counts: Counts;
  /** What the engine printed in this round, for who looks into a failure. */
  printed: string[];
  tell: (line: string) => void;
  /** A name that nothing has yet. */
  fresh: (kind: string) => string;
}

/** One decision: what was done, or undefined where it could not be. */
export type Act = (soak: Soak, random: Random) => Promise<string | undefined>;

/** Retries are few and time-outs short, so that faults cost little time. */
const settings = { "remoteit:maxRetries": "4", "remoteit:timeoutSeconds": "3" };

export async function openSoak(seed: number, tell: (line: string) => void): Promise<Soak> {
  const account = await startAccount({ devices: 4, services: 1, seed });
  const called = await receiver();
  const stack = await inlineStack({ program: () => undefined, config: { ...account.config, ...settings } });
  let names = 0;
  const { projectSecret, secretAccessKey, developerKey } = account.sandbox;
  return {
    account,
    receiver: called,
    stack,
    second: await openSecond(),
    declared: { devices: [], services: [], webhook: undefined },
    managed: { devices: new Map(), services: new Map(), webhook: undefined },
    before: await readAccount(account.control),
    waiting: new Map(),
    late: new Set(),
    foundAgain: new Set(),
    keys: { accessKeyId: account.sandbox.accessKeyId, secretAccessKey },
    isKeyRotated: false,
    secrets: [projectSecret, encodeURIComponent(projectSecret), secretAccessKey, developerKey],
    counts: {
      rounds: 0,
      edits: 0,
      changesByHand: 0,
      faultsArmed: 0,
      engineRuns: 0,
      interrupted: 0,
      killed: 0,
      repairs: 0,
      adopted: 0,
      answersLost: 0,
    },
    printed: [],
    tell,
    fresh: (kind) => `${kind}-${(names += 1)}`,
  };
}

export async function closeSoak({ account, receiver }: Soak): Promise<void> {
  receiver.stop();
  await account.stop();
}

/** Hands the program, as it is now, to the stack. */
export function publish({ stack, declared, account }: Soak): void {
  stack.edit(programOf(declared, account.sandbox));
}

/** An agent registers: its device is the account's at once. */
export async function register(
  { account: { control } }: Soak,
  hardwareId: string,
  name: string,
  online: boolean,
): Promise<string> {
  const { deviceId, claimCode } = await control.agent({ hardwareId, name, online });
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return deviceId;
}
