import type { OrganizationRole } from "../../../api/generated/graphql";
import type { Obstacle } from "../../core/obstacle";
import { isUnknown } from "../../core/unknown";
import { called } from "../shared/called";
import { type RoleChoice, spelledRole } from "./member-calls";
import type { FoundView } from "./overview";
import { type RoleRecord, rolesIn } from "./role-calls";

/** What a program declares of a member: either `roleId` or `role`. */
type Wanted = Readonly<Record<string, unknown>>;

/** What setMember knew before organizations had roles of their own. */
const BEFORE: readonly string[] = ["ADMIN", "MEMBER", "NO_ACCESS"] satisfies OrganizationRole[];

/** The roles that the account shows: those of its list, and those that its members have. */
function shownRoles(view: FoundView): Pick<RoleRecord, "id" | "name" | "system" | "permissions">[] {
  const ofMembers = view.organization.members.map(({ customRole }) => customRole);
  return [...new Map([...ofMembers, ...rolesIn(view)].map((role) => [role.id, role])).values()];
}

/** The role that is meant, where the account shows it. */
function roleMeant(view: FoundView, { roleId, role }: Wanted) {
  const shown = shownRoles(view);
  if (typeof roleId === "string") return shown.find(({ id }) => id === roleId);
  return shown.find(({ name, system }) => system && spelledRole(name) === spelledRole(String(role)));
}

/** What is sent for it. */
export function roleChoice(view: FoundView, wanted: Wanted): RoleChoice {
  const found = roleMeant(view, wanted);
  if (found) return { roleId: found.id };
  if (typeof wanted["roleId"] === "string") return { roleId: wanted["roleId"] };
  return { role: spelledRole(String(wanted["role"])) as OrganizationRole };
}

/** Whether members with that role administer the organization; undefined where the account does not show it. */
export const isAdminRole = (view: FoundView, wanted: Wanted): boolean | undefined =>
  roleMeant(view, wanted)?.permissions.includes("ADMIN");

/** What stands against giving a member that role. */
export function roleObstacles(view: FoundView, wanted: Wanted): Obstacle[] {
  if (isUnknown(wanted["roleId"]) || isUnknown(wanted["role"])) return [];
  const found = roleMeant(view, wanted);
  const shown = shownRoles(view);
  if (typeof wanted["roleId"] === "string") {
    if (found?.system) {
      const why = `${found.id} is the built-in role "${found.name}".`;
      return [{ property: "roleId", why, remedy: `Write role: "${spelledRole(found.name)}" instead.` }];
    }
    if (found) return [];
    const roles = shown.filter(({ system }) => !system).map(({ name, id }) => called(name, id));
    const why = `The organization has no role ${wanted["roleId"]}. It has ${roles.join(", ") || "no roles but the built-in ones"}.`;
    return [{ property: "roleId", why, remedy: "Write the id of one of its roles, or that of a Role resource." }];
  }
  const builtIn = shown.filter(({ system }) => system).map(({ name }) => spelledRole(name));
  if (found || BEFORE.includes(spelledRole(String(wanted["role"])))) return [];
  const why = `The organization has no built-in role ${String(wanted["role"])}.`;
  return [{ property: "role", why, remedy: `Write one of ${[...new Set([...builtIn, ...BEFORE])].join(", ")}; or roleId.` }];
}
