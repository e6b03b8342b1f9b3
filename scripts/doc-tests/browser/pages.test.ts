import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { buildPage } from "@git-tokens/spec-tools/reference/build-page";
import { renderPage } from "@git-tokens/spec-tools/review/page";
import { reviewFiles } from "@git-tokens/spec-tools/review/repository";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { type Browser, launch, type Page } from "@git-tokens/workspace/chromium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const LOOKS = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

const places = await providers();

let browser: Browser;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  [browser, { path: folder, remove }] = await Promise.all([launch(), temporaryFolder("browser")]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await remove();
});

/** A page, and everything it did that it should not do. */
async function open(html: string, { width, height, colorScheme }: (typeof LOOKS)[number]) {
  const file = join(folder, `${crypto.randomUUID()}.html`);
  await writeFile(file, html);
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const [errors, requests]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  /** Requests that left this machine. */
  const left = (): readonly string[] =>
    requests.filter((url) => !/^(?:file|data|blob):/.test(url) && new URL(url).hostname !== "127.0.0.1");
  return { page, errors, left };
}

/** Nothing is wider than the page. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

describe.each(places)("the review page of $name", ({ name, spec: file }) => {
  let changed: string;
  let unchanged: string;

  beforeAll(async () => {
    const { text } = await describeFile(file);
    const other = join(folder, `${name}.yaml`);
    await writeFile(
      other,
      text
        .replace(/(\n {4}\w+:\n {6}type: object\n {6}description: )/, "$1Words. ")
        .replace(/enum: \[\w+, /, "enum: ["),
    );
    [changed, unchanged] = await Promise.all([
      reviewFiles(file, other).then(renderPage),
      reviewFiles(file, file).then(renderPage),
    ]);
  }, 60_000);

  test.each(LOOKS)("opens a finding, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await open(changed, look);
    const finding = page.locator("details.finding").first();
    const body = page.locator("details.finding .body").first();
    expect(await body.isVisible()).toBe(false);
    await page.locator("details.finding summary").first().click();
    expect(await body.isVisible()).toBe(true);
    expect(await finding.textContent()).toMatch(/Rule/i);
    expect(await fits(page)).toBe(true);
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });

  test("can be used with the keyboard alone", async () => {
    const { page, errors } = await open(changed, LOOKS[0]);
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement.parentElement.matches('details.finding')")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.locator("details.finding[open]").count()).toBe(1);
    await page.keyboard.press("o");
    expect(await page.locator("details.finding:not([open])").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  test("says so when there are no changes", async () => {
    const { page, errors, left } = await open(unchanged, LOOKS[2]);
    expect(await page.locator("h1").textContent()).toBe("No changes");
    expect(await page.locator("details.finding").count()).toBe(0);
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });
});

describe.each(places)("the reference of $name", ({ spec: file }) => {
  let mock: MockServer;
  let html: string;

  beforeAll(async () => {
    const api = await describeFile(file);
    mock = await startMock(api);
    html = await buildPage(api, mock.url);
  }, 60_000);

  afterAll(() => mock.close());

  const execute = async (page: Page): Promise<string> => {
    await page.locator(".opblock-get .execute").first().click();
    const status = page.locator(".opblock-get .live-responses-table .response .response-col_status").first();
    await status.waitFor();
    return ((await status.textContent()) ?? "").trim();
  };

  test.each(LOOKS)("gets 401 without a credential and 200 with one, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await open(html, look);
    await page.locator(".opblock-get .opblock-summary-control").first().click();
    expect(await execute(page)).toMatch(/^401/);
    expect(await page.locator(".errors-wrapper").count()).toBe(0);
    await page.locator(".btn.authorize").first().click();
    await page.locator(".auth-container input").first().fill("example");
    await page.locator(".auth-container .btn.authorize").first().click();
    await page.locator(".auth-container .btn-done").first().click();
    await page.locator(".opblock-get .btn-clear").first().click();
    expect(await execute(page)).toMatch(/^200/);
    expect(left()).toEqual([]);
    // The browser logs every response of 400 and above; this one was asked for.
    expect(errors).toEqual([expect.stringContaining("401")]);
    await page.close();
  });
});
