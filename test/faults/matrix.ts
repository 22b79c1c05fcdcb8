import { controlOf, type Control, type Sandbox } from "../../sandbox";
import { settingsFor } from "../client/server";
import { arm } from "./fault";
import { useSandboxes } from "./pool";
import { createStack, type Stack } from "./run";
import { summary } from "./summary";
import { columns, expected, rows, type Column, type Often, type Outcome, type Row, type Thing } from "./table";
import { addBystander, cases } from "./things";

/** Retries that the provider may make: each costs a pause of chance. */
const MAX_RETRIES = { once: 5, always: 1 };

const verbs = { create: "creating", read: "reading", update: "updating", delete: "deleting", list: "listing" };

/** A test for each cell of the rows of these things. They run side by side, each in a sandbox of its own. */
export function matrix(...things: Thing[]): void {
  const lend = useSandboxes();

  for (const thing of things) {
    describe(thing, () => {
      for (const row of rows.filter((one) => one.thing === thing)) {
        for (const column of columns) {
          for (const often of ["once", "always"] as const) {
            const outcome = expected(row, column, often);
            if (outcome === undefined) continue;
            const name = `${verbs[row.operation]}, ${column.name} at ${row.request} ${often}: ${outcome}`;
            test.concurrent(name, () => lend(cases[thing].sandbox, (sandbox) => cell(sandbox, row, column, often, outcome)));
          }
        }
      }
    });
  }
}

async function cell(sandbox: Sandbox, row: Row, column: Column, often: Often, outcome: Outcome): Promise<void> {
  const control = controlOf(sandbox.control);
  const { resource, rest, prepare, changes, twin, ...accounts } = cases[row.thing];
  await control.reset();
  await addBystander(control);
  const declared = await prepare(control, sandbox);
  const otherwise = await twin?.(control);
  // After a lost creation it is looked for as long as a request may take.
  let { timeoutSeconds = row.kind === "creation" ? 3 : 10 } = column.fault;
  let maxRetries = MAX_RETRIES[often];
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
  const settings = () => {
    const { developerKey: _none, ...without } = settingsFor(endpoint, {
      accessKeyId,
      secretAccessKey,
      signature: "auto",
      requestsPerSecond: 1000,
      maxRetries,
      timeoutSeconds,
    });
    return rest ? { ...without, developerKey } : without;
  };
  const stack = createStack(resource, settings, otherwise);
  expect((await summary(control)).lines).toEqual(accounts.before);
  if (row.operation !== "create") await stack.up(declared);
  const before = structuredClone(stack.state);

  const operations: Record<Row["operation"], (more?: object) => Promise<unknown>> = {
    create: (more) => stack.up({ ...declared, ...more }),
    read: async () => {
      await stack.refresh();
      expect(stack.state).toEqual(before);
    },
    update: () => stack.up({ ...declared, ...changes }),
    delete: () => stack.destroy(),
    list: async () => {
      expect((await stack.list()).sort()).toEqual((await summary(control)).ids[resource.type as "Device"].sort());
    },
  };
  const work = operations[row.operation];

  const disarm = await arm(sandbox, control, column.fault, row.request, often === "once");
  const sentBefore = await sent(control, row);
  const first = await outcomeOf(work());
  const tries = (await sent(control, row)) - sentBefore;
  if (column.fault.kind !== "refused") expect(tries).toBeGreaterThan(0);
  expect(tries).toBeLessThanOrEqual(budget(row, maxRetries));
  await control.settled();
  await disarm();
  [timeoutSeconds, maxRetries] = [10, 5];

  expect(first).toBe(outcome.replace(", then deviceId", ""));
  if (first !== "converges") {
    if (row.operation !== "create") expect(stack.state?.id).toBe(before?.id);
    if (outcome.endsWith("then deviceId")) await byDeviceId(control, stack, declared, work);
    else await work();
  }
  const { lines, ids } = await summary(control);
  const wanted = { create: "made", read: "made", update: "changed", delete: "gone", list: "made" } as const;
  expect(lines).toEqual(accounts[wanted[row.operation]]);
  if (row.operation === "delete") expect(stack.state).toBeUndefined();
  else expect(ids[resource.type as "Device"]).toContain(stack.state?.id);
  for (const secret of secretsOf(sandbox, declared, stack)) expect(stack.said.join("\n")).not.toContain(secret);
}

const sent = async (control: Control, { request }: Row) => (await control.requests()).byOperation[request] ?? 0;

/** Setters of a device, each of which makes a request of the same kind where it goes out with its twin's. */
const SETTERS = 5;

/** Requests of one kind in one run: an operation may ask the same twice, and an expired clock doubles the first. */
const budget = ({ operation, request }: Row, maxRetries: number) =>
  ((maxRetries + 1) * 2 + (operation === "create" ? maxRetries + 1 : 0)) * (request === "graphql:setTogether" ? SETTERS : 1);

/** The claim code is used up, so the next run is refused, and says that the device can be adopted. */
async function byDeviceId(
  control: Control,
  stack: Stack,
  { claimCode: _used, ...declared }: Record<string, unknown>,
  work: (more?: object) => Promise<unknown>,
): Promise<void> {
  expect(await outcomeOf(work())).toBe("RefusedError");
  expect(stack.said.join()).toContain("adopt the device by its deviceId if it is in the account already");
  const { ids } = await summary(control);
  await stack.up({ ...declared, deviceId: ids.Device.at(-1) });
}

async function outcomeOf(working: Promise<unknown>): Promise<string> {
  try {
    await working;
    return "converges";
  } catch (error) {
    // A failed expectation is no outcome.
    if ((error as { matcherResult?: unknown }).matcherResult !== undefined) throw error;
    return (error as Error).name;
  }
}

function secretsOf(sandbox: Sandbox, declared: Record<string, unknown>, { state }: Stack): string[] {
  const { secretAccessKey, developerKey, projectSecret } = sandbox;
  const plain = [secretAccessKey, developerKey, projectSecret, declared["claimCode"], state?.properties["deviceSecret"]];
  const given = plain.filter((secret) => typeof secret === "string");
  return [...given, ...given.map(encodeURIComponent)];
}
