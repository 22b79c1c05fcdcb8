import fc from "fast-check";
import { answersTo, type Control } from "../../../sandbox";
import { type Ground, type Held, held, onGround, outcomeOf, send, UNKNOWN, type Write } from "./support";
import { type Client, operate } from "../../../provider/client";

jest.setTimeout(300_000);

const DEVICES = 6;

/** One after the other, as a resource sets its properties; `device` DEVICES is none that there is. */
type Chain = readonly (Omit<Write, "id"> & { device: number })[];

const write = fc.record({
  device: fc.nat(DEVICES),
  kind: fc.constantFrom<Write["kind"]>("name", "tag", "untag", "attribute", "mail"),
  value: fc.constantFrom("alpha", "omega", "beta"),
});

/** Each of one device alone, so that what comes of it does not hang on who is first. */
const apart = fc
  .array(fc.array(write, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: DEVICES + 1 })
  .map((chains) => chains.map((chain, index) => chain.map((one) => ({ ...one, device: index }))));

const idOf = ({ devices }: Ground, device: number) => devices[device] ?? UNKNOWN;

/** What comes of each, where all chains are begun at one moment. */
const run = (ground: Ground, client: Client, chains: readonly Chain[]): Promise<string[][]> =>
  Promise.all(
    chains.map(async (chain) => {
      const outcomes: string[] = [];
      for (const { device, ...rest } of chain)
        outcomes.push(await outcomeOf(operate(() => send(client, { ...rest, id: idOf(ground, device) }))));
      return outcomes;
    }),
  );

describe.each(answersTo("several-mutations"))("in the world %s", (several) => {
  test("whatever is set at one moment, what comes of it is what came of each alone", () =>
    fc.assert(
      fc.asyncProperty(fc.array(apart, { minLength: 1, maxLength: 3 }), async (rounds) => {
        const ending = (mergeWrites: "auto" | "off"): Promise<[string[][][], Held[]]> =>
          onGround(DEVICES, { "several-mutations": several }, async (ground) => {
            const writer = ground.client({ mergeWrites });
            const outcomes: string[][][] = [];
            for (const chains of rounds) outcomes.push(await run(ground, writer, chains));
            return [outcomes, await held(ground.control)];
          });
        expect(await ending("auto")).toEqual(await ending("off"));
      }),
      { numRuns: 25 },
    ));
});

type Fault = Parameters<Control["faults"]>[0][number];

const fault = fc.record({
  kind: fc.constantFrom<Fault["kind"]>(
    "status",
    "reset",
    "lost-answer",
    "truncated",
    "graphql-error",
    "false",
    "done-but-false",
    "html",
    "slow-answer",
  ),
  after: fc.nat(4),
  times: fc.integer({ min: 1, max: 4 }),
  ms: fc.constant(20),
});

/** What a device holds of what a write sets. */
const values: Record<Write["kind"], (device: Held, value: string) => unknown> = {
  name: ({ name }) => name,
  tag: ({ tags }, value) => tags.includes(value),
  untag: ({ tags }, value) => tags.includes(value),
  attribute: ({ attributes }, value) => Object.hasOwn(attributes, `pulumi-remoteit/${value}`),
  mail: ({ mail }) => mail,
};

const meant: Record<Write["kind"], (value: string) => unknown> = {
  name: (value) => value,
  tag: () => true,
  untag: () => false,
  attribute: () => true,
  mail: (value) => value < "n",
};

/** Of writes to the same, where the account can hold but the last that was carried out. */
const placeOf = ({ kind, value }: Omit<Write, "id">): string =>
  kind === "tag" || kind === "untag" ? `tag ${value}` : kind === "attribute" ? `attribute ${value}` : kind;

test("under whatever faults and in whatever world, what is done is so, what failed says so of itself, and the last of two stays", () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...answersTo("several-mutations")),
      fc.array(fault, { maxLength: 3 }),
      fc.array(apart, { minLength: 1, maxLength: 3 }),
      (several, faults, rounds) =>
        onGround(DEVICES, { "several-mutations": several }, async (ground) => {
          const { control, client } = ground;
          const before = await held(control);
          const writer = client({ maxRetries: 2 });
          await writer.supportsMutation("renameService");
          await control.faults(faults);
          const done: { write: Chain[number]; outcome: string }[] = [];
          for (const chains of rounds) {
            const outcomes = await run(ground, writer, chains);
            chains.forEach((chain, index) =>
              chain.forEach((one, at) => done.push({ write: one, outcome: outcomes[index]?.[at] ?? "" })),
            );
          }
          await control.clearFaults();
          const after = await held(control);
          for (const { write: one, outcome } of done)
            if (outcome !== "done")
              expect(outcome).toContain(`Setting ${one.kind} to ${one.value} of ${idOf(ground, one.device)}`);
          for (let device = 0; device < DEVICES; device += 1) {
            const mine = done.filter(({ write: one }) => one.device === device);
            for (const place of new Set(mine.map(({ write: one }) => placeOf(one)))) {
              const there = mine.filter(({ write: one }) => placeOf(one) === place);
              const last = there.findLastIndex(({ outcome }) => outcome === "done");
              const [{ write: any } = { write: undefined }] = there;
              if (!any) continue;
              const of = (account: Held[]) => account.filter(({ id }) => id === idOf(ground, device));
              const valuesIn = (account: Held[]) => of(account).map((held) => values[any.kind](held, any.value));
              const possible = there.slice(Math.max(0, last)).map(({ write: one }) => meant[one.kind](one.value));
              if (last < 0) possible.push(...valuesIn(before));
              expect(possible).toContain(valuesIn(after)[0]);
            }
          }
        }),
    ),
    { numRuns: 30 },
  ));
