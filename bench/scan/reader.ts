import { createClient, readSettings } from "../../provider/client";
import { createInventory } from "../../provider/inventory";
import type { Account } from "../support/sandbox-process";
import { barePages } from "./bare";

/** Reads the account in one of two ways and prints what that took: `reader.ts inventory|bare ACCOUNT`. */
async function main([way, text = ""]: string[]): Promise<void> {
  const account = JSON.parse(text) as Account;
  const env = {
    R3_ACCESS_KEY_ID: account.accessKeyId,
    R3_SECRET_ACCESS_KEY: account.secretAccessKey,
    REMOTEIT_ENDPOINT: account.endpoint,
  };
  const settings = readSettings({ env, home: "/nowhere" });
  const pages =
    way === "bare" ? barePages(settings) : createInventory(createClient(settings)).pages({}, { what: "Reading the account" });
  const start = performance.now();
  let devices = 0;
  for await (const page of pages) devices += page.devices.length;
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ devices, milliseconds, memory: process.resourceUsage().maxRSS * 1024 }));
}

void main(process.argv.slice(2));
