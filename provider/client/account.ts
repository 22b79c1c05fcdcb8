import { graphql } from "../../api/generated";

export const WhoAmI = graphql(/* GraphQL */ `
  query whoAmI($accountId: String) {
    login { id email account(id: $accountId) { id email } }
  }
`);
