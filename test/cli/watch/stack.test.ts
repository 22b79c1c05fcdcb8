import { useAccount } from "../../engine/support/account";
import { environment } from "../../engine/support";
import { start } from "../support";
import { controlled } from "./support";

const account = useAccount();

test("with a stack of the real engine: found when it moves, fixed by the command that the finding names", async () => {
  const deviceId = await account.owned({ name: "pump" });
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("pump", { deviceId, name: "pump" });
  });
  expect((await stack.up()).code).toBe(0);
  const args = ["watch", "--stack", "dev", "--port", "0", "--format", "ndjson", "--settle", "50ms", "--interval", "0"];
  const watching = controlled(start(args, { cwd: stack.folder, env: environment(stack.folder) }));
  await watching.says("Compared stack dev: No drift: 1 resource as declared");
  await account.control.change(
    "mutation($url: String) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }",
    {
      url: watching.address(),
    },
  );
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }', { id: deviceId });
  await account.control.agentState(deviceId, "online");
  const [found] = await watching.events(1);
  expect(found).toMatchObject({
    status: "changed",
    id: deviceId,
    stack: "dev",
    remedy: expect.stringContaining("pulumi up --refresh --stack dev") as string,
  });
  expect((await stack.up("--refresh")).code).toBe(0);
  await account.control.agentState(deviceId, "offline");
  expect((await watching.events(2))[1]).toMatchObject({ event: "resolved", id: deviceId });
  watching.child.kill("SIGTERM");
  expect(await watching.ended).toMatchObject({ code: 0 });
});
