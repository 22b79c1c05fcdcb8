import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { failingUp, oneService } from "./support";

jest.setTimeout(120_000);

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

/** Nothing was made, so the next up has all to do. */
async function failsWith(...texts: (string | RegExp)[]) {
  const { messages, output } = await failingUp(account, stack);
  expect(messages).toHaveLength(1);
  for (const text of texts) expect(messages[0]).toMatch(text);
  expect((await stack.state()).resources).toEqual({});
  return output;
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
  it("where remote.it is not found: no network, a web page in its place, or an endpoint that is no address", async () => {
    await stack.configure({ "remoteit:endpoint": await closedPort() });
    await failsWith(
      /http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED.*\)\. It was tried 6 times\. Check the network and remoteit:endpoint/,
    );

    await stack.configure(account.config);
    await account.control.faults([{ kind: "html" }]);
    await failsWith("answered HTTP 200 with a web page (HTML). Set remoteit:endpoint to the base address of remote.it");
    await account.control.clearFaults();

    await stack.configure({ "remoteit:endpoint": "http://example.com" });
    await failsWith('remoteit:endpoint is "http://example.com", but it must start with https://');

    await stack.configure(account.config);
    expect((await stack.up()).code).toBe(0);
    expect(await liveServices(account.control)).toHaveLength(1);
  });

  it("where the access key is unknown, has another's secret, is half there, is not there or was disabled since; a wrong clock is only warned of", async () => {
    await stack.configure({ "remoteit:accessKeyId": "UNKNOWN" });
    await failsWith(
      /remote\.it refused GraphQL \w+ with HTTP 401 \(The access key is unknown or disabled\.\)/,
      "The access key came from: stack configuration. Check that it is enabled",
    );

    const secret = Buffer.from("the secret of another key").toString("base64");
    await stack.configure({ ...account.config, "remoteit:secretAccessKey": { secret } });
    const output = await failsWith("Check that it is enabled and that secret and id belong together.");
    expect(output).not.toContain(secret);

    await stack.run("config", "rm", "remoteit:secretAccessKey");
    await failsWith("holds remoteit:accessKeyId but not remoteit:secretAccessKey");

    await stack.run("config", "rm", "remoteit:accessKeyId");
    await failsWith(
      "(1) pulumi config set remoteit:accessKeyId ID",
      "(2) the environment variables R3_ACCESS_KEY_ID and R3_SECRET_ACCESS_KEY",
      /\(3\) .*\.remoteit\/credentials with the lines \[DEFAULT\]/,
    );
    // A webhook asks for it when it is checked.
    stack.edit(({ remoteit }) => void new remoteit.Webhook("events", { url: "https://example.com/remoteit" }));
    await failsWith("There is no access key in the stack configuration, the environment or the credentials file");

    stack.edit(oneService(deviceId));
    await stack.configure(account.config);
    await account.control.clock(3600);
    const up = await stack.up();
    await account.control.clock(0);
    expect([up.code, up.changes]).toEqual([0, { create: 1 }]);
    expect(up.output).toMatch(/warning: This machine's clock is 3(599|600|601) s behind remote\.it's\. .*set the clock \(NTP\)/);
    expect(await liveServices(account.control)).toHaveLength(1);

    // One that was disabled since: nothing is lost from state.
    const key = await account.control.key();
    await stack.configure({
      "remoteit:accessKeyId": key.accessKeyId,
      "remoteit:secretAccessKey": { secret: key.secretAccessKey },
    });
    await account.control.disableKey(key.accessKeyId);
    const refresh = await stack.refresh("--run-program");
    expect(refresh.code).not.toBe(0);
    expect(refresh.output).not.toContain("AuthenticationError");
    stack.edit(() => undefined);
    const { message } = await failingUpWithName(stack);
    expect(message).toContain('Deleting service "ssh"');
    expect(Object.keys((await stack.state()).resources)).toEqual(["ssh"]);
    expect(await liveServices(account.control)).toHaveLength(1);
  });
});

/** The SDK's server adds one line for an error of a delete: it names the thing, and what failed stands in the error itself. */
async function failingUpWithName(failing: InlineStack) {
  const up = await failing.up();
  const [message = ""] = up.errors.filter((error) => error !== "update failed");
  expect(up.stdout.slice(up.stdout.indexOf("Diagnostics:")).split(message)).toHaveLength(2);
  expect(up.output).toMatch(/"ssh" \([0-9A-F:]{23}\): failed, as the error of the resource says\.$/m);
  return { message };
}
