import { resources } from "../../../provider/domains";
import type { World } from "../../../sandbox";
import { asked, useGround, type Ground } from "../../faults/support";
import { summary } from "../../faults/summary";
import { owned } from "../../faults/things";

const GRAPHQL = "graphql:deleteDevice";
const REST = "rest:developer/device/delete/registered";

const remove = (ground: Ground, id: string, said: string[] = []) =>
  resources.device.delete(ground.run(said), id, { origin: "claimed", name: "pump" });
const lines = async ({ control }: Ground) => (await summary(control)).lines;
const sent = async ({ control }: Ground) => Object.keys((await control.requests()).byOperation);
const pump = ({ control }: Ground, more: object = {}) =>
  owned(control, { hardwareId: "hw-1", name: "pump", online: false, services: [{ name: "ssh", application: 28 }], ...more });

describe.each<World["delete-answer"]>(["false", "error"])("where a refusal is told by %s", (answer) => {
  const ground = useGround({ world: { "delete-answer": answer } });

  test("an inactive device is deleted, and one that is gone counts as deleted", async () => {
    const id = await pump(ground);
    await remove(ground, id);
    await remove(ground, id);
    expect(await lines(ground)).toEqual([]);
    expect((await ground.control.requests()).byOperation).toMatchObject({ [GRAPHQL]: 1 });
  });

  test("an active device stays, and nothing is sent that would delete it", async () => {
    const id = await pump(ground, { online: true });
    await expect(remove(ground, id)).rejects.toThrow("It is active, and remote.it deletes inactive devices only.");
    expect(await sent(ground)).not.toContain(GRAPHQL);
  });

  test("one that goes meanwhile counts as deleted", async () => {
    const id = await pump(ground);
    await ground.control.faults([{ kind: "slow", ms: 500, match: { operation: "deleteDevice" }, times: 1 }]);
    const removing = remove(ground, id);
    await asked(ground.control, GRAPHQL);
    await ground.control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
    await removing;
    expect(await lines(ground)).toEqual([]);
  });

  test("one that becomes active meanwhile stays: REST, which would not look, is not asked", async () => {
    const id = await pump(ground);
    await ground.control.faults([{ kind: "slow", ms: 500, match: { operation: "deleteDevice" }, times: 1 }]);
    const removing = remove(ground, id);
    removing.catch(() => undefined);
    await asked(ground.control, GRAPHQL);
    await ground.control.agentState(id, "online");
    await expect(removing).rejects.toMatchObject({
      name: "RefusedError",
      why: expect.stringContaining("It is active") as string,
      remedy: expect.stringContaining("Stop its agent") as string,
    });
    expect(await lines(ground)).toEqual(["pump [ssh 28 22]"]);
    expect(await sent(ground)).not.toContain(REST);
  });
});

describe("a word that is not about the device", () => {
  const ground = useGround();

  test("does not let a device that is there count as deleted", async () => {
    const id = await pump(ground);
    await ground.control.faults([
      { kind: "graphql-error", message: "Permission not found.", match: { operation: "deleteDevice" } },
    ]);
    await expect(remove(ground, id)).rejects.toThrow("Permission not found.");
    expect(await lines(ground)).toEqual(["pump [ssh 28 22]"]);
  });
});

describe.each<World["device-by-service-id"]>(["device", "nothing"])("the id of a service, which answers %s", (answer) => {
  const ground = useGround({ world: { "device-by-service-id": answer } });

  test("deletes neither the service, as remote.it's deleteDevice would, nor its device", async () => {
    await pump(ground);
    const [id = ""] = (await summary(ground.control)).ids.Service;
    await Promise.allSettled([remove(ground, id)]);
    expect(await lines(ground)).toEqual(["pump [ssh 28 22]"]);
    expect(await sent(ground)).not.toContain(GRAPHQL);
    expect(await sent(ground)).not.toContain(REST);
  });
});

describe.each<World["rest-delete"]>(["true", "false"])("through REST, which answers %s when it has deleted", (answer) => {
  const ground = useGround({ world: { "rest-delete": answer }, without: ["deleteDevice"] });

  test("the device is gone, whatever the answer says", async () => {
    const id = await pump(ground);
    await remove(ground, id);
    expect(await lines(ground)).toEqual([]);
    expect(await sent(ground)).toContain(REST);
  });

  test("an unknown device, once the answer to its deletion was lost, counts as deleted", async () => {
    const id = await pump(ground);
    await ground.control.faults([{ kind: "lost-answer", match: { operation: REST }, times: 1 }]);
    await remove(ground, id);
    expect((await ground.control.requests()).byOperation).toMatchObject({ [REST]: 2 });
    expect(await lines(ground)).toEqual([]);
  });

  test("a refusal that left the device there is the error", async () => {
    const id = await pump(ground);
    await ground.control.faults([{ kind: "false", match: { operation: REST } }]);
    await expect(remove(ground, id)).rejects.toMatchObject({ name: "RestError" });
    expect(await lines(ground)).toEqual(["pump [ssh 28 22]"]);
  });
});
