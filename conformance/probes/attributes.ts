import { isDeepStrictEqual } from "node:util";
import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, probe } from "../probe";
import { isRefusal } from "../refusal";
import { NAME, type Send } from "../trial";

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

const SetAttributes = graphql(/* GraphQL */ `
  mutation conformanceSetAttributes($id: String!, $attributes: Object!) {
    setAttributes(serviceId: $id, attributes: $attributes)
  }
`);

async function readAttributes({ client }: Asking, id: string, send: Send): Promise<Record<string, unknown>> {
  const about = { what: "Read the attributes of the device of the trials" };
  const { accountId } = client.settings;
  const [device] = accountIn(await send(ReadAttributes, { accountId, ids: [id] }, about), client, about).device ?? [];
  return device?.attributes ?? {};
}

const nested = probe("nested", {
  otherwise: { replace: "Nothing: a map inside a map is sent whole." },
  evidence: "unknown; attributes themselves are merged (A)",
  leansOn: ["provider/resources/attributes.ts"],
  way: "writing",
  ask: async (asking) => {
    const { trial } = asking;
    if (!trial) return { needs: "write" };
    const { id } = trial.device;
    const about = { what: "Set an attribute of the device of the trials" };
    const before = await readAttributes(asking, id, trial.send);
    const lost = (now: Record<string, unknown>) => Object.entries(before).filter(([name]) => !Object.hasOwn(now, name));
    trial.changes({
      what: `the attribute ${NAME} of the device`,
      byHand: `Remove it with the mutation setAttributes(serviceId: …, attributes: {"${NAME}": null}).`,
      isPutBack: async (send) => {
        const now = await readAttributes(asking, id, send);
        return !Object.hasOwn(now, NAME) && lost(now).length === 0;
      },
      // The others stay as they are, unless remote.it has thrown them away: somebody may be changing them.
      putBack: async (send) => {
        const again = Object.fromEntries(lost(await readAttributes(asking, id, send)));
        await send(SetAttributes, { id, attributes: { ...again, [NAME]: null } }, about);
      },
    });
    try {
      for (const map of [{ one: 1 }, { two: 2 }]) await trial.send(SetAttributes, { id, attributes: { [NAME]: { map } } }, about);
    } catch (error) {
      if (isRefusal(error)) return { unknown: "remote.it refused to set an attribute" };
      throw error;
    }
    const { [NAME]: found } = await readAttributes(asking, id, trial.send);
    if (isDeepStrictEqual(found, { map: { one: 1, two: 2 } })) return { answer: "merge" };
    return isDeepStrictEqual(found, { map: { two: 2 } }) ? { answer: "replace" } : { unknown: "the attribute held neither" };
  },
});

const copied = fact({
  name: "copied-attributes",
  question: "Who writes attributes that nobody declares?",
  assumed: ["app", "remote.it's app: at each edit of a device it copies all attributes into `$remoteit`"],
  evidence: "A",
  leansOn: ["provider/resources/attributes.ts"],
  way: "elsewhere",
  notAsked: "It is what the app does, and nothing of the interface.",
});

export const attributeProbes = [nested, copied];
