import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { functions, type Reading } from "../provider/domains/functions";
import { kinds } from "../provider/domains";
import { architecturePage } from "./generate/architecture";
import { assumptionsPage } from "./generate/assumptions";
import { cliPage } from "./generate/cli";
import { configurationPage } from "./generate/configuration";
import { driftReportSchema } from "./generate/drift-report";
import { entitiesIndex } from "./generate/entities";
import { functionsPage } from "./generate/functions";
import { failuresPage } from "./generate/failures";
import { ownershipPage } from "./generate/ownership";
import { permissionsPage } from "./generate/permissions";
import { referencePage } from "./generate/reference";
import { dynamicModule, fileOf, packageWithExports, readmeWithResources, sdkResources } from "./generate/registered";
import { packageSchema } from "./generate/schema";
import { sdkClass } from "./generate/sdk";
import { sdkTypes } from "./generate/types";

const readings = Object.values(functions) as unknown as Reading[];

/** Writes what is derived from the declarations of resources, functions and settings, below the folder given (default: this project). */
async function main(root = process.cwd()): Promise<void> {
  for (const resource of kinds) {
    const name = fileOf(resource);
    await write(join(root, "sdk", `${name}.ts`), sdkClass(resource));
    await write(join(root, "provider", "dynamic", `${name}.ts`), dynamicModule(resource));
    await write(join(root, "docs", "reference", `${name}.md`), referencePage(resource));
  }
  await write(join(root, "sdk", "resources.ts"), sdkResources(kinds));
  await write(join(root, "package.json"), packageWithExports(readFileSync("package.json", "utf8"), kinds));
  await write(join(root, "README.md"), readmeWithResources(readFileSync("README.md", "utf8"), kinds));
  await write(join(root, "sdk", "types.ts"), sdkTypes(readings));
  await write(join(root, "provider", "plugin", "schema.json"), JSON.stringify(packageSchema(kinds, readings), undefined, 2));
  await write(join(root, "sandbox", "entities", "index.ts"), entitiesIndex(join("sandbox", "entities")));
  await write(join(root, "docs", "reference", "functions.md"), functionsPage(readings));
  await write(join(root, "docs", "cli.md"), cliPage());
  await write(join(root, "docs", "api-assumptions.md"), assumptionsPage());
  await write(join(root, "docs", "architecture.md"), architecturePage());
  await write(join(root, "docs", "configuration.md"), configurationPage());
  await write(join(root, "docs", "failures.md"), failuresPage());
  await write(join(root, "docs", "ownership.md"), ownershipPage());
  await write(join(root, "docs", "permissions.md"), permissionsPage(kinds));
  await write(join(root, "docs", "drift-report.schema.json"), driftReportSchema());
}

async function write(path: string, text: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const isLaidOut = /\.(ts|json)$/.test(path);
  writeFileSync(path, isLaidOut ? await format(text, { ...(await resolveConfig("package.json")), filepath: path }) : text);
}

void main(process.argv[2]);
