import { safeJson } from "../formats/json-text";
import { resourceNames } from "./names";
import type { Unmanaged } from "./unmanaged";

/** What `pulumi import --file` takes for the resources of the remoteit plugin. */
export function* importFile(unmanaged: readonly Unmanaged[]): Generator<string> {
  const nameOf = resourceNames(unmanaged);
  yield '{\n  "resources": [';
  for (const [index, one] of unmanaged.entries()) {
    const resource = { type: `remoteit:index:${one.kind.type}`, name: nameOf(one), id: one.live.id };
    yield `${index === 0 ? "" : ","}\n    ${safeJson(resource)}`;
  }
  yield `${unmanaged.length === 0 ? "" : "\n  "}]\n}\n`;
}
