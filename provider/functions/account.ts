import { graphql } from "../../api/generated";
import type { Context } from "../resources";

const GetAccount = graphql(/* GraphQL */ `
  query getAccount($accountId: String) {
    login {
      account(id: $accountId) {
        id
        email
        info {
          devices {
            total
            online
            offline
          }
        }
      }
    }
  }
`);

const GetApplicationTypes = graphql(/* GraphQL */ `
  query getApplicationTypes {
    applicationTypes {
      id
      name
      description
      port
      protocol
    }
  }
`);

export interface AccountInfo {
  id: string;
  email: string;
  /** How many devices the account holds, and how many of them are online and offline. */
  devices?: { total: number; online: number; offline: number };
}

/** A kind of service that remote.it knows. */
export interface ApplicationTypeInfo {
  /** The number that `application` of a Service takes. */
  id: number;
  name: string;
  description?: string;
  /** Default port; absent for generic types. */
  port?: number;
  /** TCP or UDP. */
  protocol?: string;
}

/** The account that the access key, or `accountId`, speaks for. */
export async function getAccount({ client }: Context): Promise<AccountInfo> {
  const { login } = await client.graphql(GetAccount, { accountId: client.settings.accountId }, { what: "Get the account" });
  const { id, email, info } = login.account;
  return { id, email, ...(info?.devices && { devices: info.devices }) };
}

/** Every application type that remote.it knows today. */
export async function getApplicationTypes({ client }: Context): Promise<ApplicationTypeInfo[]> {
  const { applicationTypes } = await client.graphql(GetApplicationTypes, {}, { what: "Get the application types" });
  return applicationTypes.map(({ id, name, description, port, protocol }) => ({
    id,
    name,
    ...(description !== null && { description }),
    ...(port !== null && { port }),
    ...(protocol !== null && { protocol }),
  }));
}
