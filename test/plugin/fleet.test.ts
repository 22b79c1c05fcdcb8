import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { device } from "../domains/fleets/support";
import { useServed } from "./support/account";
import { ask, plain, struct, urn } from "./support/calls";

const served = useServed();

const declared = { selector: { allDevices: true }, template: { tags: ["managed"] } };

const create = async () => {
  const asked = new pb.CreateRequest().setUrn(urn("Fleet")).setProperties(struct(declared));
  return ask(served.client, "create", asked);
};

test("every answer about a fleet asks the engine to refresh it before its next update, and none about a device does", async () => {
  const deviceId = await device(served.control, { name: "pump-0" });
  const made = await create();
  const state = plain(made.getProperties()) ?? {};
  const read = await ask(
    served.client,
    "read",
    new pb.ReadRequest().setUrn(urn("Fleet")).setId(made.getId()).setProperties(struct(state)),
  );
  const updating = new pb.UpdateRequest()
    .setUrn(urn("Fleet"))
    .setId(made.getId())
    .setOlds(struct(state))
    .setNews(struct(declared));
  const updated = await ask(served.client, "update", updating);
  expect([made, read, updated].map((answer) => answer.getRefreshBeforeUpdate())).toEqual([true, true, true]);
  const other = await ask(served.client, "read", new pb.ReadRequest().setUrn(urn("Device")).setId(deviceId));
  expect(other.getRefreshBeforeUpdate()).toBe(false);
});

test("a fleet that no longer is as it was left differs in its conformity, and in nothing that would replace it", async () => {
  await device(served.control, { name: "pump-1" });
  const made = await create();
  const compare = async () => {
    const asked = new pb.DiffRequest()
      .setUrn(urn("Fleet"))
      .setId(made.getId())
      .setOlds(made.getProperties())
      .setNews(struct(declared));
    const answer = await ask(served.client, "diff", asked);
    return { changes: answer.getChanges(), details: [...answer.getDetaileddiffMap().keys()], replaces: answer.getReplacesList() };
  };
  const { DIFF_NONE, DIFF_SOME } = pb.DiffResponse.DiffChanges;
  expect(await compare()).toEqual({ changes: DIFF_NONE, details: [], replaces: [] });
  await device(served.control, { name: "newcomer" });
  expect(await compare()).toEqual({ changes: DIFF_SOME, details: ["conformity"], replaces: [] });
});
