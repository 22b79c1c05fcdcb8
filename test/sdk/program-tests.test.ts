import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, repository, writeFiles } from "../engine/support";
import { run } from "../support/run";

const page = readFileSync(join(repository, "docs/testing-your-programs.md"), "utf8");
const [program = "", itsTest = ""] = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);

/** What the page shows, beside the packed package as a user has it. */
async function tested(files: Record<string, string>) {
  const folder = projectFolder();
  writeFiles(folder, { "package.json": JSON.stringify({ name: "somebody", type: "module" }), ...files });
  return run("node", ["--test", "--test-reporter", "tap"], { cwd: folder });
}

test("the sample of the page on testing programs is tested as the page says, and every test of it passes", async () => {
  const { code, stdout } = await tested({ "fleet.ts": program, "fleet.test.ts": itsTest });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^# pass 3$/m) as unknown });
});

test("it fails where the program is another", async () => {
  const { code, stdout } = await tested({ "fleet.ts": program.replace("site-a", "site-b"), "fleet.test.ts": itsTest });
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^# pass 2$/m) as unknown });
});

test("in bun, where Pulumi runs no dynamic resource, a resource says what to do instead", async () => {
  const folder = projectFolder();
  writeFiles(folder, {
    "bun.cjs": `Object.defineProperty(process.versions, "bun", { value: "1.3.0" });
      const { Webhook } = require("pulumi-remoteit");
      try { new Webhook("w", { url: "https://example.com" }); } catch (error) { console.log(error.message); }`,
  });
  const { stdout } = await run("node", ["bun.cjs"], { cwd: folder });
  expect(stdout).toMatch(
    /^The resources of pulumi-remoteit are dynamic ones, .* Set `runtime: nodejs` .*, or use the plugin: .*\n$/,
  );
});

test("an argument that holds a map with the key __proto__ is an error that names it, before Pulumi loses it", async () => {
  const folder = projectFolder();
  writeFiles(folder, {
    "proto.cjs": `const { Device } = require("pulumi-remoteit");
      const attributes = JSON.parse('{ "deep": { "__proto__": 1 } }');
      try { new Device("d", { deviceId: "80:00:00:00:01:00:00:01", attributes }); } catch (error) { console.log(error.message); }`,
  });
  const { stdout } = await run("node", ["proto.cjs"], { cwd: folder });
  expect(stdout).toBe(
    "attributes.deep.__proto__: nothing can be called __proto__ here, since Pulumi for Node.js loses what it holds. Give it another name.\n",
  );
});

test("under mocks each resource and each function of the package works, and none asks an account", async () => {
  const everything = `
    import * as pulumi from "@pulumi/pulumi";
    const seen = [];
    await pulumi.runtime.setMocks({
      newResource: ({ type, name, inputs }) => (seen.push(type), { id: name + "-id", state: inputs }),
      call: ({ token, inputs }) => {
        seen.push([token, inputs]);
        return { devices: [{ id: "1" }, { id: "2" }], services: [{ id: "3" }], events: [], applicationTypes: [], command: "curl", id: "me" };
      },
    });
    const r = await import("pulumi-remoteit");
    const device = new r.Device("d", { provision: { projectKey: "k", projectSecret: pulumi.secret("s") }, notificationSettings: { emailNotifications: null } });
    const service = new r.Service("s", { deviceId: device.id, name: "ssh", application: 28 }, { ignoreChanges: ["port"] });
    const webhook = new r.Webhook("w", { url: "https://example.com" });
    const known = r.Device.get("known", "80:00:00:00:01:00:00:01");
    const ids = [];
    for await (const { id } of r.getDevices({ state: "active" })) ids.push(id);
    const answers = [ids, (await r.getDevice("80")).id, (await r.getService("80")).id, (await r.getServices("80")).length,
      await r.getEvents({ from: "2026-01-01" }), await r.getApplicationTypes(), (await r.getAccount()).id];
    const command = r.registrationCommand({ tags: ["a"] });
    const told = await new Promise((resolve) => command.apply(resolve));
    await new Promise((resolve) => pulumi.all([device, service, webhook, known].map(({ urn }) => urn)).apply(resolve));
    console.log(JSON.stringify({ seen, answers, told, secret: await pulumi.isSecret(command) }));`;
  const folder = projectFolder();
  writeFiles(folder, { "everything.mjs": everything });
  const env = { HOME: folder, R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "" };
  const { code, stdout, output } = await run("node", ["everything.mjs"], { cwd: folder, env });
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  const { seen, ...rest } = JSON.parse(stdout) as { seen: (string | [string, object])[] };
  expect(rest).toEqual({ answers: [["1", "2"], "me", "me", 1, [], [], "me"], told: "curl", secret: true });
  expect(seen.filter((one) => typeof one === "string").sort()).toEqual(
    ["Device", "Device", "Service", "Webhook"].map((name) => `pulumi-nodejs:dynamic/remoteit:${name}`),
  );
  expect(Object.fromEntries(seen.filter((one) => typeof one !== "string"))).toEqual({
    "remoteit:index:getDevices": { state: "active" },
    "remoteit:index:getDevice": { id: "80" },
    "remoteit:index:getService": { id: "80" },
    "remoteit:index:getServices": { deviceId: "80" },
    "remoteit:index:getEvents": { from: "2026-01-01" },
    "remoteit:index:getApplicationTypes": {},
    "remoteit:index:getAccount": {},
    "remoteit:index:getRegistrationCommand": { tags: ["a"] },
  });
});
