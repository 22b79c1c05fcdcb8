import { failsOn } from "../../drift";
import { reportOf, unmanaged } from "./report";

test("what a report fails on is for whoever asks to say", () => {
  const report = reportOf(unmanaged());
  expect([failsOn(report, ["changed", "missing"]), failsOn(report, ["unmanaged"]), failsOn(report, [])]).toEqual([
    false,
    true,
    false,
  ]);
});
