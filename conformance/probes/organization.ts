import { probe } from "../probe";

/** No trial makes members or roles: whoever reads along would see access that nobody wanted. */
const notAsked = "it would take changing who may reach what";

const leansOn = ["provider/domains/organization/overview.ts"];

const elsewhere = { leansOn, way: "elsewhere", notAsked } as const;

export const organizationProbes = [
  probe("system-roles", {
    otherwise: { hidden: "Members are given the built-in roles by their names, which the schema of 2024 takes." },
    evidence: "A",
    ...elsewhere,
  }),
  probe("role-access", {
    otherwise: {
      none: "Nothing: what a new role may reach is set once it is there.",
      asked: "Nothing: what a new role may reach is set once it is there.",
    },
    evidence: "A (the app gives it on update only)",
    ...elsewhere,
  }),
  probe("role-names", { otherwise: { unique: "A second role of one name is refused." }, evidence: "unknown", ...elsewhere }),
  probe("role-empty-filter", {
    otherwise: { everything: "A role whose last tag is deleted reaches every device: keep its tags." },
    evidence: "unknown",
    ...elsewhere,
  }),
  probe("role-deleted", {
    otherwise: { removed: "Nothing: no role is deleted that members have." },
    evidence: "A",
    ...elsewhere,
  }),
  probe("organization-view", {
    otherwise: { none: "Nothing: what such a key is not shown never counts as gone." },
    evidence: "inferred",
    ...elsewhere,
  }),
  probe("sign-in-change", {
    otherwise: {
      replaced: "Nothing: a provider is switched off before it is changed.",
      ignored: "Nothing: a provider is switched off before it is changed.",
    },
    evidence: "A (the app switches it off and on)",
    ...elsewhere,
    leansOn: ["provider/domains/organization/identity-provider.ts"],
  }),
];
