import { type DocumentNode, Kind, parse } from "graphql";
import * as documents from "../../api/generated/graphql";

type OperationDocument = Extract<keyof typeof documents, `${string}Document`>;

/** What operations that the product sends are for, where their names do not say so. */
const features: Partial<Record<OperationDocument, string>> = {
  WhoAmIDocument: "every operation: it asks whose account answers",
  OfferedMutationsDocument: "choosing between GraphQL and REST",
  GetAccessDocument: "`doctor` and this command",
  GetAccountDocument: "the function getAccount",
  GetApplicationTypesDocument: "the function getApplicationTypes",
  GetEventsDocument: "the function getEvents",
  GetRegistrationDocument: "the function getRegistrationCommand",
  GetDevicesByIdDocument: "reading devices by id",
  GetServicesByIdDocument: "reading services by id",
  GetServicesOfDevicesDocument: "reading services by id where the schema has none by id",
  ListDevicesDocument: "listing devices: refresh of many, drift, inventory, getDevices",
  ListDeviceIdsDocument: "claiming a device",
  ListMarksDocument: "`inventory --marks`",
  GetUserMarksDocument: "`inventory --marks`",
  SetAttributesDocument: "attributes of a Device",
  ClaimDeviceDocument: "claiming a device",
  DeleteDeviceDocument: "deleting a Device",
  SetDeviceNotificationsDocument: "notifications of a Device",
  RenameDocument: "renaming devices and services",
  RegisterDeviceDocument: "provisioning a Device through GraphQL",
  AddServiceByHardwareIdDocument: "provisioning a Service through GraphQL",
  AddServiceDocument: "making a Service",
  RemoveServiceDocument: "deleting a Service",
  UpdateServiceDocument: "changing a Service",
  AddTagsDocument: "tags of a Device",
  RemoveTagsDocument: "tags of a Device",
  GetWebhookDocument: "reading the Webhook",
  SetWebhookDocument: "the Webhook",
  SetAccountAttributesDocument: "adopting the Webhook or a Tag",
};

/** What REST does where the schema lacks the mutation. */
export const restInstead: Partial<Record<string, string>> = {
  renameService: "renaming",
  addService: "adding services, with a bulk project",
  removeService: "removing services",
  deleteDevice: "deleting devices",
  updateAccount: "setting the language of an account, not its time zone",
};

export interface Operation {
  feature: string;
  document: DocumentNode;
}

/** Every operation that the product sends, from its own documents. */
export function ourOperations(): Operation[] {
  return Object.entries(documents).flatMap(([name, text]) => {
    if (!name.endsWith("Document")) return [];
    const document = parse(text.toString());
    const [operation] = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
    return [{ feature: features[name as OperationDocument] ?? `the operation ${operation}`, document }];
  });
}
