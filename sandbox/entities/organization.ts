import { defineEntity } from "../entity";
import { nulls } from "../nulls";
import { membersOf } from "./members";
import { rolesOf } from "./roles";

const NOT_SET = [
  "domain",
  "verificationCNAME",
  "verificationValue",
  "providers",
  "identityProvider",
  "logoUrl",
  "color",
  "proxy",
  "samlName",
];

/** An account that somebody else may act for, or that has roles, is an organization, named after its owner; any other is none. */
export default defineEntity({
  fields: {
    User: {
      organization: (account, _args, { store }) =>
        membersOf(store, account).length + rolesOf(account).length > 0 ? account : null,
    },
    Organization: {
      name: ({ email }) => email,
      account: (account) => account,
      info: (account) => account,
      verified: false,
      samlEnabled: false,
      ...nulls(NOT_SET),
    },
  },
});
