/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AuthenticationProvider =
  | 'OIDC'
  | 'SAML';

export type ConnectionSource =
  | 'EXTERNAL'
  | 'INTERNAL'
  | 'UNKNOWN'
  | 'WEBSOCKET';

export type CustomRoleAccess =
  | 'ALL'
  | 'NONE'
  | 'TAG';

export type EventType =
  | 'AUTH_LOGIN'
  | 'AUTH_LOGIN_ATTEMPT'
  | 'AUTH_MFA_DISABLED'
  | 'AUTH_MFA_ENABLED'
  | 'AUTH_PASSWORD_CHANGE'
  | 'AUTH_PASSWORD_RESET'
  | 'AUTH_PHONE_CHANGE'
  | 'DEVICE_CONNECT'
  | 'DEVICE_DELETE'
  | 'DEVICE_JOB'
  | 'DEVICE_REFRESH'
  | 'DEVICE_SHARE'
  | 'DEVICE_STATE'
  | 'DEVICE_TRANSFER'
  | 'JOB'
  | 'LICENSE_UPDATED';

export type IdentityProviderType =
  | 'OIDC'
  | 'SAML';

export type LicenseOption =
  | 'LICENSED'
  | 'UNLICENSED';

export type LicenseStatus =
  | 'LICENSED'
  | 'NON_COMMERCIAL'
  | 'UNLICENSED';

export type LinkType =
  | 'HTTPS'
  | 'WSS';

export type ListFilter = {
  operator?: ListOperator;
  values: Array<unknown>;
};

export type ListOperator =
  | 'ALL'
  | 'ANY';

export type OrganizationRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'NO_ACCESS'
  | 'REMOVE';

export type Protocol =
  | 'TCP'
  | 'UDP';

export type RolePermission =
  | 'ADMIN'
  | 'CONNECT'
  | 'MANAGE'
  | 'SCRIPTING'
  | 'VIEW';

export type ServiceInput = {
  application?: number | null | undefined;
  enabled?: boolean | null | undefined;
  host?: string | null | undefined;
  name?: string | null | undefined;
  port?: number | null | undefined;
  presenceAddress?: string | null | undefined;
  serviceId?: string | null | undefined;
  subdomain?: string | null | undefined;
  websocket?: WebSocketOptions | null | undefined;
  websocketIPv4?: string | null | undefined;
  websocketIPv6?: string | null | undefined;
};

export type ServiceSharingOptions = {
  action?: SharingAction;
  serviceId: string;
};

export type SharingAction =
  | 'ADD'
  | 'LEAVE'
  | 'REMOVE';

export type TagInput = {
  color?: number | null | undefined;
  name: string;
};

export type WebSocketOptions =
  | 'FORCE'
  | 'FORCE4'
  | 'FORCE6'
  | 'OFF'
  | 'ON';

export type WhoAmIQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type WhoAmIQuery = { login: { id: string, email: string | null, account: { id: string, email: string | null } | null } | null };

export type OfferedMutationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferedMutationsQuery = { __schema: { mutationType: { fields: Array<{ name: string }> | null } | null } };

export type GetAccessQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
}>;


export type GetAccessQuery = { login: { account: { devices: { total: number, items: Array<{ permissions: Array<RolePermission>, configurable: boolean }> } } | null } | null };

export type GetAccountSettingsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetAccountSettingsQuery = { login: { account: { id: string, attributes: Record<string, unknown>, language: string | null, timezone: string | null, notificationSettings: { emailNotifications: boolean | null, desktopNotifications: boolean | null } | null } | null } | null };

export type SetAccountNotificationsMutationVariables = Exact<{
  emailNotifications?: boolean | null | undefined;
  desktopNotifications?: boolean | null | undefined;
}>;


export type SetAccountNotificationsMutation = { setNotificationSettings: boolean };

export type UpdateAccountMutationVariables = Exact<{
  language?: string | null | undefined;
  timezone?: string | null | undefined;
  accountId?: string | null | undefined;
}>;


export type UpdateAccountMutation = { updateAccount: boolean };

export type GetEventsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
  minDate?: string | null | undefined;
  maxDate?: string | null | undefined;
  types?: Array<EventType> | EventType | null | undefined;
}>;


export type GetEventsQuery = { login: { account: { events: { total: number, hasMore: boolean, last: string | null, limited: boolean | null, items: Array<
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
          | { id: string, type: string, state: string | null, action: string | null, timestamp: string | null, actor: { email: string | null } | null, target: Array<{ id: string, application: number | null, device: { id: string } | null }> | null, devices: Array<{ id: string }> | null }
        > } } | null } | null };

export type GetAccountQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetAccountQuery = { login: { account: { id: string, email: string | null, info: { devices: { total: number, online: number, offline: number } } | null } | null } | null };

export type GetGuestsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetGuestsQuery = { login: { account: { guest: Array<{ user: { id: string, email: string | null }, devices: Array<{ id: string, name: string | null }>, networks: Array<{ id: string, name: string }> }> } | null } | null };

export type GetContactsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetContactsQuery = { login: { account: { contacts: Array<{ id: string, email: string | null }> } | null } | null };

export type GetLimitsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetLimitsQuery = { login: { account: { limits: Array<{ name: string, value: unknown, actual: unknown, base: number | null, scale: number | null }> } | null } | null };

export type SessionPartsFragment = { id: string, timestamp: string, source: ConnectionSource | null, user: { email: string | null } | null, target: { id: string, name: string | null, device: { id: string } | null } | null, endpoint: { proxy: boolean, platform: number | null, geo: { countryName: string | null, stateName: string | null, city: string | null } | null } | null };

export type GetSessionsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetSessionsQuery = { login: { account: { sessions: Array<{ id: string, timestamp: string, source: ConnectionSource | null, user: { email: string | null } | null, target: { id: string, name: string | null, device: { id: string } | null } | null, endpoint: { proxy: boolean, platform: number | null, geo: { countryName: string | null, stateName: string | null, city: string | null } | null } | null }> | null } | null } | null };

export type GetDeviceSessionsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type GetDeviceSessionsQuery = { login: { account: { id: string, device: Array<{ id: string, sessions: Array<{ id: string, timestamp: string, source: ConnectionSource | null, user: { email: string | null } | null, target: { id: string, name: string | null, device: { id: string } | null } | null, endpoint: { proxy: boolean, platform: number | null, geo: { countryName: string | null, stateName: string | null, city: string | null } | null } | null }> | null }> | null } | null } | null };

export type GetWebhookQueryVariables = Exact<{ [key: string]: never; }>;


export type GetWebhookQuery = { login: { id: string, attributes: Record<string, unknown>, notificationSettings: { urlNotifications: boolean | null, notificationUrl: string | null } | null } | null };

export type SetWebhookMutationVariables = Exact<{
  enabled: boolean;
  url: string;
}>;


export type SetWebhookMutation = { setNotificationSettings: boolean };

export type ClaimDeviceMutationVariables = Exact<{
  code: string;
  accountId?: string | null | undefined;
}>;


export type ClaimDeviceMutation = { claimDevice: { hardwareId: string | null, configurable: boolean, state: string, platform: number | null, created: string | null, attributes: Record<string, unknown>, id: string, name: string | null, permissions: Array<RolePermission>, owner: { email: string | null, id: string } | null, tags: Array<{ name: string }>, notificationSettings: { emailNotifications: boolean | null, desktopNotifications: boolean | null }, services: Array<{ host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null }> } | null };

export type DeleteDeviceMutationVariables = Exact<{
  id: string;
}>;


export type DeleteDeviceMutation = { deleteDevice: boolean };

export type SetDeviceNotificationsMutationVariables = Exact<{
  id: string;
  emailNotifications?: boolean | null | undefined;
  desktopNotifications?: boolean | null | undefined;
}>;


export type SetDeviceNotificationsMutation = { setNotificationSettings: boolean };

export type GetPlatformTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type GetPlatformTypesQuery = { platformTypes: Array<{ id: number, name: string, visible: boolean | null }> };

export type RegisterDeviceMutationVariables = Exact<{
  name: string;
  hardwareId: string;
  manufacturer?: number | null | undefined;
  platform?: number | null | undefined;
}>;


export type RegisterDeviceMutation = { registerDevice: { id: string } | null };

export type AddServiceByHardwareIdMutationVariables = Exact<{
  hardwareId: string;
  name: string;
  application: number;
  host?: string | null | undefined;
  port?: number | null | undefined;
  enabled?: boolean | null | undefined;
}>;


export type AddServiceByHardwareIdMutation = { addServiceByHardwareId: { id: string } | null };

export type GetRegistrationQueryVariables = Exact<{
  accountId?: string | null | undefined;
  name?: string | null | undefined;
  platform?: number | null | undefined;
  tags?: Array<string> | string | null | undefined;
  services?: Array<ServiceInput> | ServiceInput | null | undefined;
  oneTimeUse?: boolean | null | undefined;
  unique: boolean;
}>;


export type GetRegistrationQuery = { login: { account: { registrationCode?: string | null, registrationCommand: string | null } | null } | null };

export type CreateNetworkMutationVariables = Exact<{
  name: string;
  accountId: string;
}>;


export type CreateNetworkMutation = { createNetwork: { id: string, name: string, permissions: Array<RolePermission>, owner: { id: string, email: string | null } | null, tags: Array<{ name: string }>, connections: Array<{ name: string | null, port: number | null, service: { id: string, name: string | null } }>, access: Array<{ user: { email: string | null } }> } | null };

export type RenameNetworkMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type RenameNetworkMutation = { updateNetwork: { id: string } | null };

export type DeleteNetworkMutationVariables = Exact<{
  id: string;
}>;


export type DeleteNetworkMutation = { deleteNetwork: boolean };

export type SetNetworkConnectionMutationVariables = Exact<{
  networkId: string;
  serviceId: string;
  name?: string | null | undefined;
  port?: number | null | undefined;
}>;


export type SetNetworkConnectionMutation = { addNetworkConnection: boolean | null };

export type RemoveNetworkConnectionMutationVariables = Exact<{
  networkId: string;
  serviceId: string;
}>;


export type RemoveNetworkConnectionMutation = { removeNetworkConnection: boolean | null };

export type AddNetworkShareMutationVariables = Exact<{
  networkId: string;
  emails: Array<string> | string;
}>;


export type AddNetworkShareMutation = { addNetworkShare: boolean | null };

export type RemoveNetworkShareMutationVariables = Exact<{
  networkId: string;
  emails: Array<string> | string;
}>;


export type RemoveNetworkShareMutation = { removeNetworkShare: boolean | null };

export type AddNetworkTagsMutationVariables = Exact<{
  networkId: string;
  names: Array<string> | string;
}>;


export type AddNetworkTagsMutation = { addNetworkTag: boolean | null };

export type RemoveNetworkTagsMutationVariables = Exact<{
  networkId: string;
  names: Array<string> | string;
}>;


export type RemoveNetworkTagsMutation = { removeNetworkTag: boolean | null };

export type NetworkPartsFragment = { id: string, name: string, permissions: Array<RolePermission>, owner: { id: string, email: string | null } | null, tags: Array<{ name: string }>, connections: Array<{ name: string | null, port: number | null, service: { id: string, name: string | null } }>, access: Array<{ user: { email: string | null } }> };

export type ListNetworksQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type ListNetworksQuery = { login: { account: { id: string, attributes: Record<string, unknown>, tags: Array<{ name: string }>, networks: Array<{ id: string, name: string, permissions: Array<RolePermission>, owner: { id: string, email: string | null } | null, tags: Array<{ name: string }>, connections: Array<{ name: string | null, port: number | null, service: { id: string, name: string | null } }>, access: Array<{ user: { email: string | null } }> }> } | null } | null };

export type ConfigureIdentityProviderMutationVariables = Exact<{
  accountId?: string | null | undefined;
  enabled?: boolean | null | undefined;
  type?: string | null | undefined;
  metadata?: string | null | undefined;
  clientId?: string | null | undefined;
  clientSecret?: string | null | undefined;
  issuer?: string | null | undefined;
}>;


export type ConfigureIdentityProviderMutation = { configureOrgIdentityProvider: boolean };

export type SetMemberMutationVariables = Exact<{
  accountId?: string | null | undefined;
  emails: Array<string> | string;
  roleId?: string | number | null | undefined;
  license?: LicenseOption | null | undefined;
}>;


export type SetMemberMutation = { setMember: boolean };

export type SetMemberByNameMutationVariables = Exact<{
  accountId?: string | null | undefined;
  emails: Array<string> | string;
  role?: OrganizationRole | null | undefined;
  license?: LicenseOption | null | undefined;
}>;


export type SetMemberByNameMutation = { setMember: boolean };

export type RemoveMemberMutationVariables = Exact<{
  accountId?: string | null | undefined;
  emails: Array<string> | string;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type SetOrganizationMutationVariables = Exact<{
  accountId?: string | null | undefined;
  name?: string | null | undefined;
  domain?: string | null | undefined;
  providers?: Array<AuthenticationProvider> | AuthenticationProvider | null | undefined;
}>;


export type SetOrganizationMutation = { setOrganization: boolean };

export type GetOrganizationQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetOrganizationQuery = { login: { id: string, email: string | null, membership: Array<{ organization: { id: string }, customRole: { id: string, permissions: Array<RolePermission> } }>, account: { id: string, email: string | null, attributes: Record<string, unknown>, organization: { name: string, domain: string | null, verified: boolean, verificationCNAME: string | null, verificationValue: string | null, providers: Array<AuthenticationProvider> | null, identityProvider: { type: IdentityProviderType, clientId: string | null, issuer: string | null } | null, roles: Array<{ id: string, name: string, system: boolean, access: CustomRoleAccess, permissions: Array<RolePermission>, tag: { operator: ListOperator, values: Array<unknown> } | null }>, members: Array<{ license: LicenseStatus, customRole: { id: string, name: string, system: boolean, access: CustomRoleAccess, permissions: Array<RolePermission>, tag: { operator: ListOperator, values: Array<unknown> } | null }, user: { id: string, email: string | null } }> } | null } | null } | null };

export type RolePartsFragment = { id: string, name: string, system: boolean, access: CustomRoleAccess, permissions: Array<RolePermission>, tag: { operator: ListOperator, values: Array<unknown> } | null };

export type CreateRoleMutationVariables = Exact<{
  accountId?: string | null | undefined;
  name?: string | null | undefined;
  grant?: Array<RolePermission> | RolePermission | null | undefined;
  revoke?: Array<RolePermission> | RolePermission | null | undefined;
  tag?: ListFilter | null | undefined;
}>;


export type CreateRoleMutation = { createRole: { id: string } | null };

export type UpdateRoleMutationVariables = Exact<{
  accountId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  grant?: Array<RolePermission> | RolePermission | null | undefined;
  revoke?: Array<RolePermission> | RolePermission | null | undefined;
  tag?: ListFilter | null | undefined;
  access?: CustomRoleAccess | null | undefined;
}>;


export type UpdateRoleMutation = { updateRole: { id: string } | null };

export type DeleteRoleMutationVariables = Exact<{
  accountId?: string | null | undefined;
  id: string;
}>;


export type DeleteRoleMutation = { deleteRole: boolean };

export type GetApplicationTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type GetApplicationTypesQuery = { applicationTypes: Array<{ id: number, name: string, description: string, port: number | null, protocol: Protocol }> };

export type AddServiceMutationVariables = Exact<{
  deviceId: string;
  name?: string | null | undefined;
  application?: number | null | undefined;
  host?: string | null | undefined;
  port?: number | null | undefined;
  enabled?: boolean | null | undefined;
}>;


export type AddServiceMutation = { addService: { host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null } | null };

export type RemoveServiceMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveServiceMutation = { removeService: boolean };

export type UpdateServiceMutationVariables = Exact<{
  id: string | number;
  application?: number | null | undefined;
  host?: string | null | undefined;
  port?: number | null | undefined;
  enabled?: boolean | null | undefined;
}>;


export type UpdateServiceMutation = { updateService: { id: string } | null };

export type SetAttributesMutationVariables = Exact<{
  id: string;
  attributes: Record<string, unknown>;
}>;


export type SetAttributesMutation = { setAttributes: Record<string, unknown> };

export type RenameMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type RenameMutation = { renameService: boolean };

export type SetAccountAttributesMutationVariables = Exact<{
  id?: string | null | undefined;
  attributes: Record<string, unknown>;
}>;


export type SetAccountAttributesMutation = { setAttributes: Record<string, unknown> };

export type GetDeviceAccessQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
  withTotal: boolean;
}>;


export type GetDeviceAccessQuery = { login: { account: { id: string, attributes: Record<string, unknown>, device: Array<{ id: string, name: string | null, permissions: Array<RolePermission>, owner: { email: string | null, id: string } | null, services: Array<{ id: string, name: string | null, access: Array<{ user: { id: string } }> }>, access: Array<{ scripting: boolean | null, user: { id: string, email: string | null } }> }> | null, devices?: { total: number } } | null } | null };

export type SetConnectLinkMutationVariables = Exact<{
  serviceId: string;
  enabled?: boolean | null | undefined;
  password?: string | null | undefined;
}>;


export type SetConnectLinkMutation = { setConnectLink: { url: string, code: string, enabled: boolean } | null };

export type RemoveConnectLinkMutationVariables = Exact<{
  serviceId: string;
}>;


export type RemoveConnectLinkMutation = { removeConnectLink: boolean };

export type ConnectLinkPartsFragment = { url: string, code: string, enabled: boolean };

export type LinkedServiceFragment = { id: string, name: string | null, link: { url: string, code: string, enabled: boolean } | null };

export type GetConnectLinksQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
  withTotal: boolean;
}>;


export type GetConnectLinksQuery = { login: { account: { id: string, attributes: Record<string, unknown>, service: Array<{ id: string, name: string | null, device: { id: string, permissions: Array<RolePermission> } | null, link: { url: string, code: string, enabled: boolean } | null }> | null, devices?: { total: number } } | null } | null };

export type GetConnectLinksOfDevicesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type GetConnectLinksOfDevicesQuery = { login: { account: { id: string, attributes: Record<string, unknown>, device: Array<{ id: string, permissions: Array<RolePermission>, services: Array<{ id: string, name: string | null, link: { url: string, code: string, enabled: boolean } | null }> }> | null } | null } | null };

export type ListConnectLinksQueryVariables = Exact<{
  accountId?: string | null | undefined;
  types?: Array<LinkType> | LinkType | null | undefined;
}>;


export type ListConnectLinksQuery = { login: { account: { id: string, links: Array<{ url: string, code: string, enabled: boolean, service: { id: string, name: string | null, device: { id: string, permissions: Array<RolePermission> } | null } }> } | null } | null };

export type ListConnectLinksOfDevicesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
  types?: Array<LinkType> | LinkType | null | undefined;
}>;


export type ListConnectLinksOfDevicesQuery = { login: { account: { id: string, devices: { total: number, hasMore: boolean, last: string | null, items: Array<{ id: string, permissions: Array<RolePermission>, services: Array<{ id: string, name: string | null, link: { url: string, code: string, enabled: boolean } | null }> }> } } | null } | null };

export type ShareDeviceMutationVariables = Exact<{
  deviceId: string;
  email: Array<string> | string;
  action: SharingAction;
  scripting: boolean;
  services?: Array<ServiceSharingOptions> | ServiceSharingOptions | null | undefined;
  notify: boolean;
}>;


export type ShareDeviceMutation = { share: boolean };

export type ShareDeviceAndTellMutationVariables = Exact<{
  deviceId: string;
  email: Array<string> | string;
  action: SharingAction;
  scripting: boolean;
  services?: Array<ServiceSharingOptions> | ServiceSharingOptions | null | undefined;
}>;


export type ShareDeviceAndTellMutation = { share: boolean };

export type GetTagBearersQueryVariables = Exact<{
  accountId?: string | null | undefined;
  tag?: ListFilter | null | undefined;
}>;


export type GetTagBearersQuery = { login: { account: { devices: { total: number, items: Array<{ id: string, name: string | null }> }, networks: Array<{ id: string, name: string, tags: Array<{ name: string }> }>, organization: { roles: Array<{ id: string, name: string, tag: { values: Array<unknown> } | null }> } | null, deviceProducts: { items: Array<{ id: string, name: string, tags: Array<string> | null }> } | null } | null } | null };

export type ListTagsQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type ListTagsQuery = { login: { account: { id: string, attributes: Record<string, unknown>, tags: Array<{ name: string, color: number | null }> } | null } | null };

export type AddTagsMutationVariables = Exact<{
  ids: Array<string> | string;
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type AddTagsMutation = { addTag: boolean | null };

export type RemoveTagsMutationVariables = Exact<{
  ids: Array<string> | string;
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type RemoveTagsMutation = { removeTag: boolean | null };

export type SetTagMutationVariables = Exact<{
  tags: Array<TagInput> | TagInput;
  accountId?: string | null | undefined;
}>;


export type SetTagMutation = { setTag: boolean | null };

export type RenameTagMutationVariables = Exact<{
  from: string;
  to: string;
  accountId?: string | null | undefined;
}>;


export type RenameTagMutation = { renameTag: boolean | null };

export type MergeTagMutationVariables = Exact<{
  from: string;
  to: string;
  accountId?: string | null | undefined;
}>;


export type MergeTagMutation = { mergeTag: boolean | null };

export type DeleteTagMutationVariables = Exact<{
  names: Array<string> | string;
  accountId?: string | null | undefined;
}>;


export type DeleteTagMutation = { deleteTag: boolean | null };

export type GetAllowanceQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetAllowanceQuery = { login: { id: string, membership: Array<{ customRole: { permissions: Array<RolePermission> }, organization: { id: string } }>, account: { id: string, limits: Array<{ name: string, value: unknown, actual: unknown }> } | null } | null };

export type GetDevicesByIdQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
  withTotal: boolean;
}>;


export type GetDevicesByIdQuery = { login: { account: { id: string, tags: Array<{ name: string }>, device: Array<{ hardwareId: string | null, configurable: boolean, state: string, platform: number | null, created: string | null, attributes: Record<string, unknown>, id: string, name: string | null, permissions: Array<RolePermission>, owner: { email: string | null, id: string } | null, tags: Array<{ name: string }>, notificationSettings: { emailNotifications: boolean | null, desktopNotifications: boolean | null }, services: Array<{ host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null }> }> | null, devices?: { total: number } } | null } | null };

export type GetServicesByIdQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
  withTotal: boolean;
}>;


export type GetServicesByIdQuery = { login: { account: { id: string, service: Array<{ attributes: Record<string, unknown>, host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null, device: { id: string, name: string | null, configurable: boolean, permissions: Array<RolePermission> } | null }> | null, devices?: { total: number } } | null } | null };

export type GetServicesOfDevicesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  ids: Array<string> | string;
}>;


export type GetServicesOfDevicesQuery = { login: { account: { id: string, device: Array<{ id: string, name: string | null, configurable: boolean, permissions: Array<RolePermission>, services: Array<{ attributes: Record<string, unknown>, host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null }> }> | null } | null } | null };

export type ListMarksQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type ListMarksQuery = { login: { account: { id: string, devices: { total: number, hasMore: boolean, last: string | null, items: Array<{ id: string, name: string | null, attributes: Record<string, unknown>, services: Array<{ id: string, name: string | null, attributes: Record<string, unknown> }> }> } } | null } | null };

export type GetUserMarksQueryVariables = Exact<{
  accountId?: string | null | undefined;
}>;


export type GetUserMarksQuery = { login: { id: string, email: string | null, attributes: Record<string, unknown>, account: { id: string, email: string | null, attributes: Record<string, unknown> } | null } | null };

export type ListDevicesQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
  sort?: string;
  state?: string | null | undefined;
  name?: string | null | undefined;
  hardwareId?: string | null | undefined;
  tag?: ListFilter | null | undefined;
  owner?: boolean | null | undefined;
  application?: Array<number> | number | null | undefined;
  platform?: Array<number> | number | null | undefined;
  tags?: boolean;
  attributes?: boolean;
  notificationSettings?: boolean;
  reach?: boolean;
  facts?: boolean;
  access?: boolean;
  serviceAttributes?: boolean;
}>;


export type ListDevicesQuery = { login: { account: { id: string, email: string | null, tags: Array<{ name: string, color: number | null }>, devices: { total: number, hasMore: boolean, last: string | null, items: Array<{ hardwareId?: string | null, configurable?: boolean, state?: string, platform?: number | null, created?: string | null, attributes?: Record<string, unknown>, id: string, name: string | null, permissions: Array<RolePermission>, owner: { email?: string | null, id: string } | null, tags?: Array<{ name: string }>, notificationSettings?: { emailNotifications: boolean | null, desktopNotifications: boolean | null }, services: Array<{ host?: string | null, port?: number | null, enabled?: boolean, created?: string | null, attributes?: Record<string, unknown>, id: string, name: string | null, title: string | null, application: number | null } & { access?: Array<{ user: { id: string } }> }> } & { access?: Array<{ scripting: boolean | null, user: { id: string, email: string | null } }> }> } } | null } | null };

export type ListDeviceIdsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  size?: number | null | undefined;
  from?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type ListDeviceIdsQuery = { login: { account: { id: string, devices: { total: number, hasMore: boolean, last: string | null, items: Array<{ id: string }> } } | null } | null };

export type ServiceCoreFragment = { id: string, name: string | null, title: string | null, application: number | null };

export type ServicePartsFragment = { host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null };

export type DeviceCoreFragment = { id: string, name: string | null, permissions: Array<RolePermission>, owner: { id: string } | null };

export type DevicePartsFragment = { hardwareId: string | null, configurable: boolean, state: string, platform: number | null, created: string | null, attributes: Record<string, unknown>, id: string, name: string | null, permissions: Array<RolePermission>, owner: { email: string | null, id: string } | null, tags: Array<{ name: string }>, notificationSettings: { emailNotifications: boolean | null, desktopNotifications: boolean | null }, services: Array<{ host: string | null, port: number | null, enabled: boolean, created: string | null, id: string, name: string | null, title: string | null, application: number | null }> };

export type DeviceAccessFragment = { access: Array<{ scripting: boolean | null, user: { id: string, email: string | null } }> };

export type ServiceAccessFragment = { access: Array<{ user: { id: string } }> };

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
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on Session {
  id
  timestamp
  source
  user {
    email
  }
  target {
    id
    name
    device {
      id
    }
  }
  endpoint {
    proxy
    platform
    geo {
      countryName
      stateName
      city
    }
  }
}
    `, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const NetworkPartsFragmentDoc = new TypedDocumentString(`
    fragment NetworkParts on Network {
  id
  name
  permissions
  owner {
    id
    email
  }
  tags {
    name
  }
  connections {
    name
    port
    service {
      id
      name
    }
  }
  access {
    user {
      email
    }
  }
}
    `, {"fragmentName":"NetworkParts"}) as unknown as TypedDocumentString<NetworkPartsFragment, unknown>;
export const RolePartsFragmentDoc = new TypedDocumentString(`
    fragment RoleParts on CustomRole {
  id
  name
  system
  access
  permissions
  tag {
    operator
    values
  }
}
    `, {"fragmentName":"RoleParts"}) as unknown as TypedDocumentString<RolePartsFragment, unknown>;
export const ConnectLinkPartsFragmentDoc = new TypedDocumentString(`
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}
    `, {"fragmentName":"ConnectLinkParts"}) as unknown as TypedDocumentString<ConnectLinkPartsFragment, unknown>;
export const LinkedServiceFragmentDoc = new TypedDocumentString(`
    fragment LinkedService on Service {
  id
  name
  link(type: [HTTPS, WSS]) {
    ...ConnectLinkParts
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}`, {"fragmentName":"LinkedService"}) as unknown as TypedDocumentString<LinkedServiceFragment, unknown>;
export const DeviceCoreFragmentDoc = new TypedDocumentString(`
    fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}
    `, {"fragmentName":"DeviceCore"}) as unknown as TypedDocumentString<DeviceCoreFragment, unknown>;
export const ServiceCoreFragmentDoc = new TypedDocumentString(`
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
    `, {"fragmentName":"ServiceCore"}) as unknown as TypedDocumentString<ServiceCoreFragment, unknown>;
export const ServicePartsFragmentDoc = new TypedDocumentString(`
    fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}`, {"fragmentName":"ServiceParts"}) as unknown as TypedDocumentString<ServicePartsFragment, unknown>;
export const DevicePartsFragmentDoc = new TypedDocumentString(`
    fragment DeviceParts on Device {
  ...DeviceCore
  hardwareId
  configurable
  owner {
    email
  }
  state
  platform
  created
  attributes
  tags(accountId: $accountId) {
    name
  }
  notificationSettings {
    emailNotifications
    desktopNotifications
  }
  services {
    ...ServiceParts
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}
fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}`, {"fragmentName":"DeviceParts"}) as unknown as TypedDocumentString<DevicePartsFragment, unknown>;
export const DeviceAccessFragmentDoc = new TypedDocumentString(`
    fragment DeviceAccess on Device {
  access {
    user {
      id
      email
    }
    scripting
  }
}
    `, {"fragmentName":"DeviceAccess"}) as unknown as TypedDocumentString<DeviceAccessFragment, unknown>;
export const ServiceAccessFragmentDoc = new TypedDocumentString(`
    fragment ServiceAccess on Service {
  access {
    user {
      id
    }
  }
}
    `, {"fragmentName":"ServiceAccess"}) as unknown as TypedDocumentString<ServiceAccessFragment, unknown>;
export const WhoAmIDocument = new TypedDocumentString(`
    query whoAmI($accountId: String) {
  login {
    id
    email
    account(id: $accountId) {
      id
      email
    }
  }
}
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;
export const OfferedMutationsDocument = new TypedDocumentString(`
    query offeredMutations {
  __schema {
    mutationType {
      fields(includeDeprecated: true) {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OfferedMutationsQuery, OfferedMutationsQueryVariables>;
export const GetAccessDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<GetAccessQuery, GetAccessQueryVariables>;
export const GetAccountSettingsDocument = new TypedDocumentString(`
    query getAccountSettings($accountId: String) {
  login {
    account(id: $accountId) {
      id
      attributes
      language
      timezone
      notificationSettings {
        emailNotifications
        desktopNotifications
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetAccountSettingsQuery, GetAccountSettingsQueryVariables>;
export const SetAccountNotificationsDocument = new TypedDocumentString(`
    mutation setAccountNotifications($emailNotifications: Boolean, $desktopNotifications: Boolean) {
  setNotificationSettings(
    emailNotifications: $emailNotifications
    desktopNotifications: $desktopNotifications
  )
}
    `) as unknown as TypedDocumentString<SetAccountNotificationsMutation, SetAccountNotificationsMutationVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`
    mutation updateAccount($language: String, $timezone: String, $accountId: String) {
  updateAccount(language: $language, timezone: $timezone, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const GetEventsDocument = new TypedDocumentString(`
    query getEvents($accountId: String, $size: Int, $from: Int, $after: ID, $minDate: DateTime, $maxDate: DateTime, $types: [EventType!]) {
  login {
    account(id: $accountId) {
      events(
        size: $size
        from: $from
        after: $after
        minDate: $minDate
        maxDate: $maxDate
        types: $types
      ) {
        total
        hasMore
        last
        limited
        items {
          id
          type
          state
          action
          timestamp
          actor {
            email
          }
          target {
            id
            application
            device {
              id
            }
          }
          devices {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetEventsQuery, GetEventsQueryVariables>;
export const GetAccountDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<GetAccountQuery, GetAccountQueryVariables>;
export const GetGuestsDocument = new TypedDocumentString(`
    query getGuests($accountId: String) {
  login {
    account(id: $accountId) {
      guest {
        user {
          id
          email
        }
        devices {
          id
          name
        }
        networks {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetGuestsQuery, GetGuestsQueryVariables>;
export const GetContactsDocument = new TypedDocumentString(`
    query getContacts($accountId: String) {
  login {
    account(id: $accountId) {
      contacts {
        id
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetContactsQuery, GetContactsQueryVariables>;
export const GetLimitsDocument = new TypedDocumentString(`
    query getLimits($accountId: String) {
  login {
    account(id: $accountId) {
      limits {
        name
        value
        actual
        base
        scale
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetLimitsQuery, GetLimitsQueryVariables>;
export const GetSessionsDocument = new TypedDocumentString(`
    query getSessions($accountId: String) {
  login {
    account(id: $accountId) {
      sessions {
        ...SessionParts
      }
    }
  }
}
    fragment SessionParts on Session {
  id
  timestamp
  source
  user {
    email
  }
  target {
    id
    name
    device {
      id
    }
  }
  endpoint {
    proxy
    platform
    geo {
      countryName
      stateName
      city
    }
  }
}`) as unknown as TypedDocumentString<GetSessionsQuery, GetSessionsQueryVariables>;
export const GetDeviceSessionsDocument = new TypedDocumentString(`
    query getDeviceSessions($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      id
      device(id: $ids) {
        id
        sessions {
          ...SessionParts
        }
      }
    }
  }
}
    fragment SessionParts on Session {
  id
  timestamp
  source
  user {
    email
  }
  target {
    id
    name
    device {
      id
    }
  }
  endpoint {
    proxy
    platform
    geo {
      countryName
      stateName
      city
    }
  }
}`) as unknown as TypedDocumentString<GetDeviceSessionsQuery, GetDeviceSessionsQueryVariables>;
export const GetWebhookDocument = new TypedDocumentString(`
    query getWebhook {
  login {
    id
    attributes
    notificationSettings {
      urlNotifications
      notificationUrl
    }
  }
}
    `) as unknown as TypedDocumentString<GetWebhookQuery, GetWebhookQueryVariables>;
export const SetWebhookDocument = new TypedDocumentString(`
    mutation setWebhook($enabled: Boolean!, $url: String!) {
  setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)
}
    `) as unknown as TypedDocumentString<SetWebhookMutation, SetWebhookMutationVariables>;
export const ClaimDeviceDocument = new TypedDocumentString(`
    mutation claimDevice($code: String!, $accountId: String) {
  claimDevice(code: $code, accountId: $accountId) {
    ...DeviceParts
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}
fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}
fragment DeviceParts on Device {
  ...DeviceCore
  hardwareId
  configurable
  owner {
    email
  }
  state
  platform
  created
  attributes
  tags(accountId: $accountId) {
    name
  }
  notificationSettings {
    emailNotifications
    desktopNotifications
  }
  services {
    ...ServiceParts
  }
}`) as unknown as TypedDocumentString<ClaimDeviceMutation, ClaimDeviceMutationVariables>;
export const DeleteDeviceDocument = new TypedDocumentString(`
    mutation deleteDevice($id: String!) {
  deleteDevice(deviceId: $id)
}
    `) as unknown as TypedDocumentString<DeleteDeviceMutation, DeleteDeviceMutationVariables>;
export const SetDeviceNotificationsDocument = new TypedDocumentString(`
    mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {
  setNotificationSettings(
    serviceId: $id
    emailNotifications: $emailNotifications
    desktopNotifications: $desktopNotifications
  )
}
    `) as unknown as TypedDocumentString<SetDeviceNotificationsMutation, SetDeviceNotificationsMutationVariables>;
export const GetPlatformTypesDocument = new TypedDocumentString(`
    query getPlatformTypes {
  platformTypes {
    id
    name
    visible
  }
}
    `) as unknown as TypedDocumentString<GetPlatformTypesQuery, GetPlatformTypesQueryVariables>;
export const RegisterDeviceDocument = new TypedDocumentString(`
    mutation registerDevice($name: String!, $hardwareId: String!, $manufacturer: Float, $platform: Float) {
  registerDevice(
    name: $name
    hardwareId: $hardwareId
    manufacturer: $manufacturer
    platform: $platform
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<RegisterDeviceMutation, RegisterDeviceMutationVariables>;
export const AddServiceByHardwareIdDocument = new TypedDocumentString(`
    mutation addServiceByHardwareId($hardwareId: String!, $name: String!, $application: Int!, $host: String, $port: Int, $enabled: Boolean) {
  addServiceByHardwareId(
    hardwareId: $hardwareId
    name: $name
    application: $application
    host: $host
    port: $port
    enabled: $enabled
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddServiceByHardwareIdMutation, AddServiceByHardwareIdMutationVariables>;
export const GetRegistrationDocument = new TypedDocumentString(`
    query getRegistration($accountId: String, $name: String, $platform: Int, $tags: [String!], $services: [ServiceInput!], $oneTimeUse: Boolean, $unique: Boolean!) {
  login {
    account(id: $accountId) {
      registrationCode(
        name: $name
        platform: $platform
        tags: $tags
        services: $services
        oneTimeUse: $oneTimeUse
        unique: $unique
      ) @skip(if: $unique)
      registrationCommand(
        name: $name
        platform: $platform
        tags: $tags
        services: $services
        oneTimeUse: $oneTimeUse
        unique: $unique
      )
    }
  }
}
    `) as unknown as TypedDocumentString<GetRegistrationQuery, GetRegistrationQueryVariables>;
export const CreateNetworkDocument = new TypedDocumentString(`
    mutation createNetwork($name: String!, $accountId: String!) {
  createNetwork(name: $name, accountId: $accountId) {
    ...NetworkParts
  }
}
    fragment NetworkParts on Network {
  id
  name
  permissions
  owner {
    id
    email
  }
  tags {
    name
  }
  connections {
    name
    port
    service {
      id
      name
    }
  }
  access {
    user {
      email
    }
  }
}`) as unknown as TypedDocumentString<CreateNetworkMutation, CreateNetworkMutationVariables>;
export const RenameNetworkDocument = new TypedDocumentString(`
    mutation renameNetwork($id: String!, $name: String!) {
  updateNetwork(id: $id, name: $name) {
    id
  }
}
    `) as unknown as TypedDocumentString<RenameNetworkMutation, RenameNetworkMutationVariables>;
export const DeleteNetworkDocument = new TypedDocumentString(`
    mutation deleteNetwork($id: String!) {
  deleteNetwork(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteNetworkMutation, DeleteNetworkMutationVariables>;
export const SetNetworkConnectionDocument = new TypedDocumentString(`
    mutation setNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {
  addNetworkConnection(
    networkId: $networkId
    serviceId: $serviceId
    name: $name
    port: $port
  )
}
    `) as unknown as TypedDocumentString<SetNetworkConnectionMutation, SetNetworkConnectionMutationVariables>;
export const RemoveNetworkConnectionDocument = new TypedDocumentString(`
    mutation removeNetworkConnection($networkId: String!, $serviceId: String!) {
  removeNetworkConnection(networkId: $networkId, serviceId: $serviceId)
}
    `) as unknown as TypedDocumentString<RemoveNetworkConnectionMutation, RemoveNetworkConnectionMutationVariables>;
export const AddNetworkShareDocument = new TypedDocumentString(`
    mutation addNetworkShare($networkId: String!, $emails: [String!]!) {
  addNetworkShare(networkId: $networkId, email: $emails)
}
    `) as unknown as TypedDocumentString<AddNetworkShareMutation, AddNetworkShareMutationVariables>;
export const RemoveNetworkShareDocument = new TypedDocumentString(`
    mutation removeNetworkShare($networkId: String!, $emails: [String!]!) {
  removeNetworkShare(networkId: $networkId, email: $emails)
}
    `) as unknown as TypedDocumentString<RemoveNetworkShareMutation, RemoveNetworkShareMutationVariables>;
export const AddNetworkTagsDocument = new TypedDocumentString(`
    mutation addNetworkTags($networkId: String!, $names: [String!]!) {
  addNetworkTag(networkId: $networkId, name: $names)
}
    `) as unknown as TypedDocumentString<AddNetworkTagsMutation, AddNetworkTagsMutationVariables>;
export const RemoveNetworkTagsDocument = new TypedDocumentString(`
    mutation removeNetworkTags($networkId: String!, $names: [String!]!) {
  removeNetworkTag(networkId: $networkId, name: $names)
}
    `) as unknown as TypedDocumentString<RemoveNetworkTagsMutation, RemoveNetworkTagsMutationVariables>;
export const ListNetworksDocument = new TypedDocumentString(`
    query listNetworks($accountId: String) {
  login {
    account(id: $accountId) {
      id
      attributes
      tags {
        name
      }
      networks {
        ...NetworkParts
      }
    }
  }
}
    fragment NetworkParts on Network {
  id
  name
  permissions
  owner {
    id
    email
  }
  tags {
    name
  }
  connections {
    name
    port
    service {
      id
      name
    }
  }
  access {
    user {
      email
    }
  }
}`) as unknown as TypedDocumentString<ListNetworksQuery, ListNetworksQueryVariables>;
export const ConfigureIdentityProviderDocument = new TypedDocumentString(`
    mutation configureIdentityProvider($accountId: String, $enabled: Boolean, $type: String, $metadata: String, $clientId: String, $clientSecret: String, $issuer: String) {
  configureOrgIdentityProvider(
    accountId: $accountId
    enabled: $enabled
    type: $type
    metadata: $metadata
    clientId: $clientId
    clientSecret: $clientSecret
    issuer: $issuer
  )
}
    `) as unknown as TypedDocumentString<ConfigureIdentityProviderMutation, ConfigureIdentityProviderMutationVariables>;
export const SetMemberDocument = new TypedDocumentString(`
    mutation setMember($accountId: String, $emails: [String!]!, $roleId: ID, $license: LicenseOption) {
  setMember(
    accountId: $accountId
    email: $emails
    roleId: $roleId
    license: $license
  )
}
    `) as unknown as TypedDocumentString<SetMemberMutation, SetMemberMutationVariables>;
export const SetMemberByNameDocument = new TypedDocumentString(`
    mutation setMemberByName($accountId: String, $emails: [String!]!, $role: OrganizationRole, $license: LicenseOption) {
  setMember(accountId: $accountId, email: $emails, role: $role, license: $license)
}
    `) as unknown as TypedDocumentString<SetMemberByNameMutation, SetMemberByNameMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation removeMember($accountId: String, $emails: [String!]!) {
  removeMember(accountId: $accountId, email: $emails)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const SetOrganizationDocument = new TypedDocumentString(`
    mutation setOrganization($accountId: String, $name: String, $domain: String, $providers: [AuthenticationProvider!]) {
  setOrganization(
    accountId: $accountId
    name: $name
    domain: $domain
    providers: $providers
  )
}
    `) as unknown as TypedDocumentString<SetOrganizationMutation, SetOrganizationMutationVariables>;
export const GetOrganizationDocument = new TypedDocumentString(`
    query getOrganization($accountId: String) {
  login {
    id
    email
    membership {
      organization {
        id
      }
      customRole {
        id
        permissions
      }
    }
    account(id: $accountId) {
      id
      email
      attributes
      organization {
        name
        domain
        verified
        verificationCNAME
        verificationValue
        providers
        identityProvider {
          type
          clientId
          issuer
        }
        roles {
          ...RoleParts
        }
        members {
          license
          customRole {
            ...RoleParts
          }
          user {
            id
            email
          }
        }
      }
    }
  }
}
    fragment RoleParts on CustomRole {
  id
  name
  system
  access
  permissions
  tag {
    operator
    values
  }
}`) as unknown as TypedDocumentString<GetOrganizationQuery, GetOrganizationQueryVariables>;
export const CreateRoleDocument = new TypedDocumentString(`
    mutation createRole($accountId: String, $name: String, $grant: [RolePermission!], $revoke: [RolePermission!], $tag: ListFilter) {
  createRole(
    accountId: $accountId
    name: $name
    grant: $grant
    revoke: $revoke
    tag: $tag
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateRoleMutation, CreateRoleMutationVariables>;
export const UpdateRoleDocument = new TypedDocumentString(`
    mutation updateRole($accountId: String, $id: String!, $name: String, $grant: [RolePermission!], $revoke: [RolePermission!], $tag: ListFilter, $access: CustomRoleAccess) {
  updateRole(
    accountId: $accountId
    id: $id
    name: $name
    grant: $grant
    revoke: $revoke
    tag: $tag
    access: $access
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateRoleMutation, UpdateRoleMutationVariables>;
export const DeleteRoleDocument = new TypedDocumentString(`
    mutation deleteRole($accountId: String, $id: String!) {
  deleteRole(accountId: $accountId, id: $id)
}
    `) as unknown as TypedDocumentString<DeleteRoleMutation, DeleteRoleMutationVariables>;
export const GetApplicationTypesDocument = new TypedDocumentString(`
    query getApplicationTypes {
  applicationTypes {
    id
    name
    description
    port
    protocol
  }
}
    `) as unknown as TypedDocumentString<GetApplicationTypesQuery, GetApplicationTypesQueryVariables>;
export const AddServiceDocument = new TypedDocumentString(`
    mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
  addService(
    deviceId: $deviceId
    name: $name
    application: $application
    host: $host
    port: $port
    enabled: $enabled
  ) {
    ...ServiceParts
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}`) as unknown as TypedDocumentString<AddServiceMutation, AddServiceMutationVariables>;
export const RemoveServiceDocument = new TypedDocumentString(`
    mutation removeService($id: ID!) {
  removeService(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveServiceMutation, RemoveServiceMutationVariables>;
export const UpdateServiceDocument = new TypedDocumentString(`
    mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
  updateService(
    id: $id
    application: $application
    host: $host
    port: $port
    enabled: $enabled
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateServiceMutation, UpdateServiceMutationVariables>;
export const SetAttributesDocument = new TypedDocumentString(`
    mutation setAttributes($id: String!, $attributes: Object!) {
  setAttributes(serviceId: $id, attributes: $attributes)
}
    `) as unknown as TypedDocumentString<SetAttributesMutation, SetAttributesMutationVariables>;
export const RenameDocument = new TypedDocumentString(`
    mutation rename($id: String!, $name: String!) {
  renameService(serviceId: $id, name: $name)
}
    `) as unknown as TypedDocumentString<RenameMutation, RenameMutationVariables>;
export const SetAccountAttributesDocument = new TypedDocumentString(`
    mutation setAccountAttributes($id: String, $attributes: Object!) {
  setAttributes(serviceId: $id, attributes: $attributes)
}
    `) as unknown as TypedDocumentString<SetAccountAttributesMutation, SetAccountAttributesMutationVariables>;
export const GetDeviceAccessDocument = new TypedDocumentString(`
    query getDeviceAccess($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
  login {
    account(id: $accountId) {
      id
      attributes
      device(id: $ids) {
        ...DeviceCore
        owner {
          email
        }
        ...DeviceAccess
        services {
          id
          name
          ...ServiceAccess
        }
      }
      devices(size: 1) @include(if: $withTotal) {
        total
      }
    }
  }
}
    fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}
fragment DeviceAccess on Device {
  access {
    user {
      id
      email
    }
    scripting
  }
}
fragment ServiceAccess on Service {
  access {
    user {
      id
    }
  }
}`) as unknown as TypedDocumentString<GetDeviceAccessQuery, GetDeviceAccessQueryVariables>;
export const SetConnectLinkDocument = new TypedDocumentString(`
    mutation setConnectLink($serviceId: String!, $enabled: Boolean, $password: String) {
  setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {
    ...ConnectLinkParts
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}`) as unknown as TypedDocumentString<SetConnectLinkMutation, SetConnectLinkMutationVariables>;
export const RemoveConnectLinkDocument = new TypedDocumentString(`
    mutation removeConnectLink($serviceId: String!) {
  removeConnectLink(serviceId: $serviceId)
}
    `) as unknown as TypedDocumentString<RemoveConnectLinkMutation, RemoveConnectLinkMutationVariables>;
export const GetConnectLinksDocument = new TypedDocumentString(`
    query getConnectLinks($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
  login {
    account(id: $accountId) {
      id
      attributes
      service(id: $ids) {
        ...LinkedService
        device {
          id
          permissions
        }
      }
      devices(size: 1) @include(if: $withTotal) {
        total
      }
    }
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}
fragment LinkedService on Service {
  id
  name
  link(type: [HTTPS, WSS]) {
    ...ConnectLinkParts
  }
}`) as unknown as TypedDocumentString<GetConnectLinksQuery, GetConnectLinksQueryVariables>;
export const GetConnectLinksOfDevicesDocument = new TypedDocumentString(`
    query getConnectLinksOfDevices($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      id
      attributes
      device(id: $ids) {
        id
        permissions
        services {
          ...LinkedService
        }
      }
    }
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}
fragment LinkedService on Service {
  id
  name
  link(type: [HTTPS, WSS]) {
    ...ConnectLinkParts
  }
}`) as unknown as TypedDocumentString<GetConnectLinksOfDevicesQuery, GetConnectLinksOfDevicesQueryVariables>;
export const ListConnectLinksDocument = new TypedDocumentString(`
    query listConnectLinks($accountId: String, $types: [LinkType!]) {
  login {
    account(id: $accountId) {
      id
      links(type: $types) {
        ...ConnectLinkParts
        service {
          id
          name
          device {
            id
            permissions
          }
        }
      }
    }
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}`) as unknown as TypedDocumentString<ListConnectLinksQuery, ListConnectLinksQueryVariables>;
export const ListConnectLinksOfDevicesDocument = new TypedDocumentString(`
    query listConnectLinksOfDevices($accountId: String, $size: Int, $from: Int, $after: ID, $types: [LinkType!]) {
  login {
    account(id: $accountId) {
      id
      devices(size: $size, from: $from, after: $after, sort: "created") {
        total
        hasMore
        last
        items {
          id
          permissions
          services {
            id
            name
            link(type: $types) {
              ...ConnectLinkParts
            }
          }
        }
      }
    }
  }
}
    fragment ConnectLinkParts on ConnectLink {
  url
  code
  enabled
}`) as unknown as TypedDocumentString<ListConnectLinksOfDevicesQuery, ListConnectLinksOfDevicesQueryVariables>;
export const ShareDeviceDocument = new TypedDocumentString(`
    mutation shareDevice($deviceId: String!, $email: [String!]!, $action: SharingAction!, $scripting: Boolean!, $services: [ServiceSharingOptions!], $notify: Boolean!) {
  share(
    deviceId: $deviceId
    email: $email
    action: $action
    scripting: $scripting
    services: $services
    notify: $notify
  )
}
    `) as unknown as TypedDocumentString<ShareDeviceMutation, ShareDeviceMutationVariables>;
export const ShareDeviceAndTellDocument = new TypedDocumentString(`
    mutation shareDeviceAndTell($deviceId: String!, $email: [String!]!, $action: SharingAction!, $scripting: Boolean!, $services: [ServiceSharingOptions!]) {
  share(
    deviceId: $deviceId
    email: $email
    action: $action
    scripting: $scripting
    services: $services
  )
}
    `) as unknown as TypedDocumentString<ShareDeviceAndTellMutation, ShareDeviceAndTellMutationVariables>;
export const GetTagBearersDocument = new TypedDocumentString(`
    query getTagBearers($accountId: String, $tag: ListFilter) {
  login {
    account(id: $accountId) {
      devices(size: 3, tag: $tag) {
        total
        items {
          id
          name
        }
      }
      networks {
        id
        name
        tags {
          name
        }
      }
      organization {
        roles {
          id
          name
          tag {
            values
          }
        }
      }
      deviceProducts(size: 1000) {
        items {
          id
          name
          tags
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetTagBearersQuery, GetTagBearersQueryVariables>;
export const ListTagsDocument = new TypedDocumentString(`
    query listTags($accountId: String) {
  login {
    account(id: $accountId) {
      id
      attributes
      tags {
        name
        color
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListTagsQuery, ListTagsQueryVariables>;
export const AddTagsDocument = new TypedDocumentString(`
    mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
  addTag(serviceId: $ids, name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<AddTagsMutation, AddTagsMutationVariables>;
export const RemoveTagsDocument = new TypedDocumentString(`
    mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
  removeTag(serviceId: $ids, name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<RemoveTagsMutation, RemoveTagsMutationVariables>;
export const SetTagDocument = new TypedDocumentString(`
    mutation setTag($tags: [TagInput!]!, $accountId: String) {
  setTag(tag: $tags, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<SetTagMutation, SetTagMutationVariables>;
export const RenameTagDocument = new TypedDocumentString(`
    mutation renameTag($from: String!, $to: String!, $accountId: String) {
  renameTag(from: $from, to: $to, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<RenameTagMutation, RenameTagMutationVariables>;
export const MergeTagDocument = new TypedDocumentString(`
    mutation mergeTag($from: String!, $to: String!, $accountId: String) {
  mergeTag(from: $from, to: $to, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<MergeTagMutation, MergeTagMutationVariables>;
export const DeleteTagDocument = new TypedDocumentString(`
    mutation deleteTag($names: [String!]!, $accountId: String) {
  deleteTag(name: $names, accountId: $accountId)
}
    `) as unknown as TypedDocumentString<DeleteTagMutation, DeleteTagMutationVariables>;
export const GetAllowanceDocument = new TypedDocumentString(`
    query getAllowance($accountId: String) {
  login {
    id
    membership {
      customRole {
        permissions
      }
      organization {
        id
      }
    }
    account(id: $accountId) {
      id
      limits {
        name
        value
        actual
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetAllowanceQuery, GetAllowanceQueryVariables>;
export const GetDevicesByIdDocument = new TypedDocumentString(`
    query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
  login {
    account(id: $accountId) {
      id
      tags {
        name
      }
      device(id: $ids) {
        ...DeviceParts
      }
      devices(size: 1) @include(if: $withTotal) {
        total
      }
    }
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}
fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}
fragment DeviceParts on Device {
  ...DeviceCore
  hardwareId
  configurable
  owner {
    email
  }
  state
  platform
  created
  attributes
  tags(accountId: $accountId) {
    name
  }
  notificationSettings {
    emailNotifications
    desktopNotifications
  }
  services {
    ...ServiceParts
  }
}`) as unknown as TypedDocumentString<GetDevicesByIdQuery, GetDevicesByIdQueryVariables>;
export const GetServicesByIdDocument = new TypedDocumentString(`
    query getServicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
  login {
    account(id: $accountId) {
      id
      service(id: $ids) {
        ...ServiceParts
        attributes
        device {
          id
          name
          configurable
          permissions
        }
      }
      devices(size: 1) @include(if: $withTotal) {
        total
      }
    }
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}`) as unknown as TypedDocumentString<GetServicesByIdQuery, GetServicesByIdQueryVariables>;
export const GetServicesOfDevicesDocument = new TypedDocumentString(`
    query getServicesOfDevices($accountId: String, $ids: [String!]!) {
  login {
    account(id: $accountId) {
      id
      device(id: $ids) {
        id
        name
        configurable
        permissions
        services {
          ...ServiceParts
          attributes
        }
      }
    }
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment ServiceParts on Service {
  ...ServiceCore
  host
  port
  enabled
  created
}`) as unknown as TypedDocumentString<GetServicesOfDevicesQuery, GetServicesOfDevicesQueryVariables>;
export const ListMarksDocument = new TypedDocumentString(`
    query listMarks($accountId: String, $size: Int, $from: Int, $after: ID) {
  login {
    account(id: $accountId) {
      id
      devices(size: $size, from: $from, after: $after, sort: "created") {
        total
        hasMore
        last
        items {
          id
          name
          attributes
          services {
            id
            name
            attributes
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListMarksQuery, ListMarksQueryVariables>;
export const GetUserMarksDocument = new TypedDocumentString(`
    query getUserMarks($accountId: String) {
  login {
    id
    email
    attributes
    account(id: $accountId) {
      id
      email
      attributes
    }
  }
}
    `) as unknown as TypedDocumentString<GetUserMarksQuery, GetUserMarksQueryVariables>;
export const ListDevicesDocument = new TypedDocumentString(`
    query listDevices($accountId: String, $size: Int, $from: Int, $after: ID, $sort: String! = "created", $state: String, $name: String, $hardwareId: String, $tag: ListFilter, $owner: Boolean, $application: [Int!], $platform: [Int!], $tags: Boolean! = true, $attributes: Boolean! = true, $notificationSettings: Boolean! = true, $reach: Boolean! = true, $facts: Boolean! = true, $access: Boolean! = false, $serviceAttributes: Boolean! = false) {
  login {
    account(id: $accountId) {
      id
      email
      tags {
        name
        color
      }
      devices(
        size: $size
        from: $from
        after: $after
        sort: $sort
        state: $state
        name: $name
        hardwareId: $hardwareId
        tag: $tag
        owner: $owner
        application: $application
        platform: $platform
      ) {
        total
        hasMore
        last
        items {
          ...DeviceCore
          owner {
            email @include(if: $facts)
          }
          hardwareId @include(if: $facts)
          configurable @include(if: $facts)
          state @include(if: $facts)
          platform @include(if: $facts)
          created @include(if: $facts)
          attributes @include(if: $attributes)
          tags(accountId: $accountId) @include(if: $tags) {
            name
          }
          notificationSettings @include(if: $notificationSettings) {
            emailNotifications
            desktopNotifications
          }
          ...DeviceAccess @include(if: $access)
          services {
            ...ServiceCore
            host @include(if: $reach)
            port @include(if: $reach)
            enabled @include(if: $reach)
            created @include(if: $facts)
            attributes @include(if: $serviceAttributes)
            ...ServiceAccess @include(if: $access)
          }
        }
      }
    }
  }
}
    fragment ServiceCore on Service {
  id
  name
  title
  application
}
fragment DeviceCore on Device {
  id
  name
  permissions
  owner {
    id
  }
}
fragment DeviceAccess on Device {
  access {
    user {
      id
      email
    }
    scripting
  }
}
fragment ServiceAccess on Service {
  access {
    user {
      id
    }
  }
}`) as unknown as TypedDocumentString<ListDevicesQuery, ListDevicesQueryVariables>;
export const ListDeviceIdsDocument = new TypedDocumentString(`
    query listDeviceIds($accountId: String, $size: Int, $from: Int, $after: ID) {
  login {
    account(id: $accountId) {
      id
      devices(size: $size, from: $from, after: $after, sort: "created") {
        total
        hasMore
        last
        items {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListDeviceIdsQuery, ListDeviceIdsQueryVariables>;