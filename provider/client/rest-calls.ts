import { z } from "zod";

/** Eight colon-separated hex pairs. */
const deviceaddress = z.string().min(1);
/** Twelve or sixteen colon-separated hex pairs. */
const devicetype = z.string().min(1);
/** One part of a path. URLs resolve dots away, also encoded ones, and another call would be made. */
const inPath = z.string().regex(/^(?!\.{1,2}$).+$/s, "must not be empty or dots");
const nothing = z.looseObject({});
// The interface writes flags and numbers as texts; both are taken.
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

interface Call<I extends z.ZodType, A extends z.ZodType> {
  method: "GET" | "POST";
  input: I;
  answer: A;
  /** Inputs that stand in the path, in this order; the others are the body. */
  inPath: readonly (keyof z.input<I> & string)[];
  /** What follows the path. */
  query?: string;
  /** Inputs and answers that are secrets. */
  secret: readonly string[];
  /** Whether it changes anything. */
  changes: boolean;
}

const call = <I extends z.ZodType, A extends z.ZodType>(
  method: "GET" | "POST",
  input: I,
  answer: A,
  more: Partial<Pick<Call<I, A>, "inPath" | "query" | "secret" | "changes">> = {},
): Call<I, A> => ({ method, input, answer, inPath: [], secret: [], changes: method !== "GET", ...more });

/** One device or service of the list: both stand in it alike. */
const listed = z.looseObject({
  deviceaddress,
  devicealias: z.string(),
  devicetype: z.string().optional(),
  devicestate: z.string().optional(),
  ownerusername: z.string().optional(),
  hardwareid: z.string().optional(),
  lastcontacted: z.string().optional(),
  createdate: z.string().optional(),
  devicelastip: z.string().optional(),
  lastinternalip: z.string().optional(),
  servicetitle: z.string().optional(),
  georegion: z.string().optional(),
  shared: text.optional(),
});

/** Every REST call of api/README.md by its path under /apv/v27. */
export const restCalls = {
  "device/list/all": call("GET", z.object({}), z.looseObject({ devices: z.array(listed) }), { query: "?cache=false" }),
  "device/find/by/name/": call(
    "POST",
    z.object({ devicestate: z.string(), devicename: z.string() }),
    z.looseObject({ devices: z.array(listed) }),
    { changes: false },
  ),
  "device/name": call("POST", z.object({ deviceaddress, devicealias: z.string() }), nothing),
  "device/address": call("GET", z.object({ projectKey: inPath, projectSecret: inPath }), z.looseObject({ deviceaddress }), {
    inPath: ["projectKey", "projectSecret"],
    secret: ["projectKey", "projectSecret"],
    changes: true,
  }),
  "device/create": call("POST", z.object({ deviceaddress, devicetype }), nothing),
  "device/register": call(
    "POST",
    z.object({
      deviceaddress,
      devicetype,
      devicealias: z.string(),
      hardwareid: z.string().optional(),
      skipsecret: z.enum(["true", "false"]).optional(),
      skipemail: z.enum(["true", "false"]).optional(),
    }),
    z.looseObject({ device: z.unknown().optional(), secret: z.string().optional() }),
    { secret: ["secret"] },
  ),
  "device/delete": call("POST", z.object({ deviceaddress }), nothing),
  "developer/device/delete/registered": call("POST", z.object({ id: inPath }), nothing, { inPath: ["id"] }),
  "developer/devices/transfer": call("POST", z.object({ id: inPath, user: z.string() }), nothing, { inPath: ["id"] }),
  "device/connect": call(
    "POST",
    z.object({ deviceaddress, wait: z.enum(["true", "false"]).optional(), hostip: z.string().optional() }),
    z.looseObject({
      connection: z.looseObject({ proxy: z.string(), connectionid: z.string().optional(), expirationsec: text.optional() }),
    }),
  ),
  "device/connect/stop": call("POST", z.object({ deviceaddress, connectionid: z.string() }), nothing),
  "user/language/": call("POST", z.object({ language: z.string() }), nothing),
} as const;

export type RestCall = keyof typeof restCalls;
export type RestInput<N extends RestCall> = z.input<(typeof restCalls)[N]["input"]>;
export type RestAnswer<N extends RestCall> = z.output<(typeof restCalls)[N]["answer"]>;
