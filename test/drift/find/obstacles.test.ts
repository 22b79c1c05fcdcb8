import * as errors from "../../../provider/core/errors";
import { anotherAccount, notComparable, obstacleIn, unknownKind } from "../../../drift/find/obstacles";

const words = { what: "Reading the device", why: "It said no.", remedy: "Do this." };

test.each([
  ["GraphqlError", new errors.GraphqlError({ ...words, errors: [] })],
  ["SchemaError", new errors.SchemaError(words)],
  ["NotFoundError", new errors.NotFoundError(words)],
  ["ConflictError", new errors.ConflictError(words)],
  ["RefusedError", new errors.RefusedError(words)],
  ["ValidationError", new errors.ValidationError(words)],
  ["TransientError of one record", new errors.TransientError({ ...words, reached: "unknown", ofPart: true })],
])("what remote.it itself says of a thing (%s) is why it is not checked, with what to do", (_name, error) => {
  expect(obstacleIn(error)).toEqual({ reason: "It could not be read: It said no.", remedy: "Do this." });
});

test("where no more requests are allowed, more of them are what to do", () => {
  const error = new errors.RequestLimitError(words);
  expect(obstacleIn(error)).toEqual({ reason: "It was not read: It said no.", remedy: "Allow more requests (--max-requests)." });
});

test.each([
  ["the line", new errors.TransientError({ ...words, reached: "unknown" })],
  ["the key", new errors.AuthenticationError(words)],
  ["the account", new errors.WrongAccountError(words)],
  ["the pace", new errors.RateLimitError(words)],
  ["the settings", new errors.ConfigurationError(words)],
  ["something of ours", new Error("a bug")],
])("where %s failed nobody knows anything: the whole report fails", (_what, error) => {
  expect(() => obstacleIn(error)).toThrow(error);
});

test("the others say what they are about", () => {
  expect(anotherAccount("A", "B")).toEqual({
    reason: "It belongs to account A, and account B answered.",
    remedy: "Use an access key of account A, or set accountId to it.",
  });
  expect(unknownKind("Lamp")).toEqual({
    reason: "This version of pulumi-remoteit knows no Lamp.",
    remedy: "Update pulumi-remoteit.",
  });
  expect(notComparable(["a", "b.c"], "dev")).toEqual({
    reason: "The state does not show what was declared for a, b.c: it is encrypted or not known yet.",
    remedy:
      "Export the state with its secrets: `pulumi stack export --show-secrets --stack dev`; `pulumi up --stack dev` finds out what is not known yet.",
  });
});
