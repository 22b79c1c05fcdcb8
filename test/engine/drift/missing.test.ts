import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf, heal } from "./support";

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

async function made(program: Program): Promise<InlineStack> {
  const stack = await inlineStack({ config: account.config, program });
  expect((await stack.up()).code).toBe(0);
  return stack;
}
const deleteByHand = (id?: string) => account.control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });

/** What is missing, and the remedy that all of it shares. */
async function missing(stack: InlineStack, ...types: string[]): Promise<string> {
  const { findings } = await driftOf(account, stack);
  expect(findings.map(({ status, type }) => [status, type])).toEqual(types.map((type) => ["missing", type]));
  return findings[0]?.remedy ?? "";
}
const isClean = async (stack: InlineStack) => expect((await driftOf(account, stack)).findings).toEqual([]);

test("a service and the webhook that somebody removed are made again by the command that the report names", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const stack = await made(({ remoteit }) => {
    new remoteit.Device("pump", { deviceId });
    new remoteit.Service("web", { deviceId, name: "web", application: "HTTP", port: 8080 });
    new remoteit.Webhook("hook", { url: "http://127.0.0.1:9/hook" });
  });
  const { resources } = await stack.state();
  await account.control.change("mutation($id: ID!) { removeService(id: $id) }", { id: resources["web"]?.id });
  await account.control.change('mutation { setNotificationSettings(urlNotifications: false, notificationUrl: "") }');
  expect((await heal(stack, await missing(stack, "Service", "Webhook"))).code).toBe(0);
  await isClean(stack);
});

test("a provisioned device that somebody deleted is made again, its services with it", async () => {
  const { projectKey, projectSecret } = account.sandbox;
  const provision = { projectKey, projectSecret };
  const stack = await made(({ remoteit }) => {
    const device = new remoteit.Device("pump", { provision, hardwareId: "hw-7", name: "pump" });
    new remoteit.Service("web", { deviceId: device.id, name: "web", application: "HTTP", provision });
  });
  await deleteByHand((await stack.state()).resources["pump"]?.id);
  expect((await heal(stack, await missing(stack, "Device", "Service"))).code).toBe(0);
  await isClean(stack);
});

test("a registered device comes back once its agent has registered again", async () => {
  const answer = (await account.control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } };
  const code = answer.login.registrationCode;
  const register = () => account.control.agent({ code, hardwareId: "hw-8", name: "meter", online: false });
  await register();
  const stack = await made(({ remoteit }) => new remoteit.Device("meter", { hardwareId: "hw-8" }));
  await deleteByHand((await stack.state()).resources["meter"]?.id);
  const remedy = await missing(stack, "Device");
  expect(remedy).toContain("register again");
  await register();
  expect((await heal(stack, remedy)).code).toBe(0);
  await isClean(stack);
});

test("an adopted device that is gone is taken out of the program, or comes back by a fresh claim code", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const stack = await made(({ remoteit }) => new remoteit.Device("pump", { deviceId, name: "pump" }));
  await deleteByHand(deviceId);
  const remedy = await missing(stack, "Device");
  expect(remedy).toMatch(/Take it out of the program, or .*fresh claimCode/);
  // The command alone cannot do it.
  expect((await heal(stack, remedy)).errors.join()).toContain(`has no device ${deviceId}`);
  const { claimCode = "" } = await account.control.agent({ hardwareId: "hw-1", name: "fresh", online: false });
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump" }));
  expect((await heal(stack, remedy)).code).toBe(0);
  await isClean(stack);
  await deleteByHand((await stack.state()).resources["pump"]?.id);
  stack.edit(() => undefined);
  expect((await heal(stack, await missing(stack, "Device"))).code).toBe(0);
  await isClean(stack);
});
