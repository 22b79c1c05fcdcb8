import { UnprovenClaimError } from "../../provider/core/errors";
import { resources } from "../../provider/domains";
import { asked } from "../faults/support";
import { useBench } from "./support";

const bench = useBench();

test("a wrong code whose answer was lost claims nobody, whoever registers meanwhile", async () => {
  await bench.control.faults([{ kind: "reset", match: { operation: "claimDevice" }, times: 1 }]);
  const create = resources.device.create(bench.process(), { claimCode: "WRONGCOD", name: "pump-7", tags: ["pump"] });
  const failed = expect(create).rejects.toThrow(UnprovenClaimError);
  await asked(bench.control, "graphql:claimDevice");
  const newcomer = await bench.owned({ name: "site-b-gateway" });
  await failed;
  await expect(create).rejects.toThrow(`deviceId: "${newcomer}"`);
  expect(await bench.device(newcomer)).toMatchObject({ name: "site-b-gateway", attributes: {} });
});

test("a device that a used code's hardware id names was there before: it is adopted, and destroy leaves it", async () => {
  const id = await bench.owned({ hardwareId: "plant-controller", name: "made by hand in 2022" });
  const declared = { claimCode: "EXPIRED1", hardwareId: "plant-controller" };
  const found = await resources.device.create(bench.process(), declared);
  expect(found).toMatchObject({ id, outputs: { origin: "adopted" } });
  await resources.device.delete(bench.process(), id, { ...declared, ...found.outputs });
  expect(await bench.device(id)).toMatchObject({ id, name: "made by hand in 2022", attributes: {} });
});
