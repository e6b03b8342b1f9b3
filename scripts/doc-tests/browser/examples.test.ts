import { once } from "node:events";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { type Browser, launch } from "@git-tokens/workspace/chromium";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MockServices, startMockServices } from "../mock-services.ts";
import { type Program, startProgram } from "../run-program.ts";

/** A credential that only the proxy knows. */
const CREDENTIAL = "the-credential-of-the-proxy";

let browser: Browser;
let services: MockServices;

beforeAll(async () => {
  [browser, services] = await Promise.all([launch(), startMockServices([CREDENTIAL], await providers())]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await services.close();
});

describe.each(await providers())("the page of $name behind its proxy", ({ packageFolder }) => {
  let folder: string;
  let remove: () => Promise<void>;
  let proxy: Program;
  let origin: string;

  beforeEach(async () => {
    const example = join(packageFolder, "examples/browser");
    ({ path: folder, remove } = await temporaryFolder("proxy"));
    for (const name of ["page.html", "proxy.ts"]) await copyFile(join(example, name), join(folder, name));
    // As the first lines of page.ts say, but from the sources of the packages.
    const outfile = join(folder, "page.js");
    const conditions = ["@git-tokens/source"];
    await build({ entryPoints: [join(example, "page.ts")], bundle: true, format: "esm", outfile, conditions });

    const named = [...(await readFile(join(example, "proxy.ts"), "utf8")).matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)];
    const values = (name: string): string => (name.endsWith("_URL") ? "https://projects.example.com" : CREDENTIAL);
    proxy = startProgram(services, join(folder, "proxy.ts"), {
      env: { ...Object.fromEntries(named.map(([name]) => [name, values(name)])), PORT: "0" },
    });
    if (!proxy.process.stdout) throw new Error("the proxy has no output");
    const [line] = await once(proxy.process.stdout, "data");
    origin = String(line).trim().replace(/\/$/, "");
  }, 60_000);

  afterEach(async () => {
    proxy.process.kill();
    await proxy.done;
    await remove();
  });

  test("shows the tokens, and contains no credential", async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 }, colorScheme: "light" });
    const [errors, asked]: [string[], string[]] = [[], []];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => errors.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${origin}/`);
    await page.locator("#tokens li").first().waitFor();
    expect(await page.locator("#tokens li").count()).toBeGreaterThan(1);
    expect(await page.locator("#trouble").textContent()).toBe("");
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith("data:"))).toEqual([]);
    const held = await Promise.all([
      page.evaluate<string>("document.documentElement.outerHTML"),
      readFile(join(folder, "page.js"), "utf8"),
    ]);
    expect(held.join()).not.toContain(CREDENTIAL);
    await page.close();
  });
});
