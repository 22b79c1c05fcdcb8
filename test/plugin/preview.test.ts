import * as grpc from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN } from "../../provider/core/unknown";
import { claimedDevice } from "../engine/support/contents";
import { useServed } from "./support/account";
import { ask, plain, secret, struct, urn, type Properties } from "./support/calls";

const served = useServed();

afterEach(async () => {
  const { byOperation } = await served.control.requests();
  expect(Object.keys(byOperation).filter((name) => !/^graphql:(get|list|offered)/.test(name))).toEqual([]);
});

async function create(type: string, properties: Properties) {
  const request = new pb.CreateRequest().setUrn(urn(type)).setProperties(struct(properties)).setPreview(true);
  const answer = await ask(served.client, "create", request);
  return { id: answer.getId(), outputs: plain(answer.getProperties()) };
}

test("of a device to adopt the id is known, and the facts that only the account knows are not", async () => {
  const { deviceId } = await claimedDevice(served.control);
  expect(await create("Device", { deviceId, name: "pump", tags: [UNKNOWN, "a"] })).toEqual({
    id: deviceId,
    outputs: { name: "pump", tags: [UNKNOWN, "a"], accountId: UNKNOWN, origin: "adopted", mark: UNKNOWN, hardwareId: UNKNOWN },
  });
});

test("of a device to provision the id is unknown and its hardware id known; its secret will be one", async () => {
  const provision = { projectKey: "key", projectSecret: secret("project-secret") };
  expect(await create("Device", { provision, hardwareId: "hw", name: secret("pump") })).toEqual({
    id: "",
    outputs: {
      name: secret("pump"),
      accountId: UNKNOWN,
      origin: "provisioned",
      hardwareId: "hw",
      deviceSecret: secret(UNKNOWN),
    },
  });
});

test("of a claimed device there is no secret, and of a service all is known but the account and whether it is there already", async () => {
  expect((await create("Device", { claimCode: secret("claim-code") })).outputs).toEqual({
    accountId: UNKNOWN,
    origin: "claimed",
    hardwareId: UNKNOWN,
  });
  expect(await create("Service", { deviceId: UNKNOWN, name: "ssh", application: 28 })).toEqual({
    id: "",
    outputs: { deviceId: UNKNOWN, name: "ssh", application: 28, accountId: UNKNOWN, origin: UNKNOWN, mark: UNKNOWN },
  });
});

test("of a webhook its own address is known", async () => {
  const url = "https://example.com/x";
  expect((await create("Webhook", { url, enabled: true })).outputs).toEqual({
    url,
    enabled: true,
    ownUrl: secret(url),
    accountId: UNKNOWN,
    origin: UNKNOWN,
    mark: UNKNOWN,
  });
});

test("a device without origin fails in the preview already", async () => {
  await expect(create("Device", { name: "pump" })).rejects.toMatchObject({
    code: grpc.status.INVALID_ARGUMENT,
    details: expect.stringContaining("deviceId: an origin is missing") as string,
  });
});

test("an update leaves the facts as they are, but for those that follow the declaration", async () => {
  const update = async (type: string, olds: Properties, news: Properties) => {
    const request = new pb.UpdateRequest().setUrn(urn(type)).setId("x").setPreview(true);
    request.setOlds(struct(olds)).setNews(struct(news));
    return plain((await ask(served.client, "update", request)).getProperties());
  };
  const facts = { accountId: "A", origin: "claimed", hardwareId: "hw" };
  expect(await update("Device", { ...facts, name: "a", tags: ["x"] }, { claimCode: "used", name: UNKNOWN })).toEqual({
    ...facts,
    name: UNKNOWN,
  });
  const url = "https://example.com/new";
  expect(
    await update("Webhook", { accountId: "A", url: "https://example.com/old", ownUrl: "https://example.com/old" }, { url }),
  ).toEqual({
    accountId: "A",
    url,
    ownUrl: secret(url),
  });
});
