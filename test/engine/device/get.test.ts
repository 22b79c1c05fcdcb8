import { useAccount } from "../support/account";

const account = useAccount();

test("Device.get reads a device as it is now, without managing it", async () => {
  const id = await account.owned({ name: "theirs", hardwareId: "hw-get", online: false });
  const changing = await account.owned({ name: "before" });
  const seen: unknown[] = [];
  const names: unknown[] = [];
  const stack = await account.stack(({ remoteit, pulumi }) => {
    const pump = remoteit.Device.get("pump", id);
    pulumi.all([pump.id, pump.name, pump.hardwareId, pump.origin]).apply((values) => seen.push(values));
    remoteit.Device.get("changing", changing).name.apply((name) => names.push(name));
  });
  expect(await stack.up()).toMatchObject({ code: 0 });
  await account.byHand(`mutation($id: String!) { renameService(serviceId: $id, name: "after") }`, { id: changing });
  expect(await stack.up()).toMatchObject({ code: 0 });
  expect(seen).toEqual([
    [id, "theirs", "hw-get", undefined],
    [id, "theirs", "hw-get", undefined],
  ]);
  expect(names).toEqual(["before", "after"]);
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect(await stack.destroy()).toMatchObject({ code: 0 });
  expect(await account.device(id)).toMatchObject({ name: "theirs" });
});

test("Device.get of an unknown id fails and names it", async () => {
  const id = "80:00:00:00:00:00:99:99";
  const stack = await account.stack(({ remoteit }) => void remoteit.Device.get("pump", id));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).toContain(`Reading device ${id} failed: The account has no Device with this id. Check the id`);
});
