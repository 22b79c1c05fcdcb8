import { createClient } from "../../provider/client";
import { createInvalidations } from "../../provider/inventory/invalidations";
import { createListReaders } from "../../provider/inventory/list-reader";
import { collectionIn, type ListCollection, type Overview } from "../../provider/inventory/collection";
import { settingsFor } from "../client/server";

const about = { what: "Reading lamp" };
// Nothing is sent with it: the list is the collection's own.
const client = createClient(settingsFor("http://127.0.0.1:1"));

interface Lamp {
  name: string;
  color: string;
}

/** An account of lamps; each request waits until the next turn of the event loop. */
function account(...names: string[]) {
  const lamps: Lamp[] = names.map((name) => ({ name, color: "red" }));
  const invalidations = createInvalidations();
  let requests = 0;
  let failure: Error | undefined;
  const reader = createListReaders(client, invalidations).of<Lamp>({
    name: "lamps",
    list: async () => {
      requests += 1;
      const items = structuredClone(lamps);
      await new Promise(setImmediate);
      if (failure) throw failure;
      return { accountId: "A", items };
    },
    idOf: ({ name }, accountId) => `${accountId}/${name}`,
  });
  const paint = (name: string, color: string) => {
    for (const lamp of lamps) if (lamp.name === name) lamp.color = color;
  };
  const written = () => invalidations.touch({ ids: [], collections: ["lamps"] })({ isDoubtful: false, effects: [] });
  const fails = (error?: Error) => (failure = error);
  const color = async (id: string, how: "read" | "fresh" = "read") => (await reader[how](id, about)).item?.color;
  return { reader, paint, written, fails, color, lamps, requests: () => requests };
}

test("all of a run are read with one request, and each says whose account answered", async () => {
  const { reader, requests } = account("a", "b");
  expect(await Promise.all(["A/a", "A/b"].map((id) => reader.read(id, about)))).toEqual([
    { accountId: "A", item: { name: "a", color: "red" } },
    { accountId: "A", item: { name: "b", color: "red" } },
  ]);
  await reader.read("A/a", about);
  expect(requests()).toBe(1);
});

test("what the list does not show is looked for anew before it counts as gone", async () => {
  const { reader, color, lamps, requests } = account("a");
  await color("A/a");
  lamps.push({ name: "late", color: "blue" });
  expect(await color("A/late")).toBe("blue");
  expect(await reader.read("A/none", about)).toEqual({ accountId: "A", item: undefined });
  expect(requests()).toBe(3);
});

test("nothing is shown that was read before a write, whether the list was there or on its way", async () => {
  const { paint, written, color } = account("a");
  expect(await color("A/a")).toBe("red");
  paint("a", "blue");
  expect(await color("A/a")).toBe("red"); // by hand: nobody knows of it
  written();
  expect(await color("A/a")).toBe("blue");
  written();
  const meanwhile = color("A/a");
  await Promise.resolve();
  paint("a", "green");
  written();
  expect(await meanwhile).toBe("green");
});

test("a list is believed for ten minutes, and no longer", async () => {
  const { paint, color } = account("a");
  await color("A/a");
  paint("a", "blue");
  const began = performance.now();
  const after = async (minutes: number) => {
    const clock = jest.spyOn(performance, "now").mockReturnValue(began + minutes * 60_000);
    try {
      return await color("A/a");
    } finally {
      clock.mockRestore();
    }
  };
  expect([await after(9), await after(11)]).toEqual(["red", "blue"]);
});

test("one that failed is asked for again by the next read, and the failure of an old one forgets no newer", async () => {
  const { written, fails, color, requests } = account("a");
  fails(new Error("no"));
  await expect(color("A/a")).rejects.toThrow("no");
  const old = color("A/a");
  written();
  fails();
  expect(await color("A/a")).toBe("red");
  await old.catch(() => undefined);
  const before = requests();
  expect(await color("A/a")).toBe("red");
  expect(requests()).toBe(before);
});

test("a fresh reading is by a request of its own, and several of one moment share it", async () => {
  const { paint, color, requests } = account("a", "b");
  await color("A/a");
  paint("a", "blue");
  expect(await Promise.all([color("A/a", "fresh"), color("A/b", "fresh"), color("A/none", "fresh")])).toEqual([
    "blue",
    "red",
    undefined,
  ]);
  expect(requests()).toBe(2);
});

test("an id is found as it is spelled, else in any case", async () => {
  const { reader, color } = account("Lamp", "lamp", "Other");
  const nameOf = async (id: string, how: "read" | "fresh") => (await reader[how](id, about)).item?.name;
  for (const how of ["read", "fresh"] as const) {
    expect(await nameOf("A/Lamp", how)).toBe("Lamp");
    expect(await nameOf("A/lamp", how)).toBe("lamp");
    expect(await nameOf("a/OTHER", how)).toBe("Other");
    expect(await color("a/other", how)).toBe("red");
  }
});

test("those of one batch come with one request, those that are there", async () => {
  const { reader, requests } = account("a", "b");
  const { accountId, items, failed } = await reader.together(["A/b", "A/none", "A/a"], about);
  expect([accountId, items.map(({ name }) => name), failed.size]).toEqual(["A", ["b", "a"], 0]);
  expect(requests()).toBe(1);
});

/** A house whose one overview shows its lamps and its doors. */
function house() {
  const shown = { lamps: ["hall"], doors: ["front", "hall"] };
  const invalidations = createInvalidations();
  let requests = 0;
  let failure: Error | undefined;
  const overview: Overview<typeof shown> = {
    name: "house",
    read: async () => {
      requests += 1;
      const now = structuredClone(shown);
      await new Promise(setImmediate);
      if (failure) throw failure;
      return { accountId: "A", shown: now };
    },
  };
  const idOf = ({ id }: { id: string }, accountId: string) => `${accountId}/${id}`;
  const lamps = collectionIn(overview, ({ lamps: all }) => all.map((id) => ({ id, lamp: true })), idOf);
  const doors = collectionIn(overview, ({ doors: all }) => all.map((id) => ({ id, door: true })), idOf);
  const readers = createListReaders(client, invalidations);
  const written = () => invalidations.touch({ ids: [], collections: [lamps.name] })({ isDoubtful: false, effects: [] });
  const fails = (error?: Error) => (failure = error);
  return { shown, lamps, doors, readers, written, fails, requests: () => requests };
}

test("collections of one overview share a reading of the run, and an id means another thing in each", async () => {
  const { lamps, doors, readers, requests } = house();
  const [lamp, door, none] = await Promise.all([
    readers.of(lamps).read("A/hall", about),
    readers.of(doors).read("A/hall", about),
    readers.of(doors).read("A/front", about),
  ]);
  expect([lamp.item, door.item, none.item]).toEqual([
    { id: "hall", lamp: true },
    { id: "hall", door: true },
    { id: "front", door: true },
  ]);
  expect(requests()).toBe(1);
});

test("fresh readings of several collections at one moment share a request, each in any case of the id", async () => {
  const { lamps, doors, readers, requests } = house();
  const found = await Promise.all([
    readers.of(lamps).fresh("a/HALL", about),
    readers.of(doors).fresh("A/front", about),
    readers.of(lamps).fresh("A/front", about),
  ]);
  expect(found.map(({ item }) => item)).toEqual([{ id: "hall", lamp: true }, { id: "front", door: true }, undefined]);
  expect(requests()).toBe(1);
});

test("a write to one collection of an overview makes the readings of the others old", async () => {
  const { lamps, doors, readers, shown, written, requests } = house();
  await readers.of(doors).read("A/hall", about);
  shown.doors = ["hall", "back"];
  written();
  expect((await readers.of(doors).read("A/back", about)).item).toEqual({ id: "back", door: true });
  await readers.of(lamps).read("A/hall", about);
  expect(requests()).toBe(2);
});

test("one request lists each collection of an overview once: who lists again sees what is there now", async () => {
  const { lamps, doors, readers, shown, written, requests } = house();
  const names = async <T extends { id: string }>(collection: ListCollection<T>) =>
    (await readers.list(collection, about)).items.map(({ id }) => id);
  expect([await names(lamps), await names(doors), requests()]).toEqual([["hall"], ["front", "hall"], 1]);
  shown.doors = ["back"];
  expect([await names(doors), await names(lamps), requests()]).toEqual([["back"], ["hall"], 2]);
  shown.lamps = [];
  expect([await names(lamps), requests()]).toEqual([[], 3]);
  written();
  expect([await names(doors), requests()]).toEqual([["back"], 4]);
});

test("a list that failed, or that is a minute old, serves no other collection", async () => {
  const { lamps, doors, readers, fails, requests } = house();
  fails(new Error("no"));
  await expect(readers.list(lamps, about)).rejects.toThrow("no");
  fails();
  await readers.list(doors, about);
  expect(requests()).toBe(2);
  const clock = jest.spyOn(performance, "now").mockReturnValue(performance.now() + 61_000);
  try {
    await readers.list(lamps, about);
  } finally {
    clock.mockRestore();
  }
  expect(requests()).toBe(3);
});
