import { deviceCollection } from "../../provider/inventory";
import { operate } from "../../provider/client";
import { RateLimitError } from "../../provider/core/errors";
import { resources } from "../../provider/domains";
import { asked } from "../faults/support";
import { useBench } from "./support";

const bench = useBench();

afterEach(() => jest.restoreAllMocks());

test.each([
  ["forward by an hour", 3_600_000],
  ["back by a minute", -60_000],
])("a clock that steps %s neither ends nor prolongs a wait", async (_step, offset) => {
  const began = performance.now();
  const create = operate(() => resources.device.create(bench.process(), { hardwareId: "nobody", waitSeconds: 3 }), {
    seconds: 10,
  });
  const failed = expect(create).rejects.toThrow("within 3 s");
  await asked(bench.control, "graphql:listDevices");
  const { now } = Date;
  jest.spyOn(Date, "now").mockImplementation(() => now() + offset);
  await failed;
  const took = (performance.now() - began) / 1000;
  expect(took).toBeGreaterThan(2.5);
  expect(took).toBeLessThan(9);
});

test("a wait that the time of the operation has ended says how long it was, and what makes it longer", async () => {
  const create = operate(() => resources.device.create(bench.process(), { hardwareId: "nobody", waitSeconds: 3600 }), {
    seconds: 1,
  });
  await expect(create).rejects.toThrow(/has registered within 1 s\..* a longer customTimeouts\.create makes it wait for that\./);

  const deviceId = await bench.owned({ online: true });
  const { id, outputs } = await resources.device.create(bench.process(), { deviceId, deleteOnDestroy: true });
  const state = { deviceId, deleteOnDestroy: true, waitSeconds: 3600, ...outputs };
  const remove = operate(() => resources.device.delete(bench.process(), id, state), { seconds: 1 });
  await expect(remove).rejects.toThrow(/stayed so for 1 s, .* a longer customTimeouts\.delete waits for that/);
});

// Longer than a timer of Node can be: such a one would fire at once, and again.
test.each([3600, 3_000_000])(
  "where remote.it asks to wait %d s, who cannot wait fails at once, and nothing turns meanwhile",
  async (retryAfter) => {
    const ids = [await bench.owned(), await bench.owned()] as const;
    const context = bench.process();
    const read = (id: string, seconds: number) =>
      operate(() => context.inventory.of(deviceCollection).together([id], { what: "Reading devices" }), { seconds });
    await bench.control.faults([{ kind: "status", status: 429, retryAfter, times: 1 }]);
    await expect(read(ids[0], 5)).rejects.toThrow(RateLimitError);
    const began = performance.now();
    const { user } = process.cpuUsage();
    const patient = new AbortController();
    const waiting = operate(() => context.inventory.of(deviceCollection).together([ids[0]], { what: "Reading devices" }), {
      seconds: retryAfter * 2,
      signal: patient.signal,
    });
    const cancelled = expect(waiting).rejects.toThrow("over");
    await expect(read(ids[1], 5)).rejects.toThrow(`asked to wait ${retryAfter} s more`);
    expect(performance.now() - began).toBeLessThan(4000);
    await new Promise((resolve) => setTimeout(resolve, 1000)); // time to turn in
    expect(process.cpuUsage().user - user).toBeLessThan(900_000);
    patient.abort(new Error("over"));
    await cancelled;
  },
);

test("who cannot wait fails by its own time and that of one request, whoever shares the request and can wait longer", async () => {
  const ids = [await bench.owned(), await bench.owned()] as const;
  const { inventory } = bench.process();
  await bench.control.faults([{ kind: "status", status: 429, retryAfter: 5, times: 1 }]);
  const order: string[] = [];
  for (const kind of ["read", "fresh"] as const) {
    const read = (id: string, seconds: number) => {
      const reads = operate(() => inventory.of(deviceCollection)[kind](id, { what: "Reading device", subject: id }), {
        seconds,
      });
      return reads.finally(() => void order.push(id));
    };
    const [impatient, patient] = await Promise.allSettled([read(ids[0], 1), read(ids[1], 30)]);
    expect(patient).toMatchObject({ status: "fulfilled", value: { item: { id: ids[1] } } });
    expect(String((impatient as PromiseRejectedResult).reason)).toContain(
      `Reading device ${ids[0]} failed: The time of this operation`,
    );
    await bench.control.faults([{ kind: "status", status: 429, retryAfter: 5, times: 1 }]);
  }
  expect(order).toEqual([...ids, ...ids]);
});

test("an answer that was under way at the end of an operation's time is taken", async () => {
  const id = await bench.owned();
  const { inventory } = bench.process();
  for (const kind of ["read", "fresh"] as const) {
    await bench.control.faults([{ kind: "slow-answer", ms: 1000, times: 1 }]);
    const { item } = await operate(() => inventory.of(deviceCollection)[kind](id, { what: "Reading device" }), { seconds: 0.5 });
    expect(item?.id).toBe(id);
  }
});

test("who can wait does not fail with one that cannot and asked first", async () => {
  const ids = [await bench.owned(), await bench.owned()] as const;
  const { inventory } = bench.process();
  const read = (id: string, seconds: number) =>
    operate(() => inventory.of(deviceCollection).read(id, { what: "Reading device" }), { seconds });
  await bench.control.faults([{ kind: "status", status: 429, retryAfter: 2, times: 1 }]);
  const [, patient] = await Promise.allSettled([read(ids[0], 1), read(ids[1], 30)]);
  expect(patient).toMatchObject({ status: "fulfilled", value: { item: { id: ids[1] } } });
});
