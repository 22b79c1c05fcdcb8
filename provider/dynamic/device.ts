// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { device } from "../domains/devices/device";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/device")` is a public contract.
export = dynamicProvider(device);
