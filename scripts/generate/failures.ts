import { columns, expected, rows, type Often } from "../../test/faults/table";

/** The page of what becomes of each operation under each fault, from the table that the tests run cell by cell. */
export function failuresPage(): string {
  return `<!-- Made by \`npm run generate\` from test/faults/table.ts: change it there. -->

# Failure handling

Every request of every operation, under every fault, over HTTP against the sandbox: the tests in test/faults run each cell of
these tables, and look at the account afterwards. Nothing is there twice, nothing is lost, nothing is left that no run knows
of, and things that the program does not declare are as they were.

- ✓ The operation ends well within the run.
- The name of an error: the operation fails with it and says what to do. State is as it was before (a device or service that
  was made but could not be set in full is kept), and the next \`pulumi up\` ends well.
- An error and "deviceId": a claim code is used up and the answer never came. The next \`pulumi up\` refuses the code and says that
  the device may be in the account already; with its \`deviceId\` instead of \`claimCode\` it ends well. \`hardwareId\` beside
  \`claimCode\` avoids this.
- An empty cell: the fault cannot strike this request, or does what the column to its left does.

The columns that need a word: *late* requests are carried out after the client's time-out (\`remoteit:timeoutSeconds\`), *very
late* ones so late that they are no longer looked for; a *late answer* comes after the time-out though the request was carried out at
once; *504, very late* is what a gateway answers that tires of waiting for one that is carried out very late; *silence* is neither
answered nor carried out; *lost* and *truncated* answers belong to requests that were carried out. What is wanted of *two devices at one
moment* goes out together, as \`graphql:setTogether\`; where that fails as a whole it is looked up and sent again one by one.

## Once

The fault strikes the request the first time only.

${table("once")}

## As long as it lasts

The fault strikes every time until the operation has ended, with \`remoteit:maxRetries\` at 1; the next \`pulumi up\` comes after
it is over. One that comes before a *very late* request is carried out cannot know of it: remote.it takes no key that would tell
a repeated request from a new one.

${table("always")}
`;
}

function table(often: Often): string {
  const heads = ["", "", "request", ...columns.map(({ name }) => name)];
  const body = rows.map((row, index) => [
    row.thing === rows[index - 1]?.thing ? "" : row.thing,
    row.operation,
    `\`${row.request}\``,
    ...columns.map((column) =>
      (expected(row, column, often) ?? "").replace("converges", "✓").replace("then deviceId", "deviceId"),
    ),
  ]);
  return [heads, heads.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
