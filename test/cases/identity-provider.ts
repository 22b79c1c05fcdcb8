import { type Account, defineCase } from "./case";

interface Answer {
  login: {
    id: string;
    organization: { identityProvider: { type: string; clientId: string | null; issuer: string | null } | null } | null;
  };
}

const ISSUER = "https://login.example.com";

/** An organization whose domain is verified. */
async function found({ control }: Account): Promise<void> {
  await control.change('mutation { setOrganization(name: "Plant", domain: "example.com") }');
  await control.domain();
}

const CONFIGURE = `mutation($enabled: Boolean, $type: String, $clientId: String, $clientSecret: String, $issuer: String) {
  configureOrgIdentityProvider(enabled: $enabled, type: $type, clientId: $clientId, clientSecret: $clientSecret, issuer: $issuer)
}`;

const oidc = { enabled: true, type: "OIDC", clientId: "remoteit", clientSecret: "open-sesame", issuer: ISSUER };

export default defineCase({
  type: "IdentityProvider",
  declared: async (account) => {
    await found(account);
    return { type: "OIDC", clientId: "remoteit", clientSecret: "open-sesame", issuer: ISSUER };
  },
  changed: { type: "SAML", metadata: "<EntityDescriptor/>", clientId: undefined, clientSecret: undefined, issuer: undefined },
  together: ["type", "metadata", "clientId", "clientSecret", "issuer"],
  there: async (account) => {
    await found(account);
    await account.control.change(CONFIGURE, oidc);
    return { type: "OIDC", clientId: "remoteit", clientSecret: "open-sesame", issuer: ISSUER };
  },
  alter: async ({ control }) => {
    await control.change(CONFIGURE, { enabled: false, type: "OIDC" });
    await control.change(CONFIGURE, { ...oidc, clientId: "another" });
    return ["clientId"];
  },
  // Switched off alone, it is changed to whoever declares it.
  remove: ({ control }) => control.change("mutation { deleteOrganization }"),
  isMadeOnce: true,
  held: async ({ control }) => {
    const { login } = (await control.change(
      "{ login { id organization { identityProvider { type clientId issuer } } } }",
    )) as Answer;
    const provider = login.organization?.identityProvider;
    if (!provider) return [];
    const { type, clientId, issuer } = provider;
    const properties = { type, ...(clientId !== null && { clientId }), ...(issuer !== null && { issuer }) };
    return [{ id: login.id, properties }];
  },
});
