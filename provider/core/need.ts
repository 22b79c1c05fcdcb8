/** What a user may do in an account or with a thing of it: each by itself, ADMIN does not bring MANAGE (api/README.md, A). */
export type Permission = "VIEW" | "CONNECT" | "SCRIPTING" | "MANAGE" | "ADMIN";

/**
 * Limits of plans by their names in remote.it, and what they do (api/README.md, A): a `feature` is there or not, a `count` leaves
 * room or none, and what goes beyond a `mark` is taken all the same and marked as unlicensed.
 */
export const limits = {
  tagging: "feature",
  roles: "feature",
  saml: "feature",
  "org-users": "count",
  "iot-devices": "mark",
} as const;

export type LimitName = keyof typeof limits;

/** What a change needs of the access key's user, and of the plan of the account. */
export interface Need {
  /** "owner": no permission is enough, it has to be the key of the account's own user. */
  permission: Permission | "owner";
  /** What it is a permission on. */
  on: "account" | "device" | "network";
  /** Deleting never needs it, and room in what counts is needed by what is made. */
  limit?: LimitName;
  /** Set where the limit is not worth a request: it counts where this run has heard of it. */
  isLimitUnasked?: true;
  /** Of which declarations it is needed. Default: of all. */
  limitWhere?: (declared: Readonly<Record<string, unknown>>) => boolean;
}

/** "none": whoever may read the thing may do it. */
export type Needed = Need | "none";

/** What is done to a thing. */
export type Doing = "create" | "update" | "delete";

/** By what is done to a thing. */
export type Needs = Record<Doing, Needed>;
