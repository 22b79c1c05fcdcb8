import { z } from "zod";
import { adoptCode, importFile, languages, type LanguageName } from "../../../drift/adopt";
import type { Unmanaged } from "../../../drift/adopt/unmanaged";
import type { Kind } from "../../../drift/kinds";
import { field, type Fields } from "../../../provider/core/field";

const ACCOUNT = "0a1b2c3d";

/** A thing of a kind of which no more is known than adoption needs. */
function thing(type: string, inputs: Fields, id: string, held: Record<string, unknown>, more: Partial<Kind> = {}): Unmanaged {
  const kind = { type, inputs, outputs: {}, adoption: { example: "", inputs: () => held }, ...more } as unknown as Kind;
  return { kind, live: { id, inputs: held, outputs: { accountId: ACCOUNT } } };
}

const role = thing(
  "Role",
  {
    name: field(z.string(), ""),
    tagFilter: field(
      z
        .object({ values: z.array(z.string()) })
        .meta({ title: "TagFilter" })
        .optional(),
      "",
    ),
    secret: field(z.string().optional(), "", { secret: true }),
  },
  "R-1",
  { name: "ops", tagFilter: { values: ["a"] }, secret: "hush" },
);
const member = thing(
  "TeamMember",
  { email: field(z.string(), ""), roleId: field(z.string().optional(), "", { idOf: "Role" }) },
  "M-1",
  { email: "eve@example.com", roleId: "r-1" },
  { label: () => "eve@example.com" },
);
const singles = ["Webhook", "AccountSettings"].map((type) => thing(type, { url: field(z.string(), "") }, ACCOUNT, { url: "x" }));
const all = [member, ...singles, role];

const program = (language: LanguageName) => [...adoptCode(all, language)].join("");

test("what refers to a thing that is adopted as well refers to its resource, which comes first", () => {
  const written = program("typescript-plugin");
  expect(written).toContain('const ops = new Role("ops", { name: "ops", tagFilter: {"values":["a"]} }, { import: "R-1" });');
  expect(written).toContain(
    'new TeamMember("eve-example-com", { email: "eve@example.com", roleId: ops.id }, { import: "M-1" });',
  );
  expect(written.indexOf("new Role")).toBeLessThan(written.indexOf("new TeamMember"));
  expect(program("python")).toContain("role_id=ops.id");
  expect(program("go")).toContain("RoleId: ops.ID()");
  expect(program("yaml")).toContain('"${ops.id}"');
});

test("in Go a map has the type that the SDK has for it", () => {
  expect(program("go")).toContain('TagFilter: &remoteit.TagFilterArgs{Values: pulumi.StringArray{pulumi.String("a")}}');
});

test("no program holds a secret of the account", () => {
  for (const name of Object.keys(languages) as LanguageName[]) expect(program(name)).not.toContain("hush");
});

test("things of several kinds that have one id, as what an account has one of, each have a name", () => {
  const { resources } = JSON.parse([...importFile(all)].join("")) as { resources: { name: string; id: string }[] };
  expect(resources.map(({ name, id }) => [name, id])).toEqual([
    ["eve-example-com", "M-1"],
    ["webhook", ACCOUNT],
    ["account-settings", ACCOUNT],
    ["ops", "R-1"],
  ]);
});
