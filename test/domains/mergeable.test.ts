import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";

/** Sets something of a thing that is there, to a value; `addTag` also makes a tag, which is nothing beside its name. */
const setters = ["addTag", "removeTag", "renameService", "setAttributes", "setNotificationSettings"];

/** The declarations of mutations in the sources: by the name of each constant, its text from there to the end of the call. */
function declarations(): Map<string, string> {
  const folder = join(repository, "provider/domains");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/const (\w+) = defineMutation\(([\s\S]*?)\n\}?\);/g)].map(
        ([, name = "", body = ""]): [string, string] => [name, body],
      ),
    ),
  );
}

const all = declarations();

/** The field that a mutation's document asks for; of one in other words, that of the document that it takes. */
function fieldOf(body: string): string {
  const [, other] = /^(\w+),/.exec(body) ?? [];
  if (other !== undefined && other !== "graphql") return fieldOf(all.get(other) ?? "");
  return /mutation \w+\([^)]*\) \{\s*(\w+)/.exec(body)?.[1] ?? "";
}

const isMergeable = (body: string) => /\bmergeable:/.test(body);

test("every mutation is seen here", () => {
  expect(all.size).toBeGreaterThan(15);
  expect([...all.values()].map(fieldOf)).not.toContain("");
});

test("no mutation that makes or deletes something shares a request with others", () => {
  for (const [name, body] of all) {
    if (isMergeable(body))
      expect({ name, field: fieldOf(body), isSetter: setters.includes(fieldOf(body)) }).toMatchObject({ isSetter: true });
  }
});

test("those that do are names, tags, attributes, marks and notifications of devices and services", () => {
  const merged = [...all].filter(([, body]) => isMergeable(body)).map(([name]) => name);
  expect(merged.sort()).toEqual(["AddTags", "RemoveTags", "Rename", "SetAttributes", "SetDeviceNotifications", "SetMark"]);
});
