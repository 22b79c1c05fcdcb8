import { readStack } from "../../../drift";
import { indexOf } from "../../../drift/find/resource-index";
import { exported, recordOf, type StateRecord } from "../state";

const device = (id: string, name: string, more: Partial<StateRecord> = {}): StateRecord => ({
  ...recordOf("Device", id, { name, tags: [name.toUpperCase()] }, { accountId: `account-of-${name}` }, name),
  ...more,
});
const stackOf = (...records: StateRecord[]) => readStack(exported(records));

test("things are found by their ids in any case, with every resource that is about them", () => {
  const index = indexOf([stackOf(device("80:0A", "one")), stackOf(device("80:0a", "other", { external: true }))]);
  expect(index.of("Device", "80:0a").map(({ resource }) => resource.role)).toEqual(["managed", "read"]);
  expect(index.of("Service", "80:0A")).toEqual([]);
  expect(index.of("Device", "80:0B")).toEqual([]);
});

test("what is managed once and read besides is not managed more than once; what two manage is, and both are named", () => {
  const [one, read] = [device("80:01", "one"), device("80:01", "two", { external: true })];
  expect(indexOf([stackOf(one, read)]).warnings).toEqual([]);
  const { warnings } = indexOf([stackOf(one), stackOf(device("80:01", "two")), stackOf(device("80:02", "three"))]);
  expect(warnings).toEqual([expect.stringMatching(/^Managed more than once.*Device 80:01 by .*::one \(stack .*\) and .*::two /)]);
  expect(warnings[0]).not.toContain("three");
});

test("only what is managed names other things, stands for its kind, and has an account", () => {
  const index = indexOf([stackOf(device("80:01", "one"), device("80:02", "two", { external: true }))]);
  expect([index.isNamed("Tag", "one"), index.isNamed("Tag", "ONE"), index.isNamed("Tag", "two")]).toEqual([true, true, false]);
  expect([index.isNamed("Device", "one"), index.isNamed("Tag", undefined)]).toEqual([false, false]);
  expect([index.manages("Device"), index.manages("Service")]).toEqual([true, false]);
  expect([...index.accounts]).toEqual(["account-of-one"]);
  expect(index.unjudged().map(({ resource }) => resource.id)).toEqual(["80:01"]);
  for (const entry of index.of("Device", "80:01")) entry.isJudged = true;
  expect(index.unjudged()).toEqual([]);
});
