import { statuses, type Change, type Finding, type Managed, type Report } from "../../../drift/report";

const idOf = (index: number) => `80:00:${(index + 0x1000000).toString(16).padStart(12, "0").match(/../g)?.join(":") ?? ""}`;

const urnOf = (stack: string, type: string, name: string) =>
  `urn:pulumi:${stack}::fleet::pulumi-nodejs:dynamic/remoteit:${type}::${name}`;

export function managed(index: number, more: Partial<Managed> = {}): Managed {
  const { type = "Device", stack = "prod", name = `sensor-${String(index).padStart(4, "0")}` } = more;
  return { type, id: idOf(index), name, urn: urnOf(stack, type, name), stack, ...more };
}

const remedies = {
  changed: "pulumi up",
  missing: "pulumi refresh && pulumi up",
  unmanaged: "pulumi-remoteit drift --adopt-code",
  "not-checked": "Use a key of the account that the stack was made with",
};

export function changed(index: number, changes: Change[], more: Partial<Managed> = {}): Finding {
  return { status: "changed", ...managed(index, more), changes, remedy: remedies.changed };
}

export function missing(index: number, more: Partial<Managed> = {}): Finding {
  return { status: "missing", ...managed(index, more), remedy: remedies.missing };
}

export function unmanaged(index: number, more: Partial<Managed> = {}): Finding {
  const { type, id, name } = managed(index, more);
  return { status: "unmanaged", type, id, name, remedy: remedies.unmanaged };
}

export function notChecked(index: number, reason: string, more: Partial<Managed> = {}): Finding {
  return { status: "not-checked", ...managed(index, more), reason, remedy: remedies["not-checked"] };
}

/** A report whose summary counts these findings. */
export function reportOf(findings: Finding[], inSync: Managed[] = [], more: Partial<Report> = {}): Report {
  const count = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length;
  const all = findings.length + inSync.length - count("missing");
  return {
    stacks: ["prod"],
    account: { id: "0a1b2c3d-1111-2222-3333-444455556666", email: "ops@example.com" },
    summary: {
      inSync: inSync.length,
      changed: count("changed"),
      missing: count("missing"),
      unmanaged: count("unmanaged"),
      notChecked: count("not-checked"),
      coverage: all === 0 ? 1 : Math.round((1 - count("unmanaged") / all) * 10_000) / 10_000,
    },
    findings: [...findings].sort((one, other) => statuses.indexOf(one.status) - statuses.indexOf(other.status)),
    inSync,
    hidden: 0,
    warnings: [],
    ...more,
  };
}

export const empty = () => reportOf([]);

/** Each status once or a few times, two stacks, nested and long values, a hidden finding and a warning. */
export function small(): Report {
  const color: Change = { path: "attributes.color", kind: "update", expected: "red", actual: "blue" };
  return reportOf(
    [
      ...Array.from({ length: 4 }, (_, index) => changed(index, [color])),
      changed(10, [
        { path: "name", kind: "update", expected: "pump-west", actual: "pump-westt" },
        { path: "tags", kind: "update", expected: ["site", "pump"], actual: ["site"] },
        {
          path: 'attributes["floor plan"]',
          kind: "add",
          actual: { level: 3, rooms: Array.from({ length: 60 }, (_, room) => `room ${room}`) },
        },
      ]),
      changed(11, [{ path: "port", kind: "remove", expected: 22 }], { type: "Service", stack: "staging", name: "ssh" }),
      missing(20, { name: "gate-north" }),
      unmanaged(30, { name: "本社のカメラ 📷" }),
      unmanaged(31, { name: "مضخة المياه" }),
      notChecked(40, "The key may not read this device (no permission)", { stack: "staging" }),
    ],
    Array.from({ length: 24 }, (_, index) => managed(100 + index, index % 3 === 0 ? { type: "Service", stack: "staging" } : {})),
    { stacks: ["prod", "staging"], hidden: 3, warnings: ["The ignore rule for device:old-* matches nothing any more"] },
  );
}

/** As many findings as asked: one change on most devices, renamed ones, several on the rest, in the company of as many in sync. */
export function large(size = 5000): Report {
  const one = (index: number): Finding => {
    const path = `attributes.site${Math.floor(index / 20) % 12}`;
    if (index % 10 < 5) return changed(index, [{ path: "tags", kind: "update", expected: ["fleet"], actual: [] }]);
    if (index % 10 === 5)
      return changed(index, [{ path: "name", kind: "update", expected: `sensor-${index}`, actual: `spare-${index}` }]);
    if (index % 10 === 6)
      return changed(index, [{ path, kind: "update", expected: "on", actual: "off" }], { type: "Service", name: "ssh" });
    if (index % 10 === 7) return missing(index, { type: index % 4 === 3 ? "Device" : "Service" });
    return index % 100 === 8 ? notChecked(index, "The key may not read this device (no permission)") : unmanaged(index);
  };
  return reportOf(
    Array.from({ length: size }, (_, index) => one(index)),
    Array.from({ length: 2 * size }, (_, index) => managed(1_000_000 + index)),
  );
}

/** The whole of what a format writes. */
export const whole = (chunks: Iterable<string>) => Array.from(chunks).join("");
