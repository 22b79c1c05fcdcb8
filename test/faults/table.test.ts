import { failuresPage } from "../../scripts/generate/failures";
import { rows, things } from "./table";

test.each(things)("every operation of %s has a row", (thing) => {
  const operations = new Set(rows.filter((row) => row.thing === thing).map(({ operation }) => operation));
  expect([...operations].sort()).toEqual(["create", "delete", "list", "read", "update"]);
});

test("the table can be read where it is run", () => {
  process.stdout.write(failuresPage());
});
