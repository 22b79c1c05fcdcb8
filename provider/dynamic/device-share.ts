// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/device-share")` is a public contract.
export = onDemand(() => {
  const { deviceShare } = require("../domains/sharing/device-share") as typeof import("../domains/sharing/device-share");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(deviceShare);
});
