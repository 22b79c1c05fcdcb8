import { operate, operation, type RequestLabel, secondsLeft } from "../../client";
import { BATCH, idKey } from "../../inventory";
import { boundHeap } from "../../core/heap";
import type { Context } from "../../lifecycle";
import { withNeeds } from "../../lifecycle/needs";
import { pauseFor } from "../../lifecycle/poll";
import { createDigest } from "./digest";
import { lookAgain, type Look, type Pending } from "./look";
import { isFresh, type Moment } from "./moment";
import { needsOfFleet } from "./needs";
import { createOutcomes, errorOfDevice, type Outcomes } from "./outcomes";
import type { Fleet } from "./resolve";
import { deviceCalled, devices as counted } from "./tell";
import type { Difference } from "./template";
import { writeDevice } from "./write-device";
import { writeTags } from "./write-tags";

/** Failures after which no further device is begun, where the program does not say. */
const MOST_FAILURES = 10;

/** The most devices that are written to at once: more than the client has requests under way, so that it can merge some. */
const AT_ONCE = 32;

/** Seconds that one batch may take beside those of its requests: each of them waits and repeats as any operation does. */
const BATCH_SECONDS = 3600;

/** Seconds between two reports of how far it is. */
const TELL_EVERY = 10;

export interface Rolled {
  changed: number;
  gone: number;
  failures: ReturnType<Outcomes["failures"]>;
  /** Devices that were not begun, or not ended, since too many had failed. */
  left: number;
  /** How the fleet was left, where nothing has failed. */
  digest: string;
}

/** What another fleet decides about. */
type Yields = (deviceId: string, difference: Difference) => boolean;

/** What is to be done to a device; the rest is another fleet's to decide. */
export function ownPart(device: Pending, yields: Yields): Pending {
  const isOwn = (difference: Difference) => !yields(device.id, difference);
  return device.lacking.every(isOwn) ? device : { ...device, lacking: device.lacking.filter(isOwn) };
}

interface Rolling {
  look: Look;
  yields: Yields;
  /** How messages call the fleet. */
  label: string;
}

/**
 * Brings the devices to the template, batch by batch, by their ids. What fails on one does not keep the others from it, until too
 * many have failed. What is written is decided on a reading that is a moment old at most; so a run that was broken off anywhere
 * is gone on with by the next one, which looks first.
 */
export async function rollOut(context: Context, fleet: Fleet, rolling: Rolling, about: RequestLabel): Promise<Rolled> {
  const unbound = boundHeap();
  try {
    return await inBatches(context, fleet, rolling, about);
  } finally {
    unbound();
  }
}

async function inBatches(context: Context, fleet: Fleet, rolling: Rolling, about: RequestLabel): Promise<Rolled> {
  const { look, yields, label } = rolling;
  const { batchSize = BATCH, maxFailures = MOST_FAILURES, pauseSeconds = 0 } = fleet.rollout;
  const outcomes = createOutcomes(context, fleet, maxFailures);
  const hasWork = (device: Pending) => ownPart(device, yields).lacking.length > 0;
  const work = look.pending.filter(hasWork);
  const digest = createDigest();
  for (const { id, lacking, unsupported } of untouched(look, hasWork)) digest.add(id, [...lacking, ...unsupported]);
  const tell = progress(context, label, work.length);
  let [begun, changed, left] = [0, 0, 0];
  while (begun < work.length && !outcomes.isOver()) {
    if (begun > 0 && pauseSeconds > 0) await pauseFor(pauseSeconds);
    const batch = work.slice(begun, begun + batchSize);
    const writing = { batch, rolling, outcomes, tell: (done: number) => tell(begun + done) };
    const limits = { seconds: Math.min(BATCH_SECONDS, secondsLeft()), signal: operation().signal };
    const done = await operate(() => writeBatch(context, fleet, writing, about), limits);
    begun += batch.length;
    changed += done.changed;
    left += done.left;
    for (const { id, lacking, unsupported } of done.found) {
      digest.add(id, [...lacking.filter((difference) => yields(id, difference)), ...unsupported]);
    }
  }
  left += work.length - begun;
  return { changed, left, gone: outcomes.goneCount(), failures: outcomes.failures(), digest: digest.text() };
}

/** Devices that do not conform and that this fleet has nothing to do to. */
function untouched({ pending, unsupported }: Look, hasWork: (device: Pending) => boolean): Pending[] {
  const known = new Set(unsupported.length === 0 ? [] : pending.map(({ id }) => id));
  const others = unsupported.filter(({ id }) => !known.has(id)).map((device) => ({ ...device, lacking: [] }));
  return [...pending.filter((device) => !hasWork(device)), ...others];
}

interface Writing {
  batch: readonly Pending[];
  rolling: Rolling;
  outcomes: Outcomes;
  /** Hears how many devices of the batch are done. */
  tell: (done: number) => void;
}

interface Written {
  changed: number;
  left: number;
  /** The devices as they were found before. */
  found: readonly Pending[];
}

async function writeBatch(
  context: Context,
  fleet: Fleet,
  { batch, rolling: { look, yields }, outcomes, tell }: Writing,
  about: RequestLabel,
): Promise<Written> {
  const { at, found } = await asTheyAreNow(context, fleet, { batch, look, outcomes }, about);
  const devices = found.map((device) => ownPart(device, yields)).filter(({ lacking }) => lacking.length > 0);
  let done = 0;
  await eachOf(devices, outcomes.room, async (device) => {
    await writeOne(context, device, at, outcomes, { ...about, subject: deviceCalled(device) });
    tell((done += 1));
  });
  // Last, and not of what has failed: a tag may be what the fleet finds the device by.
  await writeTags(context, look.accountId, devices, outcomes, about);
  const open = () => devices.filter(({ id }) => !outcomes.isSettled(id));
  const isOwn = (difference: Difference, id: string) => !yields(id, difference);
  const still = outcomes.isOver() ? await outcomes.stillLacking(open(), isOwn, about) : [];
  return { changed: open().length - still.length, left: still.length, found };
}

/**
 * Works on several at once, on as many as there is room for, and begins no further one where there is none.
 *
 * @throws what ends all, once nothing is under way any more.
 */
async function eachOf(devices: readonly Pending[], room: () => number, work: (device: Pending) => Promise<void>): Promise<void> {
  const underWay = new Set<Promise<void>>();
  try {
    for (const device of devices) {
      while (underWay.size > 0 && underWay.size >= Math.min(AT_ONCE, room())) await Promise.race(underWay);
      if (room() <= 0) break;
      const one: Promise<void> = work(device).finally(() => underWay.delete(one));
      underWay.add(one);
    }
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The devices as the look has found them, where that is recent, else as they are now. */
async function asTheyAreNow(
  context: Context,
  fleet: Fleet,
  { batch, look, outcomes }: Pick<Writing, "batch" | "outcomes"> & { look: Look },
  about: RequestLabel,
): Promise<{ at: Moment; found: readonly Pending[] }> {
  const ids = batch.map(({ id }) => id);
  if (isFresh(context, look.at, ids)) return { at: look.at, found: batch };
  const { at, pending, gone } = await lookAgain(context, fleet, ids, about);
  for (const id of gone) outcomes.gone(id);
  return { at, found: ids.flatMap((id) => pending.get(idKey(id)) ?? []) };
}

/** What is refused although it was carried out counts as done, and what has gone meanwhile as gone: the device tells. */
async function writeOne(context: Context, device: Pending, at: Moment, outcomes: Outcomes, about: RequestLabel): Promise<void> {
  const isOther = (kind: string) => kind !== "addTag" && kind !== "removeTag";
  if (!device.lacking.some(({ work }) => isOther(work.kind))) return;
  try {
    await writeDevice(context, device, at, about);
  } catch (error) {
    const why = withNeeds(errorOfDevice(error), [needsOfFleet.device]);
    const left = await outcomes.stillLacking([device], ({ work }) => isOther(work.kind), about);
    if (left.length > 0 && !outcomes.isSettled(device.id)) outcomes.failed(device, why);
  }
}

/** Tells how many devices are done, and about how long the others take. */
function progress({ log }: Context, label: string, all: number): (done: number) => void {
  const began = performance.now();
  let told = began;
  return (done) => {
    const now = performance.now();
    if (done >= all || now - told < TELL_EVERY * 1000) return;
    told = now;
    const left = ((now - began) / done) * (all - done);
    log("info", `${label}: ${done} of ${counted(all)} done, about ${duration(left / 1000)} to go.`);
  };
}

const duration = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);
