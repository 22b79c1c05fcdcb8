import {
  ConflictError,
  GraphqlError,
  NotFoundError,
  RefusedError,
  type RemoteitError,
  RequestLimitError,
  SchemaError,
  TransientError,
  ValidationError,
} from "../../provider/core/errors";

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
 * What a failed request says of those it was about. Only what remote.it itself says of these things is an obstacle:
 * where the line or the key failed, nobody knows anything, and the whole report fails.
 */
export function obstacleIn(error: unknown): Obstacle {
  if (error instanceof RequestLimitError)
    return { reason: `It was not read: ${error.why}`, remedy: "Allow more requests (--max-requests)." };
  if (isAboutThem(error)) return { reason: `It could not be read: ${error.why}`, remedy: error.remedy };
  throw error;
}

function isAboutThem(error: unknown): error is RemoteitError {
  if (error instanceof TransientError) return error.ofPart;
  return [GraphqlError, SchemaError, NotFoundError, ConflictError, RefusedError, ValidationError].some(
    (kind) => error instanceof kind,
  );
}

/** Where declared values could not be compared. */
export const notComparable = (paths: readonly string[], stack: string): Obstacle => ({
  reason: `The state does not show what was declared for ${paths.join(", ")}: it is encrypted or not known yet.`,
  remedy: exportWithSecrets(stack),
});

export const exportWithSecrets = (stack: string): string =>
  `Export the state with its secrets: \`pulumi stack export --show-secrets --stack ${stack}\`; \`pulumi up --stack ${stack}\` finds out what is not known yet.`;
