import * as pulumi from "@pulumi/pulumi";
import * as remoteit from "@pulumi-remoteit/remoteit";

// A device, claimed by the code that its agent shows, with two services; and the webhook of the account.
const config = new pulumi.Config();

const pump = new remoteit.Device("pump", {
  claimCode: config.requireSecret("claimCode"),
  name: "pump-7",
  tags: ["site-a", "pumps"],
  attributes: { $remoteit: { color: 3 } },
});
new remoteit.Service("ssh", { deviceId: pump.id, name: "ssh", application: "SSH", port: 22 });
new remoteit.Service("panel", { deviceId: pump.id, name: "panel", application: "HTTP", port: 8080 });
new remoteit.Webhook("events", { url: config.get("webhookUrl") ?? "https://example.com/remoteit" });

export const device = pump.id;
export const account = remoteit.getAccountOutput().email;
