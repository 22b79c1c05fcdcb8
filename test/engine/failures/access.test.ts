import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { failingUp, oneService } from "./support";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
});
beforeEach(async () => {
  await account.control.reset();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: oneService(deviceId) });
});
afterAll(() => account.stop());

async function heals() {
  await stack.configure(account.config);
  expect((await stack.up()).code).toBe(0);
  expect(await liveServices(account.control)).toHaveLength(1);
}

/** An address on this machine at which nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

describe("an account that cannot be used is told of in one message, and the next up finishes", () => {
  it("an access key that remote.it does not know", async () => {
    await stack.configure({ "remoteit:accessKeyId": "UNKNOWN" });
    const { message } = await failingUp(account, stack);
    expect(message).toMatch(/remote\.it refused GraphQL \w+ with HTTP 401 \(The access key is unknown or disabled\.\)/);
    expect(message).toContain("The access key came from: stack configuration. Check that it is enabled");
    await heals();
  });

  it("a secret of another key", async () => {
    const secret = Buffer.from("the secret of another key").toString("base64");
    await stack.configure({ "remoteit:secretAccessKey": { secret } });
    const { message, output } = await failingUp(account, stack);
    expect(message).toContain("Check that it is enabled and that secret and id belong together.");
    expect(output).not.toContain(secret);
    await heals();
  });

  it("a clock that is wrong: no failure at all, but a warning that says to set it", async () => {
    await account.control.clock(3600);
    const up = await stack.up();
    expect([up.code, up.changes]).toEqual([0, { create: 1 }]);
    expect(up.output).toMatch(/warning: This machine's clock is 3(599|600|601) s behind remote\.it's\. .*set the clock \(NTP\)/);
    await account.control.clock(0);
  });

  it("no network", async () => {
    const endpoint = await closedPort();
    await stack.configure({ "remoteit:endpoint": endpoint });
    const { message } = await failingUp(account, stack);
    expect(message).toMatch(
      /http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED.*\)\. It was tried 6 times\. Check the network and remoteit:endpoint/,
    );
    await heals();
  });

  it("a web page instead of remote.it", async () => {
    await account.control.faults([{ kind: "html" }]);
    const { message } = await failingUp(account, stack);
    expect(message).toContain("answered HTTP 200 with a web page (HTML). Set remoteit:endpoint to the base address of remote.it");
    await account.control.clearFaults();
    await heals();
  });

  it("an endpoint that is no address", async () => {
    await stack.configure({ "remoteit:endpoint": "http://example.com" });
    const { message } = await failingUp(account, stack);
    expect(message).toContain('remoteit:endpoint is "http://example.com", but it must start with https://');
    await heals();
  });

  it("half an access key", async () => {
    await stack.run("config", "rm", "remoteit:secretAccessKey");
    const { message } = await failingUp(account, stack);
    expect(message).toContain("holds remoteit:accessKeyId but not remoteit:secretAccessKey");
    await heals();
  });

  it("no access key at all: all three ways to give one are named", async () => {
    await stack.run("config", "rm-all", "remoteit:secretAccessKey", "remoteit:accessKeyId");
    const { message } = await failingUp(account, stack);
    expect(message).toContain("(1) pulumi config set remoteit:accessKeyId ID");
    expect(message).toContain("(2) the environment variables R3_ACCESS_KEY_ID and R3_SECRET_ACCESS_KEY");
    expect(message).toMatch(/\(3\) .*\.remoteit\/credentials with the lines \[DEFAULT\]/);
    await heals();
  });

  it("no access key for a resource that asks for it when it is checked", async () => {
    await stack.run("config", "rm-all", "remoteit:secretAccessKey", "remoteit:accessKeyId");
    stack.edit(({ remoteit }) => void new remoteit.Webhook("events", { url: "https://example.com/remoteit" }));
    const { message } = await failingUp(account, stack);
    expect(message).toContain("There is no access key in the stack configuration, the environment or the credentials file");
  });
});

describe("a key that was disabled since", () => {
  it("fails a refresh and a removal, each with one message and nothing lost from state", async () => {
    await stack.up();
    const key = await account.control.key();
    await stack.configure({
      "remoteit:accessKeyId": key.accessKeyId,
      "remoteit:secretAccessKey": { secret: key.secretAccessKey },
    });
    await account.control.disableKey(key.accessKeyId);
    const refresh = await stack.refresh("--run-program");
    expect(refresh.code).not.toBe(0);
    expect(refresh.output).not.toContain("AuthenticationError: Read the service");
    stack.edit(() => undefined);
    const { message } = await failingUpWithName(stack);
    expect(message).toContain('Delete the service, "ssh"');
    expect(Object.keys((await stack.state()).resources)).toEqual(["ssh"]);
    expect(await liveServices(account.control)).toHaveLength(1);
  });
});

/** The SDK's server adds one line for an error of a delete: it names the thing and the kind of error. */
async function failingUpWithName(failing: InlineStack) {
  const up = await failing.up();
  const [message = ""] = up.errors.filter((error) => error !== "update failed");
  expect(up.stdout.slice(up.stdout.indexOf("Diagnostics:")).split(message)).toHaveLength(2);
  expect(up.output).toMatch(/"ssh" \([0-9A-F:]{23}\): AuthenticationError$/m);
  return { message };
}
