import fc from "fast-check";
import { claimed, playground, run } from "./support";

const ground = playground();

interface Series {
  start: string;
  end: string;
  time: string[];
  data: number[];
}

async function series(args: string): Promise<Series> {
  const { login } = await run<{ login: { devices: { items: { timeSeries: Series }[] } } }>(
    ground.control,
    `{ login { devices { items { timeSeries(${args}) { type resolution start end timezone time data } } } } }`,
  );
  const found = login.devices.items[0]?.timeSeries;
  if (!found) throw new Error("No series.");
  return found;
}

const HOUR = 3600;

test("online time and states are those of the account's events", async () => {
  const id = await claimed(ground.control, { online: true });
  await ground.control.clock(2 * HOUR);
  await ground.control.agentState(id, "offline");
  await ground.control.clock(5 * HOUR);
  await ground.control.agentState(id, "online");
  await ground.control.clock(6 * HOUR);
  const sum = ({ data }: Series) => data.reduce((all, one) => all + one, 0);
  expect(sum(await series("type: ONLINE_DURATION, resolution: HOUR, length: 24"))).toBeCloseTo(3 * HOUR, -2);
  expect(sum(await series("type: OFFLINE, resolution: DAY, length: 2"))).toBe(1);
  expect(sum(await series("type: ONLINE, resolution: DAY, length: 2"))).toBe(1);
  expect(sum(await series("type: CONNECT_DURATION, resolution: DAY, length: 7"))).toBe(0);
});

test("a device that has always been online was so all the time, one that has not never", async () => {
  await claimed(ground.control, { online: true });
  await ground.control.clock(48 * HOUR);
  expect((await series("type: AVAILABILITY, resolution: HOUR, length: 3")).data).toEqual([100, 100, 100]);
  await ground.control.reset();
  await claimed(ground.control, { online: false });
  expect((await series("resolution: MINUTE, length: 2")).data).toEqual([0, 0]);
});

test("time goes up unit by unit, one for each datum, and ends with the unit of the end", async () => {
  await claimed(ground.control);
  const resolutions = ["SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"];
  const dates = fc.date({ min: new Date("1971-01-01"), max: new Date("2099-01-01"), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...resolutions),
      fc.integer({ min: 1, max: 60 }),
      dates,
      async (resolution, length, date) => {
        const { start, end, time, data } = await series(
          `resolution: ${resolution}, length: ${length}, end: "${date.toISOString()}"`,
        );
        expect([time.length, data.length, time[0], end]).toEqual([length, length, start, date.toISOString()]);
        expect(time).toEqual([...new Set(time)].sort());
        expect(Date.parse(time.at(-1) ?? "")).toBeLessThanOrEqual(date.getTime());
      },
    ),
    { numRuns: 60 },
  );
});

test("weeks begin on Mondays, quarters with January, April, July and October", async () => {
  await claimed(ground.control);
  const until = 'end: "2026-08-22T10:00:00Z"';
  expect((await series(`resolution: WEEK, length: 2, ${until}`)).time).toEqual([
    "2026-08-10T00:00:00.000Z",
    "2026-08-17T00:00:00.000Z",
  ]);
  expect((await series(`resolution: QUARTER, length: 3, ${until}`)).time).toEqual([
    "2026-01-01T00:00:00.000Z",
    "2026-04-01T00:00:00.000Z",
    "2026-07-01T00:00:00.000Z",
  ]);
  expect((await series(`resolution: DAY, start: "2026-08-21T05:00:00Z", ${until}`)).time).toEqual([
    "2026-08-21T00:00:00.000Z",
    "2026-08-22T00:00:00.000Z",
  ]);
});

test("a date that is none is an error, a day alone is one", async () => {
  await claimed(ground.control);
  await expect(series('end: "yesterday"')).rejects.toThrow(/must be a date in ISO 8601/);
  expect((await series('resolution: DAY, length: 1, end: "2026-08-22"')).time).toEqual(["2026-08-22T00:00:00.000Z"]);
});
