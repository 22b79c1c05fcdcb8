import type { Obstacle } from "../../core/obstacle";
import type { Rollout } from "./fields";
import type { Look, Pending } from "./look";
import type { Difference } from "./template";
import { called } from "../shared/called";

/** Devices that a message names. */
const SHOWN = 20;

type Named = Pick<Pending, "id" | "name">;

export const deviceCalled = ({ id, name }: Named): string => called(name ?? undefined, id);

export const devices = (count: number): string => (count === 1 ? "1 device" : `${count} devices`);

/** How many devices would change, which, and how. */
export function toldOf({ members }: Pick<Look, "members">, pending: readonly Pending[]): string {
  const lines = pending.slice(0, SHOWN).map((one) => `\n  ${deviceCalled(one)}: ${one.lacking.map(change).join(", ")}`);
  return `${pending.length} of ${devices(members.size)} that match would change:${lines.join("")}${more(pending.length)}`;
}

const more = (count: number): string => (count > SHOWN ? `\n  and ${count - SHOWN} more` : "");

/** Values of attributes are not told: they may be secrets. */
function change({ path, expected, actual, work }: Difference): string {
  switch (work.kind) {
    case "addTag":
    case "addService":
      return `+ ${path}`;
    case "removeTag":
    case "removeService":
      return `- ${path}`;
    case "attribute":
      return expected === undefined ? `- ${path}` : actual === undefined ? `+ ${path}` : `~ ${path}`;
    default:
      return `~ ${path}: ${shown(actual)} to ${shown(expected)}`;
  }
}

const shown = (value: unknown): string => (value === undefined || value === null ? "nothing" : JSON.stringify(value));

/** The sentence for devices that take no services. Undefined where there are none. */
export function unsupportedIn({ unsupported }: Pick<Look, "unsupported">): string | undefined {
  if (unsupported.length === 0) return undefined;
  const some = unsupported.slice(0, SHOWN).map(deviceCalled).join(", ");
  const rest = unsupported.length > SHOWN ? ` and ${unsupported.length - SHOWN} more` : "";
  return `${devices(unsupported.length)} of the fleet cannot get services through the API that the template wants: ${some}${rest}. ${UNSUPPORTED_REMEDY}`;
}

export const UNSUPPORTED_REMEDY = "Update the agent there, so that the device becomes configurable, or exclude it.";

/** The warning for a fleet without devices. Undefined where it has some. */
export function nobodyIn({ members, unknownTags }: Pick<Look, "members" | "unknownTags">): string | undefined {
  if (members.size > 0) return undefined;
  if (unknownTags.length === 0) return "no device of the account matches its selector.";
  const which = unknownTags.map((tag) => `"${tag}"`).join(", ");
  return `no device of the account matches its selector: the account has no tag ${which}.`;
}

/** What the limits of a rollout have against it: all of it, before the first write. */
export function overLimits(
  look: Pick<Look, "members">,
  pending: readonly Pending[],
  { maxChanges, maxRemovals = 0 }: Rollout,
): Obstacle[] {
  const removals = pending.reduce(
    (sum, { lacking }) => sum + lacking.filter(({ work }) => work.kind === "removeService").length,
    0,
  );
  const obstacles: Obstacle[] = [];
  if (maxChanges !== undefined && pending.length > maxChanges)
    obstacles.push({
      property: "rollout.maxChanges",
      why: `It is ${maxChanges}, and nothing was changed: ${toldOf(look, pending)}\n`,
      remedy: `Narrow the selector; or set rollout.maxChanges to ${pending.length} or more, if all of them are meant.`,
    });
  if (removals > maxRemovals)
    obstacles.push({
      property: "rollout.maxRemovals",
      why: `It is ${maxRemovals}, and nothing was changed: ${removals === 1 ? "1 service" : `${removals} services`} would be deleted. ${toldOf(look, pending)}\n`,
      remedy: `Narrow template.removeServices; or set rollout.maxRemovals to ${removals} or more, if all of them are meant.`,
    });
  return obstacles;
}
