import { z } from "zod";
import { RefusedError } from "../../provider/core/errors";
import { field, type Fields } from "../../provider/core/field";
import type { Resource } from "../../provider/core/resource";
import type { MarkedAs } from "../../provider/inventory";
import { type Context, createContext, defineResource } from "../../provider/lifecycle";
import type { Kind } from "../../provider/lifecycle/kind";
import { settingsFor } from "../client/server";

/** A thing of an account in this process: the least kind that has something of everything the lifecycle does. */
export interface Lamp {
  name: string;
  colors: string[];
  notes: Record<string, unknown>;
  marks: Map<string, MarkedAs>;
  isHidden?: true;
}

export interface House {
  accountId: string;
  lamps: Map<string, Lamp>;
  /** What was done to the lamps, in order: "name", "colors", "notes", "mark as adopted", "unmark", "delete". */
  done: string[];
  /** Setters and the like that are refused, by the word for what they do; `look` is every reading after the first. */
  refuses: Set<string>;
  /** Readings of the run so far. */
  looks: number;
  said: string[];
  /** A process of its own. */
  run: () => Context;
}

const refused = (about: { what: string; subject?: string | undefined }) =>
  new RefusedError({ ...about, why: "The house refuses.", remedy: "Ask the house." });

export function house(): House {
  const all: House = {
    accountId: "house",
    lamps: new Map(),
    done: [],
    refuses: new Set(),
    looks: 0,
    said: [],
    run: () => {
      all.looks = 0;
      return createContext(settingsFor("http://127.0.0.1:9"), (level, message) => void all.said.push(`${level}: ${message}`));
    },
  };
  return all;
}

const text = z.string().optional();

type LampKind = Kind<Fields, Fields, Lamp, never>;

/** @param of - The house whose lamps they are. */
export function lampOf(of: House, more: Partial<LampKind> = {}): Resource<Context> {
  const does = (what: string, about: { what: string; subject?: string | undefined }) => {
    if (of.refuses.has(what)) throw refused(about);
    of.done.push(what);
  };
  const kind: LampKind = {
    type: "Lamp",
    describe: "A lamp.",
    inputs: {
      id: field(text, "Its id.", { identity: true }),
      from: field(text, "Where it comes from.", { origin: true }),
      place: field(text, "Where it hangs.", { replaces: true }),
      name: field(text, "Its name."),
      colors: field(z.array(z.string()).optional(), "Its colors.", { parts: "elements" }),
      notes: field(z.record(z.string(), z.unknown()).optional(), "Notes.", {
        parts: "leaves",
        managed: (declared, live) => managed(declared, live),
      }),
    },
    outputs: {
      accountId: field(text, "Its house."),
      serial: field(text, "Its number."),
      seen: field(text, "What a setter told."),
    },
    obstacles: "none",
    needs: "none",
    called: ({ name }, id) => `"${String(name)}" (${id ?? "new"})`,
    observe: (_reading, id, about) => {
      of.looks += 1;
      if (of.refuses.has("look") && of.looks > 1) return Promise.reject(refused(about));
      return Promise.resolve({ accountId: of.accountId, item: structuredClone(of.lamps.get(id)) });
    },
    live: ({ name, colors, notes, isHidden }: Lamp, accountId) => ({
      id: "it",
      inputs: { name, colors, notes },
      outputs: { accountId, serial: "7" },
      ...(isHidden && { isHidden }),
    }),
    kept: ["seen"],
    adoption: { example: 'new Lamp("it", { id: "its id" })', inputs: ({ id }) => ({ id }) },
    create: (context: Context, { id, from }, about) => {
      if (of.refuses.has("create")) return Promise.reject(refused(about));
      const key = typeof id === "string" ? id : "it";
      context.ownership.take({ type: "Lamp", id: key }, about);
      const isThere = of.lamps.has(key);
      if (!isThere) of.lamps.set(key, { name: "fresh", colors: [], notes: {}, marks: new Map() });
      const item = structuredClone(of.lamps.get(key));
      const origin = isThere ? ("adopted" as const) : ("made" as const);
      return Promise.resolve({ id: key, accountId: of.accountId, origin, ...(from !== "whole" && item && { item }) });
    },
    setters: [
      {
        what: "Name the lamp",
        properties: ["name"],
        set: async (_context, _seen, { name }, _look, about) => {
          does("name", about);
          lampIn(of).name = name?.target as string;
          return Promise.resolve({ seen: "named" });
        },
      },
      {
        what: "Color the lamp",
        properties: ["colors", "notes"],
        set: async (_context, _seen, { colors, notes }, _look, about) => {
          if (colors) does("colors", about);
          if (colors) lampIn(of).colors = colors.target as string[];
          if (notes) does("notes", about);
          if (notes) lampIn(of).notes = notes.target as Record<string, unknown>;
          return Promise.resolve("nothing to tell");
        },
      },
    ],
    marking: {
      of: ({ marks }: Lamp) => marks,
      set: async (_context: Context, id: string, token: string, as: MarkedAs | null, about) => {
        does(as === null ? "unmark" : `mark as ${as}`, about);
        if (as === null) of.lamps.get(id)?.marks.delete(token);
        else of.lamps.get(id)?.marks.set(token, as);
        return Promise.resolve();
      },
    },
    destroy: (_context: Context, { id }, _look, about) => {
      does("delete", about);
      of.lamps.delete(id);
      return Promise.resolve();
    },
  };
  return defineResource({ ...kind, ...more }) as unknown as Resource<Context>;
}

function lampIn({ lamps }: House): Lamp {
  const [lamp] = lamps.values();
  if (!lamp) throw new Error("The house has no lamp.");
  return lamp;
}

function managed(declared: unknown, live: unknown): unknown {
  const found = (live ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(declared as object).flatMap((key) => (key in found ? [[key, found[key]]] : [])));
}

/** A lamp that hangs there already. */
export function hung({ lamps }: House, more: Partial<Lamp> = {}): Lamp {
  const lamp = { name: "old", colors: ["red"], notes: { a: 1 }, marks: new Map(), ...more };
  lamps.set("it", lamp);
  return lamp;
}
