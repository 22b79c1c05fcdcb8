import { type Control, controlOf, startSandbox } from "../../sandbox";
import { claimed, playground, run } from "./support";

const ground = playground();

const log = async (): Promise<unknown[]> => {
  const { login } = await run<{ login: { events: { items: unknown[] } } }>(
    ground.control,
    `{ login { events { items {
      __typename type state action actor { email } owner { email } users { email } services { id } devices { id }
      target { id name application device { name } }
      ... on DeviceStateEvent { externalAddress expired geo { city } }
    } } } }`,
  );
  return login.events.items;
};

test("an event of a device says whose it was, and that nobody made it happen", async () => {
  const id = await claimed(ground.control, { name: "pump", online: false });
  await ground.control.agentState(id, "online");
  const event = {
    __typename: "DeviceStateEvent",
    type: "DEVICE_STATE",
    state: "active",
    action: null,
    actor: null,
    owner: { email: "sandbox@example.com" },
    users: [],
    services: [],
    devices: [{ id }],
    target: [{ id, name: "pump", application: 35, device: { name: "pump" } }],
    externalAddress: null,
    expired: false,
    geo: null,
  };
  expect(await log()).toEqual([event]);
  await ground.control.agentState(id, "offline");
  await run(ground.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
  const target = [{ id, name: null, application: null, device: null }];
  expect(await log()).toEqual(
    expect.arrayContaining([
      { ...event, target },
      { ...event, target, state: "inactive" },
    ]),
  );
});

const DAY = 24 * 60 * 60;

/** An agent's changes of state, so many days ago, the oldest first. */
async function changes(control: Control, ...days: number[]): Promise<void> {
  const id = await claimed(control, { name: "pump", online: false });
  for (const [index, day] of days.entries()) {
    await control.clock(-day * DAY);
    await control.agentState(id, index % 2 ? "offline" : "online");
  }
  await control.clock(0);
}

async function ages(control: Control, args = ""): Promise<number[]> {
  const { login } = await run<{ login: { events: { total: number; items: { timestamp: string }[] } } }>(
    control,
    `{ login { events${args && `(${args})`} { total items { timestamp } } } }`,
  );
  expect(login.events.total).toBe(login.events.items.length);
  return login.events.items.map(({ timestamp }) => Math.round((Date.now() - Date.parse(timestamp)) / DAY / 1000));
}

const date = (days: number) => new Date(Date.now() - days * DAY * 1000).toISOString();

describe("periods", () => {
  test("events are the newest first, and those of the last month where no dates are given", async () => {
    await changes(ground.control, 70, 40, 20, 1);
    expect(await ages(ground.control)).toEqual([1, 20]);
    expect(await ages(ground.control, `maxDate: "${date(19)}"`)).toEqual([20, 40]);
    expect(await ages(ground.control, `minDate: "${date(20.5)}", maxDate: "${date(5)}"`)).toEqual([20]);
  });

  test.each([
    ["newest", [1, 20]],
    ["all", [1, 20, 40, 70]],
  ] as const)("of a longer period events-range=%s shows its events of %j days ago", async (range, shown) => {
    const sandbox = await startSandbox({ world: { "events-range": range } });
    try {
      const control = controlOf(sandbox.control);
      await changes(control, 70, 40, 20, 1);
      expect(await ages(control, `minDate: "${date(90)}"`)).toEqual(shown);
    } finally {
      await sandbox.stop();
    }
  });

  test("a longer period is an error with events-range=refused", async () => {
    const sandbox = await startSandbox({ world: { "events-range": "refused" } });
    try {
      const control = controlOf(sandbox.control);
      await changes(control, 20);
      expect(await ages(control, `minDate: "${date(28)}"`)).toEqual([20]);
      await expect(ages(control, `minDate: "${date(32)}"`)).rejects.toThrow("Invalid range");
    } finally {
      await sandbox.stop();
    }
  });
});
