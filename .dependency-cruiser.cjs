/**
 * The house: core ← client ← inventory ← lifecycle ← domains ← the adapters (dynamic, plugin) and drift ← sdk and cli.
 * The sandbox stands by itself, so that it proves what the rest says of remote.it.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
const below = {
  "^provider/core/": ["^provider/core/"],
  "^provider/client/": ["^provider/(client|core)/", "^api/generated/"],
  "^provider/inventory/": ["^provider/(inventory|client|core)/", "^api/generated/"],
  "^provider/lifecycle/": ["^provider/(lifecycle|inventory|client|core)/"],
  "^provider/domains/": ["^provider/(domains|lifecycle|inventory|client|core)/", "^api/generated/"],
  "^provider/dynamic/": ["^provider/(dynamic|domains|client|core)/"],
  "^drift/": ["^drift/", "^provider/(domains|inventory|client|core)/"],
  "^conformance/": ["^conformance/", "^provider/(domains|inventory|client|core)/", "^api/generated/", "^sandbox/worlds\\.ts$"],
  "^provider/plugin/": ["^provider/(plugin|domains|client|core)/"],
  "^sdk/": ["^sdk/", "^provider/"],
  "^sandbox/": ["^sandbox/"],
  "^api/": ["^api/"],
};

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "no-unresolved",
      severity: "error",
      from: { pathNot: "^examples/" },
      to: { couldNotResolve: true, pathNot: "^@graphql-typed-document-node/core$" /* types alone */ },
    },
    ...Object.entries(below).map(([from, allowed]) => ({
      name: `direction of ${from.slice(1, -1)}`,
      severity: "error",
      from: { path: from },
      to: { path: "^(api|provider|sdk|drift|conformance|cli|sandbox|scripts|test|bench|examples)/", pathNot: allowed },
    })),
    {
      name: "client-has-one-export",
      comment: "The client is used through its index alone.",
      severity: "error",
      from: { path: "^(provider|sdk|drift|conformance|cli)/", pathNot: "^provider/client/" },
      to: { path: "^provider/client/", pathNot: "^provider/client/index\\.ts$" },
    },
    {
      name: "pulumi-in-its-place",
      comment: "Only adapters and what a program imports know Pulumi; the rest runs without it.",
      severity: "error",
      from: { path: "^(provider|api|sandbox|drift|conformance|cli)/", pathNot: "^provider/(dynamic|plugin)/" },
      to: { path: "@pulumi/pulumi" },
    },
    {
      name: "no-development-dependencies",
      comment: "What is installed with the package must be among its dependencies; the sandbox and the plugin are bundled.",
      severity: "error",
      from: { path: "^(provider|sdk|drift|conformance|cli)/", pathNot: "^provider/plugin/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm-peer", "type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.work|node_modules)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
