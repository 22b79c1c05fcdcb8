import { z } from "zod";

/** A fault that the control interface arms. It strikes requests that match, `times` times or by chance. */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      /** As counted by GET /requests, with or without the interface: "graphql:addTags", "addTags", "rest:device/create". */
      operation: z.string().optional(),
      method: z.string().optional(),
    })
    .default({}),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  kind: z.enum(["status", "timeout", "reset", "lost-answer", "truncated", "graphql-error", "false", "slow", "html"]),
  /** With kind "status"; default 500. */
  status: z.int().optional(),
  /** Header Retry-After: seconds or a date. */
  retryAfter: z.union([z.string(), z.number()]).optional(),
  /** With kind "slow": how long the answer takes; default 1000. */
  ms: z.int().optional(),
});

export type Fault = z.output<typeof faultSchema>;

export interface Faults {
  arm: (faults: Fault[]) => void;
  clear: () => void;
  /** The fault that strikes this request, if any; it is used up by that. */
  strike: (operation: string, method: string) => Fault | undefined;
}

export function createFaults(random: () => number): Faults {
  let armed: { fault: Fault; left: number }[] = [];
  return {
    arm: (faults) => {
      armed = [...armed, ...faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))];
    },
    clear: () => {
      armed = [];
    },
    strike: (operation, method) => {
      const hit = armed.find(
        ({ fault, left }) => left > 0 && matches(fault, operation, method) && random() < (fault.probability ?? 1),
      );
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
  };
}

function matches({ match }: Fault, operation: string, method: string): boolean {
  const { operation: wanted } = match;
  return (
    (wanted === undefined || wanted === operation || wanted === operation.replace(/^\w+:/, "")) &&
    (match.method === undefined || match.method === method)
  );
}
