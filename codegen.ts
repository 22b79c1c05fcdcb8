import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types every GraphQL operation in provider/ from the schema: a wrong field fails here, a stale type fails in tsc. */
const config: CodegenConfig = {
  schema: "api/schema.graphql",
  documents: ["provider/**/*.ts", "sdk/**/*.ts"],
  ignoreNoDocuments: true,
  generates: {
    "api/generated/": {
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
    },
  },
};

export default config;
