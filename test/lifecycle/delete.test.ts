import { ConfigurationError, RefusedError, UnsupportedOperation } from "../../provider/core/errors";
import { resources } from "../../provider/domains";
import { claimed, run } from "../sandbox/support";
import { type Ground, useGround } from "../faults/support";

/** A device that is off, and a service of it. */
async function made(ground: Ground): Promise<{ device: string; service: string }> {
  const device = await claimed(ground.control, { name: "pump", online: false, configurable: true });
  const { addService } = await run<{ addService: { id: string } }>(
    ground.control,
    'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28) { id } }',
    { id: device },
  );
  return { device, service: addService.id };
}

const ways = ["device", "service"] as const;

async function attempt(ground: Ground, kind: (typeof ways)[number], more: object = {}): Promise<unknown> {
  const ids = await made(ground);
  const context = ground.run([], { ...more, maxRetries: 0 });
  const { accountId } = ground.sandbox;
  const deleting =
    kind === "device"
      ? resources.device.delete(context, ids.device, { accountId, origin: "claimed" })
      : resources.service.delete(context, ids.service, { accountId, origin: "made" });
  return deleting.catch((error: unknown) => error);
}

const mutationOf = { device: "deleteDevice", service: "removeService" };
const callOf = { device: "rest:developer/device/delete/registered", service: "rest:device/delete" };

describe.each(ways)("a %s", (kind) => {
  describe("where the schema lacks the mutation", () => {
    const ground = useGround({ without: [mutationOf[kind]] });

    test("is deleted through REST", async () => {
      expect(await attempt(ground, kind)).toBeUndefined();
      expect((await ground.control.requests()).byOperation).toMatchObject({ [callOf[kind]]: 1 });
    });

    test("is deleted where REST says that it is not, and it is gone", async () => {
      await ground.control.faults([{ kind: "done-but-false", match: { operation: callOf[kind] } }]);
      expect(await attempt(ground, kind)).toBeUndefined();
    });

    test("needs a developer key, and the error says so", async () => {
      const error = await attempt(ground, kind, { developerKey: undefined });
      expect(error).toBeInstanceOf(ConfigurationError);
      expect((error as Error).message).toContain("remoteit:developerKey");
    });

    test("needs an endpoint with REST, and the error says so before anything is sent", async () => {
      const error = await attempt(ground, kind, { endpoint: `${ground.sandbox.endpoint}/graphql` });
      expect(error).toBeInstanceOf(UnsupportedOperation);
      expect((error as Error).message).toContain("remoteit:restEndpoint");
      expect(Object.keys((await ground.control.requests()).byOperation)).not.toContain(callOf[kind]);
    });
  });

  describe("where the schema lacks the mutation and the endpoint REST", () => {
    const ground = useGround({ without: [mutationOf[kind]], world: { rest: "absent" } });

    test("is not deleted, and the error says what to set", async () => {
      const error = await attempt(ground, kind);
      expect(error).toBeInstanceOf(UnsupportedOperation);
      expect((error as Error).message).toMatch(/\(HTTP 404\).*remoteit:restEndpoint/);
    });
  });

  describe("that GraphQL refuses to delete", () => {
    const ground = useGround({ world: { rest: "absent" } });

    test.each([{}, { developerKey: undefined }])("is told as refused, not as a lack of REST (%j)", async (more) => {
      await ground.control.faults([{ kind: "false", match: { operation: mutationOf[kind] } }]);
      expect(await attempt(ground, kind, more)).toBeInstanceOf(RefusedError);
    });
  });
});
