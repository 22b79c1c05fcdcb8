import { graphql } from "../../../api/generated";
import type { RolePermission } from "../../../api/generated/graphql";
import { accountIn } from "../../client";
import { PAGE_SIZE } from "../../inventory";
import type { Context } from "../../lifecycle";

const GetAccess = graphql(/* GraphQL */ `
  query getAccess($accountId: String, $size: Int) {
    login {
      account(id: $accountId) {
        devices(size: $size) {
          total
          items {
            permissions
            configurable
          }
        }
      }
    }
  }
`);

/** What the access key's user may do to the devices of the account, as far as one page shows it. */
export interface Access {
  /** How many devices the account shows to the user. */
  total: number;
  /** How many one page was asked for: the most that the API gives. */
  asked: number;
  /** How many it had. */
  shown: number;
  /** How many of those shown may be renamed, changed and deleted: by MANAGE. */
  manageable: number;
  /** How many of those shown may get and lose tags: by ADMIN, which does not bring MANAGE (api/README.md, A). */
  taggable: number;
  /** How many of those shown take services through the API. */
  configurable: number;
}

/** Asks with one request, which changes nothing. */
export async function getAccess({ client }: Context): Promise<Access> {
  const variables = { accountId: client.settings.accountId, size: PAGE_SIZE };
  const about = { what: "Asking what the access key may do" };
  const { total, items } = accountIn(await client.graphql(GetAccess, variables, about), client, about).devices;
  const having = (permission: RolePermission) => items.filter(({ permissions }) => permissions.includes(permission)).length;
  return {
    total,
    asked: PAGE_SIZE,
    shown: items.length,
    manageable: having("MANAGE"),
    taggable: having("ADMIN"),
    configurable: items.filter(({ configurable }) => configurable).length,
  };
}
