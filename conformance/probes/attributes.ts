import { isDeepStrictEqual } from "node:util";
import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, type Found, probe } from "../probe";
import { isRefusal } from "../refusal";
import { NAME } from "../name";
import type { Send, Trial } from "../trial";

const ReadAttributes = graphql(/* GraphQL */ `
  query conformanceAttributes($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        device(id: $ids) {
          attributes
        }
      }
    }
  }
`);

export const SetAttributes = graphql(/* GraphQL */ `
  mutation conformanceSetAttributes($id: String!, $attributes: Object!) {
    setAttributes(serviceId: $id, attributes: $attributes)
  }
`);

async function readAttributes({ client }: Asking, id: string, send: Send): Promise<Record<string, unknown>> {
  const about = { what: "Reading the attributes of the trials' device" };
  const { accountId } = client.settings;
  const [device] = accountIn(await send(ReadAttributes, { accountId, ids: [id] }, about), client, about).device ?? [];
  return device?.attributes ?? {};
}

/** What the trials write: in a world where a dot is a path, it all lies below NAME. */
const DOTTED = `${NAME}.dotted`;
/** Named as the marks of resources are. */
export const MARK = `${NAME}/mark`;
const NAMES = [NAME, DOTTED, MARK];

type Attributes = Record<string, unknown>;

/** Sets attributes of the device, one map after the other, and reads what it bears then. */
const afterSetting = <A extends string>(asking: Asking, maps: Attributes[], judge: (attributes: Attributes) => Found<A>) =>
  afterChange(
    asking,
    async ({ device: { id }, send }) => {
      const about = { what: "Setting an attribute of the trials' device" };
      for (const attributes of maps) await send(SetAttributes, { id, attributes }, about);
    },
    judge,
  );

/** Changes attributes of the device that are called NAME or MARK, and reads what it bears then. */
export async function afterChange<T, A extends string>(
  asking: Asking,
  change: (trial: Trial) => Promise<T>,
  judge: (attributes: Attributes, answer: T) => Found<A>,
): Promise<Found<A>> {
  const { trial } = asking;
  if (!trial) return { needs: "write" };
  const { id } = trial.device;
  const about = { what: "Setting an attribute of the trials' device" };
  const before = await readAttributes(asking, id, trial.send);
  const ours = (now: Record<string, unknown>) => NAMES.filter((name) => Object.hasOwn(now, name));
  const lost = (now: Record<string, unknown>) => Object.entries(before).filter(([name]) => !Object.hasOwn(now, name));
  trial.changes({
    what: `the attribute ${NAME} of the device`,
    byHand: `Remove it with the mutation setAttributes(serviceId: …, attributes: {"${NAME}": null}).`,
    isPutBack: async (send) => {
      const now = await readAttributes(asking, id, send);
      return ours(now).length === 0 && lost(now).length === 0;
    },
    // The others stay as they are, unless remote.it has thrown them away: somebody may be changing them.
    putBack: async (send) => {
      const now = await readAttributes(asking, id, send);
      const gone = Object.fromEntries(ours(now).map((name) => [name, null]));
      await send(SetAttributes, { id, attributes: { ...Object.fromEntries(lost(now)), ...gone } }, about);
    },
  });
  let answer: T;
  try {
    answer = await change(trial);
  } catch (error) {
    if (isRefusal(error)) return { unknown: "remote.it refused to set an attribute" };
    throw error;
  }
  return judge(await readAttributes(asking, id, trial.send), answer);
}

const kept = fact({
  name: "other-attributes",
  question: "Does setAttributes keep the attributes that it is not given?",
  assumed: ["kept", "yes"],
  others: [
    [
      "lost",
      "no",
      "Each change throws away attributes of others, and the marks of what adopted the device: declare no `attributes`.",
    ],
  ],
  evidence: "A (the app sends one and expects the others to stay)",
  leansOn: ["provider/domains/shared/attributes.ts", "provider/lifecycle/marking.ts", "provider/inventory/marks.ts"],
  way: "writing",
  ask: (asking) =>
    afterSetting(asking, [{ [NAME]: 1 }, { [MARK]: "adopted" }], (attributes) => {
      if (attributes[MARK] !== "adopted") return { unknown: "the attribute was not there" };
      return { answer: attributes[NAME] === 1 ? "kept" : "lost" };
    }),
});

const nested = probe("nested", {
  otherwise: { replace: "Nothing: a map inside a map is sent whole, and a null that stays in it is taken out." },
  evidence: "unknown; attributes themselves are merged (A)",
  leansOn: ["provider/domains/shared/attributes.ts"],
  way: "writing",
  ask: (asking) =>
    afterSetting(asking, [{ [NAME]: { map: { one: 1 } } }, { [NAME]: { map: { two: 2 } } }], ({ [NAME]: found }) => {
      if (isDeepStrictEqual(found, { map: { one: 1, two: 2 } })) return { answer: "merge" };
      return isDeepStrictEqual(found, { map: { two: 2 } }) ? { answer: "replace" } : { unknown: "the attribute held neither" };
    }),
});

const dotted = probe("dotted-attribute", {
  otherwise: { path: "An attribute whose name holds a dot cannot be set: write it as maps inside one another." },
  evidence: "unknown; in the name of setAttribute it is a path (D, C)",
  leansOn: ["provider/domains/shared/attributes.ts"],
  way: "writing",
  ask: (asking) =>
    afterSetting(asking, [{ [DOTTED]: 1 }], (attributes) => {
      if (attributes[DOTTED] === 1) return { answer: "literal" };
      return isDeepStrictEqual(attributes[NAME], { dotted: 1 }) ? { answer: "path" } : { unknown: "the attribute was not there" };
    }),
});

const copied = fact({
  name: "copied-attributes",
  question: "Who writes attributes that nobody declares?",
  assumed: ["app", "remote.it's app: at each edit of a device it copies all attributes into `$remoteit`"],
  evidence: "A",
  leansOn: ["provider/inventory/marks.ts"],
  way: "elsewhere",
  notAsked: "it is what the app does, and nothing of the interface",
});

export const attributeProbes = [kept, nested, dotted, copied];
