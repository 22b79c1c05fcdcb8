import { type RowFormatOptions, inventoryFormats } from "../../../cli/inventory/formats";

const options: RowFormatOptions = { columns: ["name", "id"], isTerminal: false, bold: (text) => text };

/** Rows without end. `made` tells how many were asked for. */
function endless() {
  const told = { made: 0 };
  async function* rows() {
    for (;;) yield await Promise.resolve({ name: `pump-${(told.made += 1)}`, id: "1" });
  }
  return { told, rows: rows() };
}

test.each(Object.entries(inventoryFormats))(
  "%s passes rows on as they come, and holds a page of them at most",
  async (_name, write) => {
    const { told, rows } = endless();
    let pieces = 0;
    for await (const piece of write(rows, options)) {
      expect(piece.length).toBeLessThan(50);
      expect(told.made).toBeLessThanOrEqual(Math.max(1000, pieces + 1));
      if ((pieces += 1) === 5000) break;
    }
    expect(told.made).toBeLessThanOrEqual(5001);
  },
);

test("columns of a table are as wide as the first rows need, in columns of a terminal", async () => {
  const names = ["泵", "pump", "é", "👩‍🔧"];
  async function* rows() {
    for (const name of names) yield await Promise.resolve({ name, id: "1" });
  }
  let text = "";
  for await (const piece of inventoryFormats.table(rows(), options)) text += piece;
  expect(text).toBe("NAME  ID\n泵    1\npump  1\né     1\n👩‍🔧    1\n");
});
