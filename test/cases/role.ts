import { type Account, defineCase, numbered } from "./case";

interface Role {
  id: string;
  name: string;
  system: boolean;
  access: string;
  permissions: string[];
  tag: { operator: string; values: string[] } | null;
}

interface Answer {
  login: { organization: { roles: Role[] } | null };
}

const declared = { name: "fitters", permissions: ["VIEW", "CONNECT"], access: "ALL" };

const found = ({ control }: Account) => control.change('mutation { setOrganization(name: "Plant") }');

export default defineCase({
  type: "Role",
  declared: async (account) => {
    await found(account);
    return declared;
  },
  several: async (account, count) => {
    await found(account);
    return numbered(count, (number) => ({ ...declared, name: `fitters-of-line-${number}` }));
  },
  changed: {
    name: "fitters-2",
    permissions: ["MANAGE", "VIEW"],
    access: "TAG",
    tagFilter: { operator: "ALL", values: ["pumps", "plant-1"] },
  },
  together: ["access", "tagFilter"],
  there: async (account) => {
    await found(account);
    const { createRole } = (await account.control.change(
      'mutation { createRole(name: "fitters", grant: [VIEW, CONNECT]) { id } }',
    )) as { createRole: { id: string } };
    await account.control.change("mutation($id: String!) { updateRole(id: $id, access: ALL) { id } }", { id: createRole.id });
    return declared;
  },
  alter: async ({ control }, id) => {
    await control.change("mutation($id: String!) { updateRole(id: $id, grant: [ADMIN], access: NONE) { id } }", { id });
    return ["permissions", "access"];
  },
  remove: ({ control }, id) => control.change("mutation($id: String!) { deleteRole(id: $id) }", { id }),
  held: async ({ control }) => {
    const { login } = (await control.change(
      "{ login { organization { roles { id name system access permissions tag { operator values } } } } }",
    )) as Answer;
    const roles = (login.organization?.roles ?? []).filter(({ system }) => !system);
    return roles.map(({ id, name, access, permissions, tag }) => ({
      id,
      properties: { name, access, permissions, ...(tag && { tagFilter: tag }) },
    }));
  },
});
