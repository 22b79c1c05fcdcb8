import type { AdapterStack } from "../../adapters";
import type { Control } from "../../../sandbox";
import { run } from "../../sandbox/support";

type Keys = Record<"accessKeyId" | "secretAccessKey", string>;

/** A member who may view and no more takes over the state of the owner's stack: nothing counts as gone, and nothing is deleted. */
export async function expectStaysForViewer(
  { state: held }: AdapterStack,
  control: Control,
  stackWith: (keys: Keys) => AdapterStack,
): Promise<void> {
  const state = [...held];
  const { accessKeyId, secretAccessKey } = await control.account("member@example.com");
  await control.content({ roles: [{ name: "Viewer", permissions: ["VIEW"] }] });
  const { login } = await run<{ login: { organization: { roles: { id: string; name: string }[] } } }>(
    control,
    "{ login { organization { roles { id name } } } }",
  );
  const roleId = login.organization.roles.find(({ name }) => name === "Viewer")?.id;
  await run(control, 'mutation($roleId: ID) { setMember(email: "member@example.com", roleId: $roleId) }', { roleId });
  const guarded = stackWith({ accessKeyId, secretAccessKey });
  for (const [name, kept] of state) guarded.state.set(name, kept);
  const { said } = await guarded.refresh();
  expect(said.join("\n")).toContain("may not view it, so state stays as it is");
  expect([...guarded.state]).toEqual(state);
  expect(await guarded.destroy()).toMatchObject({ deleted: [], errors: [expect.stringContaining("MANAGE")] });
}
