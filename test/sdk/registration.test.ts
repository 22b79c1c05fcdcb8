import { inlineStack, type InlineStack } from "../engine/support";
import { startAccount, type TestAccount } from "../engine/support/account";

let account: TestAccount;
let stack: InlineStack;
let command: string;

beforeAll(async () => {
  account = await startAccount();
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      const pump = { name: "pump-7", tags: ["site-a"], services: [{ application: "SSH" as const, port: 2222 }] };
      return {
        command: remoteit.registrationCommand(pump),
        again: remoteit.registrationCommand(pump),
        unique: remoteit.registrationCommand({ ...pump, unique: true }),
      };
    },
  });
});
afterAll(() => account.stop());

describe("registrationCommand", () => {
  it("is a secret among the stack's outputs", async () => {
    const up = await stack.up();
    expect(up.errors).toEqual([]);
    const hidden = JSON.parse((await stack.run("stack", "output", "--json")).stdout) as Record<string, string>;
    expect(hidden["command"]).toBe("[secret]");
    const shown = JSON.parse((await stack.run("stack", "output", "--json", "--show-secrets")).stdout) as Record<string, string>;
    command = shown["command"] ?? "";
    expect(command).not.toBe("");
    expect(shown["again"]).toBe(command);
    expect(shown["unique"]).not.toBe(command);
    expect(up.output).not.toContain(command);
    expect((await stack.state()).text).not.toContain(command);
  });

  it("registers a machine that runs it, as declared", async () => {
    const code = /R3_REGISTRATION_CODE="?([^"\s]+)/.exec(command)?.[1] ?? "";
    const { deviceId } = await account.control.agent({ hardwareId: "hw-1", code });
    const told = await account.control.change(
      "query($id: [String!]!) { login { device(id: $id) { name tags { name } services { application port } } } }",
      { id: [deviceId] },
    );
    expect(told).toMatchObject({
      login: { device: [{ name: "pump-7", tags: [{ name: "site-a" }], services: [{ application: 28, port: 2222 }] }] },
    });
  });
});
