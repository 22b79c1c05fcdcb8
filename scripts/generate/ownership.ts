import { doubledOf, doubles, replacedOf, replacements, things } from "../../test/ownership/table";

/** The page of who holds a thing and when it leaves the account, from the table that the tests run cell by cell. */
export function ownershipPage(): string {
  return `<!-- Made by \`npm run generate\` from test/ownership/table.ts: change it there. -->

# Ownership

Destroying a resource deletes what it created and leaves what was there before. The output \`origin\` of each resource says which it is:
\`made\` (of a device: \`claimed\`, \`provisioned\` or \`registered\`), or \`adopted\`. \`deleteOnDestroy\` overrides this in
either direction. State from before origins were kept has none: a service or a webhook then goes with its resource, and a device
stays.

- **Adopted** is what the program names and the account has already: a device by its \`deviceId\`, a service that equals its
  declaration, a webhook with the declared address, a network of the declared name, what is in it already, and the device of a \`hardwareId\` whose claim code is used up. A warning says so.
  So is whatever \`pulumi import\`, or the option \`import\`, takes in.
- **Made** is also what a request of the same run made whose answer was lost: the provider finds it, and knows that it is its own.
- **One that takes another's place** in the same run, under another name or with \`--replace\`, keeps its origin: what was made stays
  made.

## Marks

Different stacks, several providers of one account and runs with \`--target\` know nothing of each other. So a resource that manages what others
may manage too, an adopted thing or a device that registered itself, leaves an attribute on it: \`pulumi-remoteit/\` and a random token,
which its state keeps as the output \`mark\`. (Those of what has no attributes, such as the webhook, tags and networks, stand among the attributes of the account's user.) A delete first reads
the thing again: if it has the mark of another resource, it stays, the message names that mark, and the delete removes its own.
Marks are never drift, and never part of \`attributes\`.

What marks cannot do:

- **What a resource has made bears none**, so that a create needs no further request. A second stack that adopts it and sets
  \`deleteOnDestroy: true\` deletes it from the first; without that it leaves it.
- **Attributes that the key's user may not write** bear none. A warning says so, and another stack cannot know then.
- **\`pulumi import\` and \`get\` only read**, and leave none. Within one run the provider still knows of each resource that the
  program declares, and deletes nothing that one of them holds.
- **A run that is killed** between the mark and the state leaves a mark that nobody owns. It keeps the thing from being deleted:
  remove the attribute that the message names, and run again. \`pulumi-remoteit inventory --marks --all-stacks\` lists the marks and
  the resources that keep them: one that no resource of any stack keeps is stale.
- **A run that is killed while it sets the webhook** leaves an address that no resource knows to have set. A later destroy leaves it
  and says so.
- **A mark does not say of which stack it is.** What one resource made and leaves to another that the run does not see, nobody
  deletes: with \`deleteOnDestroy: true\` the other one does.

In doubt, the thing stays. The message names what stays in the account; delete it in the remote.it application.

## What the tests run

Each cell is run over HTTP against the sandbox, through both adapters, and the account is looked at after every step. In all of
them a destroy takes nothing that another resource still declares, nothing is there twice, and what was there before is there at
the end.

### When a resource is renamed or replaced

What destroying it then does with the thing. *Fails*: a claim code works once, so the run fails before anything is lost; use
\`aliases\` for another name. *Marked*: a killed run has left its mark.

${replacedTable()}

### When it is declared twice

Two resources, \`old\` and then \`new\`, declare the same thing, and both hold it: a warning says so. After that: what a plain
\`pulumi up\` does, and what has become of the thing once both are destroyed, by which goes first.

${doubledTable()}

*Warns*: at every run, that two resources of the program manage it; remove one of the two declarations. The sharing of two stacks or
providers may be meant, so it is said once. Where \`old\` goes first in a run of its own, it leaves the thing that it made to \`new\`,
and that leaves it as well.
`;
}

const table = (lines: string[][]): string => lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function replacedTable(): string {
  const heads = ["", ...replacements];
  return table([
    heads,
    heads.map(() => "---"),
    ...things.map((thing) => [thing.name, ...replacements.map((way) => replacedOf(thing, way))]),
  ]);
}

function doubledTable(): string {
  const heads = ["", "declared", "the run", "next `pulumi up`", "`new` first", "`old` first", "both at once"];
  const lines = things.flatMap((thing) =>
    doubles.map((way, index) => {
      const { run, up, newFirst, oldFirst, together } = doubledOf(thing, way);
      return [index === 0 ? thing.name : "", way, run, up, newFirst, oldFirst, together];
    }),
  );
  return table([heads, heads.map(() => "---"), ...lines]);
}
