// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { webhook } from "../domains/account/webhook";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/webhook")` is a public contract.
export = dynamicProvider(webhook);
