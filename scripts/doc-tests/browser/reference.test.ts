import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { write } from "@git-tokens/spec-tools/codegen/output";
import type { ApiDescription, ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { credentialPlaces } from "@git-tokens/spec-tools/description/credential-place";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { operationNote } from "@git-tokens/spec-tools/reference/operation-note";
import { referencePages } from "@git-tokens/spec-tools/reference/reference-pages";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { type Browser, launch, type Page } from "@git-tokens/workspace/chromium";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fits, isLight, LOOKS, openPage } from "./open-page.ts";

/** The specs of the repository, and one of every kind of parameter, body, answer and security, as a stranger has it. */
const places = [
  ...(await providers()),
  { name: "any-api", spec: join(ROOT, "packages/spec-tools/src/fixtures/any-api.yaml") },
];

let browser: Browser;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  [browser, { path: folder, remove }] = await Promise.all([launch(), temporaryFolder("reference")]);
});

afterAll(async () => {
  await browser.close();
  await remove();
});

/** The address of a page of the folder. */
const pageOf = (name: string): string => pathToFileURL(join(folder, name)).href;

const texts = (page: Page, selector: string): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => node.textContent)`);

/** The words that a line break cuts, among those that are texts of their own. */
const brokenWords = (page: Page, selector: string): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .flatMap((node) => [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .filter((text) => {
      const range = document.createRange();
      range.selectNode(text);
      return range.getClientRects().length > 1;
    })
    .map((text) => text.data)`);

describe.each(places)("the reference of $name", (place) => {
  let api: ApiDescription;
  let mock: MockServer;

  beforeAll(async () => {
    api = await describeFile(place.spec);
    mock = await startMock(api);
    const port = Number(new URL(mock.url).port);
    await write([{ folder, files: await referencePages([place], { port }), shared: true }]);
  });

  afterAll(() => mock.close());

  test.each(LOOKS)("shows every operation in words, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await openPage(browser, pageOf(`${place.name}.html`), look);
    await page.locator(".operation-name").first().waitFor();
    const names = await texts(page, ".operation-name");
    expect([...names].sort()).toEqual(api.operations.map(({ id }) => id).sort());
    expect(await brokenWords(page, ".operation-name")).toEqual([]);
    await page.evaluate("document.querySelectorAll('.opblock-summary-control').forEach((button) => button.click())");
    await page.locator(`.opblock:nth-child(1) .operation-note`).first().waitFor();
    const notes = (await texts(page, ".operation-note")).join("\n");
    for (const operation of api.operations) {
      const { about, recovery = "", errors, refusals, typescript } = operationNote(api, operation, mock.url);
      for (const text of [
        about,
        recovery,
        ...refusals,
        ...errors.flatMap(({ status, outcome }) => [status, outcome]),
      ]) {
        expect(notes).toContain(text);
      }
      if (refusals.length === 0) expect(notes).toContain(typescript);
    }
    expect(await fits(page)).toBe(true);
    expect(await isLight(page)).toBe(look.colorScheme === "light");
    expect([errors, left()]).toEqual([[], []]);
    await page.close();
  });

  test.each(LOOKS)("has an index whose links open the operations, $colorScheme at $width px", async (look) => {
    const { page, errors, left } = await openPage(browser, pageOf("index.html"), look);
    expect(await fits(page)).toBe(true);
    expect(await isLight(page)).toBe(look.colorScheme === "light");
    expect([errors, left()]).toEqual([[], []]);
    const links = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('td a')].map(({ href }) => href)",
    );
    await page.close();
    const [first = ""] = links;
    const opened = await openPage(browser, first, look);
    await opened.page.locator(".opblock.is-open .operation-name").first().waitFor();
    expect(await texts(opened.page, ".opblock.is-open .operation-name")).toEqual([api.operations[0]?.id]);
    // Of all others it is enough that the viewer has the same address for them.
    const known = await opened.page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('.opblock')].map((one) => one.querySelector('a.nostyle').href)",
    );
    expect([...known].sort()).toEqual([...links].sort());
    await opened.page.close();
  });

  const execute = async (page: Page): Promise<string> => {
    const status = page.locator(".opblock.is-open .live-responses-table .response .response-col_status").first();
    await page.locator(".opblock.is-open .execute").first().click();
    await status.waitFor();
    return ((await status.textContent()) ?? "").trim();
  };

  /** A read that needs a credential, and nothing that a reader would have to think of. */
  const guarded = ({ method, path, target, security, parameters }: ApiOperation): boolean =>
    method === "get" &&
    path === target.path &&
    security.stated &&
    !security.optional &&
    parameters.every(({ required, examples }) => !required || examples.length > 0);

  test.each([
    ["without the word before it", ""],
    ["with it", "prefix"],
  ])("gets 401 without a credential and 200 with one, typed %s", async (_, typed) => {
    for (const look of LOOKS) {
      const { page, errors, left } = await openPage(browser, pageOf(`${place.name}.html`), look);
      await page.locator(".operation-name").first().waitFor();
      const id = api.operations.find(guarded)?.id;
      await page.evaluate(
        `[...document.querySelectorAll('.opblock')].find((one) => one.querySelector('.operation-name').textContent === ${JSON.stringify(id)}).querySelector('.opblock-summary-control').click()`,
      );
      expect(await execute(page)).toMatch(/^401/);
      await page.locator(".btn.authorize").first().click();
      const [first] = credentialPlaces(api);
      await page
        .locator(".auth-container input")
        .first()
        .fill(`${typed && first?.prefix}example`);
      await page.locator(".auth-container .btn.authorize").first().click();
      await page.locator(".auth-container .btn-done").first().click();
      await page.locator(".opblock.is-open .btn-clear").first().click();
      expect(await execute(page)).toMatch(/^20[04]/);
      expect(left()).toEqual([]);
      // The browser logs every response of 400 and above; this one was asked for.
      expect(errors).toEqual([expect.stringContaining("401")]);
      await page.close();
    }
  });
});

test("sends the request of an operation that was opened a moment ago", async () => {
  const [place] = places;
  if (place === undefined) throw new Error("there is a spec");
  const mock = await startMock(await describeFile(place.spec));
  const port = Number(new URL(mock.url).port);
  await write([{ folder, files: await referencePages([place], { port }), shared: true }]);
  const { page } = await openPage(browser, pageOf(`${place.name}.html`));
  await page.locator(".operation-name").first().waitFor();
  // Before the viewer has followed the references of the operation.
  await page.evaluate(`new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const button = document.querySelector(".opblock.is-open .execute");
      if (button === null) return;
      observer.disconnect();
      button.click();
      resolve();
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelector(".opblock-summary-control").click();
  })`);
  await page.locator(".opblock.is-open .live-responses-table .response .response-col_status").first().waitFor();
  await page.close();
  await mock.close();
});

test("shows a document with nothing but webhooks", async () => {
  const webhooks = { newPet: { post: { summary: "A pet has come", responses: { 200: { description: "Thanks." } } } } };
  const document = { openapi: "3.1.0", info: { title: "Hooks", version: "1" }, webhooks };
  const spec = join(folder, "hooks.json");
  await writeFile(spec, JSON.stringify(document));
  await write([{ folder, files: await referencePages([{ name: "hooks", spec }], { port: 4010 }), shared: true }]);
  const { page, errors } = await openPage(browser, pageOf("hooks.html"));
  await page.locator(".opblock").first().waitFor();
  expect(await texts(page, ".opblock-summary-description")).toEqual(["A pet has come"]);
  expect(errors).toEqual([]);
  await page.close();
});
