import type { Browser, Page } from "@git-tokens/workspace/chromium";

/** The windows that a page is tried in. */
export const LOOKS = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

export type Look = (typeof LOOKS)[number];

/** A page, and everything it did that it should not do. */
export interface OpenedPage {
  readonly page: Page;
  /** What it wrote to the console as an error, and what it threw. */
  readonly errors: readonly string[];
  /** The requests that left this machine. */
  left(): readonly string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  { width, height, colorScheme }: Look = LOOKS[0],
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const [errors, requests]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return {
    page,
    errors,
    left: () =>
      requests.filter((url) => !/^(?:file|data|blob|about):/.test(url) && new URL(url).hostname !== "127.0.0.1"),
  };
}

/** Nothing is wider than the page. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

/** Whether the page is light, by the brightness of its background. */
export const isLight = (page: Page): Promise<boolean> =>
  page.evaluate(
    "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((part) => part > 127)",
  );
