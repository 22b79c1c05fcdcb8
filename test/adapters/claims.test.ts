import { summary } from "../faults/summary";
import { adapterNames, useAdapterAccount } from "./account";

const account = useAdapterAccount();

test.each(adapterNames)("each claim stands for itself: one that is refused fails none behind it (%s)", async (adapter) => {
  const shown = await Promise.all(
    ["a", "b"].map((name) => account.control.agent({ hardwareId: `hw-${name}`, name, online: false })),
  );
  const codes = ["WRONGCOD", shown[0]?.claimCode, "WRONGTOO", shown[1]?.claimCode];
  const provider = await account.process(adapter);
  const made = await Promise.allSettled(
    codes.map((claimCode, index) => provider.create("Device", `device-${index}`, { claimCode, name: `pump-${index}` })),
  );
  provider.end();
  expect(made.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  for (const one of made)
    if (one.status === "rejected") expect((one.reason as Error).message).toContain("did not accept the claim code");
  expect((await summary(account.control)).lines).toEqual(["pump-1 []", "pump-3 []"]);
});
