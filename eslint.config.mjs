import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

/** Direction of imports and cycles are the business of .dependency-cruiser.cjs, layout that of prettier. */
export default defineConfig(
  { ignores: ["dist/", ".work/", "api/generated/", "conformance/generated/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // An operation may be void and be handed on by an arrow function, as in `() => running.abort()`.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // A dynamic provider's module is its provider: `export =`, imported by `import … = require()`.
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // An empty text counts as absent in settings and answers alike.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  // Loaded when they are first needed: `import()` would make what is asked of them later than what is asked next.
  { files: ["provider/dynamic/*.ts", "sdk/core.ts"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["test/**/*.ts"],
    rules: {
      // `expect(error).toBeInstanceOf(C)` and then a cast says it twice; the assertion is the check.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  // Their imports are those of a user's project: the example tests check their types with the packed package in place.
  { files: ["examples/**/*.ts"], extends: [ts.configs.disableTypeChecked] },
  { files: ["examples/**/*.mjs"], languageOptions: { globals: { fetch: "readonly" } } },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: { process: "readonly", console: "readonly", module: "writable", require: "readonly", URL: "readonly" },
    },
  },
  { files: ["provider/plugin/index.js", "provider/plugin/ts-node/index.js"], languageOptions: { sourceType: "commonjs" } },
  // Runs in the page of a report.
  {
    files: ["drift/formats/html/report.js"],
    languageOptions: { sourceType: "script", globals: { document: "readonly", requestAnimationFrame: "readonly" } },
  },
);
