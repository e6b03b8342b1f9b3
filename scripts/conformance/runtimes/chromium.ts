import { readFile } from "node:fs/promises";
import { type Browser, launch, type Page } from "@git-tokens/workspace/chromium";
import { inTime, type Report, RunError, type Runtime, resultOf, type Task } from "./runtime.ts";
import { startSameOrigin } from "./same-origin.ts";

const PAGE = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>A program</title>";

/** A page in a headless browser, with all security between origins left on. */
export const chromium: Runtime = {
  name: "Chromium",
  takes: "bundle",
  run: async (task) => {
    const origin = await startSameOrigin(task.servers ?? {}, {
      "/": ["text/html", PAGE],
      "/program.js": ["text/javascript", await readFile(task.file, "utf8")],
    });
    const words: string[] = [];
    let browser: Browser | undefined;
    try {
      browser = await launch();
      const page = await browser.newPage();
      page.on("console", (message) => words.push(message.text()));
      const crash = new Promise<never>((_, reject) => {
        page.on("crash", () => reject(new RunError("Chromium", "the page crashed", words.join("\n"))));
        page.on("pageerror", ({ message, stack }) => {
          reject(new RunError("Chromium", "the program left an error behind", `${message}\n${stack}`));
        });
      });
      const run = reportOf(page, { ...task, servers: origin.servers }, `http://127.0.0.1:${origin.port}/`);
      const report = await inTime("Chromium", task, Promise.race([run, crash]), () => words.join("\n"));
      return resultOf("Chromium", report);
    } finally {
      await browser?.close();
      await origin.close();
    }
  },
};

async function reportOf(page: Page, { input, servers }: Task, url: string): Promise<Report> {
  await page.goto(url);
  // Only JSON can leave a page. The text is made there, so that every runtime returns the same.
  const text: string = await page.evaluate(`(async () => {
    const run = async ({ input, servers }) => {
      const { default: program } = await import("/program.js");
      const value = await program(input, servers);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { value };
    };
    const inWords = (reason) => (reason instanceof Error ? reason.message + "\\n" + reason.stack : String(reason));
    const task = JSON.parse(${JSON.stringify(JSON.stringify({ input, servers }))});
    return JSON.stringify(await run(task).catch((reason) => ({ thrown: inWords(reason) })));
  })()`);
  return JSON.parse(text);
}
