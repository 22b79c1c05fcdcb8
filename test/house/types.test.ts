import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { consumer, projectFolder, repository, writeFiles } from "../engine/support";
import { run } from "../support/run";

const folder = join(consumer(), "node_modules/pulumi-remoteit");

/** Another compiler than the project's own: the folder of its package. `npm run matrix` gives it. */
const compiler = process.env["MATRIX_TYPESCRIPT"] ?? join(repository, "node_modules/typescript");
const { version } = createRequire(__filename)(join(compiler, "package.json")) as { version: string };
const major = Number(version.split(".")[0]);

const program = `import * as pulumi from "@pulumi/pulumi";
import { Device, Service, Webhook, getAccount, type ApplicationName } from "pulumi-remoteit";
const pump = new Device("pump", { claimCode: "code", name: "pump-7", tags: ["site-a"] });
const application: ApplicationName = "SSH";
const ssh = new Service("pump-ssh", { deviceId: pump.id, name: "ssh", application, port: 22 });
new Webhook("events", { url: "https://example.com/remoteit" });
export const port: pulumi.Output<number | undefined> = ssh.port;
export const account = getAccount().then(({ email }) => email);
`;

const own = `import { controlOf, startSandbox, type SandboxOptions } from "pulumi-remoteit/sandbox";
const options: SandboxOptions = { devices: 1, world: { signature: "rfc9421" } };
void startSandbox(options).then(async ({ control, stop }) => {
  const { total }: { total: number } = await controlOf(control).requests();
  await controlOf(control).faults([{ kind: "status", status: 500, match: { operation: "addTags" } }]);
  await controlOf(control).agent({ hardwareId: "hw-1", services: [{ application: 28 }], permissions: ["VIEW"] });
  return stop().then(() => total);
});
`;

/** The others make no difference that `npm test` waits for. */
const isQuick = process.env["MATRIX_TYPESCRIPT"] === undefined;

/** Each way to find modules that a project may be set to. Node10, of the years before \`exports\`, went with TypeScript 7. */
const settings: { module: string; moduleResolution: string; type?: string; quick?: boolean; [option: string]: unknown }[] = [
  ...(major < 7 ? [{ module: "commonjs", moduleResolution: "node10", quick: true }] : []),
  { module: "commonjs", moduleResolution: major < 7 ? "node10" : "bundler", exactOptionalPropertyTypes: true },
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext", verbatimModuleSyntax: true, type: "module", quick: true },
  { module: "esnext", moduleResolution: "bundler" },
];

// Strict, with neither skipLibCheck nor esModuleInterop: what the package declares must be right as well, and need nothing.
test.each(settings.filter(({ quick }) => quick === true || !isQuick))(
  `TypeScript ${version} compiles a program with $module, $moduleResolution`,
  async ({ type = "commonjs", quick: _quick, ...setting }) => {
    const project = projectFolder();
    const compilerOptions = {
      ...{ strict: true, skipLibCheck: false, noEmit: true, target: "es2022", types: ["node"] },
      ...{
        typeRoots: [join(repository, "node_modules/@types")],
        ...(major === 6 && { ignoreDeprecations: "6.0" }),
        ...(major < 7 && { esModuleInterop: type === "module" }),
        ...setting,
      },
    };
    writeFiles(project, {
      "package.json": JSON.stringify({ name: "somebody", type }),
      "tsconfig.json": JSON.stringify({ compilerOptions, files: ["index.ts", "own.ts"] }),
      "index.ts": program,
      "own.ts": own,
    });
    const { code, output } = await run("node", [join(compiler, "bin/tsc"), "-p", project], { cwd: project });
    expect({ code, output }).toEqual({ code: 0, output: "" });
  },
);

test("the TypeScript that Pulumi brings for programs without their own, 3.8, can read the declarations", async () => {
  const project = projectFolder();
  const check = `const ts = require("@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js");
    const options = { strict: true, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS, noEmit: true, skipLibCheck: true, types: [] };
    options.moduleResolution = ts.ModuleResolutionKind.NodeJs;
    const found = ts.getPreEmitDiagnostics(ts.createProgram([${JSON.stringify(join(project, "index.ts"))}], options));
    const ours = found.filter(({ file }) => !/node_modules\\/(?!pulumi-remoteit)/.test(file?.fileName ?? ""));
    console.log(JSON.stringify(ours.map(({ file, messageText }) => [file?.fileName, messageText])));`;
  writeFiles(project, {
    "index.ts": program.replace(
      /import \{ Device.*/,
      'import { Device, Service, Webhook, getAccount, ApplicationName } from "pulumi-remoteit";',
    ),
    "check.js": check,
  });
  const { stdout, output } = await run("node", ["check.js"], { cwd: project });
  expect([stdout.trim(), output.trim()]).toEqual(["[]", "[]"]);
});

test("the declarations that a program is compiled with name Pulumi's SDK and each other, and no library", () => {
  const declarations = new Set<string>();
  const outside = new Set<string>();
  const follow = (file: string): void => {
    if (declarations.has(file)) return;
    declarations.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import|import\(|require\()\s*"([^"\s]+)"/g)) {
      if (name.startsWith(".")) follow(`${join(dirname(file), name)}.d.ts`);
      else outside.add(name);
    }
  };
  follow(join(folder, "dist/sdk/index.d.ts"));
  follow(join(folder, "dist/sandbox/index.d.ts"));
  for (const name of readdirSync(join(folder, "dist/provider/dynamic")).filter((name) => name.endsWith(".d.ts")))
    follow(join(folder, "dist/provider/dynamic", name));
  expect([...outside].sort()).toEqual(["@pulumi/pulumi", "@pulumi/pulumi/dynamic"]);
  // And none is packed that no program sees.
  const packed = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".d.ts"),
  );
  const seen = [...declarations].map((file) => relative(join(folder, "dist"), file));
  expect(packed.filter((name) => !seen.includes(name) && name !== "sdk/declare.d.ts")).toEqual([]);
  expect(seen.filter((name) => !existsSync(join(folder, "dist", name)))).toEqual([]);
});
