import type { CodegenConfig } from "@graphql-codegen/cli";

const generated = {
  preset: "client",
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: "string",
    enumsAsTypes: true,
    useTypeImports: true,
    avoidOptionals: false,
    strictScalars: true,
    scalars: { Any: "unknown", DateTime: "string", Object: "Record<string, unknown>" },
  },
} as const;

/**
 * Types every GraphQL operation from the schema: a wrong field fails here, a stale type fails in tsc. What the product
 * sends stands by itself: `conformance` compares exactly that with the schema of an endpoint.
 */
const config: CodegenConfig = {
  schema: "api/schema.graphql",
  ignoreNoDocuments: true,
  generates: {
    "api/generated/": { ...generated, documents: ["provider/**/*.ts", "sdk/**/*.ts", "!**/node_modules/**"] },
    "conformance/generated/": { ...generated, documents: ["conformance/**/*.ts"] },
  },
};

export default config;
