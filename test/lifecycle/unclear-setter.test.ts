import { RefusedError, TransientError } from "../../provider/core/errors";
import type { RequestLabel } from "../../provider/client";
import { type House, house, hung, type Lamp, lampOf } from "./lamp";

let all: House;
/** What remote.it does with each try of the one setter, in turn: also the last for all that follow. */
let tries: ((lamp: Lamp, colors: string[]) => void)[];
let asked: { seen: string[]; target: string[]; label: RequestLabel }[];

const unclear = () =>
  new TransientError({ what: "Color", why: "Unknown.", remedy: "Run again.", reached: "unknown", ofMany: true });

beforeEach(() => {
  all = house();
  hung(all, { colors: ["red"] });
  asked = [];
});

const update = () => {
  const lamp = lampOf(all, {
    setters: [
      { what: "Name", properties: ["name", "notes"], set: () => Promise.resolve() },
      {
        what: "Color",
        properties: ["colors"],
        set: (_context, { item }, { colors }, _look, label) => {
          const target = colors?.target as string[];
          asked.push({ seen: item.colors, target, label });
          const [there] = all.lamps.values();
          const now = tries.length > 1 ? tries.shift() : tries[0];
          if (there) now?.(there, target);
          return Promise.resolve();
        },
      },
    ],
  });
  return lamp.update(all.run(), "it", { name: "old", colors: ["red"], accountId: "house" }, { name: "old", colors: ["green"] });
};

const does = (lamp: Lamp, colors: string[]) => void (lamp.colors = colors);
const fails = () => {
  throw unclear();
};

test("what went out with others, and of which the answer tells nothing, is looked up: what is there is done", async () => {
  tries = [
    (lamp, colors) => {
      does(lamp, colors);
      fails();
    },
  ];
  expect(await update()).toMatchObject({ failedProperties: [] });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.label).toMatchObject({ what: "Color", looksAgain: true });
});

test("what is not there was not carried out, and is written again", async () => {
  tries = [fails, does];
  expect(await update()).toMatchObject({ failedProperties: [] });
  expect(asked.map(({ target }) => target)).toEqual([["green"], ["green"]]);
  expect(all.lamps.get("it")?.colors).toEqual(["green"]);
});

test("it is written to what is there by then, and what another hand has done meanwhile stays", async () => {
  tries = [
    (lamp) => {
      lamp.colors = ["red", "theirs"];
      fails();
    },
    does,
  ];
  expect(await update()).toMatchObject({ failedProperties: [] });
  expect(asked.map(({ seen }) => seen)).toEqual([["red"], ["red", "theirs"]]);
  expect(all.lamps.get("it")?.colors.toSorted()).toEqual(["green", "theirs"]);
});

test("one that is refused then is told as any other refusal", async () => {
  tries = [
    fails,
    () => {
      throw new RefusedError({ what: "Color", why: "No.", remedy: "Ask." });
    },
  ];
  const { failedProperties, found } = await update();
  expect(failedProperties).toMatchObject([{ properties: ["colors"], error: { name: "RefusedError" } }]);
  expect(found).toEqual({ colors: ["red"] });
});

test("where it can not be looked up, that is what is told", async () => {
  tries = [fails];
  all.refuses.add("look");
  const { failedProperties } = await update();
  expect(failedProperties).toMatchObject([{ properties: ["colors"], error: { name: "TransientError", ofMany: true } }]);
  expect(asked).toHaveLength(1);
});

test("a change whose answer was lost by itself is not written again", async () => {
  tries = [
    () => {
      throw new TransientError({ what: "Color", why: "Lost.", remedy: "Run again.", reached: "unknown" });
    },
  ];
  expect((await update()).failedProperties).toHaveLength(1);
  expect(asked).toHaveLength(1);
});
