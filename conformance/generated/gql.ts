/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query conformanceAttributes($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          attributes\n        }\n      }\n    }\n  }\n": typeof types.ConformanceAttributesDocument,
    "\n  mutation conformanceSetAttributes($id: String!, $attributes: Object!) {\n    setAttributes(serviceId: $id, attributes: $attributes)\n  }\n": typeof types.ConformanceSetAttributesDocument,
    "\n  query conformanceById($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          id\n        }\n      }\n    }\n  }\n": typeof types.ConformanceByIdDocument,
    "\n  query conformanceByName($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        devices(size: 1, name: $name) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.ConformanceByNameDocument,
    "\n  query conformanceEvents($accountId: String, $minDate: DateTime, $maxDate: DateTime) {\n    login {\n      account(id: $accountId) {\n        events(size: 1, minDate: $minDate, maxDate: $maxDate) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.ConformanceEventsDocument,
    "\n  query conformanceNetworks($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        networks {\n          id\n          name\n          connections {\n            name\n            port\n          }\n        }\n        device(id: $ids) {\n          services {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceNetworksDocument,
    "\n  mutation conformanceAddNetwork($name: String!, $accountId: String) {\n    createNetwork(name: $name, accountId: $accountId) {\n      id\n    }\n  }\n": typeof types.ConformanceAddNetworkDocument,
    "\n  mutation conformanceRenameNetwork($id: String!, $name: String!) {\n    updateNetwork(id: $id, name: $name) {\n      id\n    }\n  }\n": typeof types.ConformanceRenameNetworkDocument,
    "\n  mutation conformanceSetNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n    addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n  }\n": typeof types.ConformanceSetNetworkConnectionDocument,
    "\n  mutation conformanceDeleteNetwork($id: String!) {\n    deleteNetwork(id: $id)\n  }\n": typeof types.ConformanceDeleteNetworkDocument,
    "\n  query conformanceNotifications($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          notificationSettings {\n            emailNotifications\n            desktopNotifications\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceNotificationsDocument,
    "\n  mutation conformanceSetNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n    setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n  }\n": typeof types.ConformanceSetNotificationsDocument,
    "\n  query conformanceWebhook {\n    login {\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n": typeof types.ConformanceWebhookDocument,
    "\n  mutation conformanceSetWebhook($urlNotifications: Boolean, $notificationUrl: String) {\n    setNotificationSettings(urlNotifications: $urlNotifications, notificationUrl: $notificationUrl)\n  }\n": typeof types.ConformanceSetWebhookDocument,
    "\n  mutation conformanceClaim($code: String!, $accountId: String) {\n    claimDevice(code: $code, accountId: $accountId) {\n      id\n    }\n  }\n": typeof types.ConformanceClaimDocument,
    "\n  query conformanceRegistration($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        registrationCode(name: $name, oneTimeUse: true)\n      }\n    }\n  }\n": typeof types.ConformanceRegistrationDocument,
    "\n  mutation conformanceDelete($id: String!) {\n    deleteDevice(deviceId: $id)\n  }\n": typeof types.ConformanceDeleteDocument,
    "\n  mutation conformanceAddService($deviceId: String!, $name: String, $application: Int) {\n    addService(deviceId: $deviceId, name: $name, application: $application) {\n      id\n    }\n  }\n": typeof types.ConformanceAddServiceDocument,
    "\n  mutation conformanceAddServiceByHardwareId($hardwareId: String!, $name: String, $application: Int) {\n    addServiceByHardwareId(hardwareId: $hardwareId, name: $name, application: $application) {\n      id\n    }\n  }\n": typeof types.ConformanceAddServiceByHardwareIdDocument,
    "\n  mutation conformanceRemoveService($id: ID!) {\n    removeService(id: $id)\n  }\n": typeof types.ConformanceRemoveServiceDocument,
    "\n  query conformanceServices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          services {\n            id\n            name\n            host\n            port\n            enabled\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceServicesDocument,
    "\n  mutation conformanceSetConnectLink($serviceId: String!, $enabled: Boolean!) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled) {\n      password\n    }\n  }\n": typeof types.ConformanceSetConnectLinkDocument,
    "\n  mutation conformanceSetConnectLinkPassword($serviceId: String!, $enabled: Boolean!, $password: String) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n      password\n    }\n  }\n": typeof types.ConformanceSetConnectLinkPasswordDocument,
    "\n  mutation conformanceAddTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    addTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n": typeof types.ConformanceAddTagDocument,
    "\n  mutation conformanceRemoveTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n": typeof types.ConformanceRemoveTagDocument,
    "\n  mutation conformanceDeleteTag($names: [String!]!, $accountId: String) {\n    deleteTag(name: $names, accountId: $accountId)\n  }\n": typeof types.ConformanceDeleteTagDocument,
    "\n  query conformanceTags($accountId: String, $ownId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        device(id: $ids) {\n          tags {\n            name\n          }\n          own: tags(accountId: $ownId) {\n            name\n          }\n          owners: tags(accountId: $accountId) {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceTagsDocument,
    "\n  query conformanceSample($accountId: String) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        devices(size: 50, sort: \"created\") {\n          items {\n            id\n            name\n            state\n            created\n            services {\n              id\n            }\n          }\n        }\n        second: devices(size: 1, from: 1, sort: \"created\") {\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceSampleDocument,
    "\n  query conformanceDevice($accountId: String, $ids: [String!]!) {\n    login {\n      notificationSettings {\n        notificationUrl\n      }\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        networks {\n          name\n        }\n        device(id: $ids) {\n          id\n          hardwareId\n          configurable\n          permissions\n          owner {\n            id\n          }\n          attributes\n          tags(accountId: $accountId) {\n            name\n          }\n          services {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConformanceDeviceDocument,
};
const documents: Documents = {
    "\n  query conformanceAttributes($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          attributes\n        }\n      }\n    }\n  }\n": types.ConformanceAttributesDocument,
    "\n  mutation conformanceSetAttributes($id: String!, $attributes: Object!) {\n    setAttributes(serviceId: $id, attributes: $attributes)\n  }\n": types.ConformanceSetAttributesDocument,
    "\n  query conformanceById($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          id\n        }\n      }\n    }\n  }\n": types.ConformanceByIdDocument,
    "\n  query conformanceByName($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        devices(size: 1, name: $name) {\n          total\n        }\n      }\n    }\n  }\n": types.ConformanceByNameDocument,
    "\n  query conformanceEvents($accountId: String, $minDate: DateTime, $maxDate: DateTime) {\n    login {\n      account(id: $accountId) {\n        events(size: 1, minDate: $minDate, maxDate: $maxDate) {\n          total\n        }\n      }\n    }\n  }\n": types.ConformanceEventsDocument,
    "\n  query conformanceNetworks($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        networks {\n          id\n          name\n          connections {\n            name\n            port\n          }\n        }\n        device(id: $ids) {\n          services {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceNetworksDocument,
    "\n  mutation conformanceAddNetwork($name: String!, $accountId: String) {\n    createNetwork(name: $name, accountId: $accountId) {\n      id\n    }\n  }\n": types.ConformanceAddNetworkDocument,
    "\n  mutation conformanceRenameNetwork($id: String!, $name: String!) {\n    updateNetwork(id: $id, name: $name) {\n      id\n    }\n  }\n": types.ConformanceRenameNetworkDocument,
    "\n  mutation conformanceSetNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n    addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n  }\n": types.ConformanceSetNetworkConnectionDocument,
    "\n  mutation conformanceDeleteNetwork($id: String!) {\n    deleteNetwork(id: $id)\n  }\n": types.ConformanceDeleteNetworkDocument,
    "\n  query conformanceNotifications($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          notificationSettings {\n            emailNotifications\n            desktopNotifications\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceNotificationsDocument,
    "\n  mutation conformanceSetNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n    setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n  }\n": types.ConformanceSetNotificationsDocument,
    "\n  query conformanceWebhook {\n    login {\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n": types.ConformanceWebhookDocument,
    "\n  mutation conformanceSetWebhook($urlNotifications: Boolean, $notificationUrl: String) {\n    setNotificationSettings(urlNotifications: $urlNotifications, notificationUrl: $notificationUrl)\n  }\n": types.ConformanceSetWebhookDocument,
    "\n  mutation conformanceClaim($code: String!, $accountId: String) {\n    claimDevice(code: $code, accountId: $accountId) {\n      id\n    }\n  }\n": types.ConformanceClaimDocument,
    "\n  query conformanceRegistration($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        registrationCode(name: $name, oneTimeUse: true)\n      }\n    }\n  }\n": types.ConformanceRegistrationDocument,
    "\n  mutation conformanceDelete($id: String!) {\n    deleteDevice(deviceId: $id)\n  }\n": types.ConformanceDeleteDocument,
    "\n  mutation conformanceAddService($deviceId: String!, $name: String, $application: Int) {\n    addService(deviceId: $deviceId, name: $name, application: $application) {\n      id\n    }\n  }\n": types.ConformanceAddServiceDocument,
    "\n  mutation conformanceAddServiceByHardwareId($hardwareId: String!, $name: String, $application: Int) {\n    addServiceByHardwareId(hardwareId: $hardwareId, name: $name, application: $application) {\n      id\n    }\n  }\n": types.ConformanceAddServiceByHardwareIdDocument,
    "\n  mutation conformanceRemoveService($id: ID!) {\n    removeService(id: $id)\n  }\n": types.ConformanceRemoveServiceDocument,
    "\n  query conformanceServices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          services {\n            id\n            name\n            host\n            port\n            enabled\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceServicesDocument,
    "\n  mutation conformanceSetConnectLink($serviceId: String!, $enabled: Boolean!) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled) {\n      password\n    }\n  }\n": types.ConformanceSetConnectLinkDocument,
    "\n  mutation conformanceSetConnectLinkPassword($serviceId: String!, $enabled: Boolean!, $password: String) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n      password\n    }\n  }\n": types.ConformanceSetConnectLinkPasswordDocument,
    "\n  mutation conformanceAddTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    addTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n": types.ConformanceAddTagDocument,
    "\n  mutation conformanceRemoveTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n": types.ConformanceRemoveTagDocument,
    "\n  mutation conformanceDeleteTag($names: [String!]!, $accountId: String) {\n    deleteTag(name: $names, accountId: $accountId)\n  }\n": types.ConformanceDeleteTagDocument,
    "\n  query conformanceTags($accountId: String, $ownId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        device(id: $ids) {\n          tags {\n            name\n          }\n          own: tags(accountId: $ownId) {\n            name\n          }\n          owners: tags(accountId: $accountId) {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceTagsDocument,
    "\n  query conformanceSample($accountId: String) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        devices(size: 50, sort: \"created\") {\n          items {\n            id\n            name\n            state\n            created\n            services {\n              id\n            }\n          }\n        }\n        second: devices(size: 1, from: 1, sort: \"created\") {\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceSampleDocument,
    "\n  query conformanceDevice($accountId: String, $ids: [String!]!) {\n    login {\n      notificationSettings {\n        notificationUrl\n      }\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        networks {\n          name\n        }\n        device(id: $ids) {\n          id\n          hardwareId\n          configurable\n          permissions\n          owner {\n            id\n          }\n          attributes\n          tags(accountId: $accountId) {\n            name\n          }\n          services {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ConformanceDeviceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceAttributes($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          attributes\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceAttributesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetAttributes($id: String!, $attributes: Object!) {\n    setAttributes(serviceId: $id, attributes: $attributes)\n  }\n"): typeof import('./graphql').ConformanceSetAttributesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceById($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceByName($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        devices(size: 1, name: $name) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceByNameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceEvents($accountId: String, $minDate: DateTime, $maxDate: DateTime) {\n    login {\n      account(id: $accountId) {\n        events(size: 1, minDate: $minDate, maxDate: $maxDate) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceNetworks($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        networks {\n          id\n          name\n          connections {\n            name\n            port\n          }\n        }\n        device(id: $ids) {\n          services {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceNetworksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceAddNetwork($name: String!, $accountId: String) {\n    createNetwork(name: $name, accountId: $accountId) {\n      id\n    }\n  }\n"): typeof import('./graphql').ConformanceAddNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceRenameNetwork($id: String!, $name: String!) {\n    updateNetwork(id: $id, name: $name) {\n      id\n    }\n  }\n"): typeof import('./graphql').ConformanceRenameNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n    addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n  }\n"): typeof import('./graphql').ConformanceSetNetworkConnectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceDeleteNetwork($id: String!) {\n    deleteNetwork(id: $id)\n  }\n"): typeof import('./graphql').ConformanceDeleteNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceNotifications($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          notificationSettings {\n            emailNotifications\n            desktopNotifications\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n    setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n  }\n"): typeof import('./graphql').ConformanceSetNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceWebhook {\n    login {\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetWebhook($urlNotifications: Boolean, $notificationUrl: String) {\n    setNotificationSettings(urlNotifications: $urlNotifications, notificationUrl: $notificationUrl)\n  }\n"): typeof import('./graphql').ConformanceSetWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceClaim($code: String!, $accountId: String) {\n    claimDevice(code: $code, accountId: $accountId) {\n      id\n    }\n  }\n"): typeof import('./graphql').ConformanceClaimDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceRegistration($accountId: String, $name: String) {\n    login {\n      account(id: $accountId) {\n        registrationCode(name: $name, oneTimeUse: true)\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceDelete($id: String!) {\n    deleteDevice(deviceId: $id)\n  }\n"): typeof import('./graphql').ConformanceDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceAddService($deviceId: String!, $name: String, $application: Int) {\n    addService(deviceId: $deviceId, name: $name, application: $application) {\n      id\n    }\n  }\n"): typeof import('./graphql').ConformanceAddServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceAddServiceByHardwareId($hardwareId: String!, $name: String, $application: Int) {\n    addServiceByHardwareId(hardwareId: $hardwareId, name: $name, application: $application) {\n      id\n    }\n  }\n"): typeof import('./graphql').ConformanceAddServiceByHardwareIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceRemoveService($id: ID!) {\n    removeService(id: $id)\n  }\n"): typeof import('./graphql').ConformanceRemoveServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceServices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        device(id: $ids) {\n          services {\n            id\n            name\n            host\n            port\n            enabled\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetConnectLink($serviceId: String!, $enabled: Boolean!) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled) {\n      password\n    }\n  }\n"): typeof import('./graphql').ConformanceSetConnectLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceSetConnectLinkPassword($serviceId: String!, $enabled: Boolean!, $password: String) {\n    setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n      password\n    }\n  }\n"): typeof import('./graphql').ConformanceSetConnectLinkPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceAddTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    addTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n"): typeof import('./graphql').ConformanceAddTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceRemoveTag($ids: [String!]!, $names: [String!]!, $accountId: String) {\n    removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n  }\n"): typeof import('./graphql').ConformanceRemoveTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation conformanceDeleteTag($names: [String!]!, $accountId: String) {\n    deleteTag(name: $names, accountId: $accountId)\n  }\n"): typeof import('./graphql').ConformanceDeleteTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceTags($accountId: String, $ownId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        device(id: $ids) {\n          tags {\n            name\n          }\n          own: tags(accountId: $ownId) {\n            name\n          }\n          owners: tags(accountId: $accountId) {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceSample($accountId: String) {\n    login {\n      account(id: $accountId) {\n        tags {\n          name\n        }\n        devices(size: 50, sort: \"created\") {\n          items {\n            id\n            name\n            state\n            created\n            services {\n              id\n            }\n          }\n        }\n        second: devices(size: 1, from: 1, sort: \"created\") {\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceSampleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query conformanceDevice($accountId: String, $ids: [String!]!) {\n    login {\n      notificationSettings {\n        notificationUrl\n      }\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        networks {\n          name\n        }\n        device(id: $ids) {\n          id\n          hardwareId\n          configurable\n          permissions\n          owner {\n            id\n          }\n          attributes\n          tags(accountId: $accountId) {\n            name\n          }\n          services {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConformanceDeviceDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
