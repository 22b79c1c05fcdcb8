import { z } from "zod";
import { accountOf } from "../../control-call";
import { faultSchema } from "../faults";
import type { Handler } from "./handler";

const count = z.int().min(0).default(0);
const resetSchema = z.strictObject({ devices: count, services: count });
const clockSchema = z.strictObject({ offsetSeconds: z.number() });
const listeningSchema = z.strictObject({ listening: z.boolean() });
const limitSchema = z.strictObject({ requestsPerSecond: z.number().positive(), burst: z.int().positive() }).nullable();
const changeSchema = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
  accountId: z.string().optional(),
});

export const troubleHandlers: Record<string, Handler> = {
  "GET /requests": ({ counter }) => counter.counts(),
  "POST /reset": ({ reset }, body) => {
    const { devices, services } = resetSchema.parse(body ?? {});
    reset(devices, services);
    return {};
  },
  "POST /faults": ({ faults }, body) => {
    faults.arm(z.array(faultSchema).parse(body));
    return {};
  },
  "DELETE /faults": ({ faults }) => {
    faults.clear();
    return {};
  },
  "POST /clock": ({ store }, body) => {
    store.clockOffset = clockSchema.parse(body).offsetSeconds;
    return {};
  },
  "POST /listening": async ({ api }, body) => {
    const { listening } = listeningSchema.parse(body);
    await (listening ? api.again() : api.stop());
    return {};
  },
  "GET /settled": async ({ settled }) => {
    await settled();
    return {};
  },
  "POST /limit": ({ limiter }, body) => {
    limiter.set(limitSchema.parse(body) ?? undefined);
    return {};
  },
  "POST /change": async (controlled, body) => {
    const { query, variables, accountId } = changeSchema.parse(body);
    const { body: answer } = await controlled.operations.run(accountOf(controlled, accountId), { query, variables });
    return JSON.parse(answer) as unknown;
  },
};
