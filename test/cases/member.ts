import { type Account, defineCase, numbered } from "./case";

interface Answer {
  login: {
    id: string;
    organization: {
      members: { user: { email: string }; license: string; customRole: { id: string; name: string; system: boolean } }[];
    } | null;
  };
}

const EMAIL = "ann@example.com";

/** An organization with a role, and somebody who has an account: that outlives a reset of the sandbox. */
async function found({ control }: Account): Promise<string> {
  await control.account(EMAIL).catch(() => undefined);
  await control.change('mutation { setOrganization(name: "Plant") }');
  const { createRole } = (await control.change('mutation { createRole(name: "fitters", grant: [VIEW]) { id } }')) as {
    createRole: { id: string };
  };
  return createRole.id;
}

const emailIn = (id: string) => id.slice(id.indexOf("/") + 1);

export default defineCase({
  type: "Member",
  declared: async (account) => ({ email: EMAIL, roleId: await found(account), license: "LICENSED" }),
  changed: { role: "NO_ACCESS", roleId: undefined, license: "UNLICENSED" },
  together: ["role", "roleId"],
  several: async (account, count) => {
    const roleId = await found(account);
    const emails = numbered(count, (number) => `ann-${number}@example.com`);
    await Promise.all(emails.map((email) => account.control.account(email).catch(() => undefined)));
    return emails.map((email) => ({ email, roleId }));
  },
  there: async (account) => {
    const roleId = await found(account);
    await account.control.change('mutation($roleId: ID) { setMember(email: ["ann@example.com"], roleId: $roleId) }', { roleId });
    return { email: EMAIL, roleId, license: "LICENSED" };
  },
  alter: async ({ control }, id) => {
    await control.change("mutation($email: [String!]!) { setMember(email: $email, role: ADMIN) }", { email: [emailIn(id)] });
    return ["role", "roleId"];
  },
  remove: ({ control }, id) =>
    control.change("mutation($email: [String!]!) { removeMember(email: $email) }", { email: [emailIn(id)] }),
  held: async ({ control }) => {
    const { login } = (await control.change(
      "{ login { id organization { members { user { email } license customRole { id name system } } } } }",
    )) as Answer;
    return (login.organization?.members ?? []).map(({ user: { email }, license, customRole: { id, name, system } }) => ({
      id: `${login.id}/${email}`,
      properties: { email, license, ...(system ? { role: name.toUpperCase().replace(" ", "_") } : { roleId: id }) },
    }));
  },
});
