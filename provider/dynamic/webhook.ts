// Made by `npm run generate` from the registry, provider/resources/index.ts.
import { webhook } from "../resources/webhook";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/webhook")` is a public contract.
export = dynamicProvider(webhook);
