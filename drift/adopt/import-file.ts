import { safeJson } from "../formats/json-text";
import { resourceNames } from "./names";
import type { Unmanaged } from "./unmanaged";

/** What `pulumi import --file` takes for the resources of the remoteit plugin. */
export function* importFile(unmanaged: readonly Unmanaged[]): Generator<string> {
  const nameOf = resourceNames(unmanaged);
  yield '{\n  "resources": [';
  for (const [index, { kind, live }] of unmanaged.entries()) {
    const resource = { type: `remoteit:index:${kind.type}`, name: nameOf(live.id), id: live.id };
    yield `${index === 0 ? "" : ","}\n    ${safeJson(resource)}`;
  }
  yield `${unmanaged.length === 0 ? "" : "\n  "}]\n}\n`;
}
