import type { Settings } from "../../provider/client";
import { RemoteitError } from "../../provider/core/errors";
import { getAccess } from "../../provider/functions/access";
import { call, functions } from "../../provider/functions";
import { createReadOnlyContext } from "../../provider/resources";
import type { Pulumi } from "../support/pulumi";
import { accountCheck, clockCheck, credentialsCheck, pageCheck, permissionsCheck, refusalChecks } from "./account";
import { type Check, failed, ok, skipped } from "./check";
import { nodeCheck, pulumiCheck } from "./machine";
import { mutationChecks } from "./mutations";

/** Looks at one thing after another; what needs something that failed is skipped. Changes nothing. */
export async function* examine(
  pulumi: Pulumi,
  readSettings: () => Promise<Settings>,
  signal: AbortSignal,
): AsyncGenerator<Check, void, undefined> {
  yield nodeCheck();
  yield await pulumiCheck(pulumi);
  let settings: Settings;
  try {
    settings = await readSettings();
  } catch (error) {
    yield failure("credentials", error);
    yield* skipped("credentials", "clock", "endpoint", ...ofAccount);
    return;
  }
  yield credentialsCheck(settings);
  yield* await clock(settings, signal);
  yield* account(settings);
}

const ofAccount = ["signature", "account", "permissions", "page size", "mutations", "developer key"];

async function clock(settings: Settings, signal: AbortSignal): Promise<Check[]> {
  try {
    return [await clockCheck(settings, signal)];
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return skipped("endpoint", "clock");
  }
}

async function* account(settings: Settings): AsyncGenerator<Check, void, undefined> {
  // A person waits for the answer.
  const context = createReadOnlyContext({ ...settings, maxRetries: Math.min(1, settings.maxRetries) }, () => undefined);
  const { client } = context;
  let ownId: string;
  try {
    ({ ownId } = await client.account());
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    const checks = refusalChecks(settings, error);
    yield* checks;
    yield* skipped(checks.at(-1)?.check ?? "", ...ofAccount.slice(checks.length - 1));
    return;
  }
  yield ok("endpoint", `${settings.endpoint} answers`);
  yield ok("signature", `accepted (${client.scheme() ?? settings.signature})`);
  try {
    yield accountCheck(await call(functions.getAccount, context, {}), ownId);
    const access = await getAccess(context);
    yield permissionsCheck(access);
    yield pageCheck(access);
    yield* await mutationChecks(client, access);
  } catch (error) {
    yield failure("account", error);
  }
}

/** @throws what is no error of ours. */
function failure(check: string, error: unknown): Check {
  if (!(error instanceof RemoteitError)) throw error;
  return failed(check, `${error.label}: ${error.why.replace(/\.$/, "")}`, error.remedy);
}
