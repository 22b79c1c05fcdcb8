import { useAccount } from "../support/account";

const account = useAccount();

test("every problem of a device is reported at once, each with its property, before anything is sent", async () => {
  const args = {
    deviceId: "80:00",
    claimCode: "ABCD1234",
    name: "n".repeat(101),
    tags: ["good", "with space", ""],
    notificationSettings: { emailNotifications: "yes" },
    waitSeconds: -1,
    colour: 3,
  } as object;
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", args));
  for (const run of [await stack.preview(), await stack.up()]) {
    expect(run.code).not.toBe(0);
    for (const property of ["deviceId", "claimCode", "name", "tags[1]", "tags[2]", "notificationSettings.emailNotifications"])
      expect(run.output).toContain(`Device resource 'pump' has a problem: ${property}: `);
    expect(run.output).toContain("waitSeconds: must be a whole number");
    expect(run.output).toContain("is 101 characters long; remote.it takes at most 100");
    expect(run.output).toContain("only one origin can be given, and there is deviceId already");
    expect(run.output).toContain("colour: Device has no such property. Did you mean");
    expect(run.output).not.toContain("ABCD1234");
  }
  expect((await stack.state()).resources).toEqual({});
  expect((await account.control.requests()).total).toBe(0);
});

test("a name, an item of a list and an origin that a preview cannot know yet pass", async () => {
  const { claimCode } = await account.claimable();
  const [id, third] = [await account.owned(), await account.owned()];
  const stack = await account.stack(({ remoteit, pulumi }) => {
    const first = new remoteit.Device("first", { claimCode, name: "first" });
    const name = pulumi.interpolate`beside-${first.id}`;
    new remoteit.Device("second", {
      deviceId: id,
      name,
      tags: ["known", pulumi.interpolate`of-${first.accountId}`],
      attributes: { beside: { id: first.id } },
    });
    new remoteit.Device("third", { deviceId: first.accountId.apply(() => third) });
  });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { create: 3 } });
  // Whether the account has the device whose id is known.
  expect((await account.control.requests()).byOperation).toEqual({ "graphql:getDevicesById": 1 });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 3 } });
  const { first } = (await stack.state()).resources;
  expect(await account.device(id)).toMatchObject({
    name: `beside-${first?.id ?? ""}`,
    attributes: { beside: { id: first?.id } },
  });
});
