import type { RequestLabel } from "../../client";
import type { RemoteitError } from "../../core/errors";
import type { Context } from "../../lifecycle";
import { withNeeds } from "../../lifecycle/needs";
import { refused } from "../shared/answers";
import { AddTags, RemoveTags } from "../tags/calls";
import type { Pending } from "./look";
import { errorOfDevice, type Outcomes } from "./outcomes";
import { needsOfFleet } from "./needs";
import type { Work } from "./template";

type Kind = "addTag" | "removeTag";

const isTag =
  (kind: Kind) =>
  (work: Work): work is Extract<Work, { tag: string }> =>
    work.kind === kind;

/** Adds and removes tags, those that are alike on several devices with one request. Tags are added first, as for a device alone. */
export async function writeTags(
  context: Context,
  accountId: string,
  batch: readonly Pending[],
  outcomes: Outcomes,
  about: RequestLabel,
): Promise<void> {
  for (const kind of ["addTag", "removeTag"] as const) {
    for (const { names, devices } of alike(batch, kind))
      await writeAlike(context, accountId, { kind, names, devices }, outcomes, about);
  }
}

interface Alike {
  names: string[];
  devices: Pending[];
}

function alike(batch: readonly Pending[], kind: Kind): Alike[] {
  const groups = new Map<string, Alike>();
  for (const device of batch) {
    const names = device.lacking
      .map(({ work }) => work)
      .filter(isTag(kind))
      .map(({ tag }) => tag);
    if (names.length === 0) continue;
    const group = groups.get(names.join("\n")) ?? { names, devices: [] };
    group.devices.push(device);
    groups.set(names.join("\n"), group);
  }
  return [...groups.values()];
}

/**
 * remote.it carries out all of a request or none of it. So what a device refuses or has lost is looked at, and the rest is sent
 * again by halves, until that device alone fails.
 */
async function writeAlike(
  context: Context,
  accountId: string,
  { kind, names, devices }: Alike & { kind: Kind },
  outcomes: Outcomes,
  about: RequestLabel,
): Promise<void> {
  const asked = devices.filter(({ id }) => !outcomes.isSettled(id));
  if (asked.length === 0 || outcomes.isOver()) return;
  const why = await send(context, { ids: asked.map(({ id }) => id), names, accountId, kind }, about);
  if (!why) return;
  const left = await outcomes.stillLacking(asked, ({ work }) => isTag(kind)(work) && names.includes(work.tag), about);
  const [only, ...others] = left;
  if (!only) return;
  if (others.length === 0) return void outcomes.failed(only, why);
  const middle = Math.ceil(left.length / 2);
  for (const half of [left.slice(0, middle), left.slice(middle)])
    await writeAlike(context, accountId, { kind, names, devices: half }, outcomes, about);
}

interface Sending {
  ids: string[];
  names: string[];
  accountId: string;
  kind: Kind;
}

/** @returns why it may not have been carried out. */
async function send(
  { client }: Context,
  { kind, ...variables }: Sending,
  about: RequestLabel,
): Promise<RemoteitError | undefined> {
  const what = { ...about, what: kind === "addTag" ? "Adding tags" : "Removing tags" };
  try {
    const answer =
      kind === "addTag"
        ? (await client.graphql(AddTags, variables, what)).addTag
        : (await client.graphql(RemoveTags, variables, what)).removeTag;
    if (answer === true) return undefined;
    const done = kind === "addTag" ? "added" : "removed";
    return withNeeds(refused(what, `The tags ${variables.names.join(", ")} were not ${done}.`), [needsOfFleet.tags]);
  } catch (error) {
    return withNeeds(errorOfDevice(error), [needsOfFleet.tags]);
  }
}
