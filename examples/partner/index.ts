import * as pulumi from "@pulumi/pulumi";
import { Network, NetworkConnection, NetworkShare } from "pulumi-remoteit";
import { isStillIn } from "./until";

interface Partner {
  email: string;
  /** The last day on which the partner is let in, by UTC: 2026-12-31. */
  until: string;
}

const config = new pulumi.Config();

const plant = new Network("plant", { name: "plant" });

for (const serviceId of config.requireObject<string[]>("services"))
  new NetworkConnection(serviceId, { networkId: plant.id, serviceId });

// Once the day is over the share is declared no longer: the next `pulumi up` deletes it.
const partners = config.requireObject<Partner[]>("partners").filter(({ until }) => isStillIn(until));

for (const { email } of partners) new NetworkShare(email, { networkId: plant.id, email });

export const network = plant.id;
export const letIn = partners.map(({ email }) => email);
