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
