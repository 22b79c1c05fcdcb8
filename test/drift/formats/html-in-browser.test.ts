/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Page } from "puppeteer-core";
import { chromium, startBrowser } from "./browser";
import { hostileReport } from "./hostile";
import { large, small } from "./support";

let browser: Awaited<ReturnType<typeof startBrowser>>;

const inChromium = chromium === undefined ? describe.skip : describe;

inChromium("in a browser (needs chromium)", () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test("a search lists what it finds, opens where it found it, and gives all back when it is cleared", async () => {
    const { page, complaints } = await browser.open(large());
    expect(await count(page)).toBe("5,000 listed");
    await page.type("#search", "SPARE-15");
    await told(page, "12 of 5,000 listed"); // spare-15, -155, and -1505 to -1595
    expect(await visibleNames(page)).toEqual(expect.arrayContaining(["sensor-0015", "sensor-0155"]));
    await page.keyboard.press("Escape");
    await told(page, "5,000 listed");
    expect(await visibleNames(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("statuses and types narrow the list, together with the search", async () => {
    const { page } = await browser.open(small());
    await page.click("input[value=changed]");
    await told(page, "4 of 10 listed");
    expect(await headings(page)).toEqual(["Missing", "Unmanaged", "Not checked"]);
    await page.click("input[value=changed]");
    await page.select("#type", "Service");
    await told(page, "1 of 10 listed");
    await page.select("#type", "");
    await page.type("#search", "floor level");
    await told(page, "1 of 10 listed");
    expect(await visibleNames(page)).toEqual(["sensor-0010"]);
  });

  test("all of it is reached by keyboard, in the order in which it stands", async () => {
    const { page } = await browser.open(large(40));
    const stops: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("Tab");
      stops.push((await page.evaluate(`(e => e.id || e.value || e.className || e.localName)(document.activeElement)`)) as string);
    }
    expect(stops).toEqual(["skip", "search", "type", "changed", "missing", "unmanaged", "not-checked", "summary"]);
    const isOpen = () => page.evaluate(`document.activeElement.parentElement.open`);
    expect(await isOpen()).toBe(false);
    await page.keyboard.press("Enter");
    expect(await isOpen()).toBe(true);
  });

  test("without its script everything can be read, and no filter is shown that would do nothing", async () => {
    const { page } = await browser.open(large(40), { script: false });
    expect(await page.$eval("#filter", (form) => form.checkVisibility())).toBe(false);
    await page.click("details.group > summary");
    expect(await visibleNames(page)).toHaveLength(20);
  });

  test("no request leaves the page, whatever things are called", async () => {
    await fc.assert(
      fc.asyncProperty(hostileReport, async (report) => {
        const { page, requests, complaints } = await browser.open(report);
        await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true; })`);
        expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
        await page.close();
      }),
      { numRuns: 25 },
    );
  });

  test("the policy refuses what would leave the page", async () => {
    const { page, complaints } = await browser.open(small());
    const refused = await page.evaluate(`fetch("http://127.0.0.1:9/").then(() => "sent", () => "refused")`);
    expect(refused).toBe("refused");
    expect(complaints.join()).toContain("Content Security Policy");
  });

  test.each(["light", "dark"])("a screen reader finds nothing to complain about, in %s", async (scheme) => {
    const { page } = await browser.open(small());
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.evaluate(readFileSync(require.resolve("axe-core"), "utf8"));
    const { violations } = (await page.evaluate("axe.run()")) as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(violations.map(({ id, nodes }) => ({ id, first: nodes[0]?.html }))).toEqual([]);
  });

  test("a telephone shows it without scrolling sideways", async () => {
    const { page } = await browser.open(small(), { width: 360 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  test("paper shows every finding, those that are folded too", async () => {
    const { page } = await browser.open(large(40));
    await page.emulateMediaType("print");
    // On a busy machine the page is laid out anew a while after it has heard of its medium.
    await page.waitForFunction("matchMedia('print').matches");
    await page.evaluate("new Promise((laidOut) => requestAnimationFrame(() => requestAnimationFrame(laidOut)))");
    expect(await visibleNames(page)).toHaveLength(40);
    expect(await page.$eval("#filter", (form) => form.checkVisibility())).toBe(false);
  });
});

const count = (page: Page) => page.$eval("#count", ({ textContent }) => textContent);

/** Waits until the page says that it lists so many. */
async function told(page: Page, text: string): Promise<void> {
  await page.waitForFunction(`document.querySelector("#count").textContent === ${JSON.stringify(text)}`, { timeout: 10_000 });
}

const headings = (page: Page) =>
  page.$$eval("h2", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.childNodes[1]?.textContent?.trim()));

/** Names of the members that a reader sees. */
const visibleNames = (page: Page) =>
  page.$$eval(".members td:first-child bdi", (all) =>
    all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).map(({ textContent }) => textContent),
  );
