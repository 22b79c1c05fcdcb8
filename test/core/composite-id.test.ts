import fc from "fast-check";
import { compositeId } from "../../provider/core/composite-id";

const id = compositeId("accountId", "name");

test("an id of several parts is taken apart as it was put together, whatever the last part holds", () => {
  const part = fc.string({ minLength: 1 });
  const first = part.filter((text) => !text.includes("/"));
  fc.assert(
    fc.property(first, part, (accountId, name) => {
      expect(id.parse(id.format({ accountId, name }))).toEqual({ accountId, name });
    }),
  );
});

test.each(["", "name", "/name", "account/"])("%j lacks a part", (text) => {
  expect(id.parse(text)).toBeUndefined();
});
