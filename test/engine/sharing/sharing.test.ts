import { claimed, run } from "../../sandbox/support";
import { inlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

const GUEST = "guest@example.com";
const PASSWORD = "open-sesame";

jest.setTimeout(240_000);

const program =
  (deviceId: string, enabled: boolean): Program =>
  ({ remoteit }) => {
    const web = new remoteit.Service("web", { deviceId, name: "web", application: "HTTP" });
    new remoteit.ConnectLink("link", { serviceId: web.id, password: PASSWORD, enabled });
    new remoteit.DeviceShare("share", { deviceId, email: GUEST, services: [web.id] });
  };

test("a service of the same program is shared and linked; the password is nowhere in plain, and a refresh keeps it", async () => {
  await account.control.account(GUEST);
  const deviceId = await claimed(account.control, { name: "pump", services: [{ name: "ssh", application: 28 }] });
  const stack = await inlineStack({ config: account.config, program: program(deviceId, true) });
  const up = await stack.up();
  expect(up.changes).toEqual({ create: 3 });
  expect((await stack.state()).text).not.toContain(PASSWORD);
  expect(up.output).not.toContain(PASSWORD);
  expect(await run(account.control, "{ login { devices { items { access { user { email } } } } } }")).toEqual({
    login: { devices: { items: [{ access: [{ user: { email: GUEST } }] }] } },
  });
  expect((await stack.refresh()).errors).toEqual([]);
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  stack.edit(program(deviceId, false));
  expect((await stack.up()).changes).toEqual({ update: 1, same: 2 });
  expect((await stack.destroy()).changes).toEqual({ delete: 3 });
});
