import { z } from "zod";
import type { Account } from "../accounts";
import { content, defineEntity } from "../entity";
import { PERMISSIONS, type Permission } from "../permissions";
import { rows } from "../rows";
import { now } from "../store";
import { putTag, tagsOn } from "../tagging";

/** It bears the tags of what its members may use. */
interface Role {
  id: string;
  name: string;
  permissions: readonly Permission[];
  access: "TAG" | "ALL";
  operator: "ANY" | "ALL";
  created: string;
}

/** Those that were made; every organization has that of its administrators as well. */
export const rolesOf = rows((): Role[] => []);

const form = z.array(
  z.strictObject({
    name: z.string().min(1).max(64),
    permissions: z.array(z.enum(PERMISSIONS)).default(["VIEW", "CONNECT"]),
    tags: z.array(z.string()).default([]),
    operator: z.enum(["ANY", "ALL"]).default("ANY"),
  }),
);

/** Clients can read them alone. */
export default defineEntity({
  fields: {
    Organization: {
      roles: (account) => [adminOf(account), ...rolesOf(account).map((role) => roleView(account, role))],
    },
  },
  content: {
    roles: content(form, (store, account, given) => {
      for (const { tags, ...facts } of given) {
        const id = `role-${rolesOf(account).length + 1}-${account.id}`;
        const role: Role = { ...facts, id, access: tags.length > 0 ? "TAG" : "ALL", created: now(store).toISOString() };
        rolesOf(account).push(role);
        for (const tag of tags) putTag(store, account, role, tag);
      }
    }),
  },
});

/** With the access TAG its members may use what bears these tags: nothing, once they are all deleted. */
function roleView(account: Account, role: Role) {
  const { operator, ...facts } = role;
  const values = tagsOn(account, role).map(({ name }) => name);
  return { ...facts, system: false, tag: role.access === "TAG" ? { operator, values } : null, updated: role.created };
}

/** The role of every member: one may do what the owner may. */
export const adminOf = ({ id, created }: Account) => ({
  id: `admin-${id}`,
  name: "Admin",
  system: true,
  access: "ALL",
  permissions: PERMISSIONS,
  tag: null,
  created,
  updated: created,
});
