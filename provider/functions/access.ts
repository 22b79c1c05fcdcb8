import { graphql } from "../../api/generated";
import type { RolePermission } from "../../api/generated/graphql";
import { accountIn } from "../client";
import { PAGE_SIZE } from "../inventory";
import type { Context } from "../resources";

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
  /** How many of those shown may be renamed, changed and deleted. */
  manageable: number;
  /** How many of those shown take services through the API. */
  configurable: number;
}

const manages: readonly RolePermission[] = ["MANAGE", "ADMIN"];

/** Asks with one request, which changes nothing. */
export async function getAccess({ client }: Context): Promise<Access> {
  const variables = { accountId: client.settings.accountId, size: PAGE_SIZE };
  const about = { what: "Ask what the access key may do" };
  const { total, items } = accountIn(await client.graphql(GetAccess, variables, about), client, about).devices;
  return {
    total,
    asked: PAGE_SIZE,
    shown: items.length,
    manageable: items.filter(({ permissions }) => permissions.some((one) => manages.includes(one))).length,
    configurable: items.filter(({ configurable }) => configurable).length,
  };
}
