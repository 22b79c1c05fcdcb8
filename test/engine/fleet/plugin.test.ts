import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { device, heldDevices } from "../../domains/fleets/support";
import { yamlStack } from "../plugin/support/yaml-stack";

const account = useAccount();

const pumps = (site: number) => ({
  type: "remoteit:Fleet" as const,
  properties: {
    selector: { tags: { any: ["pump"] } },
    template: { tags: ["managed"], attributes: { site }, services: [{ name: "ssh", application: "SSH" }] },
  },
});

const pump = (name: string) => device(account.control, { name, tags: ["pump"] });

describeWithLanguageHost("yaml", () => {
  test("a fleet of the plugin is looked at before each preview and up, and a conflict is found by the preview", async () => {
    const [first] = [await pump("a"), await pump("b")];
    const stack = await yamlStack({ resources: { pumps: pumps(1) } }, { config: account.config() });
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    await pump("c");
    const newcomer = await stack.preview();
    expect(newcomer.changes).toMatchObject({ update: 1 });
    expect(newcomer.output).toMatch(/Fleet "pumps": 1 of 3 devices that match would change:\s+"c" \(/);
    expect((await stack.up()).changes).toMatchObject({ update: 1 });
    expect((await heldDevices(account.control)).filter(({ tags }) => tags.includes("managed"))).toHaveLength(3);
    stack.edit({
      resources: {
        pumps: pumps(1),
        own: { type: "remoteit:Device", properties: { deviceId: first, attributes: { site: 2 } } },
      },
    });
    const conflict = await stack.preview();
    expect(conflict.errors.join("\n")).toContain('Fleet "pumps" and Device');
  });
});
