import * as pulumi from "@pulumi/pulumi";
import { Device, Service } from "pulumi-remoteit";
import type { Machine } from "./fleet";

/** All machines of one place: adopted, named, tagged with the site, and with their services. */
export class Site extends pulumi.ComponentResource {
  readonly deviceIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, { machines }: { machines: Machine[] }, opts?: pulumi.ComponentResourceOptions) {
    super("fleet:index:Site", name, {}, opts);
    const parent = { parent: this };
    const ids: Record<string, pulumi.Output<string>> = {};
    for (const machine of machines) {
      const label = `${name}-${machine.name}`;
      const device = new Device(
        label,
        { deviceId: machine.deviceId, name: machine.name, tags: [`site-${name}`, ...machine.tags] },
        parent,
      );
      for (const { application, port } of machine.services) {
        const service = application.toLowerCase();
        new Service(`${label}-${service}-${port}`, { deviceId: device.id, name: service, application, port }, parent);
      }
      ids[machine.name] = device.id;
    }
    this.deviceIds = pulumi.output(ids);
    this.registerOutputs({ deviceIds: this.deviceIds });
  }
}
