import type { CustomResource } from "@pulumi/pulumi";

/** What each contender declares: a small Service of which every property is set. The application is SSH. */
export interface ServiceProps {
  deviceId: string;
  name: string;
  host: string;
  port: number;
  enabled: boolean;
}

export type DeclareService = (name: string, props: ServiceProps) => CustomResource;
