import { findDrift, readStack } from "../../drift";
import { createReadOnlyContext } from "../../provider/domains";
import { listable } from "../../drift/kinds";
import { settingsFor } from "../client/server";
import { useDriftAccount } from "./account";
import { exported, recordOf } from "./state";

const account = useDriftAccount();

test("what the key's user may not list is told as such, and all the rest is compared", async () => {
  const { control, sandbox } = account;
  await account.devices("pump");
  await control.change('mutation { setOrganization(name: "Plant") }');
  const guest = await control.account("somebody@example.com");
  await control.change('mutation { setMember(email: ["somebody@example.com"], role: MEMBER) }');
  const keys = { accessKeyId: guest.accessKeyId, secretAccessKey: guest.secretAccessKey, accountId: sandbox.accountId };
  const context = createReadOnlyContext(settingsFor(sandbox.endpoint, keys), () => undefined);
  const role = recordOf("Role", "role-1", { name: "ops" }, { accountId: sandbox.accountId }, "ops");
  const kinds = listable.map(({ type }) => type);
  const report = await findDrift(context, [readStack(exported([role]))], { kinds });
  expect(report.notLookedAt).toEqual(expect.arrayContaining(["Role", "Member"]));
  expect(report.notLookedAt).not.toContain("Device");
  const warning = expect.stringMatching(/^Nothing was looked for of .*Role.*ADMIN/s) as string;
  expect(report.warnings).toEqual([warning]);
  expect(report.findings.map(({ type, status }) => `${type} ${status}`)).toEqual([
    "AccountSettings unmanaged",
    "Device unmanaged",
    "Role not-checked",
  ]);
});
