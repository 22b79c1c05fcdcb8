import { useCli } from "../support";

// Kept all at once these devices take 78 MB.
const account = useCli({ devices: 40_000, services: 4 });

test.each(["table", "json", "csv"])("memory does not grow with the account: %s", async (format) => {
  const env = { NODE_OPTIONS: "--max-old-space-size=60" };
  const { code, stderr } = await account.cli(["inventory", "--services", "--format", format, "--output", "all"], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
