import { useCli } from "../support";

const account = useCli({ devices: 3, services: 1 });

const set = (mutation: string) => account.control.change(`mutation { ${mutation} }`);

describe("pulumi-remoteit inventory --kinds", () => {
  beforeEach(async () => {
    await set('setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/secret-path")');
    await set('setTag(tag: [{ name: "pumps", color: 3 }])');
  });

  test("lists things of these kinds as a program would declare them, with one request for each list, and tells no path of a webhook", async () => {
    const { byOperation: before } = await account.control.requests();
    const { code, stdout, stderr } = await account.cli(["inventory", "--kinds", "tag,Webhook", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = JSON.parse(stdout) as { type: string; name: string; properties: object }[];
    expect(rows.at(-1)).toEqual({
      type: "Webhook",
      id: account.sandbox.accountId,
      name: "https://example.com/…",
      properties: { url: "https://example.com/…", enabled: true },
    });
    expect(rows).toContainEqual({
      type: "Tag",
      id: `${account.sandbox.accountId}/pumps`,
      name: "pumps",
      properties: { name: "pumps", color: 3 },
    });
    const { byOperation } = await account.control.requests();
    const sent = Object.entries(byOperation).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
    expect(Object.fromEntries(sent.filter(([, count]) => count > 0))).toEqual({
      "graphql:listDevices": 1,
      "graphql:getWebhook": 1,
    });
  });

  test("all are those of which an account holds things, and a table has a line for each", async () => {
    const { stdout } = await account.cli(["inventory", "--kinds", "all", "--columns", "type,name"]);
    const types = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/ +/)[0]);
    expect(types.slice(0, 1)).toEqual(["TYPE"]);
    expect(types.filter((type) => type === "Device")).toHaveLength(3);
    expect(types.filter((type) => type === "Service")).toHaveLength(3);
    expect(new Set(types)).not.toContain("Fleet");
  });

  test.each([
    [["--kinds", "Tags"], 'There is no kind "Tags"; did you mean "Tag"?'],
    [["--kinds", "Tag", "--tag", "pumps"], "cannot be used with"],
    [["--kinds", "Tag", "--services"], "cannot be used with"],
    [["--kinds", "Tag", "--columns", "color"], 'there is no column "color". Kinds have type, name, id, properties.'],
  ])("%j is refused", async (args, why) => {
    const { code, stderr } = await account.cli(["inventory", ...args]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(why) as string });
  });
});
