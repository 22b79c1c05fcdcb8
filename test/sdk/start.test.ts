import { projectFolder, writeFiles } from "../engine/support";
import { run } from "../support/run";

/** A program of a user, beside the packed package, under the mocks of a unit test. */
async function ran(program: string): Promise<unknown> {
  const folder = projectFolder();
  writeFiles(folder, {
    "program.cjs": `
      const pulumi = require("@pulumi/pulumi");
      pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
      const remoteit = require("pulumi-remoteit");
      (async () => { ${program} })();`,
  });
  const { stdout } = await run("node", ["program.cjs"], { cwd: folder });
  return JSON.parse(stdout) as unknown;
}

test("a program that declares resources loads neither the client nor what it is made of", async () => {
  const loaded = await ran(`
    const device = new remoteit.Device("pump", { deviceId: "80:00:00:00:00:00:00:01" });
    await new Promise((resolve) => device.id.apply(resolve));
    const files = Object.keys(require.cache).filter((file) => /[\\\\/](zod|graphql)[\\\\/]|provider[\\\\/](client|domains)/.test(file));
    console.log(JSON.stringify(files));`);
  expect(loaded).toEqual([]);
});

test("an error of a resource's constructor shows the line of the program, and errors after it are whole", async () => {
  const seen = (await ran(`
    const before = Error.stackTraceLimit;
    const stackOf = (work) => { try { work(); } catch (error) { return error.stack; } };
    const missing = stackOf(() => new remoteit.Device(undefined, {}));
    new remoteit.Tag("tag", { name: "site-a" });
    const own = stackOf(() => { throw new Error("mine"); });
    console.log(JSON.stringify({ missing, own, isSame: Error.stackTraceLimit === before }));`)) as Record<string, string>;
  expect(seen["missing"]).toMatch(/name.*program\.cjs/s);
  expect(seen["own"]).toMatch(/mine.*program\.cjs/s);
  expect(seen["isSame"]).toBe(true);
});
