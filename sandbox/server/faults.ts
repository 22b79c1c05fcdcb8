import { z } from "zod";
import type { FaultInput } from "../public";
import type { Operation } from "./operations";

/** A fault that the control interface arms. It is injected into requests that match, `times` times or by chance. */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      /** As counted by GET /requests, with or without the interface: "graphql:addTags", "addTags", "rest:device/create". */
      operation: z.string().optional(),
      method: z.string().optional(),
    })
    .default({}),
  /** How many requests that match pass before it is injected; default 0. */
  after: z.int().min(0).optional(),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  /**
   * status: an answer of `status`; timeout: none at all; reset: the line is cut before the request is carried out;
   * lost-answer: and after it is; truncated: half of the answer; graphql-error: `errors[]` under status 200 (GraphQL only);
   * false: a refusal (what changes something only); done-but-false: the same, after it is carried out; slow: after `ms`;
   * slow-answer: done at once and answered after `ms`; gateway-timeout: answered 504 at once and carried out after `ms`; html: a web
   * page, as proxies send it.
   */
  kind: z.enum([
    "status",
    "timeout",
    "reset",
    "lost-answer",
    "truncated",
    "graphql-error",
    "false",
    "done-but-false",
    "slow",
    "slow-answer",
    "gateway-timeout",
    "html",
  ]),
  /** With kind "status", default 500, and "html", default 200. */
  status: z.int().min(200).max(599).optional(),
  /** With kind "graphql-error": what the error says. */
  message: z.string().min(1).optional(),
  /** Header Retry-After: seconds or a date. */
  retryAfter: z.union([z.string(), z.number()]).optional(),
  /** With kind "slow" and "slow-answer": how long the answer takes; with "gateway-timeout", the work. Default 1000. */
  ms: z.int().min(0).optional(),
}) satisfies z.ZodType<unknown, FaultInput>;

export type Fault = z.output<typeof faultSchema>;

export interface Faults {
  /** Adds to those that are armed: the first that matches is injected. */
  arm: (faults: Fault[]) => void;
  clear: () => void;
  /** The fault to inject into this request, if any; it is used up by that. */
  next: (operation: Operation, method: string) => Fault | undefined;
}

export function createFaults(random: () => number): Faults {
  let armed: Armed[] = [];
  return {
    arm: (faults) => {
      armed = [...armed, ...faults.map(armedOf)];
    },
    clear: () => {
      armed = [];
    },
    next: (operation, method) => {
      const hit = armed.find(
        (one) => one.left > 0 && matches(one.fault, operation, method) && !passes(one) && random() < (one.fault.probability ?? 1),
      );
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
  };
}

interface Armed {
  fault: Fault;
  /** How many requests are still let through, and into how many it is injected after that. */
  passing: number;
  left: number;
}

const armedOf = (fault: Fault): Armed => ({
  fault,
  passing: fault.after ?? 0,
  left: fault.times ?? Number.POSITIVE_INFINITY,
});

/** Whether the request is one of those that are let through. */
function passes(armed: Armed): boolean {
  if (armed.passing === 0) return false;
  armed.passing -= 1;
  return true;
}

function matches({ match, kind }: Fault, { name, isGraphql, isMutation }: Operation, method: string): boolean {
  if (kind === "graphql-error" && !isGraphql) return false;
  if ((kind === "false" || kind === "done-but-false") && !isMutation) return false;
  const { operation } = match;
  return (
    (operation === undefined || operation === name || operation === name.replace(/^\w+:/, "")) &&
    (match.method === undefined || match.method.toUpperCase() === method)
  );
}
