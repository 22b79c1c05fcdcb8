import { createClient } from "../../provider/client";
import { withOwnTags } from "../../provider/inventory/account-tags";
import type { DeviceRecord } from "../../provider/inventory/records";
import { settingsFor } from "../client/server";

// Nothing is sent with it: what asks is the test.
const clientOf = (accountId?: string) =>
  createClient(settingsFor("http://127.0.0.1:1", accountId === undefined ? {} : { accountId }));

/** An account that shows devices of these owners, and has tags of these names; with the accounts that it was asked for. */
function account(owners: readonly (string | null)[], tags: readonly string[] = []) {
  const asked: (string | undefined)[] = [];
  const devices = owners.map((owner, index) => ({ id: `${index}`, owner: owner === null ? null : { id: owner } }));
  const ask = (accountId: string | undefined) => {
    asked.push(accountId);
    return Promise.resolve({ id: "own", tags: tags.map((name) => ({ name })) });
  };
  return { asked, askOf: (client: ReturnType<typeof clientOf>) => withOwnTags(client, ask, () => devices as DeviceRecord[]) };
}

test("where all devices are the account's own, one request is enough", async () => {
  const { asked, askOf } = account(["own", "own"]);
  const client = clientOf();
  expect((await askOf(client)).answer.id).toBe("own");
  await askOf(client);
  expect(asked).toEqual([undefined, undefined]);
});

test.each([["somebody else"], [null]])(
  "where a device is of %s, the same is asked once more for the account by its id, and from then on at once",
  async (owner) => {
    const { asked, askOf } = account(["own", owner]);
    const client = clientOf();
    expect((await askOf(client)).devices).toHaveLength(2);
    expect(asked).toEqual([undefined, "own"]);
    await askOf(client);
    expect(asked).toEqual([undefined, "own", "own"]);
    await askOf(clientOf());
    expect(asked.slice(3)).toEqual([undefined, "own"]);
  },
);

test("an account that was named is asked for once, whosever its devices are", async () => {
  const { asked, askOf } = account(["somebody else"]);
  await askOf(clientOf("named"));
  expect(asked).toEqual(["named"]);
});

test("two tags that differ by case alone show that the account tells it; that there are none shows nothing", async () => {
  const tells = async (...tags: string[]) => (await account(["own"], tags).askOf(clientOf())).devices[0]?.tellsCase;
  expect(await tells("pump", "Pump")).toBe(true);
  expect(await tells("pump", "pumps")).toBeUndefined();
  expect(await tells()).toBeUndefined();
});
