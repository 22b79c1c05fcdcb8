import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Member, Organization, Role } from "pulumi-remoteit";
import { readTeam } from "./read-team";

const organization = new Organization("organization", { name: new pulumi.Config().require("organization") });

// Viewers see everything; fitters reach what bears one of their tags, a device that is tagged later as well, and nothing else.
const dependsOn = [organization];
const roles: Record<string, Role> = {
  viewers: new Role("viewers", { name: "viewers", permissions: ["VIEW"], access: "ALL" }, { dependsOn }),
  fitters: new Role(
    "fitters",
    {
      name: "fitters",
      permissions: ["VIEW", "CONNECT", "MANAGE"],
      access: "TAG",
      tagFilter: { operator: "ANY", values: ["pumps", "valves"] },
    },
    { dependsOn },
  ),
};

/** A role of this program by its name, or a built-in one, which is written in capitals. */
function roleOf(name: string) {
  const role = roles[name];
  if (role) return { roleId: role.id };
  if (name === name.toUpperCase()) return { role: name };
  throw new Error(`There is no role ${name}: write ${Object.keys(roles).join(", ")}, or a built-in one such as ADMIN.`);
}

const team = readTeam(join(__dirname, "team.csv"));

for (const { email, role } of team) new Member(email, { email, ...roleOf(role) }, { dependsOn });

export const members = team.map(({ email }) => email);
