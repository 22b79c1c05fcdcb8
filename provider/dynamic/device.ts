// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/device")` is a public contract.
export = onDemand(() => {
  const { device } = require("../domains/devices/device") as typeof import("../domains/devices/device");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(device);
});
