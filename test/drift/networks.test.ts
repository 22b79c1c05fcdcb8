import { useAdapterAccount } from "../adapters/account";
import { byHand, network, networks, partner, services } from "../domains/networks/support";
import { driftOf } from "./stack";

const account = useAdapterAccount();

test("who manages a network hears of all that others have put in, by one request: of high severity, and told first", async () => {
  const { control } = account;
  const stack = account.stack("plugin");
  const program = network({ name: "plant" });
  await stack.up(program);
  const [plant] = await networks(control);
  const [serviceId = ""] = (await services(control)).ids;
  const email = await partner(control);
  await byHand(control, `addNetworkShare(networkId: "${plant?.id}", email: "${email}")`);
  await byHand(control, `addNetworkConnection(networkId: "${plant?.id}", serviceId: "${serviceId}")`);
  await byHand(control, `updateNetwork(id: "${plant?.id}", name: "site") { id }`);
  const asked = async () => (await control.requests()).byOperation["graphql:listNetworks"] ?? 0;
  const before = await asked();
  const { findings, notLookedAt = [] } = await driftOf(stack, account);
  expect((await asked()) - before).toBe(1);
  expect(notLookedAt.filter((type) => type.startsWith("Network"))).toEqual([]);
  const high = { status: "unmanaged", severity: "high" };
  expect(findings.filter(({ type }) => type.startsWith("Network"))).toMatchObject([
    { ...high, type: "NetworkConnection", id: `${plant?.id}/${serviceId}` },
    { ...high, type: "NetworkShare", id: `${plant?.id}/${email}`, name: email },
    { status: "changed", type: "Network", changes: [{ path: "name", expected: "plant", actual: "site" }] },
  ]);
  expect(findings.find(({ type }) => type === "Network")).not.toHaveProperty("severity");
});

test("a network of others is never reported", async () => {
  const { control } = account;
  const { accountId } = await control.account();
  const { login } = (await control.change("{ login { email } }")) as { login: { email: string } };
  await byHand(control, 'createNetwork(name: "theirs") { id }', accountId);
  const [theirs] = await networks(control, accountId);
  await byHand(control, `addNetworkShare(networkId: "${theirs?.id}", email: "${login.email}")`, accountId);
  expect(await networks(control)).toHaveLength(1);
  const { findings } = await driftOf(account.stack("plugin"), account, {}, { kinds: ["Network", "NetworkShare"] });
  expect(findings).toEqual([]);
});
