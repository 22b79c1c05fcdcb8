import { readSettings } from "../../provider/client";
import { barePages } from "../scan/bare";
import type { Account } from "../support/sandbox-process";

interface Seeded {
  id: string;
  name: string;
  tags: { name: string }[];
  services: { id: string; name: string; application: number }[];
}

/** What `pulumi stack export` prints of a stack that manages so many of the account's devices with all their services. */
export async function exportOf(account: Account, devices: number): Promise<string> {
  const { accessKeyId, secretAccessKey, endpoint, accountId } = account;
  const env = { R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey, REMOTEIT_ENDPOINT: endpoint };
  const resources: object[] = [];
  for await (const page of barePages(readSettings({ env, home: "/nowhere" }))) {
    for (const { id, name, tags, services } of page.devices as Seeded[]) {
      if (resources.length >= devices * (1 + services.length)) break;
      const declared = { name, tags: tags.map((tag) => tag.name) };
      resources.push(resourceOf("Device", id, declared, { accountId, origin: "adopted" }));
      for (const service of services) {
        const own = { deviceId: id, name: service.name, application: service.application };
        resources.push(resourceOf("Service", service.id, own, { accountId }));
      }
    }
  }
  return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } }, undefined, 4);
}

/** As long as the engine writes it, with all that it keeps beside the properties. */
function resourceOf(type: string, id: string, inputs: object, facts: object): object {
  const token = `pulumi-nodejs:dynamic/remoteit:${type}`;
  const own = 'exports.handler = __f0;\n\nvar __provider = require("pulumi-remoteit/dynamic/x");\n';
  const urn = `urn:pulumi:production::fleet::${token}::${type.toLowerCase()}-${id}`;
  return {
    urn,
    custom: true,
    id,
    type: token,
    inputs: { __provider: own, ...inputs },
    outputs: { __provider: own, ...inputs, ...facts },
    parent: "urn:pulumi:production::fleet::pulumi:pulumi:Stack::fleet-production",
    provider: "urn:pulumi:production::fleet::pulumi:providers:pulumi-nodejs::default::11111111-2222-3333-4444-555555555555",
    propertyDependencies: Object.fromEntries(["__provider", ...Object.keys(inputs)].map((name) => [name, []])),
    created: "2026-01-01T00:00:00.000000000Z",
    modified: "2026-01-01T00:00:00.000000000Z",
    sourcePosition: "project:///index.ts#12,34",
  };
}
