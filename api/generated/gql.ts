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
    "\n  query whoAmI($accountId: String) {\n    login {\n      id\n      email\n      account(id: $accountId) {\n        id\n        email\n      }\n    }\n  }\n": typeof types.WhoAmIDocument,
    "\n  query offeredMutations {\n    __schema {\n      mutationType {\n        fields(includeDeprecated: true) {\n          name\n        }\n      }\n    }\n  }\n": typeof types.OfferedMutationsDocument,
    "\n  query getAccess($accountId: String, $size: Int) {\n    login {\n      account(id: $accountId) {\n        devices(size: $size) {\n          total\n          items {\n            permissions\n            configurable\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetAccessDocument,
    "\n  query getAccountSettings($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        language\n        timezone\n        notificationSettings {\n          emailNotifications\n          desktopNotifications\n        }\n      }\n    }\n  }\n": typeof types.GetAccountSettingsDocument,
    "\n    mutation setAccountNotifications($emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n    }\n  ": typeof types.SetAccountNotificationsDocument,
    "\n    mutation updateAccount($language: String, $timezone: String, $accountId: String) {\n      updateAccount(language: $language, timezone: $timezone, accountId: $accountId)\n    }\n  ": typeof types.UpdateAccountDocument,
    "\n  query getEvents(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $minDate: DateTime\n    $maxDate: DateTime\n    $types: [EventType!]\n  ) {\n    login {\n      account(id: $accountId) {\n        events(size: $size, from: $from, after: $after, minDate: $minDate, maxDate: $maxDate, types: $types) {\n          total\n          hasMore\n          last\n          limited\n          items {\n            id\n            type\n            state\n            action\n            timestamp\n            actor {\n              email\n            }\n            target {\n              id\n              application\n              device {\n                id\n              }\n            }\n            devices {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetEventsDocument,
    "\n  query getAccount($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        info {\n          devices {\n            total\n            online\n            offline\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetAccountDocument,
    "\n  query getGuests($accountId: String) {\n    login {\n      account(id: $accountId) {\n        guest {\n          user {\n            id\n            email\n          }\n          devices {\n            id\n            name\n          }\n          networks {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetGuestsDocument,
    "\n  query getContacts($accountId: String) {\n    login {\n      account(id: $accountId) {\n        contacts {\n          id\n          email\n        }\n      }\n    }\n  }\n": typeof types.GetContactsDocument,
    "\n  query getLimits($accountId: String) {\n    login {\n      account(id: $accountId) {\n        limits {\n          name\n          value\n          actual\n          base\n          scale\n        }\n      }\n    }\n  }\n": typeof types.GetLimitsDocument,
    "\n  fragment SessionParts on Session {\n    id\n    timestamp\n    source\n    user {\n      email\n    }\n    target {\n      id\n      name\n      device {\n        id\n      }\n    }\n    endpoint {\n      proxy\n      platform\n      geo {\n        countryName\n        stateName\n        city\n      }\n    }\n  }\n": typeof types.SessionPartsFragmentDoc,
    "\n  query getSessions($accountId: String) {\n    login {\n      account(id: $accountId) {\n        sessions {\n          ...SessionParts\n        }\n      }\n    }\n  }\n": typeof types.GetSessionsDocument,
    "\n  query getDeviceSessions($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          sessions {\n            ...SessionParts\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetDeviceSessionsDocument,
    "\n  query getWebhook {\n    login {\n      id\n      attributes\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n": typeof types.GetWebhookDocument,
    "\n    mutation setWebhook($enabled: Boolean!, $url: String!) {\n      setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)\n    }\n  ": typeof types.SetWebhookDocument,
    "\n    mutation claimDevice($code: String!, $accountId: String) {\n      claimDevice(code: $code, accountId: $accountId) {\n        ...DeviceParts\n      }\n    }\n  ": typeof types.ClaimDeviceDocument,
    "\n    mutation deleteDevice($id: String!) {\n      deleteDevice(deviceId: $id)\n    }\n  ": typeof types.DeleteDeviceDocument,
    "\n    mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(\n        serviceId: $id\n        emailNotifications: $emailNotifications\n        desktopNotifications: $desktopNotifications\n      )\n    }\n  ": typeof types.SetDeviceNotificationsDocument,
    "\n  query getPlatformTypes {\n    platformTypes {\n      id\n      name\n      visible\n    }\n  }\n": typeof types.GetPlatformTypesDocument,
    "\n    mutation registerDevice($name: String!, $hardwareId: String!, $manufacturer: Float, $platform: Float) {\n      registerDevice(name: $name, hardwareId: $hardwareId, manufacturer: $manufacturer, platform: $platform) {\n        id\n      }\n    }\n  ": typeof types.RegisterDeviceDocument,
    "\n    mutation addServiceByHardwareId(\n      $hardwareId: String!\n      $name: String!\n      $application: Int!\n      $host: String\n      $port: Int\n      $enabled: Boolean\n    ) {\n      addServiceByHardwareId(\n        hardwareId: $hardwareId\n        name: $name\n        application: $application\n        host: $host\n        port: $port\n        enabled: $enabled\n      ) {\n        id\n      }\n    }\n  ": typeof types.AddServiceByHardwareIdDocument,
    "\n  query getRegistration(\n    $accountId: String\n    $name: String\n    $platform: Int\n    $tags: [String!]\n    $services: [ServiceInput!]\n    $oneTimeUse: Boolean\n    $unique: Boolean!\n  ) {\n    login {\n      account(id: $accountId) {\n        registrationCode(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        ) @skip(if: $unique)\n        registrationCommand(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        )\n      }\n    }\n  }\n": typeof types.GetRegistrationDocument,
    "\n    mutation createNetwork($name: String!, $accountId: String!) {\n      createNetwork(name: $name, accountId: $accountId) {\n        ...NetworkParts\n      }\n    }\n  ": typeof types.CreateNetworkDocument,
    "\n    mutation renameNetwork($id: String!, $name: String!) {\n      updateNetwork(id: $id, name: $name) {\n        id\n      }\n    }\n  ": typeof types.RenameNetworkDocument,
    "\n    mutation deleteNetwork($id: String!) {\n      deleteNetwork(id: $id)\n    }\n  ": typeof types.DeleteNetworkDocument,
    "\n    mutation setNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n      addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n    }\n  ": typeof types.SetNetworkConnectionDocument,
    "\n    mutation removeNetworkConnection($networkId: String!, $serviceId: String!) {\n      removeNetworkConnection(networkId: $networkId, serviceId: $serviceId)\n    }\n  ": typeof types.RemoveNetworkConnectionDocument,
    "\n    mutation addNetworkShare($networkId: String!, $emails: [String!]!) {\n      addNetworkShare(networkId: $networkId, email: $emails)\n    }\n  ": typeof types.AddNetworkShareDocument,
    "\n    mutation removeNetworkShare($networkId: String!, $emails: [String!]!) {\n      removeNetworkShare(networkId: $networkId, email: $emails)\n    }\n  ": typeof types.RemoveNetworkShareDocument,
    "\n    mutation addNetworkTags($networkId: String!, $names: [String!]!) {\n      addNetworkTag(networkId: $networkId, name: $names)\n    }\n  ": typeof types.AddNetworkTagsDocument,
    "\n    mutation removeNetworkTags($networkId: String!, $names: [String!]!) {\n      removeNetworkTag(networkId: $networkId, name: $names)\n    }\n  ": typeof types.RemoveNetworkTagsDocument,
    "\n  fragment NetworkParts on Network {\n    id\n    name\n    permissions\n    owner {\n      id\n      email\n    }\n    tags {\n      name\n    }\n    connections {\n      name\n      port\n      service {\n        id\n        name\n      }\n    }\n    access {\n      user {\n        email\n      }\n    }\n  }\n": typeof types.NetworkPartsFragmentDoc,
    "\n  query listNetworks($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n        }\n        networks {\n          ...NetworkParts\n        }\n      }\n    }\n  }\n": typeof types.ListNetworksDocument,
    "\n    mutation configureIdentityProvider(\n      $accountId: String\n      $enabled: Boolean\n      $type: String\n      $metadata: String\n      $clientId: String\n      $clientSecret: String\n      $issuer: String\n    ) {\n      configureOrgIdentityProvider(\n        accountId: $accountId\n        enabled: $enabled\n        type: $type\n        metadata: $metadata\n        clientId: $clientId\n        clientSecret: $clientSecret\n        issuer: $issuer\n      )\n    }\n  ": typeof types.ConfigureIdentityProviderDocument,
    "\n    mutation setMember($accountId: String, $emails: [String!]!, $roleId: ID, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, roleId: $roleId, license: $license)\n    }\n  ": typeof types.SetMemberDocument,
    "\n    mutation setMemberByName($accountId: String, $emails: [String!]!, $role: OrganizationRole, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, role: $role, license: $license)\n    }\n  ": typeof types.SetMemberByNameDocument,
    "\n    mutation removeMember($accountId: String, $emails: [String!]!) {\n      removeMember(accountId: $accountId, email: $emails)\n    }\n  ": typeof types.RemoveMemberDocument,
    "\n    mutation setOrganization($accountId: String, $name: String, $domain: String, $providers: [AuthenticationProvider!]) {\n      setOrganization(accountId: $accountId, name: $name, domain: $domain, providers: $providers)\n    }\n  ": typeof types.SetOrganizationDocument,
    "\n  query getOrganization($accountId: String) {\n    login {\n      id\n      email\n      membership {\n        organization {\n          id\n        }\n        customRole {\n          id\n          permissions\n        }\n      }\n      account(id: $accountId) {\n        id\n        email\n        attributes\n        organization {\n          name\n          domain\n          verified\n          verificationCNAME\n          verificationValue\n          providers\n          identityProvider {\n            type\n            clientId\n            issuer\n          }\n          roles {\n            ...RoleParts\n          }\n          members {\n            license\n            customRole {\n              ...RoleParts\n            }\n            user {\n              id\n              email\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetOrganizationDocument,
    "\n  fragment RoleParts on CustomRole {\n    id\n    name\n    system\n    access\n    permissions\n    tag {\n      operator\n      values\n    }\n  }\n": typeof types.RolePartsFragmentDoc,
    "\n    mutation createRole(\n      $accountId: String\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n    ) {\n      createRole(accountId: $accountId, name: $name, grant: $grant, revoke: $revoke, tag: $tag) {\n        id\n      }\n    }\n  ": typeof types.CreateRoleDocument,
    "\n    mutation updateRole(\n      $accountId: String\n      $id: String!\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n      $access: CustomRoleAccess\n    ) {\n      updateRole(accountId: $accountId, id: $id, name: $name, grant: $grant, revoke: $revoke, tag: $tag, access: $access) {\n        id\n      }\n    }\n  ": typeof types.UpdateRoleDocument,
    "\n    mutation deleteRole($accountId: String, $id: String!) {\n      deleteRole(accountId: $accountId, id: $id)\n    }\n  ": typeof types.DeleteRoleDocument,
    "\n  query getApplicationTypes {\n    applicationTypes {\n      id\n      name\n      description\n      port\n      protocol\n    }\n  }\n": typeof types.GetApplicationTypesDocument,
    "\n    mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      addService(deviceId: $deviceId, name: $name, application: $application, host: $host, port: $port, enabled: $enabled) {\n        ...ServiceParts\n      }\n    }\n  ": typeof types.AddServiceDocument,
    "\n    mutation removeService($id: ID!) {\n      removeService(id: $id)\n    }\n  ": typeof types.RemoveServiceDocument,
    "\n    mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) {\n        id\n      }\n    }\n  ": typeof types.UpdateServiceDocument,
    "\n    mutation setAttributes($id: String!, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  ": typeof types.SetAttributesDocument,
    "\n    mutation rename($id: String!, $name: String!) {\n      renameService(serviceId: $id, name: $name)\n    }\n  ": typeof types.RenameDocument,
    "\n    mutation setAccountAttributes($id: String, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  ": typeof types.SetAccountAttributesDocument,
    "\n  query getDeviceAccess($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          ...DeviceCore\n          owner {\n            email\n          }\n          ...DeviceAccess\n          services {\n            id\n            name\n            ...ServiceAccess\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.GetDeviceAccessDocument,
    "\n    mutation setConnectLink($serviceId: String!, $enabled: Boolean, $password: String) {\n      setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n        ...ConnectLinkParts\n      }\n    }\n  ": typeof types.SetConnectLinkDocument,
    "\n    mutation removeConnectLink($serviceId: String!) {\n      removeConnectLink(serviceId: $serviceId)\n    }\n  ": typeof types.RemoveConnectLinkDocument,
    "\n  fragment ConnectLinkParts on ConnectLink {\n    url\n    code\n    enabled\n  }\n": typeof types.ConnectLinkPartsFragmentDoc,
    "\n  fragment LinkedService on Service {\n    id\n    name\n    link(type: [HTTPS, WSS]) {\n      ...ConnectLinkParts\n    }\n  }\n": typeof types.LinkedServiceFragmentDoc,
    "\n  query getConnectLinks($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        service(id: $ids) {\n          ...LinkedService\n          device {\n            id\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.GetConnectLinksDocument,
    "\n  query getConnectLinksOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          id\n          permissions\n          services {\n            ...LinkedService\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetConnectLinksOfDevicesDocument,
    "\n  query listConnectLinks($accountId: String, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        links(type: $types) {\n          ...ConnectLinkParts\n          service {\n            id\n            name\n            device {\n              id\n              permissions\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListConnectLinksDocument,
    "\n  query listConnectLinksOfDevices($accountId: String, $size: Int, $from: Int, $after: ID, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            permissions\n            services {\n              id\n              name\n              link(type: $types) {\n                ...ConnectLinkParts\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListConnectLinksOfDevicesDocument,
    "\n    mutation shareDevice(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n      $notify: Boolean!\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services, notify: $notify)\n    }\n  ": typeof types.ShareDeviceDocument,
    "\n    mutation shareDeviceAndTell(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services)\n    }\n  ": typeof types.ShareDeviceAndTellDocument,
    "\n  query getTagBearers($accountId: String, $tag: ListFilter) {\n    login {\n      account(id: $accountId) {\n        devices(size: 3, tag: $tag) {\n          total\n          items {\n            id\n            name\n          }\n        }\n        networks {\n          id\n          name\n          tags {\n            name\n          }\n        }\n        organization {\n          roles {\n            id\n            name\n            tag {\n              values\n            }\n          }\n        }\n        deviceProducts(size: 1000) {\n          items {\n            id\n            name\n            tags\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetTagBearersDocument,
    "\n  query listTags($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n          color\n        }\n      }\n    }\n  }\n": typeof types.ListTagsDocument,
    "\n    mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      addTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  ": typeof types.AddTagsDocument,
    "\n    mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  ": typeof types.RemoveTagsDocument,
    "\n    mutation setTag($tags: [TagInput!]!, $accountId: String) {\n      setTag(tag: $tags, accountId: $accountId)\n    }\n  ": typeof types.SetTagDocument,
    "\n    mutation renameTag($from: String!, $to: String!, $accountId: String) {\n      renameTag(from: $from, to: $to, accountId: $accountId)\n    }\n  ": typeof types.RenameTagDocument,
    "\n    mutation mergeTag($from: String!, $to: String!, $accountId: String) {\n      mergeTag(from: $from, to: $to, accountId: $accountId)\n    }\n  ": typeof types.MergeTagDocument,
    "\n    mutation deleteTag($names: [String!]!, $accountId: String) {\n      deleteTag(name: $names, accountId: $accountId)\n    }\n  ": typeof types.DeleteTagDocument,
    "\n  query getAllowance($accountId: String) {\n    login {\n      id\n      membership {\n        customRole {\n          permissions\n        }\n        organization {\n          id\n        }\n      }\n      account(id: $accountId) {\n        id\n        limits {\n          name\n          value\n          actual\n        }\n      }\n    }\n  }\n": typeof types.GetAllowanceDocument,
    "\n  query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        device(id: $ids) {\n          ...DeviceParts\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.GetDevicesByIdDocument,
    "\n  query getServicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        service(id: $ids) {\n          ...ServiceParts\n          attributes\n          device {\n            id\n            name\n            configurable\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": typeof types.GetServicesByIdDocument,
    "\n  query getServicesOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          name\n          configurable\n          permissions\n          services {\n            ...ServiceParts\n            attributes\n          }\n        }\n      }\n    }\n  }\n": typeof types.GetServicesOfDevicesDocument,
    "\n  query listMarks($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            name\n            attributes\n            services {\n              id\n              name\n              attributes\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListMarksDocument,
    "\n  query getUserMarks($accountId: String) {\n    login {\n      id\n      email\n      attributes\n      account(id: $accountId) {\n        id\n        email\n        attributes\n      }\n    }\n  }\n": typeof types.GetUserMarksDocument,
    "\n  query listDevices(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $sort: String! = \"created\"\n    $state: String\n    $name: String\n    $hardwareId: String\n    $tag: ListFilter\n    $owner: Boolean\n    $application: [Int!]\n    $platform: [Int!]\n    $tags: Boolean! = true\n    $attributes: Boolean! = true\n    $notificationSettings: Boolean! = true\n    $reach: Boolean! = true\n    $facts: Boolean! = true\n    $access: Boolean! = false\n    $serviceAttributes: Boolean! = false\n  ) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        tags {\n          name\n          color\n        }\n        devices(\n          size: $size\n          from: $from\n          after: $after\n          sort: $sort\n          state: $state\n          name: $name\n          hardwareId: $hardwareId\n          tag: $tag\n          owner: $owner\n          application: $application\n          platform: $platform\n        ) {\n          total\n          hasMore\n          last\n          items {\n            ...DeviceCore\n            owner {\n              email @include(if: $facts)\n            }\n            hardwareId @include(if: $facts)\n            configurable @include(if: $facts)\n            state @include(if: $facts)\n            platform @include(if: $facts)\n            created @include(if: $facts)\n            attributes @include(if: $attributes)\n            tags(accountId: $accountId) @include(if: $tags) {\n              name\n            }\n            notificationSettings @include(if: $notificationSettings) {\n              emailNotifications\n              desktopNotifications\n            }\n            ...DeviceAccess @include(if: $access)\n            services {\n              ...ServiceCore\n              host @include(if: $reach)\n              port @include(if: $reach)\n              enabled @include(if: $reach)\n              created @include(if: $facts)\n              attributes @include(if: $serviceAttributes)\n              ...ServiceAccess @include(if: $access)\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListDevicesDocument,
    "\n  query listDeviceIds($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.ListDeviceIdsDocument,
    "\n  fragment ServiceCore on Service {\n    id\n    name\n    title\n    application\n  }\n": typeof types.ServiceCoreFragmentDoc,
    "\n  fragment ServiceParts on Service {\n    ...ServiceCore\n    host\n    port\n    enabled\n    created\n  }\n": typeof types.ServicePartsFragmentDoc,
    "\n  fragment DeviceCore on Device {\n    id\n    name\n    permissions\n    owner {\n      id\n    }\n  }\n": typeof types.DeviceCoreFragmentDoc,
    "\n  fragment DeviceParts on Device {\n    ...DeviceCore\n    hardwareId\n    configurable\n    owner {\n      email\n    }\n    state\n    platform\n    created\n    attributes\n    tags(accountId: $accountId) {\n      name\n    }\n    notificationSettings {\n      emailNotifications\n      desktopNotifications\n    }\n    services {\n      ...ServiceParts\n    }\n  }\n": typeof types.DevicePartsFragmentDoc,
    "\n  fragment DeviceAccess on Device {\n    access {\n      user {\n        id\n        email\n      }\n      scripting\n    }\n  }\n": typeof types.DeviceAccessFragmentDoc,
    "\n  fragment ServiceAccess on Service {\n    access {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.ServiceAccessFragmentDoc,
};
const documents: Documents = {
    "\n  query whoAmI($accountId: String) {\n    login {\n      id\n      email\n      account(id: $accountId) {\n        id\n        email\n      }\n    }\n  }\n": types.WhoAmIDocument,
    "\n  query offeredMutations {\n    __schema {\n      mutationType {\n        fields(includeDeprecated: true) {\n          name\n        }\n      }\n    }\n  }\n": types.OfferedMutationsDocument,
    "\n  query getAccess($accountId: String, $size: Int) {\n    login {\n      account(id: $accountId) {\n        devices(size: $size) {\n          total\n          items {\n            permissions\n            configurable\n          }\n        }\n      }\n    }\n  }\n": types.GetAccessDocument,
    "\n  query getAccountSettings($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        language\n        timezone\n        notificationSettings {\n          emailNotifications\n          desktopNotifications\n        }\n      }\n    }\n  }\n": types.GetAccountSettingsDocument,
    "\n    mutation setAccountNotifications($emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n    }\n  ": types.SetAccountNotificationsDocument,
    "\n    mutation updateAccount($language: String, $timezone: String, $accountId: String) {\n      updateAccount(language: $language, timezone: $timezone, accountId: $accountId)\n    }\n  ": types.UpdateAccountDocument,
    "\n  query getEvents(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $minDate: DateTime\n    $maxDate: DateTime\n    $types: [EventType!]\n  ) {\n    login {\n      account(id: $accountId) {\n        events(size: $size, from: $from, after: $after, minDate: $minDate, maxDate: $maxDate, types: $types) {\n          total\n          hasMore\n          last\n          limited\n          items {\n            id\n            type\n            state\n            action\n            timestamp\n            actor {\n              email\n            }\n            target {\n              id\n              application\n              device {\n                id\n              }\n            }\n            devices {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": types.GetEventsDocument,
    "\n  query getAccount($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        info {\n          devices {\n            total\n            online\n            offline\n          }\n        }\n      }\n    }\n  }\n": types.GetAccountDocument,
    "\n  query getGuests($accountId: String) {\n    login {\n      account(id: $accountId) {\n        guest {\n          user {\n            id\n            email\n          }\n          devices {\n            id\n            name\n          }\n          networks {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.GetGuestsDocument,
    "\n  query getContacts($accountId: String) {\n    login {\n      account(id: $accountId) {\n        contacts {\n          id\n          email\n        }\n      }\n    }\n  }\n": types.GetContactsDocument,
    "\n  query getLimits($accountId: String) {\n    login {\n      account(id: $accountId) {\n        limits {\n          name\n          value\n          actual\n          base\n          scale\n        }\n      }\n    }\n  }\n": types.GetLimitsDocument,
    "\n  fragment SessionParts on Session {\n    id\n    timestamp\n    source\n    user {\n      email\n    }\n    target {\n      id\n      name\n      device {\n        id\n      }\n    }\n    endpoint {\n      proxy\n      platform\n      geo {\n        countryName\n        stateName\n        city\n      }\n    }\n  }\n": types.SessionPartsFragmentDoc,
    "\n  query getSessions($accountId: String) {\n    login {\n      account(id: $accountId) {\n        sessions {\n          ...SessionParts\n        }\n      }\n    }\n  }\n": types.GetSessionsDocument,
    "\n  query getDeviceSessions($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          sessions {\n            ...SessionParts\n          }\n        }\n      }\n    }\n  }\n": types.GetDeviceSessionsDocument,
    "\n  query getWebhook {\n    login {\n      id\n      attributes\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n": types.GetWebhookDocument,
    "\n    mutation setWebhook($enabled: Boolean!, $url: String!) {\n      setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)\n    }\n  ": types.SetWebhookDocument,
    "\n    mutation claimDevice($code: String!, $accountId: String) {\n      claimDevice(code: $code, accountId: $accountId) {\n        ...DeviceParts\n      }\n    }\n  ": types.ClaimDeviceDocument,
    "\n    mutation deleteDevice($id: String!) {\n      deleteDevice(deviceId: $id)\n    }\n  ": types.DeleteDeviceDocument,
    "\n    mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(\n        serviceId: $id\n        emailNotifications: $emailNotifications\n        desktopNotifications: $desktopNotifications\n      )\n    }\n  ": types.SetDeviceNotificationsDocument,
    "\n  query getPlatformTypes {\n    platformTypes {\n      id\n      name\n      visible\n    }\n  }\n": types.GetPlatformTypesDocument,
    "\n    mutation registerDevice($name: String!, $hardwareId: String!, $manufacturer: Float, $platform: Float) {\n      registerDevice(name: $name, hardwareId: $hardwareId, manufacturer: $manufacturer, platform: $platform) {\n        id\n      }\n    }\n  ": types.RegisterDeviceDocument,
    "\n    mutation addServiceByHardwareId(\n      $hardwareId: String!\n      $name: String!\n      $application: Int!\n      $host: String\n      $port: Int\n      $enabled: Boolean\n    ) {\n      addServiceByHardwareId(\n        hardwareId: $hardwareId\n        name: $name\n        application: $application\n        host: $host\n        port: $port\n        enabled: $enabled\n      ) {\n        id\n      }\n    }\n  ": types.AddServiceByHardwareIdDocument,
    "\n  query getRegistration(\n    $accountId: String\n    $name: String\n    $platform: Int\n    $tags: [String!]\n    $services: [ServiceInput!]\n    $oneTimeUse: Boolean\n    $unique: Boolean!\n  ) {\n    login {\n      account(id: $accountId) {\n        registrationCode(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        ) @skip(if: $unique)\n        registrationCommand(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        )\n      }\n    }\n  }\n": types.GetRegistrationDocument,
    "\n    mutation createNetwork($name: String!, $accountId: String!) {\n      createNetwork(name: $name, accountId: $accountId) {\n        ...NetworkParts\n      }\n    }\n  ": types.CreateNetworkDocument,
    "\n    mutation renameNetwork($id: String!, $name: String!) {\n      updateNetwork(id: $id, name: $name) {\n        id\n      }\n    }\n  ": types.RenameNetworkDocument,
    "\n    mutation deleteNetwork($id: String!) {\n      deleteNetwork(id: $id)\n    }\n  ": types.DeleteNetworkDocument,
    "\n    mutation setNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n      addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n    }\n  ": types.SetNetworkConnectionDocument,
    "\n    mutation removeNetworkConnection($networkId: String!, $serviceId: String!) {\n      removeNetworkConnection(networkId: $networkId, serviceId: $serviceId)\n    }\n  ": types.RemoveNetworkConnectionDocument,
    "\n    mutation addNetworkShare($networkId: String!, $emails: [String!]!) {\n      addNetworkShare(networkId: $networkId, email: $emails)\n    }\n  ": types.AddNetworkShareDocument,
    "\n    mutation removeNetworkShare($networkId: String!, $emails: [String!]!) {\n      removeNetworkShare(networkId: $networkId, email: $emails)\n    }\n  ": types.RemoveNetworkShareDocument,
    "\n    mutation addNetworkTags($networkId: String!, $names: [String!]!) {\n      addNetworkTag(networkId: $networkId, name: $names)\n    }\n  ": types.AddNetworkTagsDocument,
    "\n    mutation removeNetworkTags($networkId: String!, $names: [String!]!) {\n      removeNetworkTag(networkId: $networkId, name: $names)\n    }\n  ": types.RemoveNetworkTagsDocument,
    "\n  fragment NetworkParts on Network {\n    id\n    name\n    permissions\n    owner {\n      id\n      email\n    }\n    tags {\n      name\n    }\n    connections {\n      name\n      port\n      service {\n        id\n        name\n      }\n    }\n    access {\n      user {\n        email\n      }\n    }\n  }\n": types.NetworkPartsFragmentDoc,
    "\n  query listNetworks($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n        }\n        networks {\n          ...NetworkParts\n        }\n      }\n    }\n  }\n": types.ListNetworksDocument,
    "\n    mutation configureIdentityProvider(\n      $accountId: String\n      $enabled: Boolean\n      $type: String\n      $metadata: String\n      $clientId: String\n      $clientSecret: String\n      $issuer: String\n    ) {\n      configureOrgIdentityProvider(\n        accountId: $accountId\n        enabled: $enabled\n        type: $type\n        metadata: $metadata\n        clientId: $clientId\n        clientSecret: $clientSecret\n        issuer: $issuer\n      )\n    }\n  ": types.ConfigureIdentityProviderDocument,
    "\n    mutation setMember($accountId: String, $emails: [String!]!, $roleId: ID, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, roleId: $roleId, license: $license)\n    }\n  ": types.SetMemberDocument,
    "\n    mutation setMemberByName($accountId: String, $emails: [String!]!, $role: OrganizationRole, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, role: $role, license: $license)\n    }\n  ": types.SetMemberByNameDocument,
    "\n    mutation removeMember($accountId: String, $emails: [String!]!) {\n      removeMember(accountId: $accountId, email: $emails)\n    }\n  ": types.RemoveMemberDocument,
    "\n    mutation setOrganization($accountId: String, $name: String, $domain: String, $providers: [AuthenticationProvider!]) {\n      setOrganization(accountId: $accountId, name: $name, domain: $domain, providers: $providers)\n    }\n  ": types.SetOrganizationDocument,
    "\n  query getOrganization($accountId: String) {\n    login {\n      id\n      email\n      membership {\n        organization {\n          id\n        }\n        customRole {\n          id\n          permissions\n        }\n      }\n      account(id: $accountId) {\n        id\n        email\n        attributes\n        organization {\n          name\n          domain\n          verified\n          verificationCNAME\n          verificationValue\n          providers\n          identityProvider {\n            type\n            clientId\n            issuer\n          }\n          roles {\n            ...RoleParts\n          }\n          members {\n            license\n            customRole {\n              ...RoleParts\n            }\n            user {\n              id\n              email\n            }\n          }\n        }\n      }\n    }\n  }\n": types.GetOrganizationDocument,
    "\n  fragment RoleParts on CustomRole {\n    id\n    name\n    system\n    access\n    permissions\n    tag {\n      operator\n      values\n    }\n  }\n": types.RolePartsFragmentDoc,
    "\n    mutation createRole(\n      $accountId: String\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n    ) {\n      createRole(accountId: $accountId, name: $name, grant: $grant, revoke: $revoke, tag: $tag) {\n        id\n      }\n    }\n  ": types.CreateRoleDocument,
    "\n    mutation updateRole(\n      $accountId: String\n      $id: String!\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n      $access: CustomRoleAccess\n    ) {\n      updateRole(accountId: $accountId, id: $id, name: $name, grant: $grant, revoke: $revoke, tag: $tag, access: $access) {\n        id\n      }\n    }\n  ": types.UpdateRoleDocument,
    "\n    mutation deleteRole($accountId: String, $id: String!) {\n      deleteRole(accountId: $accountId, id: $id)\n    }\n  ": types.DeleteRoleDocument,
    "\n  query getApplicationTypes {\n    applicationTypes {\n      id\n      name\n      description\n      port\n      protocol\n    }\n  }\n": types.GetApplicationTypesDocument,
    "\n    mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      addService(deviceId: $deviceId, name: $name, application: $application, host: $host, port: $port, enabled: $enabled) {\n        ...ServiceParts\n      }\n    }\n  ": types.AddServiceDocument,
    "\n    mutation removeService($id: ID!) {\n      removeService(id: $id)\n    }\n  ": types.RemoveServiceDocument,
    "\n    mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) {\n        id\n      }\n    }\n  ": types.UpdateServiceDocument,
    "\n    mutation setAttributes($id: String!, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  ": types.SetAttributesDocument,
    "\n    mutation rename($id: String!, $name: String!) {\n      renameService(serviceId: $id, name: $name)\n    }\n  ": types.RenameDocument,
    "\n    mutation setAccountAttributes($id: String, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  ": types.SetAccountAttributesDocument,
    "\n  query getDeviceAccess($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          ...DeviceCore\n          owner {\n            email\n          }\n          ...DeviceAccess\n          services {\n            id\n            name\n            ...ServiceAccess\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": types.GetDeviceAccessDocument,
    "\n    mutation setConnectLink($serviceId: String!, $enabled: Boolean, $password: String) {\n      setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n        ...ConnectLinkParts\n      }\n    }\n  ": types.SetConnectLinkDocument,
    "\n    mutation removeConnectLink($serviceId: String!) {\n      removeConnectLink(serviceId: $serviceId)\n    }\n  ": types.RemoveConnectLinkDocument,
    "\n  fragment ConnectLinkParts on ConnectLink {\n    url\n    code\n    enabled\n  }\n": types.ConnectLinkPartsFragmentDoc,
    "\n  fragment LinkedService on Service {\n    id\n    name\n    link(type: [HTTPS, WSS]) {\n      ...ConnectLinkParts\n    }\n  }\n": types.LinkedServiceFragmentDoc,
    "\n  query getConnectLinks($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        service(id: $ids) {\n          ...LinkedService\n          device {\n            id\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": types.GetConnectLinksDocument,
    "\n  query getConnectLinksOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          id\n          permissions\n          services {\n            ...LinkedService\n          }\n        }\n      }\n    }\n  }\n": types.GetConnectLinksOfDevicesDocument,
    "\n  query listConnectLinks($accountId: String, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        links(type: $types) {\n          ...ConnectLinkParts\n          service {\n            id\n            name\n            device {\n              id\n              permissions\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ListConnectLinksDocument,
    "\n  query listConnectLinksOfDevices($accountId: String, $size: Int, $from: Int, $after: ID, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            permissions\n            services {\n              id\n              name\n              link(type: $types) {\n                ...ConnectLinkParts\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ListConnectLinksOfDevicesDocument,
    "\n    mutation shareDevice(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n      $notify: Boolean!\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services, notify: $notify)\n    }\n  ": types.ShareDeviceDocument,
    "\n    mutation shareDeviceAndTell(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services)\n    }\n  ": types.ShareDeviceAndTellDocument,
    "\n  query getTagBearers($accountId: String, $tag: ListFilter) {\n    login {\n      account(id: $accountId) {\n        devices(size: 3, tag: $tag) {\n          total\n          items {\n            id\n            name\n          }\n        }\n        networks {\n          id\n          name\n          tags {\n            name\n          }\n        }\n        organization {\n          roles {\n            id\n            name\n            tag {\n              values\n            }\n          }\n        }\n        deviceProducts(size: 1000) {\n          items {\n            id\n            name\n            tags\n          }\n        }\n      }\n    }\n  }\n": types.GetTagBearersDocument,
    "\n  query listTags($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n          color\n        }\n      }\n    }\n  }\n": types.ListTagsDocument,
    "\n    mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      addTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  ": types.AddTagsDocument,
    "\n    mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  ": types.RemoveTagsDocument,
    "\n    mutation setTag($tags: [TagInput!]!, $accountId: String) {\n      setTag(tag: $tags, accountId: $accountId)\n    }\n  ": types.SetTagDocument,
    "\n    mutation renameTag($from: String!, $to: String!, $accountId: String) {\n      renameTag(from: $from, to: $to, accountId: $accountId)\n    }\n  ": types.RenameTagDocument,
    "\n    mutation mergeTag($from: String!, $to: String!, $accountId: String) {\n      mergeTag(from: $from, to: $to, accountId: $accountId)\n    }\n  ": types.MergeTagDocument,
    "\n    mutation deleteTag($names: [String!]!, $accountId: String) {\n      deleteTag(name: $names, accountId: $accountId)\n    }\n  ": types.DeleteTagDocument,
    "\n  query getAllowance($accountId: String) {\n    login {\n      id\n      membership {\n        customRole {\n          permissions\n        }\n        organization {\n          id\n        }\n      }\n      account(id: $accountId) {\n        id\n        limits {\n          name\n          value\n          actual\n        }\n      }\n    }\n  }\n": types.GetAllowanceDocument,
    "\n  query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        device(id: $ids) {\n          ...DeviceParts\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": types.GetDevicesByIdDocument,
    "\n  query getServicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        service(id: $ids) {\n          ...ServiceParts\n          attributes\n          device {\n            id\n            name\n            configurable\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n": types.GetServicesByIdDocument,
    "\n  query getServicesOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          name\n          configurable\n          permissions\n          services {\n            ...ServiceParts\n            attributes\n          }\n        }\n      }\n    }\n  }\n": types.GetServicesOfDevicesDocument,
    "\n  query listMarks($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            name\n            attributes\n            services {\n              id\n              name\n              attributes\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ListMarksDocument,
    "\n  query getUserMarks($accountId: String) {\n    login {\n      id\n      email\n      attributes\n      account(id: $accountId) {\n        id\n        email\n        attributes\n      }\n    }\n  }\n": types.GetUserMarksDocument,
    "\n  query listDevices(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $sort: String! = \"created\"\n    $state: String\n    $name: String\n    $hardwareId: String\n    $tag: ListFilter\n    $owner: Boolean\n    $application: [Int!]\n    $platform: [Int!]\n    $tags: Boolean! = true\n    $attributes: Boolean! = true\n    $notificationSettings: Boolean! = true\n    $reach: Boolean! = true\n    $facts: Boolean! = true\n    $access: Boolean! = false\n    $serviceAttributes: Boolean! = false\n  ) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        tags {\n          name\n          color\n        }\n        devices(\n          size: $size\n          from: $from\n          after: $after\n          sort: $sort\n          state: $state\n          name: $name\n          hardwareId: $hardwareId\n          tag: $tag\n          owner: $owner\n          application: $application\n          platform: $platform\n        ) {\n          total\n          hasMore\n          last\n          items {\n            ...DeviceCore\n            owner {\n              email @include(if: $facts)\n            }\n            hardwareId @include(if: $facts)\n            configurable @include(if: $facts)\n            state @include(if: $facts)\n            platform @include(if: $facts)\n            created @include(if: $facts)\n            attributes @include(if: $attributes)\n            tags(accountId: $accountId) @include(if: $tags) {\n              name\n            }\n            notificationSettings @include(if: $notificationSettings) {\n              emailNotifications\n              desktopNotifications\n            }\n            ...DeviceAccess @include(if: $access)\n            services {\n              ...ServiceCore\n              host @include(if: $reach)\n              port @include(if: $reach)\n              enabled @include(if: $reach)\n              created @include(if: $facts)\n              attributes @include(if: $serviceAttributes)\n              ...ServiceAccess @include(if: $access)\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ListDevicesDocument,
    "\n  query listDeviceIds($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.ListDeviceIdsDocument,
    "\n  fragment ServiceCore on Service {\n    id\n    name\n    title\n    application\n  }\n": types.ServiceCoreFragmentDoc,
    "\n  fragment ServiceParts on Service {\n    ...ServiceCore\n    host\n    port\n    enabled\n    created\n  }\n": types.ServicePartsFragmentDoc,
    "\n  fragment DeviceCore on Device {\n    id\n    name\n    permissions\n    owner {\n      id\n    }\n  }\n": types.DeviceCoreFragmentDoc,
    "\n  fragment DeviceParts on Device {\n    ...DeviceCore\n    hardwareId\n    configurable\n    owner {\n      email\n    }\n    state\n    platform\n    created\n    attributes\n    tags(accountId: $accountId) {\n      name\n    }\n    notificationSettings {\n      emailNotifications\n      desktopNotifications\n    }\n    services {\n      ...ServiceParts\n    }\n  }\n": types.DevicePartsFragmentDoc,
    "\n  fragment DeviceAccess on Device {\n    access {\n      user {\n        id\n        email\n      }\n      scripting\n    }\n  }\n": types.DeviceAccessFragmentDoc,
    "\n  fragment ServiceAccess on Service {\n    access {\n      user {\n        id\n      }\n    }\n  }\n": types.ServiceAccessFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query whoAmI($accountId: String) {\n    login {\n      id\n      email\n      account(id: $accountId) {\n        id\n        email\n      }\n    }\n  }\n"): typeof import('./graphql').WhoAmIDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query offeredMutations {\n    __schema {\n      mutationType {\n        fields(includeDeprecated: true) {\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OfferedMutationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getAccess($accountId: String, $size: Int) {\n    login {\n      account(id: $accountId) {\n        devices(size: $size) {\n          total\n          items {\n            permissions\n            configurable\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getAccountSettings($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        language\n        timezone\n        notificationSettings {\n          emailNotifications\n          desktopNotifications\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetAccountSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setAccountNotifications($emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)\n    }\n  "): typeof import('./graphql').SetAccountNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation updateAccount($language: String, $timezone: String, $accountId: String) {\n      updateAccount(language: $language, timezone: $timezone, accountId: $accountId)\n    }\n  "): typeof import('./graphql').UpdateAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getEvents(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $minDate: DateTime\n    $maxDate: DateTime\n    $types: [EventType!]\n  ) {\n    login {\n      account(id: $accountId) {\n        events(size: $size, from: $from, after: $after, minDate: $minDate, maxDate: $maxDate, types: $types) {\n          total\n          hasMore\n          last\n          limited\n          items {\n            id\n            type\n            state\n            action\n            timestamp\n            actor {\n              email\n            }\n            target {\n              id\n              application\n              device {\n                id\n              }\n            }\n            devices {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getAccount($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        info {\n          devices {\n            total\n            online\n            offline\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getGuests($accountId: String) {\n    login {\n      account(id: $accountId) {\n        guest {\n          user {\n            id\n            email\n          }\n          devices {\n            id\n            name\n          }\n          networks {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetGuestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getContacts($accountId: String) {\n    login {\n      account(id: $accountId) {\n        contacts {\n          id\n          email\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetContactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getLimits($accountId: String) {\n    login {\n      account(id: $accountId) {\n        limits {\n          name\n          value\n          actual\n          base\n          scale\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetLimitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionParts on Session {\n    id\n    timestamp\n    source\n    user {\n      email\n    }\n    target {\n      id\n      name\n      device {\n        id\n      }\n    }\n    endpoint {\n      proxy\n      platform\n      geo {\n        countryName\n        stateName\n        city\n      }\n    }\n  }\n"): typeof import('./graphql').SessionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getSessions($accountId: String) {\n    login {\n      account(id: $accountId) {\n        sessions {\n          ...SessionParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getDeviceSessions($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          sessions {\n            ...SessionParts\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetDeviceSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getWebhook {\n    login {\n      id\n      attributes\n      notificationSettings {\n        urlNotifications\n        notificationUrl\n      }\n    }\n  }\n"): typeof import('./graphql').GetWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setWebhook($enabled: Boolean!, $url: String!) {\n      setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)\n    }\n  "): typeof import('./graphql').SetWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation claimDevice($code: String!, $accountId: String) {\n      claimDevice(code: $code, accountId: $accountId) {\n        ...DeviceParts\n      }\n    }\n  "): typeof import('./graphql').ClaimDeviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation deleteDevice($id: String!) {\n      deleteDevice(deviceId: $id)\n    }\n  "): typeof import('./graphql').DeleteDeviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {\n      setNotificationSettings(\n        serviceId: $id\n        emailNotifications: $emailNotifications\n        desktopNotifications: $desktopNotifications\n      )\n    }\n  "): typeof import('./graphql').SetDeviceNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getPlatformTypes {\n    platformTypes {\n      id\n      name\n      visible\n    }\n  }\n"): typeof import('./graphql').GetPlatformTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation registerDevice($name: String!, $hardwareId: String!, $manufacturer: Float, $platform: Float) {\n      registerDevice(name: $name, hardwareId: $hardwareId, manufacturer: $manufacturer, platform: $platform) {\n        id\n      }\n    }\n  "): typeof import('./graphql').RegisterDeviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation addServiceByHardwareId(\n      $hardwareId: String!\n      $name: String!\n      $application: Int!\n      $host: String\n      $port: Int\n      $enabled: Boolean\n    ) {\n      addServiceByHardwareId(\n        hardwareId: $hardwareId\n        name: $name\n        application: $application\n        host: $host\n        port: $port\n        enabled: $enabled\n      ) {\n        id\n      }\n    }\n  "): typeof import('./graphql').AddServiceByHardwareIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getRegistration(\n    $accountId: String\n    $name: String\n    $platform: Int\n    $tags: [String!]\n    $services: [ServiceInput!]\n    $oneTimeUse: Boolean\n    $unique: Boolean!\n  ) {\n    login {\n      account(id: $accountId) {\n        registrationCode(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        ) @skip(if: $unique)\n        registrationCommand(\n          name: $name\n          platform: $platform\n          tags: $tags\n          services: $services\n          oneTimeUse: $oneTimeUse\n          unique: $unique\n        )\n      }\n    }\n  }\n"): typeof import('./graphql').GetRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation createNetwork($name: String!, $accountId: String!) {\n      createNetwork(name: $name, accountId: $accountId) {\n        ...NetworkParts\n      }\n    }\n  "): typeof import('./graphql').CreateNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation renameNetwork($id: String!, $name: String!) {\n      updateNetwork(id: $id, name: $name) {\n        id\n      }\n    }\n  "): typeof import('./graphql').RenameNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation deleteNetwork($id: String!) {\n      deleteNetwork(id: $id)\n    }\n  "): typeof import('./graphql').DeleteNetworkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {\n      addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)\n    }\n  "): typeof import('./graphql').SetNetworkConnectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeNetworkConnection($networkId: String!, $serviceId: String!) {\n      removeNetworkConnection(networkId: $networkId, serviceId: $serviceId)\n    }\n  "): typeof import('./graphql').RemoveNetworkConnectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation addNetworkShare($networkId: String!, $emails: [String!]!) {\n      addNetworkShare(networkId: $networkId, email: $emails)\n    }\n  "): typeof import('./graphql').AddNetworkShareDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeNetworkShare($networkId: String!, $emails: [String!]!) {\n      removeNetworkShare(networkId: $networkId, email: $emails)\n    }\n  "): typeof import('./graphql').RemoveNetworkShareDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation addNetworkTags($networkId: String!, $names: [String!]!) {\n      addNetworkTag(networkId: $networkId, name: $names)\n    }\n  "): typeof import('./graphql').AddNetworkTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeNetworkTags($networkId: String!, $names: [String!]!) {\n      removeNetworkTag(networkId: $networkId, name: $names)\n    }\n  "): typeof import('./graphql').RemoveNetworkTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NetworkParts on Network {\n    id\n    name\n    permissions\n    owner {\n      id\n      email\n    }\n    tags {\n      name\n    }\n    connections {\n      name\n      port\n      service {\n        id\n        name\n      }\n    }\n    access {\n      user {\n        email\n      }\n    }\n  }\n"): typeof import('./graphql').NetworkPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listNetworks($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n        }\n        networks {\n          ...NetworkParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListNetworksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation configureIdentityProvider(\n      $accountId: String\n      $enabled: Boolean\n      $type: String\n      $metadata: String\n      $clientId: String\n      $clientSecret: String\n      $issuer: String\n    ) {\n      configureOrgIdentityProvider(\n        accountId: $accountId\n        enabled: $enabled\n        type: $type\n        metadata: $metadata\n        clientId: $clientId\n        clientSecret: $clientSecret\n        issuer: $issuer\n      )\n    }\n  "): typeof import('./graphql').ConfigureIdentityProviderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setMember($accountId: String, $emails: [String!]!, $roleId: ID, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, roleId: $roleId, license: $license)\n    }\n  "): typeof import('./graphql').SetMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setMemberByName($accountId: String, $emails: [String!]!, $role: OrganizationRole, $license: LicenseOption) {\n      setMember(accountId: $accountId, email: $emails, role: $role, license: $license)\n    }\n  "): typeof import('./graphql').SetMemberByNameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeMember($accountId: String, $emails: [String!]!) {\n      removeMember(accountId: $accountId, email: $emails)\n    }\n  "): typeof import('./graphql').RemoveMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setOrganization($accountId: String, $name: String, $domain: String, $providers: [AuthenticationProvider!]) {\n      setOrganization(accountId: $accountId, name: $name, domain: $domain, providers: $providers)\n    }\n  "): typeof import('./graphql').SetOrganizationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getOrganization($accountId: String) {\n    login {\n      id\n      email\n      membership {\n        organization {\n          id\n        }\n        customRole {\n          id\n          permissions\n        }\n      }\n      account(id: $accountId) {\n        id\n        email\n        attributes\n        organization {\n          name\n          domain\n          verified\n          verificationCNAME\n          verificationValue\n          providers\n          identityProvider {\n            type\n            clientId\n            issuer\n          }\n          roles {\n            ...RoleParts\n          }\n          members {\n            license\n            customRole {\n              ...RoleParts\n            }\n            user {\n              id\n              email\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetOrganizationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoleParts on CustomRole {\n    id\n    name\n    system\n    access\n    permissions\n    tag {\n      operator\n      values\n    }\n  }\n"): typeof import('./graphql').RolePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation createRole(\n      $accountId: String\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n    ) {\n      createRole(accountId: $accountId, name: $name, grant: $grant, revoke: $revoke, tag: $tag) {\n        id\n      }\n    }\n  "): typeof import('./graphql').CreateRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation updateRole(\n      $accountId: String\n      $id: String!\n      $name: String\n      $grant: [RolePermission!]\n      $revoke: [RolePermission!]\n      $tag: ListFilter\n      $access: CustomRoleAccess\n    ) {\n      updateRole(accountId: $accountId, id: $id, name: $name, grant: $grant, revoke: $revoke, tag: $tag, access: $access) {\n        id\n      }\n    }\n  "): typeof import('./graphql').UpdateRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation deleteRole($accountId: String, $id: String!) {\n      deleteRole(accountId: $accountId, id: $id)\n    }\n  "): typeof import('./graphql').DeleteRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getApplicationTypes {\n    applicationTypes {\n      id\n      name\n      description\n      port\n      protocol\n    }\n  }\n"): typeof import('./graphql').GetApplicationTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      addService(deviceId: $deviceId, name: $name, application: $application, host: $host, port: $port, enabled: $enabled) {\n        ...ServiceParts\n      }\n    }\n  "): typeof import('./graphql').AddServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeService($id: ID!) {\n      removeService(id: $id)\n    }\n  "): typeof import('./graphql').RemoveServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {\n      updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) {\n        id\n      }\n    }\n  "): typeof import('./graphql').UpdateServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setAttributes($id: String!, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  "): typeof import('./graphql').SetAttributesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation rename($id: String!, $name: String!) {\n      renameService(serviceId: $id, name: $name)\n    }\n  "): typeof import('./graphql').RenameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setAccountAttributes($id: String, $attributes: Object!) {\n      setAttributes(serviceId: $id, attributes: $attributes)\n    }\n  "): typeof import('./graphql').SetAccountAttributesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getDeviceAccess($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          ...DeviceCore\n          owner {\n            email\n          }\n          ...DeviceAccess\n          services {\n            id\n            name\n            ...ServiceAccess\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetDeviceAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setConnectLink($serviceId: String!, $enabled: Boolean, $password: String) {\n      setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {\n        ...ConnectLinkParts\n      }\n    }\n  "): typeof import('./graphql').SetConnectLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeConnectLink($serviceId: String!) {\n      removeConnectLink(serviceId: $serviceId)\n    }\n  "): typeof import('./graphql').RemoveConnectLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectLinkParts on ConnectLink {\n    url\n    code\n    enabled\n  }\n"): typeof import('./graphql').ConnectLinkPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkedService on Service {\n    id\n    name\n    link(type: [HTTPS, WSS]) {\n      ...ConnectLinkParts\n    }\n  }\n"): typeof import('./graphql').LinkedServiceFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getConnectLinks($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        service(id: $ids) {\n          ...LinkedService\n          device {\n            id\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetConnectLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getConnectLinksOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        device(id: $ids) {\n          id\n          permissions\n          services {\n            ...LinkedService\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetConnectLinksOfDevicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listConnectLinks($accountId: String, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        links(type: $types) {\n          ...ConnectLinkParts\n          service {\n            id\n            name\n            device {\n              id\n              permissions\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListConnectLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listConnectLinksOfDevices($accountId: String, $size: Int, $from: Int, $after: ID, $types: [LinkType!]) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            permissions\n            services {\n              id\n              name\n              link(type: $types) {\n                ...ConnectLinkParts\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListConnectLinksOfDevicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation shareDevice(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n      $notify: Boolean!\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services, notify: $notify)\n    }\n  "): typeof import('./graphql').ShareDeviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation shareDeviceAndTell(\n      $deviceId: String!\n      $email: [String!]!\n      $action: SharingAction!\n      $scripting: Boolean!\n      $services: [ServiceSharingOptions!]\n    ) {\n      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services)\n    }\n  "): typeof import('./graphql').ShareDeviceAndTellDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getTagBearers($accountId: String, $tag: ListFilter) {\n    login {\n      account(id: $accountId) {\n        devices(size: 3, tag: $tag) {\n          total\n          items {\n            id\n            name\n          }\n        }\n        networks {\n          id\n          name\n          tags {\n            name\n          }\n        }\n        organization {\n          roles {\n            id\n            name\n            tag {\n              values\n            }\n          }\n        }\n        deviceProducts(size: 1000) {\n          items {\n            id\n            name\n            tags\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetTagBearersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listTags($accountId: String) {\n    login {\n      account(id: $accountId) {\n        id\n        attributes\n        tags {\n          name\n          color\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      addTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  "): typeof import('./graphql').AddTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {\n      removeTag(serviceId: $ids, name: $names, accountId: $accountId)\n    }\n  "): typeof import('./graphql').RemoveTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation setTag($tags: [TagInput!]!, $accountId: String) {\n      setTag(tag: $tags, accountId: $accountId)\n    }\n  "): typeof import('./graphql').SetTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation renameTag($from: String!, $to: String!, $accountId: String) {\n      renameTag(from: $from, to: $to, accountId: $accountId)\n    }\n  "): typeof import('./graphql').RenameTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation mergeTag($from: String!, $to: String!, $accountId: String) {\n      mergeTag(from: $from, to: $to, accountId: $accountId)\n    }\n  "): typeof import('./graphql').MergeTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation deleteTag($names: [String!]!, $accountId: String) {\n      deleteTag(name: $names, accountId: $accountId)\n    }\n  "): typeof import('./graphql').DeleteTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getAllowance($accountId: String) {\n    login {\n      id\n      membership {\n        customRole {\n          permissions\n        }\n        organization {\n          id\n        }\n      }\n      account(id: $accountId) {\n        id\n        limits {\n          name\n          value\n          actual\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetAllowanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        tags {\n          name\n        }\n        device(id: $ids) {\n          ...DeviceParts\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetDevicesByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getServicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {\n    login {\n      account(id: $accountId) {\n        id\n        service(id: $ids) {\n          ...ServiceParts\n          attributes\n          device {\n            id\n            name\n            configurable\n            permissions\n          }\n        }\n        devices(size: 1) @include(if: $withTotal) {\n          total\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetServicesByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getServicesOfDevices($accountId: String, $ids: [String!]!) {\n    login {\n      account(id: $accountId) {\n        id\n        device(id: $ids) {\n          id\n          name\n          configurable\n          permissions\n          services {\n            ...ServiceParts\n            attributes\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GetServicesOfDevicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listMarks($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n            name\n            attributes\n            services {\n              id\n              name\n              attributes\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListMarksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query getUserMarks($accountId: String) {\n    login {\n      id\n      email\n      attributes\n      account(id: $accountId) {\n        id\n        email\n        attributes\n      }\n    }\n  }\n"): typeof import('./graphql').GetUserMarksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listDevices(\n    $accountId: String\n    $size: Int\n    $from: Int\n    $after: ID\n    $sort: String! = \"created\"\n    $state: String\n    $name: String\n    $hardwareId: String\n    $tag: ListFilter\n    $owner: Boolean\n    $application: [Int!]\n    $platform: [Int!]\n    $tags: Boolean! = true\n    $attributes: Boolean! = true\n    $notificationSettings: Boolean! = true\n    $reach: Boolean! = true\n    $facts: Boolean! = true\n    $access: Boolean! = false\n    $serviceAttributes: Boolean! = false\n  ) {\n    login {\n      account(id: $accountId) {\n        id\n        email\n        tags {\n          name\n          color\n        }\n        devices(\n          size: $size\n          from: $from\n          after: $after\n          sort: $sort\n          state: $state\n          name: $name\n          hardwareId: $hardwareId\n          tag: $tag\n          owner: $owner\n          application: $application\n          platform: $platform\n        ) {\n          total\n          hasMore\n          last\n          items {\n            ...DeviceCore\n            owner {\n              email @include(if: $facts)\n            }\n            hardwareId @include(if: $facts)\n            configurable @include(if: $facts)\n            state @include(if: $facts)\n            platform @include(if: $facts)\n            created @include(if: $facts)\n            attributes @include(if: $attributes)\n            tags(accountId: $accountId) @include(if: $tags) {\n              name\n            }\n            notificationSettings @include(if: $notificationSettings) {\n              emailNotifications\n              desktopNotifications\n            }\n            ...DeviceAccess @include(if: $access)\n            services {\n              ...ServiceCore\n              host @include(if: $reach)\n              port @include(if: $reach)\n              enabled @include(if: $reach)\n              created @include(if: $facts)\n              attributes @include(if: $serviceAttributes)\n              ...ServiceAccess @include(if: $access)\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListDevicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query listDeviceIds($accountId: String, $size: Int, $from: Int, $after: ID) {\n    login {\n      account(id: $accountId) {\n        id\n        devices(size: $size, from: $from, after: $after, sort: \"created\") {\n          total\n          hasMore\n          last\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ListDeviceIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceCore on Service {\n    id\n    name\n    title\n    application\n  }\n"): typeof import('./graphql').ServiceCoreFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceParts on Service {\n    ...ServiceCore\n    host\n    port\n    enabled\n    created\n  }\n"): typeof import('./graphql').ServicePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceCore on Device {\n    id\n    name\n    permissions\n    owner {\n      id\n    }\n  }\n"): typeof import('./graphql').DeviceCoreFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceParts on Device {\n    ...DeviceCore\n    hardwareId\n    configurable\n    owner {\n      email\n    }\n    state\n    platform\n    created\n    attributes\n    tags(accountId: $accountId) {\n      name\n    }\n    notificationSettings {\n      emailNotifications\n      desktopNotifications\n    }\n    services {\n      ...ServiceParts\n    }\n  }\n"): typeof import('./graphql').DevicePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceAccess on Device {\n    access {\n      user {\n        id\n        email\n      }\n      scripting\n    }\n  }\n"): typeof import('./graphql').DeviceAccessFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceAccess on Service {\n    access {\n      user {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql').ServiceAccessFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
