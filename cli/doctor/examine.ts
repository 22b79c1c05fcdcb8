import { RemoteitError } from "../../provider/core/errors";
import { type Asking, createAsking, findingOf, lacksOf, probeNamed } from "../../conformance";
import { call, functions } from "../../provider/domains/functions";
import type { Account } from "../options/account";
import type { Pulumi } from "../support/pulumi";
import { accountCheck, clockCheck, credentialsCheck, pageCheck, permissionsCheck, refusalChecks } from "./account";
import { type Check, failed, ok, skipped } from "./check";
import { credentialsFileCheck } from "./credentials-file";
import { nodeCheck, pulumiCheck } from "./machine";
import { networkChecks } from "./network";
import { schemaChecks } from "./schema";

/** Looks at one thing after another; what needs something that failed is skipped. Changes nothing. */
export async function* examine(
  pulumi: Pulumi,
  readAccount: () => Promise<Account>,
  signal: AbortSignal,
): AsyncGenerator<Check, void, undefined> {
  yield nodeCheck();
  yield await pulumiCheck(pulumi);
  const file = credentialsFileCheck();
  if (file) yield file;
  let from: Account;
  try {
    from = await readAccount();
  } catch (error) {
    yield failure("credentials", error);
    yield* skipped("credentials", "proxy", "certificates", "address", "clock", "endpoint", ...ofAccount);
    return;
  }
  const { settings } = from;
  yield credentialsCheck(from);
  yield* networkChecks(settings, signal);
  // A person waits for the answer.
  const asking = createAsking({ ...settings, maxRetries: Math.min(1, settings.maxRetries) }, signal);
  yield* await clock(asking);
  yield* account(asking);
}

const ofAccount = ["signature", "account", "permissions", "page size", "mutations", "schema", "developer key"];

async function clock(asking: Asking): Promise<Check[]> {
  try {
    return [await clockCheck(asking)];
  } catch (error) {
    asking.signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return skipped("endpoint", "clock");
  }
}

async function* account(asking: Asking): AsyncGenerator<Check, void, undefined> {
  const { settings, context, client } = asking;
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
    const access = await asking.access();
    yield permissionsCheck(access);
    yield pageCheck(access, await findingOf(probeNamed("page-size"), asking));
    yield* schemaChecks(asking, lacksOf(await asking.schema()), await findingOf(probeNamed("rest"), asking), access);
  } catch (error) {
    yield failure("account", error);
  }
}

/** @throws what is no error of ours. */
function failure(check: string, error: unknown): Check {
  if (!(error instanceof RemoteitError)) throw error;
  return failed(check, `${error.label} failed: ${error.why.replace(/\.$/, "")}`, error.remedy);
}
