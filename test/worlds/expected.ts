import type { World } from "../../sandbox";
import type { Ending } from "./story";
import type { stories } from "./stories";

/** A story that a world makes impossible: the error that says so, and the account that it leaves. */
export interface Impossible {
  story: keyof typeof stories;
  /** Whether the world is one in which it cannot be done. */
  in: (world: World) => boolean;
  error: RegExp;
}

const PROVISIONED = "a device made through a bulk project, with a service";

export const impossible: readonly Impossible[] = [
  {
    story: PROVISIONED,
    in: (world) => world.rest === "absent" && world["register-device"] === "missing",
    error: /has no REST/,
  },
  {
    story: PROVISIONED,
    in: (world) => world["register-device"] === "refused",
    error: /refused/,
  },
  {
    story: "notifications given back to the account",
    in: (world) => world["notification-null"] === "ignored",
    error: /accepted null.*emailNotifications: false/,
  },
  {
    story: "an attribute with a dot in its name",
    in: (world) => world["dotted-attribute"] === "path",
    error: /took the dot in \["net\.ip"\] for a path/,
  },
];

/**
 * An account in words that mean the same in every world: names of services as they are declared, tags in one case, and no
 * address of a webhook that is switched off, which not every world keeps.
 */
export function inAssumedWords(account: Ending["account"]): string[] {
  return account
    .filter((line) => !/^webhook .* \(off\)$/.test(line))
    .map((line) => {
      const [device = ""] = line.split(" ");
      return line.replaceAll(`${device} - `, "").replaceAll(/#(\S+)/g, (_tag, name: string) => `#${name.toLowerCase()}`);
    })
    .sort();
}
