import { build } from "./lib/build.mjs";

// Makes dist/ from the sources: `npm run build`. Exits with 1 when the types are wrong; what was emitted stays, for a look.
process.exitCode = (await build()) ? 0 : 1;
