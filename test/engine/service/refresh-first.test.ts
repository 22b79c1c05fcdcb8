import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let stack: InlineStack;
let deviceId: string;

/** A program with these services. */
const services =
  (...names: string[]) =>
  ({ remoteit }: { remoteit: typeof import("../../../sdk") }) => {
    for (const name of names) new remoteit.Service(name, { deviceId, name, application: "SSH" });
  };

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: services("ssh", "admin", "old") });
  expect((await stack.up()).changes).toEqual({ create: 3 });
});
afterAll(() => account.stop());

test("up --refresh removes what left the program: a refresh is no declaration", async () => {
  stack.edit(services("ssh", "admin"));
  expect((await stack.up("--refresh")).changes).toMatchObject({ delete: 1 });
  expect((await liveServices(account.control)).map(({ name }) => name).sort()).toEqual(["admin", "ssh"]);
});

test("destroy --refresh removes everything", async () => {
  expect((await stack.destroy("--refresh")).changes).toMatchObject({ delete: 2 });
  expect(await liveServices(account.control)).toEqual([]);
});
