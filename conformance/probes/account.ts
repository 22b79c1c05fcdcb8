import { fact, probe } from "../probe";

const notAsked = "it would take changing the settings of somebody's account";

const elsewhere = { leansOn: ["provider/domains/account/account-settings.ts"], way: "elsewhere", notAsked } as const;

export const accountProbes = [
  probe("account-update", {
    otherwise: { own: "Language and time zone of an account can be set with its own user's key alone." },
    evidence: "I",
    ...elsewhere,
  }),
  fact({
    name: "limit-refusal",
    question: "What becomes of a change that the account's plan does not allow?",
    assumed: ["refused", "it is refused"],
    others: [["taken", "it is carried out", "A change is kept back that the plan would let pass."]],
    evidence: "A",
    leansOn: ["provider/lifecycle/needs.ts"],
    way: "elsewhere",
    notAsked: "it would take an account with such a plan",
  }),
];
