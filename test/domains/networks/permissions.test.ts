import { adapterNames, useAdapterAccount } from "../../adapters/account";
import { did } from "../../kinds/support";
import { run } from "../../sandbox/support";
import { byHand, network, networks, partner, services } from "./support";

const account = useAdapterAccount();

const ALL = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"];

/** Settings that make a stack act for the account as a member who may do just that. */
async function member(...permissions: string[]) {
  const { control, sandbox } = account;
  const { accountId, accessKeyId, secretAccessKey } = await control.account();
  const { login } = await run<{ login: { email: string } }>(control, "{ login { email } }", {}, accountId);
  await byHand(control, 'setOrganization(name: "Works")');
  const { createRole } = await run<{ createRole: { id: string } }>(
    control,
    `mutation($grant: [RolePermission!], $revoke: [RolePermission!]) { createRole(name: "some", grant: $grant, revoke: $revoke) { id } }`,
    { grant: permissions, revoke: ALL.filter((one) => !permissions.includes(one)) },
  );
  await byHand(control, `setMember(email: ["${login.email}"], roleId: "${createRole.id}")`);
  return { accessKeyId, secretAccessKey, accountId: sandbox.accountId, developerKey: undefined };
}

const writes = async () =>
  Object.keys((await account.control.requests()).byOperation).filter((name) => name.includes("etwork") && !/list/i.test(name));

describe.each(adapterNames)("a member, through the adapter %s,", (adapter) => {
  test("with MANAGE makes a network, changes it, puts in and takes out; its tags take ADMIN, and are not sent without", async () => {
    const { control } = account;
    const stack = account.stack(adapter, await member("VIEW", "MANAGE"));
    const [serviceId] = (await services(control)).ids;
    const program = {
      ...network({ name: "plant" }),
      connection: { type: "NetworkConnection", properties: { networkId: { idOf: "it" }, serviceId } },
      share: { type: "NetworkShare", properties: { networkId: { idOf: "it" }, email: await partner(control) } },
    };
    expect(await stack.up(program)).toMatchObject({ created: ["it", "connection", "share"], errors: [] });
    expect(await stack.up({ ...program, ...network({ name: "site" }) })).toMatchObject(did("updated"));
    const { errors } = await stack.up({ ...program, ...network({ name: "site", tags: ["prod"] }) });
    expect(errors.join()).toMatch(/permission ADMIN/);
    expect(await writes()).not.toContain("graphql:addNetworkTags");
    expect(await stack.up({ ...program, ...network({ name: "site" }) })).toMatchObject({ errors: [] });
    expect(await stack.destroy()).toMatchObject({ errors: [] });
    expect(await networks(control)).toEqual([]);
  });

  test("without MANAGE is told so before anything is sent, and may adopt what is there", async () => {
    const { control } = account;
    const settings = await member("VIEW");
    await byHand(control, 'createNetwork(name: "plant") { id }');
    const networkId = (await networks(control))[0]?.id ?? "";
    const [serviceId = ""] = (await services(control)).ids;
    const email = await partner(control);
    const parts = [
      { type: "Network", properties: { name: "other" } },
      { type: "NetworkConnection", properties: { networkId, serviceId } },
      { type: "NetworkShare", properties: { networkId, email } },
    ];
    for (const it of parts) {
      const { errors } = await account.stack(adapter, settings).up({ it });
      expect(errors.join()).toMatch(/permission MANAGE/);
    }
    expect(await writes()).toEqual([]);
    await byHand(control, `addNetworkShare(networkId: "${networkId}", email: "${email}")`);
    await byHand(control, `addNetworkConnection(networkId: "${networkId}", serviceId: "${serviceId}")`);
    const before = await networks(control);
    const [, connection, share] = parts;
    const program = { ...network({ name: "plant" }), ...(connection && { connection }), ...(share && { share }) };
    const stack = account.stack(adapter, settings);
    expect(await stack.up(program)).toMatchObject({ created: ["it", "connection", "share"], errors: [] });
    expect(await stack.destroy()).toMatchObject({ errors: [] });
    expect(await networks(control)).toEqual(before);
    expect(await writes()).toEqual([]);
  });
});
