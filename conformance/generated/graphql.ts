/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type RolePermission =
  | 'ADMIN'
  | 'CONNECT'
  | 'MANAGE'
  | 'SCRIPTING'
  | 'VIEW';

export type ConformanceAttributesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceAttributesQuery = { login: { account: { device: Array<{ attributes: Record<string, unknown> }> | null } | null } | null };

export type ConformanceSetAttributesMutationVariables = Exact<{
  id: string;
  attributes: Record<string, unknown>;
}>;


export type ConformanceSetAttributesMutation = { setAttributes: Record<string, unknown> };

export type ConformanceByIdQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceByIdQuery = { login: { account: { device: Array<{ id: string }> | null } | null } | null };

export type ConformanceByNameQueryVariables = Exact<{
  accountId?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type ConformanceByNameQuery = { login: { account: { devices: { total: number } } | null } | null };

export type ConformanceEventsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  minDate?: string | null | undefined;
  maxDate?: string | null | undefined;
}>;


export type ConformanceEventsQuery = { login: { account: { events: { total: number } } | null } | null };

export type ConformanceNetworksQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceNetworksQuery = { login: { account: { networks: Array<{ id: string, name: string, connections: Array<{ name: string | null, port: number | null }> }>, device: Array<{ services: Array<{ id: string }> }> | null } | null } | null };

export type ConformanceAddNetworkMutationVariables = Exact<{
  name: string;
  accountId?: string | null | undefined;
}>;


export type ConformanceAddNetworkMutation = { createNetwork: { id: string } | null };

export type ConformanceRenameNetworkMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type ConformanceRenameNetworkMutation = { updateNetwork: { id: string } | null };

export type ConformanceSetNetworkConnectionMutationVariables = Exact<{
  networkId: string;
  serviceId: string;
  name?: string | null | undefined;
  port?: number | null | undefined;
}>;


export type ConformanceSetNetworkConnectionMutation = { addNetworkConnection: boolean | null };

export type ConformanceDeleteNetworkMutationVariables = Exact<{
  id: string;
}>;


export type ConformanceDeleteNetworkMutation = { deleteNetwork: boolean };

export type ConformanceNotificationsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceNotificationsQuery = { login: { account: { device: Array<{ notificationSettings: { emailNotifications: boolean | null, desktopNotifications: boolean | null } }> | null } | null } | null };

export type ConformanceSetNotificationsMutationVariables = Exact<{
  id: string;
  emailNotifications?: boolean | null | undefined;
  desktopNotifications?: boolean | null | undefined;
}>;


export type ConformanceSetNotificationsMutation = { setNotificationSettings: boolean };

export type ConformanceWebhookQueryVariables = Exact<{ [key: string]: never; }>;


export type ConformanceWebhookQuery = { login: { notificationSettings: { urlNotifications: boolean | null, notificationUrl: string | null } | null } | null };

export type ConformanceSetWebhookMutationVariables = Exact<{
  urlNotifications?: boolean | null | undefined;
  notificationUrl?: string | null | undefined;
}>;


export type ConformanceSetWebhookMutation = { setNotificationSettings: boolean };

export type ConformanceClaimMutationVariables = Exact<{
  code: string;
  accountId?: string | null | undefined;
}>;


export type ConformanceClaimMutation = { claimDevice: { id: string } | null };

export type ConformanceRegistrationQueryVariables = Exact<{
  accountId?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type ConformanceRegistrationQuery = { login: { account: { registrationCode: string | null } | null } | null };

export type ConformanceDeleteMutationVariables = Exact<{
  id: string;
}>;


export type ConformanceDeleteMutation = { deleteDevice: boolean };

export type ConformanceAddServiceMutationVariables = Exact<{
  deviceId: string;
  name?: string | null | undefined;
  application?: number | null | undefined;
}>;


export type ConformanceAddServiceMutation = { addService: { id: string } | null };

export type ConformanceAddServiceByHardwareIdMutationVariables = Exact<{
  hardwareId: string;
  name?: string | null | undefined;
  application?: number | null | undefined;
}>;


export type ConformanceAddServiceByHardwareIdMutation = { addServiceByHardwareId: { id: string } | null };

export type ConformanceRemoveServiceMutationVariables = Exact<{
  id: string | number;
}>;


export type ConformanceRemoveServiceMutation = { removeService: boolean };

export type ConformanceServicesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceServicesQuery = { login: { account: { device: Array<{ services: Array<{ id: string, name: string | null, host: string | null, port: number | null, enabled: boolean }> }> | null } | null } | null };

export type ConformanceSetConnectLinkMutationVariables = Exact<{
  serviceId: string;
  enabled: boolean;
}>;


export type ConformanceSetConnectLinkMutation = { setConnectLink: { password: string | null } | null };

export type ConformanceSetConnectLinkPasswordMutationVariables = Exact<{
  serviceId: string;
  enabled: boolean;
  password?: string | null | undefined;
}>;


export type ConformanceSetConnectLinkPasswordMutation = { setConnectLink: { password: string | null } | null };

export type ConformanceAddTagMutationVariables = Exact<{
  ids: Array<string> | string;
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type ConformanceAddTagMutation = { addTag: boolean | null };

export type ConformanceRemoveTagMutationVariables = Exact<{
  ids: Array<string> | string;
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type ConformanceRemoveTagMutation = { removeTag: boolean | null };

export type ConformanceDeleteTagMutationVariables = Exact<{
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type ConformanceDeleteTagMutation = { deleteTag: boolean | null };

export type ConformanceTagsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ownId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceTagsQuery = { login: { account: { tags: Array<{ name: string }>, device: Array<{ tags: Array<{ name: string }>, own: Array<{ name: string }>, owners: Array<{ name: string }> }> | null } | null } | null };

export type ConformanceSampleQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type ConformanceSampleQuery = { login: { account: { tags: Array<{ name: string }>, devices: { items: Array<{ id: string, name: string | null, state: string, created: string | null, services: Array<{ id: string }> }> }, second: { items: Array<{ id: string }> } } | null } | null };

export type ConformanceDeviceQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type ConformanceDeviceQuery = { login: { notificationSettings: { notificationUrl: string | null } | null, account: { id: string, tags: Array<{ name: string }>, networks: Array<{ name: string }>, device: Array<{ id: string, hardwareId: string | null, configurable: boolean, permissions: Array<RolePermission>, attributes: Record<string, unknown>, owner: { id: string } | null, tags: Array<{ name: string }>, services: Array<{ name: string | null }> }> | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ConformanceAttributesDocument = new TypedDocumentString(`
    query conformanceAttributes($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      device(id: $ids) {
        attributes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceAttributesQuery, ConformanceAttributesQueryVariables>;
export const ConformanceSetAttributesDocument = new TypedDocumentString(`
    mutation conformanceSetAttributes($id: String!, $attributes: Object!) {
  setAttributes(serviceId: $id, attributes: $attributes)
}
    `) as unknown as TypedDocumentString<ConformanceSetAttributesMutation, ConformanceSetAttributesMutationVariables>;
export const ConformanceByIdDocument = new TypedDocumentString(`
    query conformanceById($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      device(id: $ids) {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceByIdQuery, ConformanceByIdQueryVariables>;
export const ConformanceByNameDocument = new TypedDocumentString(`
    query conformanceByName($accountId: String, $name: String) {
  login {
    account(id: $accountId) {
      devices(size: 1, name: $name) {
        total
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceByNameQuery, ConformanceByNameQueryVariables>;
export const ConformanceEventsDocument = new TypedDocumentString(`
    query conformanceEvents($accountId: String, $minDate: DateTime, $maxDate: DateTime) {
  login {
    account(id: $accountId) {
      events(size: 1, minDate: $minDate, maxDate: $maxDate) {
        total
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceEventsQuery, ConformanceEventsQueryVariables>;
export const ConformanceNetworksDocument = new TypedDocumentString(`
    query conformanceNetworks($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      networks {
        id
        name
        connections {
          name
          port
        }
      }
      device(id: $ids) {
        services {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceNetworksQuery, ConformanceNetworksQueryVariables>;
export const ConformanceAddNetworkDocument = new TypedDocumentString(`
    mutation conformanceAddNetwork($name: String!, $accountId: String) {
  createNetwork(name: $name, accountId: $accountId) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConformanceAddNetworkMutation, ConformanceAddNetworkMutationVariables>;
export const ConformanceRenameNetworkDocument = new TypedDocumentString(`
    mutation conformanceRenameNetwork($id: String!, $name: String!) {
  updateNetwork(id: $id, name: $name) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConformanceRenameNetworkMutation, ConformanceRenameNetworkMutationVariables>;
export const ConformanceSetNetworkConnectionDocument = new TypedDocumentString(`
    mutation conformanceSetNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {
  addNetworkConnection(
    networkId: $networkId
    serviceId: $serviceId
    name: $name
    port: $port
  )
}
    `) as unknown as TypedDocumentString<ConformanceSetNetworkConnectionMutation, ConformanceSetNetworkConnectionMutationVariables>;
export const ConformanceDeleteNetworkDocument = new TypedDocumentString(`
    mutation conformanceDeleteNetwork($id: String!) {
  deleteNetwork(id: $id)
}
    `) as unknown as TypedDocumentString<ConformanceDeleteNetworkMutation, ConformanceDeleteNetworkMutationVariables>;
export const ConformanceNotificationsDocument = new TypedDocumentString(`
    query conformanceNotifications($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      device(id: $ids) {
        notificationSettings {
          emailNotifications
          desktopNotifications
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceNotificationsQuery, ConformanceNotificationsQueryVariables>;
export const ConformanceSetNotificationsDocument = new TypedDocumentString(`
    mutation conformanceSetNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {
  setNotificationSettings(
    serviceId: $id
    emailNotifications: $emailNotifications
    desktopNotifications: $desktopNotifications
  )
}
    `) as unknown as TypedDocumentString<ConformanceSetNotificationsMutation, ConformanceSetNotificationsMutationVariables>;
export const ConformanceWebhookDocument = new TypedDocumentString(`
    query conformanceWebhook {
  login {
    notificationSettings {
      urlNotifications
      notificationUrl
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceWebhookQuery, ConformanceWebhookQueryVariables>;
export const ConformanceSetWebhookDocument = new TypedDocumentString(`
    mutation conformanceSetWebhook($urlNotifications: Boolean, $notificationUrl: String) {
  setNotificationSettings(
    urlNotifications: $urlNotifications
    notificationUrl: $notificationUrl
  )
}
    `) as unknown as TypedDocumentString<ConformanceSetWebhookMutation, ConformanceSetWebhookMutationVariables>;
export const ConformanceClaimDocument = new TypedDocumentString(`
    mutation conformanceClaim($code: String!, $accountId: String) {
  claimDevice(code: $code, accountId: $accountId) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConformanceClaimMutation, ConformanceClaimMutationVariables>;
export const ConformanceRegistrationDocument = new TypedDocumentString(`
    query conformanceRegistration($accountId: String, $name: String) {
  login {
    account(id: $accountId) {
      registrationCode(name: $name, oneTimeUse: true)
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceRegistrationQuery, ConformanceRegistrationQueryVariables>;
export const ConformanceDeleteDocument = new TypedDocumentString(`
    mutation conformanceDelete($id: String!) {
  deleteDevice(deviceId: $id)
}
    `) as unknown as TypedDocumentString<ConformanceDeleteMutation, ConformanceDeleteMutationVariables>;
export const ConformanceAddServiceDocument = new TypedDocumentString(`
    mutation conformanceAddService($deviceId: String!, $name: String, $application: Int) {
  addService(deviceId: $deviceId, name: $name, application: $application) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConformanceAddServiceMutation, ConformanceAddServiceMutationVariables>;
export const ConformanceAddServiceByHardwareIdDocument = new TypedDocumentString(`
    mutation conformanceAddServiceByHardwareId($hardwareId: String!, $name: String, $application: Int) {
  addServiceByHardwareId(
    hardwareId: $hardwareId
    name: $name
    application: $application
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConformanceAddServiceByHardwareIdMutation, ConformanceAddServiceByHardwareIdMutationVariables>;
export const ConformanceRemoveServiceDocument = new TypedDocumentString(`
    mutation conformanceRemoveService($id: ID!) {
  removeService(id: $id)
}
    `) as unknown as TypedDocumentString<ConformanceRemoveServiceMutation, ConformanceRemoveServiceMutationVariables>;
export const ConformanceServicesDocument = new TypedDocumentString(`
    query conformanceServices($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      device(id: $ids) {
        services {
          id
          name
          host
          port
          enabled
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceServicesQuery, ConformanceServicesQueryVariables>;
export const ConformanceSetConnectLinkDocument = new TypedDocumentString(`
    mutation conformanceSetConnectLink($serviceId: String!, $enabled: Boolean!) {
  setConnectLink(serviceId: $serviceId, enabled: $enabled) {
    password
  }
}
    `) as unknown as TypedDocumentString<ConformanceSetConnectLinkMutation, ConformanceSetConnectLinkMutationVariables>;
export const ConformanceSetConnectLinkPasswordDocument = new TypedDocumentString(`
    mutation conformanceSetConnectLinkPassword($serviceId: String!, $enabled: Boolean!, $password: String) {
  setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {
    password
  }
}
    `) as unknown as TypedDocumentString<ConformanceSetConnectLinkPasswordMutation, ConformanceSetConnectLinkPasswordMutationVariables>;
export const ConformanceAddTagDocument = new TypedDocumentString(`
    mutation conformanceAddTag($ids: [String!]!, $names: [String!]!, $accountId: String) {
  addTag(serviceId: $ids, name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<ConformanceAddTagMutation, ConformanceAddTagMutationVariables>;
export const ConformanceRemoveTagDocument = new TypedDocumentString(`
    mutation conformanceRemoveTag($ids: [String!]!, $names: [String!]!, $accountId: String) {
  removeTag(serviceId: $ids, name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<ConformanceRemoveTagMutation, ConformanceRemoveTagMutationVariables>;
export const ConformanceDeleteTagDocument = new TypedDocumentString(`
    mutation conformanceDeleteTag($names: [String!]!, $accountId: String) {
  deleteTag(name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<ConformanceDeleteTagMutation, ConformanceDeleteTagMutationVariables>;
export const ConformanceTagsDocument = new TypedDocumentString(`
    query conformanceTags($accountId: String, $ownId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      tags {
        name
      }
      device(id: $ids) {
        tags {
          name
        }
        own: tags(accountId: $ownId) {
          name
        }
        owners: tags(accountId: $accountId) {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceTagsQuery, ConformanceTagsQueryVariables>;
export const ConformanceSampleDocument = new TypedDocumentString(`
    query conformanceSample($accountId: String) {
  login {
    account(id: $accountId) {
      tags {
        name
      }
      devices(size: 50, sort: "created") {
        items {
          id
          name
          state
          created
          services {
            id
          }
        }
      }
      second: devices(size: 1, from: 1, sort: "created") {
        items {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceSampleQuery, ConformanceSampleQueryVariables>;
export const ConformanceDeviceDocument = new TypedDocumentString(`
    query conformanceDevice($accountId: String, $ids: [String!]!) {
  login {
    notificationSettings {
      notificationUrl
    }
    account(id: $accountId) {
      id
      tags {
        name
      }
      networks {
        name
      }
      device(id: $ids) {
        id
        hardwareId
        configurable
        permissions
        owner {
          id
        }
        attributes
        tags(accountId: $accountId) {
          name
        }
        services {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConformanceDeviceQuery, ConformanceDeviceQueryVariables>;