import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entitiesIndex } from "../../../scripts/generate/entities";
import { repository } from "../../engine/support";
import { temporaryFolder } from "../../support/run";
import { restAnswer, run } from "../support";

/** An entity that remote.it does not have, as its whole file: nothing else is told of it. */
const lamps = `
import { z } from "zod";
import { content, defineEntity } from "../entity";
import { accountFor } from "../permissions";
import { ok } from "../rest";
import { rows } from "../rows";
import { putTag, tagsOn } from "../tagging";

interface Lamp { name: string; isOn: boolean }

const lampsOf = rows((): Lamp[] => []);

export default defineEntity({
  schema: \`
    type Lamp { name: String!, isOn: Boolean!, tags: [Tag!]! }
    extend type Query { lampCount: Int! }
    extend type User { lamps: [Lamp!]! }
    extend type Mutation { addLamp(name: String!, accountId: String): Lamp! }
  \`,
  query: { lampCount: (_args, { account }) => lampsOf(account).length },
  fields: {
    User: { lamps: (account) => lampsOf(account).map((lamp) => ({ ...lamp, tags: tagsOn(account, lamp) })) },
  },
  mutations: {
    addLamp: ({ name, accountId }: { name: string; accountId?: string | null }, context) => {
      const lamp = { name, isOn: false };
      lampsOf(accountFor(context, accountId)).push(lamp);
      return lamp;
    },
  },
  rest: { "POST lamp/{name}/on": ({ account, path: [name] }) => {
    for (const lamp of lampsOf(account)) if (lamp.name === name) lamp.isOn = true;
    return ok({ name });
  } },
  control: { "POST /blackout": ({ store }) => {
    for (const account of store.accounts.values()) for (const lamp of lampsOf(account)) lamp.isOn = false;
    return {};
  } },
  content: {
    lamps: content(z.array(z.strictObject({ name: z.string(), tags: z.array(z.string()) })), (store, account, given) => {
      for (const { name, tags } of given) {
        const lamp = { name, isOn: true };
        lampsOf(account).push(lamp);
        for (const tag of tags) putTag(store, account, lamp, tag);
      }
    }),
  },
  seed: (_store, account, { seed }) => void lampsOf(account).push({ name: \`seeded-\${seed}\`, isOn: false }),
});
`;

/** The sandbox with one more entity, as \`npm run generate\` takes it up. */
async function withEntities(files: Record<string, string>): Promise<typeof import("../../../sandbox")> {
  const folder = temporaryFolder();
  cpSync(join(repository, "sandbox"), join(folder, "sandbox"), { recursive: true });
  mkdirSync(join(folder, "api"));
  cpSync(join(repository, "api/schema.graphql"), join(folder, "api/schema.graphql"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  const entities = join(folder, "sandbox/entities");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(entities, name), text);
  writeFileSync(join(entities, "index.ts"), entitiesIndex(entities));
  return (await import(join(folder, "sandbox", "index.ts"))) as typeof import("../../../sandbox");
}

test("an entity is added by its file alone: schema, fields, mutations, REST, control, content and seed", async () => {
  const { controlOf, startSandbox } = await withEntities({ "lamps.ts": lamps });
  const [sandbox, other] = [await startSandbox({ seed: 7 }), await startSandbox()];
  try {
    const control = controlOf(sandbox.control);
    const all = () => run(control, "{ lampCount login { lamps { name isOn } } }");
    await run(control, 'mutation { addLamp(name: "desk") { name } }');
    expect(await restAnswer(sandbox, "lamp/desk/on", {})).toEqual({ status: "true", name: "desk" });
    const seeded = { name: "seeded-7", isOn: false };
    expect(await all()).toEqual({ lampCount: 2, login: { lamps: [seeded, { name: "desk", isOn: true }] } });
    expect(await run(controlOf(other.control), "{ login { lamps { name } } }")).toEqual({
      login: { lamps: [{ name: "seeded-1" }] },
    });
    expect((await fetch(`${sandbox.control}/blackout`, { method: "POST" })).status).toBe(200);
    expect(await all()).toEqual({ lampCount: 2, login: { lamps: [seeded, { name: "desk", isOn: false }] } });

    await control.reset();
    expect(await all()).toEqual({ lampCount: 1, login: { lamps: [seeded] } });

    await control.content({ lamps: [{ name: "hall", tags: ["bright"] }] });
    await run(control, 'mutation { renameTag(from: "bright", to: "dim") }');
    expect(await run(control, "{ login { lamps { name tags { name } } } }")).toMatchObject({
      login: { lamps: [{}, { name: "hall", tags: [{ name: "dim" }] }] },
    });
  } finally {
    await Promise.all([sandbox.stop(), other.stop()]);
  }
});

test("two entities that declare the same are an error that names it", async () => {
  const twin = 'import { defineEntity } from "../entity";\nexport default defineEntity({ fields: { User: { tags: [] } } });\n';
  const { startSandbox } = await withEntities({ "twin.ts": twin });
  await expect(startSandbox()).rejects.toThrow("Two entities of the sandbox declare User.tags.");
});
