import * as pulumi from "@pulumi/pulumi";
import { Device, Service, Webhook } from "pulumi-remoteit";

const config = new pulumi.Config();

// The pump shows a code on its display: whoever has it may claim the device for an account.
const pump = new Device("pump", {
  claimCode: config.requireSecret("claimCode"),
  name: "pump-7",
  tags: ["site-a", "pumps"],
  attributes: { $remoteit: { color: 3, label: "Pump house" } },
});

const ssh = new Service("pump-ssh", { deviceId: pump.id, name: "ssh", application: "SSH", port: 22 });
const panel = new Service("pump-panel", { deviceId: pump.id, name: "panel", application: "HTTP", port: 8080 });

// One webhook an account: remote.it calls it when a device or a service comes or goes.
const url = config.get("webhookUrl");
if (url !== undefined) new Webhook("events", { url });

export const deviceId = pump.id;
export const services = { ssh: ssh.id, panel: panel.id };
