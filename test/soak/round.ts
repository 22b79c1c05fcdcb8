import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAccount, untouched } from "./account";
import { byHand, meanwhile } from "./by-hand";
import { edits } from "./edits";
import { differences } from "./expected";
import type { Random } from "./random";
import { repair, takeStock } from "./repair";
import { moveSecond } from "./second";
import { refuseSecrets, run, type Cut } from "./run";
import { publish, type Act, type Soak } from "./soak";
import { arm, disarm } from "./trouble";

/** How often a user repairs the program in a row before something is wrong. */
const MOST_REPAIRS = 6;

/** Edits, changes by hand and trouble; then all has to come right, and the account is looked through. */
export async function round(soak: Soak, random: Random): Promise<void> {
  soak.counts.rounds += 1;
  soak.printed = [];
  const edited = await some(soak, random, edits, random.whole(4, 12));
  soak.counts.edits += edited.length;
  soak.tell(`  program: ${edited.join("; ")}`);
  publish(soak);
  const changed = await some(soak, random, byHand, random.whole(0, 4));
  soak.counts.changesByHand += changed.length;
  soak.tell(`  by hand: ${changed.join("; ") || "nothing"}`);
  if (random.chance(0.3)) soak.tell(`  ${await moveSecond(soak, random)}`);
  soak.before = await readAccount(soak.account.control);
  const isKilled = await disturb(soak, random);
  await comeRight(soak, isKilled);
}

async function some(soak: Soak, random: Random, acts: readonly Act[], count: number): Promise<string[]> {
  const told: string[] = [];
  for (let index = 0; index < count; index += 1) told.push((await random.pick(acts)?.(soak, random)) ?? "");
  return told.filter(Boolean);
}

/** One or two runs on a bad day, which may end as they like. Returns whether one was killed. */
async function disturb(soak: Soak, random: Random): Promise<boolean> {
  let isKilled = false;
  for (let runs = random.whole(1, 2); runs > 0; runs -= 1) {
    const cut = cutOf(random);
    soak.tell(`  trouble: ${await arm(soak, random, cut?.how === "kill")}`);
    const command = random.one(["up", "up", "up", "refresh"]);
    const flags = random.chance(0.3) ? targets(soak, random) : [];
    const [ran, changed] = await Promise.all([run(soak, command, flags, cut), during(soak, random)]);
    soak.tell(`  meanwhile: ${changed.join("; ") || "nothing"}`);
    await disarm(soak);
    if (ran.code !== 0 && cut?.how === "kill") {
      isKilled = true;
      soak.tell(`  ${await pickUp(soak)}`);
    }
  }
  return isKilled;
}

/** Some resources that the stack has, and that keep their names. */
function targets({ declared, managed }: Soak, random: Random): string[] {
  const urn = (type: string, logical: string) => `urn:pulumi:dev::scenario::pulumi-nodejs:dynamic/remoteit:${type}::${logical}`;
  const urns = [
    ...declared.devices.filter(({ logical }) => managed.devices.has(logical)).map(({ logical }) => urn("Device", logical)),
    ...declared.services.filter(({ logical }) => managed.services.has(logical)).map(({ logical }) => urn("Service", logical)),
  ];
  return urns.filter(() => random.chance(0.3)).flatMap((one) => ["--target", one]);
}

/** What a user does after the engine was killed: takes away its lock and, where it was killed while it wrote its state, goes back. */
async function pickUp({ stack }: Soak): Promise<string> {
  await stack.run("cancel", "--yes");
  const state = join(stack.folder, "state/.pulumi/stacks/scenario/dev.json");
  const files = [state, `${state}.attrs`];
  if (files.every((file) => isJson(readFileSync(file, "utf8")))) return "cancel";
  copyFileSync(`${state}.bak`, state);
  copyFileSync(`${state}.bak.attrs`, `${state}.attrs`);
  return "cancel, and back to the state before the last step, since that was half written";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function cutOf(random: Random): Cut | undefined {
  const how = random.one([undefined, undefined, "interrupt", "kill", "kill"]);
  const after = random.whole(1, 15);
  return how && { how, after };
}

/** Agents register, and others change what they like. */
async function during(soak: Soak, random: Random): Promise<string[]> {
  const told: string[] = [];
  for (const hardwareId of soak.late) told.push(await registerLate(soak, hardwareId));
  const changed = await some(soak, random, meanwhile, random.whole(0, 2));
  soak.counts.changesByHand += changed.length;
  return [...told, ...changed];
}

async function registerLate(soak: Soak, hardwareId: string): Promise<string> {
  const { control } = soak.account;
  soak.late.delete(hardwareId);
  const name = soak.fresh("agent");
  const { deviceId, claimCode } = await control.agent({ hardwareId, name, online: false });
  soak.before.devices.set(deviceId, untouched(deviceId, name, hardwareId, true));
  const device = soak.declared.devices.find(({ origin }) => origin.kind === "awaited" && origin.hardwareId === hardwareId);
  if (device) device.id = deviceId;
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return `${hardwareId} registers`;
}

/** Without trouble, `refresh` and `up` succeed, a preview finds nothing to do, and the account is as declared. */
async function comeRight(soak: Soak, isKilled: boolean): Promise<void> {
  const { stack, account, counts } = soak;
  const flags = [...(soak.isKeyRotated ? ["--run-program"] : []), ...(isKilled ? ["--clear-pending-creates"] : [])];
  // In one process, a refresh must not be taken for a declaration; in two, it must leave nothing behind.
  const isOneRun = counts.rounds % 2 === 0 && flags.length === 0;
  if (!isOneRun) await demand(soak, "refresh", flags);
  for (let repairs = 0; ; repairs += 1) {
    const up = await run(soak, "up", isOneRun ? ["--refresh"] : []);
    if (up.code === 0) break;
    if (repairs === MOST_REPAIRS) throw new Error("The program was repaired again and again, and does not come right.");
    const repaired = await repair(soak, up.errors, await stack.state());
    counts.repairs += repaired.length;
    soak.tell(`  repair: ${repaired.join("; ")}`);
    publish(soak);
  }
  soak.isKeyRotated = false;
  await demand(soak, "preview", ["--refresh", "--expect-no-changes"]);
  const state = await stack.state();
  refuseSecrets(soak, state.text, "the state");
  const found = differences(soak, await readAccount(account.control), state);
  if (found.length > 0) throw new Error(`The account is not as declared:\n${found.join("\n")}`);
  await takeStock(soak, state, isKilled);
}

async function demand(soak: Soak, command: "refresh" | "preview" | "destroy", flags: readonly string[]): Promise<void> {
  const { code, errors } = await run(soak, command, flags);
  if (code !== 0) throw new Error(`${command} failed without trouble: ${errors.join("\n")}`);
}
