import { adapterNames, useAdapterAccount } from "./account";
import { kinds } from "../../provider/domains";

const account = useAdapterAccount();

const properties = kinds.flatMap(({ type, inputs }) => Object.keys(inputs).map((name) => [type, name] as const));

describe.each(adapterNames)("a preview, through the %s adapter,", (adapter) => {
  test.each(properties)("of a %s that gives nothing but a wrong %s tells what is wrong", async (type, name) => {
    const { errors } = await account.stack(adapter).preview({ it: { type, properties: { [name]: [[[]]] } } });
    const told = errors.join("\n");
    expect(told).not.toMatch(/TypeError|Cannot (read|destructure)|undefined/);
    expect(told).not.toBe("");
  });
});
