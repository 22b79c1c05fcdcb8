import fc from "fast-check";
import { createContext } from "../../../provider/domains";
import { call, functions } from "../../../provider/domains/functions";
import { spans } from "../../../provider/domains/account/events";
import type { Control, Sandbox, World } from "../../../sandbox";
import { json, settingsFor, startServer } from "../../client/server";
import { claimed, inWorld, run } from "../../sandbox/support";

const DAY = 24 * 60 * 60;
const date = (days: number) => new Date(Date.now() - days * DAY * 1000).toISOString();

const contextOf = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox, said: string[] = []) =>
  createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), (level, message) =>
    said.push(`${level}: ${message}`),
  );

/** A device that changed its state so many days ago, the oldest first. */
async function deviceThatChanged(control: Control, ...days: number[]): Promise<string> {
  const id = await claimed(control, { name: "pump", online: false });
  for (const [index, day] of days.entries()) {
    await control.clock(-day * DAY);
    await control.agentState(id, index % 2 ? "offline" : "online");
  }
  await control.clock(0);
  return id;
}

const ages = (events: { timestamp?: string | undefined }[]) =>
  events.map(({ timestamp = "" }) => Math.round((Date.now() - Date.parse(timestamp)) / DAY / 1000));

describe.each<World["events-range"]>(["newest", "refused", "all"])("where a longer period than a month gives %s", (range) => {
  test("all of it is read, the newest first, each event once", async () => {
    await inWorld({ "events-range": range }, async (sandbox, control) => {
      const id = await deviceThatChanged(control, 150, 100, 56, 28, 27, 3, 1);
      const { events, ...facts } = await call(functions.getEvents, contextOf(sandbox), { from: date(120) });
      expect(ages(events)).toEqual([1, 3, 27, 28, 56, 100]);
      expect(events.every(({ deviceIds, serviceIds }) => deviceIds.join() === id && serviceIds.length === 0)).toBe(true);
      expect(facts).toEqual({});
    });
  });

  test("a limit leaves the oldest out, and asks for no more of them", async () => {
    await inWorld({ "events-range": range }, async (sandbox, control) => {
      await deviceThatChanged(control, 100, 56, 28, 27, 3, 1);
      const { events } = await call(functions.getEvents, contextOf(sandbox), { from: date(120), limit: 3 });
      expect(ages(events)).toEqual([1, 3, 27]);
      expect((await control.requests()).byOperation).toEqual({ "graphql:getEvents": 1 });
    });
  });
});

test("events are read by cursors where the schema has no offset", async () => {
  await inWorld({ "events-from": "missing", "page-size": "100" }, async (sandbox, control) => {
    const id = await claimed(control, { name: "pump", online: false });
    for (let count = 0; count < 620; count += 1) await control.agentState(id, count % 2 ? "offline" : "online");
    const { events } = await call(functions.getEvents, contextOf(sandbox), { from: date(1) });
    expect(events).toHaveLength(620);
    expect(new Set(events.map((event) => event.id)).size).toBe(620);
    expect((await control.requests()).byOperation).toEqual({ "graphql:getEvents": 1 + 7, "graphql:IntrospectionQuery": 1 });
  });
});

test("events of a device are found also after it has gone", async () => {
  await inWorld({}, async (sandbox, control) => {
    const id = await deviceThatChanged(control, 2, 1);
    const ask = async () =>
      ages((await call(functions.getEvents, contextOf(sandbox), { from: date(5), deviceId: id.toLowerCase() })).events);
    expect(await ask()).toEqual([1, 2]);
    await run(control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
    expect(await ask()).toEqual([1, 2]);
  });
});

describe("what an event is about", () => {
  const [device, service, other] = ["80:00:00:00:00:00:00:01", "80:00:00:00:00:00:00:02", "80:00:00:00:00:00:00:03"];
  const reference = { application: 28, device: { id: device } };

  const read = async (event: object, facts: object = {}) => {
    const server = await startServer();
    const said: string[] = [];
    try {
      const usual = {
        id: "1",
        type: "DEVICE_CONNECT",
        state: null,
        action: null,
        timestamp: "2026-01-02T00:00:00Z",
        actor: null,
      };
      const events = {
        total: 1,
        hasMore: false,
        last: "1",
        items: [{ ...usual, devices: null, target: null, ...event }],
        ...facts,
      };
      server.answer = json({ data: { login: { account: { events } } } });
      const context = createContext(settingsFor(server.url), (level, message) => said.push(`${level}: ${message}`));
      return { ...(await call(functions.getEvents, context, { from: "2026-01-01", to: "2026-01-03" })), said };
    } finally {
      await server.stop();
    }
  };

  test.each<[string, object, string[], string[]]>([
    ["a device", { target: [{ id: device, application: 35, device: { id: device } }] }, [device], []],
    ["a service, and its device", { target: [{ id: service, ...reference }] }, [device], [service]],
    [
      "a device and its services",
      {
        target: [
          { id: device, application: 35, device: null },
          { id: service, ...reference },
        ],
      },
      [device],
      [service],
    ],
    ["a service that has gone", { target: [{ id: service, application: 28, device: null }] }, [], [service]],
    [
      "a thing that has gone, of which nothing tells what it was",
      { target: [{ id: other, application: null, device: null }] },
      [],
      [other],
    ],
    [
      "a device that has gone, as the older field tells",
      { target: [{ id: device, application: null, device: null }], devices: [{ id: device }] },
      [device],
      [],
    ],
    ["what the older field names, where there is no target", { devices: [{ id: device }] }, [device], []],
    ["nothing", {}, [], []],
  ])("%s", async (_what, event, deviceIds, serviceIds) => {
    expect((await read(event)).events).toMatchObject([{ type: "DEVICE_CONNECT", deviceIds, serviceIds }]);
  });

  test("a type that nobody knows yet is given as it is", async () => {
    expect((await read({ type: "DEVICE_DANCE" })).events).toMatchObject([{ type: "DEVICE_DANCE" }]);
  });

  test("what the account's plan hides is told, once", async () => {
    const { limited, said, events } = await read({}, { limited: true });
    expect([limited, events.length]).toEqual([true, 1]);
    expect(said).toEqual(["warning: Getting the events: the account's plan hides older events, so some may be missing."]);
    expect(await read({}, { limited: false })).not.toHaveProperty("limited");
  });
});

test("a period is asked for in spans of at most four weeks that leave nothing out, the newest first", () => {
  const moment = fc.date({ min: new Date("2019-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, fc.boolean(), (one, other, isOpen) => {
      const [from, to] = [new Date(Math.min(+one, +other)).toISOString(), new Date(Math.max(+one, +other)).toISOString()];
      const all = [...spans(from, isOpen ? undefined : to)];
      expect(all[0]?.maxDate).toBe(isOpen ? undefined : to);
      expect(all.at(-1)?.minDate).toBe(from);
      for (const [index, { minDate, maxDate }] of all.entries()) {
        if (index > 0) expect(maxDate).toBe(all[index - 1]?.minDate);
        const end = maxDate === undefined ? Date.now() : Date.parse(maxDate);
        expect(end - Date.parse(minDate)).toBeLessThanOrEqual(28 * DAY * 1000 + 1000);
      }
    }),
  );
});

test("a new kind of event may be asked for by name, and one that is none is refused", async () => {
  await inWorld({}, async (sandbox) => {
    const ask = (type: string) => call(functions.getEvents, contextOf(sandbox), { from: date(1), types: [type] });
    expect((await ask("AUTH_PASSWORD_CHANGE")).events).toEqual([]);
    await expect(ask("AUTH_DANCE")).rejects.toThrow("types");
  });
});
