import { inlineStack, type InlineStack, type Installed } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf, fix } from "./support";

let account: TestAccount;
let stack: InlineStack;
/** Of the device that has only a service of the stack's. */
let house: string;
let adopted: string;

/** An agent that registers itself with the account's registration code. */
async function register() {
  const answer = (await account.control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } };
  const code = answer.login.registrationCode;
  await account.control.agent({ code, hardwareId: "hw-8", name: "meter", online: false });
}

/** All but the device that the last story takes out. */
function declare({ remoteit }: Installed) {
  const { projectKey, projectSecret } = account.sandbox;
  const provision = { projectKey, projectSecret };
  new remoteit.Device("house", { deviceId: house });
  new remoteit.Service("web", { deviceId: house, name: "web", application: "HTTP", port: 8080 });
  new remoteit.Webhook("hook", { url: "http://127.0.0.1:9/hook" });
  const made = new remoteit.Device("made", { provision, hardwareId: "hw-7", name: "made" });
  new remoteit.Service("its own", { deviceId: made.id, name: "web", application: "HTTP", provision });
  new remoteit.Device("meter", { hardwareId: "hw-8" });
}

beforeAll(async () => {
  account = await startAccount();
  house = (await claimedDevice(account.control, { hardwareId: "hw-9", name: "house" })).deviceId;
  adopted = (await claimedDevice(account.control)).deviceId;
  await register();
  stack = await inlineStack({
    config: account.config,
    program: (modules) => {
      declare(modules);
      new modules.remoteit.Device("pump", { deviceId: adopted, name: "pump" });
    },
  });
  expect((await stack.up()).code).toBe(0);
});
afterAll(() => account.stop());

const deleteByHand = (id?: string) => account.control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });

/** What is missing: types by logical name. Resolves with the remedy of each. */
async function missing(types: Record<string, string>): Promise<Record<string, string>> {
  const { findings } = await driftOf(account, stack);
  const named = findings.map((finding) => [(finding.urn ?? "").split("::").at(-1) ?? "", finding] as const);
  expect(named.map(([, { status }]) => status)).toEqual(Object.keys(types).map(() => "missing"));
  expect(Object.fromEntries(named.map(([name, { type }]) => [name, type]))).toEqual(types);
  return Object.fromEntries(named.map(([name, { remedy }]) => [name, remedy]));
}
const isClean = async () => expect((await driftOf(account, stack)).findings).toEqual([]);

test("what somebody removed is made again by the command that the report names, a registered device once its agent registers", async () => {
  const { resources } = await stack.state();
  await account.control.change("mutation($id: ID!) { removeService(id: $id) }", { id: resources["web"]?.id });
  await account.control.change('mutation { setNotificationSettings(urlNotifications: false, notificationUrl: "") }');
  await deleteByHand(resources["made"]?.id); // its service goes with it
  await deleteByHand(resources["meter"]?.id);
  const remedies = await missing({ web: "Service", hook: "Webhook", made: "Device", "its own": "Service", meter: "Device" });
  expect(remedies["meter"]).toContain("register again");
  const { meter, ...others } = remedies;
  expect(new Set(Object.values(others)).size).toBe(1);
  await register();
  expect(commandIn(meter)).toBe(commandIn(remedies["web"]));
  expect((await fix(stack, meter)).code).toBe(0);
  await isClean();
});

test("an adopted device that is gone is taken out of the program, or comes back by a fresh claim code", async () => {
  await deleteByHand(adopted);
  const { pump: remedy } = await missing({ pump: "Device" });
  expect(remedy).toMatch(/Take it out of the program, or .*fresh claimCode/);
  // The command alone cannot do it.
  expect((await fix(stack, remedy)).errors.join()).toContain(`has no device ${adopted}`);
  const { claimCode = "" } = await account.control.agent({ hardwareId: "hw-1", name: "fresh", online: false });
  stack.edit((modules) => {
    declare(modules);
    new modules.remoteit.Device("pump", { claimCode, name: "pump" });
  });
  expect((await fix(stack, remedy)).code).toBe(0);
  await isClean();
  await deleteByHand((await stack.state()).resources["pump"]?.id);
  stack.edit(declare);
  expect((await fix(stack, (await missing({ pump: "Device" }))["pump"])).code).toBe(0);
  await isClean();
});

/** The command that a remedy names. */
const commandIn = (remedy = "") => /`pulumi [^`]+`/.exec(remedy)?.[0];
