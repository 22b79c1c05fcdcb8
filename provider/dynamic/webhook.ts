// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/webhook")` is a public contract.
export = onDemand(() => {
  const { webhook } = require("../domains/account/webhook") as typeof import("../domains/account/webhook");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(webhook);
});
