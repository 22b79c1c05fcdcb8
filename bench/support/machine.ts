import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { repository } from "../../test/engine/support";

/** Where the figures come from, and how busy it was: on another machine they differ, the ratios less so. */
export function machine(): string {
  const engine = JSON.parse(readFileSync(join(repository, ".work/engine.json"), "utf8")) as { version: string };
  const cpu = cpus();
  return [
    `${cpu.length} × ${cpu[0]?.model.trim() ?? "unknown CPU"}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${arch()}`,
    `Node ${process.versions.node}`,
    `Pulumi ${engine.version}`,
    `load average at the start ${loadavg()[0]?.toFixed(1) ?? "unknown"}`,
  ].join(", ");
}
