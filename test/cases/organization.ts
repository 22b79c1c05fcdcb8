import { type Account, defineCase } from "./case";

interface Answer {
  login: { id: string; organization: { name: string; domain: string | null; providers: string[] | null } | null };
}

const declared = { name: "Plant", domain: "example.com", providers: ["SAML"] };

const change = ({ control }: Account, wish: string) => control.change(`mutation { setOrganization(${wish}) }`);

export default defineCase({
  type: "Organization",
  declared: () => Promise.resolve(declared),
  changed: { name: "Works", domain: "example.org", providers: ["OIDC", "SAML"] },
  there: async (account) => {
    await change(account, 'name: "Plant", domain: "example.com", providers: [SAML]');
    return declared;
  },
  alter: async (account) => {
    await change(account, 'name: "Other", providers: null');
    return ["name", "providers"];
  },
  remove: ({ control }) => control.change("mutation { deleteOrganization }"),
  held: async ({ control }) => {
    const { login } = (await control.change("{ login { id organization { name domain providers } } }")) as Answer;
    const { id, organization } = login;
    if (!organization) return [];
    const { name, domain, providers } = organization;
    return [{ id, properties: { name, ...(domain !== null && { domain }), providers: providers ?? [] } }];
  },
});
