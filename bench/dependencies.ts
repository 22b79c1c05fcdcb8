import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consumer, repository } from "../test/engine/support";
import type { Measure, Row } from "./support/measure";
import { install, manifestIn } from "./support/npm";
import { exactly } from "./support/sample";
import { markdown } from "./support/table";
import { bytes, count } from "./support/units";

const PEER = "@pulumi/pulumi";

export const dependencies: Measure = {
  title: "Runtime dependencies",
  about:
    `A real \`npm install\` of the packed package without its peer, beside one of the peer, ${PEER}, which every program has already. ` +
    "Sizes are those of the installed files.",
  run: () => {
    const folder = mkdtempSync(join(tmpdir(), "remoteit-install-"));
    try {
      const own = manifestIn(repository);
      const packed = join(consumer(), `${own.name}-${own.version}.tgz`);
      const ours = install(join(folder, "ours"), ["--omit=peer", packed]);
      const theirs = install(join(folder, "peer"), [`${PEER}@${own.devDependencies?.[PEER] ?? "latest"}`]);
      const peer = theirs.find(({ name }) => name === PEER);
      const row = (name: string, our: number, their: number, unit: Row["unit"]): Row => ({
        name,
        ours: exactly(our),
        than: PEER,
        other: exactly(their),
        unit,
      });
      return Promise.resolve({
        rows: [
          row("direct dependencies", number(own.dependencies), number(peer?.dependencies), count),
          row("all that is installed with it", ours.length - 1, theirs.length - 1, count),
          row("size, itself included", total(ours), total(theirs), bytes),
        ],
        notes: [
          markdown(
            ["installed", "version", "size"],
            ours.map(({ name, version, size }) => [name, version, bytes(size)]),
          ),
          "Why each is there: docs/decisions/0004-runtime-dependencies.md.",
        ],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const number = (dependencies = {}): number => Object.keys(dependencies).length;
const total = (packages: readonly { size: number }[]): number => packages.reduce((sum, { size }) => sum + size, 0);
