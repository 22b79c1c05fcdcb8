import { fact, probe } from "../probe";
import { beyond, has } from "../schema/coordinates";
import { doneWithout, type Lack, lacksOf } from "../schema/differences";
import { restInstead } from "../schema/features";
import { knownSchema } from "../schema/known";
import type { Asking } from "../asking";

/** Whether the schema has what the product does without where it is missing. */
export const offers = (name: keyof typeof doneWithout) => async (asking: Asking) => {
  const schema = await asking.schema();
  return { answer: doneWithout[name].every((coordinate) => has(schema, coordinate)) ? "offered" : "missing" } as const;
};

const needed = fact({
  name: "schema",
  question: "Does the schema have all that is sent and read, with the types that are expected?",
  assumed: ["as-known", "yes"],
  others: [
    ["other", "no", "What is named here fails or reads wrongly. Update pulumi-remoteit; if it is the newest, report this."],
  ],
  evidence: "I 2024-09, A",
  leansOn: ["api/schema.graphql"],
  way: "introspection",
  ask: async ({ schema }) => {
    const lacks = lacksOf(await schema());
    return lacks.length === 0 ? { answer: "as-known" } : { answer: "other", details: lacks.map(line) };
  },
});

/** `Mutation.setAttributes is missing: attributes of a Device` */
function line({ at, what, features }: Lack): string {
  const [type, mutation = ""] = at.split(".");
  const rest = type === "Mutation" && what === "is missing" ? restInstead[mutation] : undefined;
  return `${at} ${what}: ${features.join(", ")}${rest === undefined ? "" : ` (REST is used for ${rest})`}`.trim();
}

const news = fact({
  name: "schema-news",
  question: "Does the schema hold what api/schema.graphql does not?",
  assumed: ["nothing", "no"],
  others: [["something", "yes", "Nothing: nobody asks for it."]],
  evidence: "I 2024-09, A",
  leansOn: ["api/schema.graphql"],
  way: "introspection",
  isInfo: true,
  ask: async ({ schema }) => {
    const found = beyond(await schema(), knownSchema());
    return found.length === 0 ? { answer: "nothing" } : { answer: "something", details: found };
  },
});

const gone = fact({
  name: "schema-gone",
  question: "Has the schema all of api/schema.graphql, also what is never sent?",
  assumed: ["all", "yes"],
  others: [["not-all", "no", "Nothing, where `schema` is as assumed: nobody asks for it."]],
  evidence: "I 2024-09, A",
  leansOn: ["api/schema.graphql"],
  way: "introspection",
  isInfo: true,
  ask: async ({ schema }) => {
    const found = beyond(knownSchema(), await schema());
    return found.length === 0 ? { answer: "all" } : { answer: "not-all", details: found };
  },
});

const cursor = probe("cursor", {
  otherwise: { missing: "Nothing: lists are then read by offsets that overlap by one." },
  evidence: "I 2024-09, P 2026-08",
  leansOn: ["provider/client/fit.ts", "provider/inventory/reading.ts"],
  way: "introspection",
  ask: offers("cursor"),
});

const hardwareIdFilter = probe("hardware-id-filter", {
  otherwise: { missing: "Nothing, but finding one device by its hardware id takes a scan of the account." },
  evidence: "I 2024-09",
  leansOn: ["provider/inventory/pages.ts"],
  way: "introspection",
  ask: offers("hardware-id-filter"),
});

const eventsFrom = probe("events-from", {
  otherwise: { missing: "Nothing where lists have a cursor." },
  evidence: "I 2024-09",
  leansOn: ["provider/domains/account/events.ts"],
  way: "introspection",
  ask: offers("events-from"),
});

const userService = probe("user-service", {
  otherwise: { missing: "Nothing: services are then read with their devices." },
  evidence: "I 2024-09; no public client uses it now (A)",
  leansOn: ["provider/inventory/by-id.ts"],
  way: "introspection",
  ask: offers("user-service"),
});

export const schemaProbes = [needed, cursor, hardwareIdFilter, eventsFrom, userService, news, gone];
