import type { Ruling, Verdict } from "../../provider/core/judge";
import { isAt } from "../../provider/core/path";
import { listed } from "../texts";
import { settle } from "./remedies";
import { type Entry, isManaged, logicalName, type ResourceIndex } from "./resource-index";

type Declaring = readonly { entry: Entry }[];

/** Where resources want different things of one thing of the account: what findings say of it, and one warning for each two. */
export interface Contradicted {
  /** Of a thing that is not as a resource of many declares: who wants it so. */
  ofMany: (verdict: Verdict, ruling: Ruling, declaring: Declaring) => string[];
  warnings: () => string[];
}

/** Things that a warning names. */
const SHOWN = 3;

/** Two that contradict each other, of which only so much is kept, however many things they share. */
interface Two {
  places: readonly string[];
  count: number;
  ids: string[];
}

export function createContradicted(index: ResourceIndex): Contradicted {
  const twos = new Map<string, Two>();

  const remember = (one: string, other: string, places: readonly string[], id: string) => {
    const key = `${one} and ${other}`;
    const two = twos.get(key) ?? { places, count: 0, ids: [] };
    twos.set(key, two);
    two.count += 1;
    if (two.ids.length < SHOWN) two.ids.push(id);
  };

  return {
    ofMany: ({ id }, { index: place, differences, contradictions }, declaring) => {
      const entry = declaring[place]?.entry;
      if (!entry) return [];
      return contradictions.flatMap(({ by, places, decides }) => {
        const others =
          typeof by === "number"
            ? [declaring[by]?.entry].filter((one) => one !== undefined)
            : index.of(by.type, by.id).filter(isManaged);
        return others.flatMap((other) => {
          // In one stack the one that yields hears of the other.
          if (decides && other.stack === entry.stack) return [];
          // Of two that are equal each names the other.
          if (typeof by !== "number" || decides || place < by) remember(labelOf(entry), labelOf(other), places, id);
          const isThere = differences.some(({ path }) => isAt(places, path));
          return isThere ? [`${labelOf(other)} wants something else of it: ${listed(places)}.`] : [];
        });
      });
    },
    warnings: () =>
      [...twos].map(([both, { places, count, ids }]) => {
        const more = count > ids.length ? ` and ${count - ids.length} more` : "";
        return `${both} want different things of ${ids.join(", ")}${more}: ${listed(places)}. ${settle}`;
      }),
  };
}

const labelOf = ({ resource, stack }: Entry): string => `${resource.type} ${logicalName(resource)} (stack ${stack})`;
