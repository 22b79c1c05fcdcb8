import { environment, inlineStack, writeFiles } from "../../engine/support";
import type { TestAccount } from "../../engine/support/account";
import { claimedDevice } from "../../engine/support/contents";

/** What the secrets of the hosting hold. */
export const secretsOf = ({ sandbox }: TestAccount): Record<string, string> => ({
  PULUMI_ACCESS_TOKEN: "",
  R3_ACCESS_KEY_ID: sandbox.accessKeyId,
  R3_SECRET_ACCESS_KEY: sandbox.secretAccessKey,
});

/** Makes a stack's folder a checkout that `npm ci` can install; returns the environment of its commands, without keys. */
export function checkout(folder: string): NodeJS.ProcessEnv {
  const lock = { name: "infra", lockfileVersion: 3, packages: { "": { name: "infra" } } };
  writeFiles(folder, { "package-lock.json": JSON.stringify(lock) });
  const { GITHUB_STEP_SUMMARY: _summary, NO_COLOR: _no, ...env } = environment(folder);
  return env;
}

/** A repository whose stack "prod" manages one device, "pump-7". The keys come from the secrets of the hosting alone. */
export async function repositoryOf(account: TestAccount): Promise<{ folder: string; device: string; env: NodeJS.ProcessEnv }> {
  const { deviceId: device } = await claimedDevice(account.control);
  const stack = await inlineStack({
    name: "prod",
    program: ({ remoteit }) => void new remoteit.Device("pump", { deviceId: device, name: "pump-7" }),
    config: account.config,
  });
  const { folder } = stack;
  expect((await stack.up()).errors).toEqual([]);
  writeFiles(folder, { "package.json": JSON.stringify({ name: "infra", private: true }) });
  await stack.run("config", "rm-all", "remoteit:accessKeyId", "remoteit:secretAccessKey");
  return { folder, device, env: checkout(folder) };
}

export async function rename({ control }: TestAccount, id: string, name: string): Promise<void> {
  await control.change("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });
}
