import { controlOf, startSandbox } from "../../sandbox";
import { describeWithLanguageHost, exampleStack, type Stack } from "../../test/engine/support";

// Without a language host the same program runs inline, in the story of `npm run quickstart` (test/scripts/quickstart.test.ts).
describeWithLanguageHost("`pulumi up` at the root of the repository, which runs examples/quickstart", () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let stack: Stack;
  let pump: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const agent = { hardwareId: "b827eb-1", name: "raspberrypi", services: [], configurable: true, online: true };
    const { deviceId, claimCode } = await controlOf(sandbox.control).agent(agent);
    pump = deviceId;
    stack = await exampleStack("quickstart", "root", {
      config: {
        "remoteit:endpoint": sandbox.endpoint,
        "remoteit:accessKeyId": sandbox.accessKeyId,
        "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
        "remoteit-quickstart:webhookUrl": "http://127.0.0.1:9/remoteit",
        "remoteit-quickstart:claimCode": { secret: claimCode ?? "" },
      },
    });
  });

  afterAll(() => sandbox.stop());

  test("claims the device, names and tags it, and makes its services and the webhook", async () => {
    const { code, output, changes } = await stack.up();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`deviceId: "${pump}"`) as unknown });
    expect(changes).toEqual({ create: 4 });
    const query = `query($id: [String!]!) { login {
      notificationSettings { notificationUrl }
      device(id: $id) { name tags { name } attributes services { name port } }
    } }`;
    expect(await controlOf(sandbox.control).change(query, { id: [pump] })).toMatchObject({
      login: {
        notificationSettings: { notificationUrl: "http://127.0.0.1:9/remoteit" },
        device: [
          {
            name: "pump-7",
            tags: [{ name: "site-a" }, { name: "pumps" }],
            attributes: { $remoteit: { color: 3, label: "Pump house" } },
            services: expect.arrayContaining([
              { name: "ssh", port: 22 },
              { name: "panel", port: 8080 },
            ]) as unknown,
          },
        ],
      },
    });
  });

  test("finds nothing to do when nothing changed, before and after a refresh", async () => {
    const same = { same: 4 };
    expect((await stack.preview("--expect-no-changes")).changes).toEqual(same);
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.up("--expect-no-changes")).changes).toEqual(same);
  });

  test("says what is missing to who starts without a claim code", async () => {
    await stack.run("config", "rm", "remoteit-quickstart:claimCode");
    const { code, output } = await stack.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("missing configuration value 'claimCode'");
  });

  test("takes everything away again once the agent is stopped", async () => {
    await controlOf(sandbox.control).agentState(pump, "offline");
    expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 4 } });
  });
});
