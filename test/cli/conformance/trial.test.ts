import { setTimeout as sleep } from "node:timers/promises";
import { probes } from "../../../conformance";
import { dump, trialDevice } from "../../conformance/support";
import { useCli } from "../support";
import { conformance } from "./support";

const account = useCli({ devices: 2, services: 1 });
const all = () => dump({ control: account.control, accountId: account.sandbox.accountId });
const bench = () => trialDevice(account.control, account.sandbox.accountId);

/** Resolves once the sandbox has had a request of this operation. */
async function asked(operation: string): Promise<void> {
  while (!(await account.control.requests()).byOperation[`graphql:${operation}`]) await sleep(20);
}

describe("with --write --device ID", () => {
  test("what only a trial can tell is asked as well, and the account is afterwards as it was", async () => {
    const device = await bench();
    const before = await all();
    const { code, stderr, report, byName } = await conformance(account, ["--write", "--device", device]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(report.wrote).toBe(true);
    const statuses = probes.filter(({ ask }) => ask).map(({ name }) => byName[name]?.status);
    expect(statuses).not.toContain("not asked");
    expect(byName["nested"]).toMatchObject({ status: "as assumed", answer: "merge" });
    expect(await all()).toEqual(before);
  });

  test.each([
    [["--write"], /--write needs the device/],
    [["--device", "80:00:00:00:00:00:00:01"], /--device names a device to write to, and --write is not given/],
    [["--write", "--device", "80:00:00:00:00:00:AB:CD"], /The account has no device of this id.*inventory/],
  ])("%j begins nothing", async (args, message) => {
    const { code, stdout, stderr } = await account.cli(["conformance", ...args]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
    const { byOperation } = await account.control.requests();
    expect(Object.keys(byOperation).filter((name) => !/whoAmI|conformanceDevice/.test(name))).toEqual([]);
  });

  test("a service's id, and a device that may not be managed, are refused", async () => {
    const query = "{ login { devices(size: 1) { items { services { id } } } } }";
    const { login } = (await account.control.change(query)) as {
      login: { devices: { items: { services: { id: string }[] }[] } };
    };
    const service = login.devices.items[0]?.services[0]?.id ?? "";
    const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw-seen", permissions: ["VIEW", "CONNECT"] });
    await account.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const ofService = await account.cli(["conformance", "--write", "--device", service]);
    const seen = await account.cli(["conformance", "--write", "--device", deviceId]);
    expect([ofService.code, seen.code]).toEqual([1, 1]);
    expect(ofService.stderr).toContain("a service has another");
    expect(seen.stderr).toContain("lacks the permission MANAGE");
  });

  test.each([
    ["SIGINT", 130, "conformanceAddTag"],
    ["SIGTERM", 143, "conformanceAddService"],
    ["SIGINT", 130, "conformanceSetAttributes"],
    ["SIGINT", 130, "conformanceSetWebhook"],
  ] as const)("%s in the middle puts back first, and ends with %d: %s", async (signal, code, operation) => {
    const device = await bench();
    const before = await all();
    await account.control.faults([{ kind: "slow-answer", ms: 500, match: { operation }, times: 1 }]);
    const { child, ended } = account.begin(["conformance", "--write", "--device", device]);
    await asked(operation);
    child.kill(signal);
    const { code: ending, stderr } = await ended;
    expect([ending, stderr]).toEqual([
      code,
      "Interrupted: what was changed is put back first. A second interrupt stops it at once.\n",
    ]);
    expect(await all()).toEqual(before);
  });

  test("interrupted twice, it ends at once and says what is left", async () => {
    const device = await bench();
    await account.control.faults([
      { kind: "slow-answer", ms: 500, match: { operation: "conformanceAddTag" }, times: 1 },
      { kind: "timeout", match: { operation: "conformanceRemoveTag" } },
    ]);
    const { child, ended } = account.begin(["conformance", "--write", "--device", device]);
    await asked("conformanceAddTag");
    child.kill("SIGINT");
    await asked("conformanceRemoveTag");
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/^Left: the tag pulumi-remoteit-conformance.* Delete it among the account's tags/m);
  });

  test("interrupted where something cannot be put back, it ends with 1 and names it", async () => {
    const device = await bench();
    await account.control.faults([
      { kind: "slow-answer", ms: 500, match: { operation: "conformanceAddTag" }, times: 1 },
      { kind: "false", match: { operation: "conformanceRemoveTag" } },
      { kind: "false", match: { operation: "conformanceDeleteTag" } },
    ]);
    const { child, ended } = account.begin(["conformance", "--write", "--device", device]);
    await asked("conformanceAddTag");
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toContain("This could not be put back: the tag pulumi-remoteit-conformance");
  });

  test("what cannot be put back is an error that names it, and how to put it back by hand", async () => {
    const device = await bench();
    await account.control.faults([{ kind: "false", match: { operation: "conformanceRemoveService" } }]);
    const { code, stderr } = await account.cli(["conformance", "--write", "--device", device]);
    expect(code).toBe(1);
    expect(stderr).toContain("This could not be put back: a service pulumi-remoteit-conformance of the device.");
    expect(stderr).toContain("Remove it from the device in https://app.remote.it.");
    const again = await account.cli(["conformance", "--write", "--device", device]);
    expect(again.stderr).toContain("An earlier run left something there");
  });
});

test("nothing personal stands in what it writes, whatever fails", async () => {
  const { sandbox, control } = account;
  const query = `mutation($code: String!) { claimDevice(code: $code) { id } }`;
  const agent = { hardwareId: "Hardware-Of-Jane", name: "Janes-Pump", services: [{ application: 28, name: "Janes-Shell" }] };
  const { deviceId, claimCode } = await control.agent(agent);
  await control.change(query, { code: claimCode });
  await control.change(
    `mutation($id: String!) { addTag(serviceId: [$id], name: ["Janes-Tag"]) setAttributes(serviceId: $id, attributes: {JanesKey: "Janes-Value"})
      setNotificationSettings(urlNotifications: true, notificationUrl: "https://jane.example.com/hook") }`,
    { id: deviceId },
  );
  const { accountId, accessKeyId, secretAccessKey, developerKey, endpoint } = sandbox;
  const personal = [
    "jane",
    "sandbox@example.com",
    deviceId,
    accountId,
    accessKeyId,
    secretAccessKey,
    developerKey,
    new URL(endpoint).port,
  ];
  for (const fault of [
    [],
    [{ kind: "status", status: 404 }],
    [{ kind: "graphql-error", message: `No ${deviceId} of Janes-Pump` }],
  ] as const) {
    for (const format of ["text", "json"]) {
      for (const writing of [[], ["--write", "--device", deviceId]]) {
        // Not for good: what is written is still to be put back.
        const faults = (
          ["conformanceSample", "conformanceTags", "conformanceSetAttributes", "conformanceById", "getAccess"] as const
        ).flatMap((operation) => fault.map((one) => ({ ...one, match: { operation }, times: 2 })));
        await control.faults(faults);
        const { stdout } = await account.cli(["conformance", "--format", format, ...writing]);
        await control.clearFaults();
        expect(stdout).toMatch(/page-from/);
        for (const text of personal) expect(stdout.toLowerCase()).not.toContain(text.toLowerCase());
      }
    }
  }
});
