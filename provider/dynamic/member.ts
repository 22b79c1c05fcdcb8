// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/member")` is a public contract.
export = onDemand(() => {
  const { member } = require("../domains/organization/member") as typeof import("../domains/organization/member");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(member);
});
