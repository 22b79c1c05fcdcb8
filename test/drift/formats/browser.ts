import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import type { Report } from "../../../drift/report";
import { html } from "../../../drift/formats/html";
import { whole } from "./support";

/** The Chromium of this machine, if there is one (Debian: `apt-get install chromium`). */
export const chromium = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find(canRun);

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Opened {
  page: Page;
  /** Addresses that the page asked for, its own left out. */
  requests: string[];
  /** Errors of the script, and what the policy refused. */
  complaints: string[];
}

/** Opens reports as a reader does, from a file, each in a page of its own, until `close`. */
export async function startBrowser() {
  const folder = mkdtempSync(join(tmpdir(), "drift-report-"));
  const browser: Browser = await puppeteer.launch({ executablePath: chromium ?? "", args: ["--no-sandbox"] });
  const open = async (report: Report, { script = true, width = 1200 } = {}): Promise<Opened> => {
    const file = join(folder, "report.html");
    writeFileSync(file, whole(html(report)));
    const page = await browser.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => complaints.push(message.text()));
    await page.setJavaScriptEnabled(script);
    await page.setViewport({ width, height: 900 });
    const address = pathToFileURL(file).href;
    await page.goto(address);
    requests.splice(0, requests.length, ...requests.filter((url) => url !== address));
    return { page, requests, complaints };
  };
  const close = async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { open, close };
}
