import { type Account, defineCase, numbered } from "./case";

interface Answer {
  login: { id: string; tags: { name: string; color: number | null }[] };
}

const declared = { name: "pumps", color: 3 };

const tagsOf = async ({ control }: Account) => ((await control.change("{ login { id tags { name color } } }")) as Answer).login;

const nameIn = (id: string) => id.slice(id.indexOf("/") + 1);

export default defineCase({
  type: "Tag",
  declared: () => Promise.resolve(declared),
  several: (_account, count) => Promise.resolve(numbered(count, (number) => ({ name: `pumps-${number}`, color: 3 }))),
  changed: { name: "valves", color: 7 },
  there: async ({ control }) => {
    await control.change('mutation { setTag(tag: [{ name: "pumps", color: 3 }]) }');
    return declared;
  },
  alter: async ({ control }, id) => {
    await control.change("mutation($name: String!) { setTag(tag: [{ name: $name, color: 9 }]) }", { name: nameIn(id) });
    return ["color"];
  },
  remove: ({ control }, id) => control.change("mutation($name: String!) { deleteTag(name: [$name]) }", { name: nameIn(id) }),
  held: async (account) => {
    const { id, tags } = await tagsOf(account);
    return tags.map(({ name, color }) => ({ id: `${id}/${name}`, properties: { name, color } }));
  },
});
