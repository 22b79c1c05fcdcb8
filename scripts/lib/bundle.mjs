import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

const require = createRequire(import.meta.url);

/**
 * One file of an entry and what it imports. Their licences stand beside it, in THIRD-PARTY.txt.
 *
 * @param {string} entry A TypeScript file.
 * @param {string} outfile
 * @param {string} name What the file is called in the package.
 * @param {string[]} external Packages that it finds among those of whoever installed it.
 */
export async function bundle(entry, outfile, name, external) {
  const { build } = require("esbuild");
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    minifySyntax: true,
    minifyWhitespace: true, // names stay: they tell in an error what failed
    legalComments: "none", // each licence stands whole beside the bundle
    logLevel: "warning",
    external,
  });
  writeFileSync(join(dirname(outfile), "THIRD-PARTY.txt"), licences(name, Object.keys(metafile.inputs)));
}

/** Name, version and licence of each package that these files belong to, as the licences ask of a copy. */
function licences(name, files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), "utf8").trim() : "(The package holds no text of it.)"}\n`;
  });
  return `${name} holds code of these packages.\n\n${[...new Set(texts)].join(`\n${"-".repeat(80)}\n\n`)}`;
}
