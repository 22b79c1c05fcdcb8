import {
  ConflictError,
  GraphqlError,
  NotFoundError,
  type RemoteitError,
  RequestLimitError,
  ValidationError,
} from "../../provider/core/errors";
import type { Comparison } from "../compare";

/** Why something is not checked, and what to do about it. */
export interface Obstacle {
  reason: string;
  remedy: string;
}

export const anotherAccount = (recorded: string, answered: string): Obstacle => ({
  reason: `It belongs to account ${recorded}, and account ${answered} answered.`,
  remedy: `Use an access key of account ${recorded}, or set accountId to it.`,
});

export const hidden: Obstacle = {
  reason: "No permission: the access key's user may not view it.",
  remedy: "Ask its owner for the VIEW permission.",
};

export const unknownKind = (type: string): Obstacle => ({
  reason: `This version of pulumi-remoteit knows no ${type}.`,
  remedy: "Update pulumi-remoteit.",
});

/**
 * What a failed request says of those it was to tell of. Only what remote.it itself says of these things is an obstacle:
 * where the line or the key failed, nobody knows anything, and the whole report fails.
 */
export function obstacleIn(error: unknown): Obstacle {
  if (error instanceof RequestLimitError)
    return { reason: `It was not read: ${error.why}`, remedy: "Allow more requests (--max-requests)." };
  if (isAboutThem(error)) return { reason: `It could not be read: ${error.why}`, remedy: error.remedy };
  throw error;
}

function isAboutThem(error: unknown): error is RemoteitError {
  return [GraphqlError, NotFoundError, ConflictError, ValidationError].some((kind) => error instanceof kind);
}

/** What could not be compared in a thing that was read; undefined where everything was. */
export function incomparable({ encrypted, unknown }: Comparison, stack: string): Obstacle | undefined {
  if (encrypted.length > 0) {
    return {
      reason: `Encrypted in the state, so not comparable: ${[...encrypted, ...unknown].join(", ")}.`,
      remedy: `Export the state with its secrets: \`pulumi stack export --show-secrets --stack ${stack}\`.`,
    };
  }
  if (unknown.length === 0) return undefined;
  return {
    reason: `Not known to the state, so not comparable: ${unknown.join(", ")}.`,
    remedy: `Run \`pulumi up --stack ${stack}\`, which makes it known.`,
  };
}
