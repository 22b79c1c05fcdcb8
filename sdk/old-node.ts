import * as pulumi from "@pulumi/pulumi";
import { oldestNode, tooOld } from "../provider/core/node-version";

// Pulumi shows a RunError without the stack of the program.
const why = tooOld();
if (why !== undefined)
  throw new pulumi.RunError(`pulumi-remoteit: ${why}. Install Node ${oldestNode} or newer, or put it first on PATH.`);
