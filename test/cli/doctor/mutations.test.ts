import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { restInstead } from "../../../conformance";
import { nodeCheck } from "../../../cli/doctor/machine";
import { repository } from "../../engine/support";

test("what REST does in their place is where the resources ask whether the schema has the mutation", () => {
  const files = globSync("provider/domains/**/*.ts", { cwd: repository });
  const source = files.map((name) => readFileSync(join(repository, name), "utf8"));
  const asked = source.flatMap((text) => [...text.matchAll(/supportsMutation\("(\w+)"\)/g)].map(([, name]) => name));
  // Without updateService nothing changes a service: REST cannot.
  expect([...new Set(asked)].filter((name) => name !== "updateService").sort()).toEqual(Object.keys(restInstead).sort());
});

test.each([
  ["v21.7.3", "failed"],
  ["v22.0.0", "ok"],
  ["v24.1.0", "ok"],
])("Node %s is %s", (version, status) => {
  expect(nodeCheck(version).status).toBe(status);
});
