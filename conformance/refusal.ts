import {
  ConflictError,
  GraphqlError,
  NotFoundError,
  RefusedError,
  type RemoteitError,
  ValidationError,
} from "../provider/core/errors";

const refusals = [ConflictError, GraphqlError, NotFoundError, RefusedError, ValidationError];

/** Whether remote.it understood and refused, so that its refusal is the answer. */
export const isRefusal = (error: unknown): error is RemoteitError => refusals.some((one) => error instanceof one);
