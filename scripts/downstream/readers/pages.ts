import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { findChromium, HOW_TO_GET, launch } from "@git-tokens/workspace/chromium";
import { chromiumTools, downstreamTools } from "@git-tokens/workspace/tool-set";
import { type Given, type Reader, Skipped } from "./reader.ts";

/** A page that shows a description: what it loads of its package, and how it is started. */
interface Page {
  readonly name: string;
  readonly package: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly body: string;
  /** Whether the operations of a tag are shown only once the tag is clicked. */
  readonly folded?: true;
}

const PAGES: readonly Page[] = [
  {
    name: "Swagger UI",
    package: "swagger-ui-dist",
    scripts: ["swagger-ui-bundle.js"],
    styles: ["swagger-ui.css"],
    body: '<div id="app"></div><script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#app" })</script>',
  },
  {
    name: "Redoc",
    package: "redoc",
    scripts: ["bundles/redoc.standalone.js"],
    styles: [],
    body: '<div id="app"></div><script>Redoc.init("/openapi.json", {}, document.getElementById("app"))</script>',
  },
  {
    name: "Scalar",
    package: "@scalar/api-reference",
    scripts: ["dist/browser/standalone.js"],
    styles: [],
    body: '<div id="app"></div><script>Scalar.createApiReference("#app", { url: "/openapi.json", withDefaultFonts: false, telemetry: false, agent: { disabled: true } })</script>',
  },
  {
    name: "Elements",
    package: "@stoplight/elements",
    scripts: ["web-components.min.js"],
    styles: ["styles.min.css"],
    body: '<elements-api apiDescriptionUrl="/openapi.json" router="hash" layout="sidebar"></elements-api>',
    folded: true,
  },
];

/** Pages for people, in a real Chromium. */
export const pages: readonly Reader[] = PAGES.map((page) => ({
  name: page.name,
  package: page.package,
  forms: ["3.1", "3.0.3"],
  right: "it shows the summary of each operation, without an error in the console and without asking another server",
  read: (given) => show(page, given),
}));

async function show(page: Page, { subject, text }: Given): Promise<readonly string[]> {
  if ((await findChromium()) === undefined) throw new Skipped(HOW_TO_GET);
  await chromiumTools.install();
  const files = new Map<string, string | Buffer>([
    ["/", html(page)],
    ["/openapi.json", text],
  ]);
  for (const file of [...page.scripts, ...page.styles]) {
    files.set(`/${file}`, await readFile(downstreamTools.file(`${page.package}/${file}`)));
  }
  const server = createServer(({ url = "" }, response) => {
    const found = files.get(url);
    response.writeHead(found === undefined ? 404 : 200, { "content-type": typeOf(url) }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const wrong: string[] = [];
    tab.on("console", (message) => {
      if (message.type() === "error") wrong.push(`the console says ${message.text()}`);
    });
    tab.on("pageerror", (error) => wrong.push(`the page throws ${error.message}`));
    tab.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
        wrong.push(`it asks ${request.url()}`);
    });
    await tab.goto(origin);
    const summaries = subject.api.operations.flatMap(({ summary }) => summary ?? []);
    let missing = summaries;
    for (let tries = 0; tries < 100 && missing.length > 0; tries++) {
      await setTimeout(100);
      if (page.folded) await tab.evaluate(`${UNFOLD}(${JSON.stringify(subject.api.tags.map(({ name }) => name))})`);
      const shown = await tab.evaluate<string>("document.documentElement.textContent");
      missing = summaries.filter((summary) => !shown.includes(summary));
    }
    // Some load more once everything is shown.
    await setTimeout(2000);
    return [...wrong, ...missing.map((summary) => `"${summary}" is not shown`)];
  } finally {
    await browser.close();
    server.close();
  }
}

/** Clicks each of some texts once. */
const UNFOLD = `((names) => {
  window.unfolded ??= new Set();
  for (const element of document.querySelectorAll("div, button, a, span")) {
    const name = element.textContent.trim();
    if (!names.includes(name) || element.childElementCount > 0 || window.unfolded.has(name)) continue;
    window.unfolded.add(name);
    element.click();
  }
})`;

const html = ({ scripts, styles, body }: Page): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API</title><link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join("")}
${scripts.map((file) => `<script src="/${file}"></script>`).join("")}
</head><body>${body}</body></html>`;

const typeOf = (path: string): string =>
  path.endsWith(".js")
    ? "text/javascript"
    : path.endsWith(".css")
      ? "text/css"
      : path.endsWith(".json")
        ? "application/json"
        : "text/html";
