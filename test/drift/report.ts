import type { Finding, Managed, Report } from "../../drift";
import { managedIn, summaryOf } from "../../drift/report";

const id = (number: number) => `80:00:00:00:01:00:00:0${number}`;

export const changed = (more: Partial<Finding> = {}): Finding => ({
  status: "changed",
  type: "Device",
  id: id(1),
  name: "pump",
  urn: "urn:pulumi:dev::shop::x::pump",
  stack: "dev",
  changes: [
    { path: "name", kind: "update", expected: "pump", actual: "theirs" },
    { path: "attributes.site.floor", kind: "remove", expected: 1 },
    { path: "attributes.color", kind: "add", actual: 2 },
  ],
  remedy: "up",
  ...more,
});
export const unmanaged = (more: Partial<Finding> = {}): Finding => ({
  status: "unmanaged",
  type: "Service",
  id: id(2),
  name: "tmp-7",
  remedy: "adopt",
  ...more,
});
export const managed: Managed = { type: "Device", id: id(3), name: "meter", urn: "urn:pulumi:dev::shop::x::meter", stack: "dev" };

export function reportOf(...findings: Finding[]): Report {
  const inSync = [managed];
  const summary = summaryOf(findings, inSync, managedIn(findings, inSync));
  return { stacks: ["dev"], account: { id: "A" }, summary, findings, inSync, hidden: 0, warnings: [] };
}
