import { z } from "zod";
import { graphql } from "../../../api/generated";
import { accountIn } from "../../client";
import { field } from "../../core/field";
import { readApplicationTypes } from "../services/application-types";
import { defineGet } from "../../lifecycle";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";
import { accountSettings } from "./account-settings";
import { webhook } from "./webhook";

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

const deviceCounts = z.object({ total: z.int(), online: z.int(), offline: z.int() }).meta({ title: "DeviceCounts" });

const applicationType = z
  .object({
    id: z.int().describe("The number that `application` of a Service takes."),
    name: z.string(),
    description: z.string().optional(),
    port: z.int().optional().describe("Default port; absent for generic types."),
    protocol: z.string().optional().describe("TCP or UDP."),
  })
  .meta({ title: "ApplicationTypeInfo", description: "A kind of service that remote.it knows." });

export const getAccount = defineFunction({
  name: "getAccount",
  describe: "Tells which account the access key, or `accountId`, speaks for.",
  args: {},
  result: {
    id: field(z.string(), "Id of the account."),
    email: field(z.string().optional(), "Its owner's address; absent where that user was deleted."),
    devices: field(deviceCounts.optional(), "How many devices the account holds, and how many of them are online and offline."),
  },
  resultType: "AccountInfo",
  async run({ client }) {
    const about = { what: "Getting the account" };
    const data = await client.graphql(GetAccount, { accountId: client.settings.accountId }, about);
    const { id, email, info } = accountIn(data, client, about);
    return { id, ...(email !== null && { email }), ...(info?.devices && { devices: info.devices }) };
  },
});

export const getApplicationTypes = defineFunction({
  name: "getApplicationTypes",
  describe: "Lists every application type that remote.it knows today, with the numbers that `application` of a Service takes.",
  args: {},
  result: { applicationTypes: field(z.array(applicationType), "The application types.") },
  async run({ client }) {
    const types = await readApplicationTypes(client, { what: "Getting the application types" });
    return { applicationTypes: types.map(present) };
  },
});

/** An account has one webhook: its id is the account's. */
export const getWebhook = defineGet(webhook, { args: {}, id: (_args, accountId) => accountId });

export const getAccountSettings = defineGet(accountSettings, { args: {}, id: (_args, accountId) => accountId });
