import { NAME } from "../name";
import { probe } from "../probe";
import { afterChange, MARK, SetAttributes } from "./attributes";

/** Names nothing of any account. */
const NOTHING = NAME;

export const severalMutations = probe("several-mutations", {
  otherwise: {
    "stops-at-first-error": "Nothing: a change that was not carried out is looked up, and sent again by itself.",
    "answers-in-part": "Nothing: each change has its own answer.",
    refused:
      "One request of a run is refused, and its changes are then sent by themselves: `remoteit:mergeWrites` off spares it.",
  },
  evidence: "unknown; GraphQL's specification has them carried out one after the other, and lets one that fails void all data",
  leansOn: ["provider/client/merge/request.ts", "provider/client/merge/index.ts", "provider/lifecycle/apply.ts"],
  way: "writing",
  ask: (asking) =>
    afterChange(
      asking,
      ({ device: { id }, sendTogether }) => {
        const set = (id: string, attributes: object) => ({ document: SetAttributes, variables: { id, attributes } });
        const about = { what: "Setting attributes of the trials' device, and of nothing" };
        return sendTogether([set(id, { [NAME]: 1 }), set(NOTHING, {}), set(id, { [MARK]: 1 })], about);
      },
      (attributes, [first, failing]) => {
        const [isFirst, isLast] = [NAME, MARK].map((name) => attributes[name] === 1);
        if (failing && "data" in failing) return { unknown: "the mutation that was to fail did not" };
        if (!isFirst) return isLast ? { unknown: "the first one was not carried out" } : { answer: "refused" };
        if (!isLast) return { answer: "stops-at-first-error" };
        return { answer: first && "data" in first ? "answers-in-part" : "run-to-the-end" };
      },
    ),
});
