import { createHmac } from "node:crypto";
import type { dynamic } from "@pulumi/pulumi";
import type { Installed } from "../../test/engine/support";
import type { Account } from "../support/sandbox-process";
import type { DeclareService, ServiceProps } from "./declare";

/**
 * Services as Pulumi's guide to dynamic providers goes about it: a class for the provider and a client for the API, both
 * in the program. Pulumi puts the code of both, and the values that they hold, into the state of each resource. This one
 * sends what has to be sent and no more: nothing is checked, adopted, retried or told in words of its own.
 */
export function usualServices({ pulumi }: Installed, { endpoint, accessKeyId, secretAccessKey }: Account): DeclareService {
  class Client {
    constructor(
      private readonly endpoint: string,
      private readonly keyId: string,
      private readonly secret: string,
    ) {}

    async query<T>(query: string, variables: object): Promise<T> {
      const url = new URL(`${this.endpoint}/graphql/v1`);
      const body = JSON.stringify({ query, variables });
      const headers: Record<string, string> = {
        host: url.host,
        date: new Date().toUTCString(),
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
      };
      const names = ["(request-target)", ...Object.keys(headers)];
      const text = names.map((name) => `${name}: ${headers[name] ?? `post ${url.pathname}`}`).join("\n");
      const signature = createHmac("sha256", Buffer.from(this.secret, "base64")).update(text).digest("base64");
      headers["authorization"] =
        `Signature keyId="${this.keyId}",algorithm="hmac-sha256",headers="${names.join(" ")}",signature="${signature}"`;
      const response = await fetch(url, { method: "POST", body, headers });
      const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
      if (errors) throw new Error(errors[0]?.message);
      return data;
    }
  }

  const client = new Client(endpoint, accessKeyId, secretAccessKey);

  class ServiceProvider implements dynamic.ResourceProvider {
    async create({ deviceId, name, host, port, enabled }: ServiceProps) {
      const { addService } = await client.query<{ addService: { id: string } }>(
        `mutation($deviceId: String!, $name: String, $host: String, $port: Int, $enabled: Boolean) {
          addService(deviceId: $deviceId, name: $name, application: 28, host: $host, port: $port, enabled: $enabled) { id }
        }`,
        { deviceId, name, host, port, enabled },
      );
      return { id: addService.id, outs: { deviceId, name, application: "SSH", host, port, enabled } };
    }

    async read(id: string, props: ServiceProps) {
      const { login } = await client.query<{ login: { service: ServiceProps[] } }>(
        `query($id: [String!]!) { login { service(id: $id) { name host port enabled } } }`,
        { id: [id] },
      );
      return login.service[0] ? { id, props: { ...props, ...login.service[0] } } : {};
    }

    async update(id: string, _olds: ServiceProps, { deviceId, name, host, port, enabled }: ServiceProps) {
      await client.query(
        `mutation($id: ID!, $name: String, $host: String, $port: Int, $enabled: Boolean) {
          updateService(id: $id, name: $name, host: $host, port: $port, enabled: $enabled) { id }
        }`,
        { id, name, host, port, enabled },
      );
      return { outs: { deviceId, name, application: "SSH", host, port, enabled } };
    }

    async delete(id: string) {
      await client.query(`mutation($id: ID!) { removeService(id: $id) }`, { id });
    }
  }

  const provider = new ServiceProvider();

  class Service extends pulumi.dynamic.Resource {
    constructor(name: string, props: ServiceProps) {
      super(provider, name, { ...props, application: "SSH" }, {}, "usual", "Service");
    }
  }

  return (name, props) => new Service(name, props);
}
