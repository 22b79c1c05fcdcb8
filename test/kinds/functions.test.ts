import { z } from "zod";
import { NotFoundError } from "../../provider/core/errors";
import { createContext } from "../../provider/domains";
import { call, functions, type Reading } from "../../provider/domains/functions";
import { useAdapterAccount } from "../adapters/account";
import { namedCases, type Case, type Properties } from "../cases/case";
import { settingsFor } from "../client/server";

const account = useAdapterAccount();

const readings = Object.values(functions) as unknown as Reading[];

/** The function that reads one thing of the kind. */
function getOf(type: string): Reading {
  const get = readings.find(({ name }) => name === `get${type}`);
  if (!get) throw new Error(`provider/domains/functions.ts has no get${type}.`);
  return get;
}

/** The function that reads all things of the kind, by the type of what it answers. */
const listOf = (type: string): Reading | undefined =>
  readings.find(({ result }) => {
    const [{ items } = {}] = Object.values(result).map(({ schema }) => z.toJSONSchema(schema, { unrepresentable: "any" }));
    const title = typeof items === "object" && "title" in items ? items.title : undefined;
    return title === `${type}Info` || title === `Listed${type}`;
  });

const listed = namedCases.flatMap(([type, one]) => {
  const list = listOf(type);
  return list ? [[type, one, list] as const] : [];
});

function ask(reading: Reading, args: object): Promise<Properties> {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
  return call(
    reading,
    createContext(settings, () => undefined),
    args,
  );
}

/** What the account holds of the kind, made by hand. */
async function held(one: Case): Promise<Properties> {
  await one.there(account);
  const [thing] = await one.held(account);
  if (!thing) throw new Error(`There is no ${one.type}.`);
  return { ...thing.properties, id: thing.id };
}

const among = (names: object, properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => name in names));

describe.each(namedCases)("the function that reads one %s", (type, one) => {
  test("tells what the account holds of it", async () => {
    const thing = await held(one);
    const { args, result } = getOf(type);
    const told = await ask(getOf(type), among(args, thing));
    expect(told).toMatchObject(among(result, thing));
    expect(Object.keys(told).filter((name) => !(name in result))).toEqual([]);
  });

  (one.remove ? test : test.skip)("fails with an error that names the account, where it is not there", async () => {
    const thing = await held(one);
    await one.remove?.(account, String(thing["id"]));
    const error: unknown = await ask(getOf(type), among(getOf(type).args, thing)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect((error as NotFoundError).why).toContain(account.sandbox.accountId);
  });
});

test.each(listed)("the function that lists every %s tells what the account holds, and no secret", async (type, one, list) => {
  const thing = await held(one);
  const [all] = Object.values(await ask(list, among(list.args, thing)));
  // What is built in is told as well.
  const items = (all as Properties[]).filter(({ system }) => system !== true);
  const secret = Object.entries(getOf(type).result).filter(([, { marks }]) => marks.secret);
  const { id } = thing;
  expect(items).toEqual([expect.objectContaining({ id })]);
  for (const [name] of secret) expect(items[0]).not.toHaveProperty(name);
});

test("lists are tried", () => {
  expect(listed.map(([type]) => type)).toEqual(expect.arrayContaining(["Device", "Service", "Tag"]));
});
