/** What the generators of each language's SDK are told. */
export function languages(repository: string) {
  const path = repository.replace("https://", "");
  return {
    nodejs: { packageName: "@pulumi-remoteit/remoteit", respectSchemaVersion: true },
    python: { packageName: "pulumi_remoteit", respectSchemaVersion: true, pyproject: { enabled: true } },
    go: { importBasePath: `${path}/sdk/go/remoteit`, respectSchemaVersion: true, generateResourceContainerTypes: true },
    csharp: { rootNamespace: "PulumiRemoteit", namespaces: { remoteit: "Remoteit" }, respectSchemaVersion: true },
    java: { basePackage: "io.github.pulumiremoteit", buildFiles: "gradle" },
  };
}
