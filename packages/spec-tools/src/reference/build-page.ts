import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { html, raw } from "hono/html";
import type { ApiDescription } from "../description/api-description.ts";
import { hashOf } from "../description/published-json.ts";
import { clientCode, exampleAddress } from "./client-code.ts";
import { operationNote } from "./operation-note.ts";
import { pageDocument } from "./page-document.ts";
import { linkBar, type PageLink, styleOf } from "./text-page.ts";

/*
 * Why Swagger UI shows the pages. Four viewers were tried with the specs of this repository, each as one offline file with
 * this Content-Security-Policy:
 *
 * - Swagger UI 5.35.0: 2 packages of 13 MB, 1.9 MB a page, no request, nothing in the console, and plugins that are plain
 *   functions: what its pages lack is added in page.js.
 * - Scalar 1.72.1: the finest look, and code samples. But 269 packages of 286 MB, for every user of this toolbox, of which a
 *   page needs one file of 4.4 MB; what an extension such as x-effect shows is a Vue component.
 * - Elements 9.0.25: 388 packages of 336 MB, warnings in the console, wider than a screen of 390 px, no dark colours.
 * - Redoc 2.5.0: 100 packages of 51 MB, no try-it, no dark colours, and it asks a CDN for its logo.
 */
const VIEWER = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));

export interface PageOptions {
  /** Where `spec-tools mock` serves the description, without a slash at its end. */
  readonly mockUrl: string;
  /** What the client is imported from: a package; undefined for generated files. */
  readonly packageName?: string | undefined;
  /** Other pages, in the bar at the top. */
  readonly links?: readonly PageLink[];
}

/**
 * The reference of one API as one HTML file that loads nothing. Its requests go to the mock, and the browser lets them
 * go nowhere else.
 */
export async function buildPage(
  api: ApiDescription,
  { mockUrl, packageName, links = [] }: PageOptions,
): Promise<string> {
  const [bundle = "", viewerStyle = "", script = ""] = await Promise.all(
    [
      join(VIEWER, "swagger-ui-bundle.js"),
      join(VIEWER, "swagger-ui.css"),
      fileURLToPath(new URL("page.js", import.meta.url)),
    ].map((file) => readFile(file, "utf8")),
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; connect-src blob: ${mockUrl}">
<meta name="spec-hash" content="${hashOf(api.text)}">
<link rel="icon" href="data:,">
<title>${api.info.title}</title>
<style>${raw(viewerStyle.replaceAll(/\/\*# sourceMappingURL=.*?\*\//g, ""))}</style>
<style>${raw(await styleOf("page.css"))}</style>
</head>
<body>
${links.length > 0 ? raw(linkBar(links)) : ""}
<p class="note">Requests from this page go to <code>${mockUrl}</code>: run <code>spec-tools mock</code> first.${
    api.securitySchemes.size > 0 ? " Any credential will do; enter it under Authorize without the word before it." : ""
  }</p>
<div id="reference"></div>
<script type="application/json" id="data">${raw(JSON.stringify(pageData(api, mockUrl, packageName)).replaceAll("<", "\\u003c"))}</script>
<script>${raw(inScript(bundle))}</script>
<script>${raw(inScript(script))}</script>
</body>
</html>
`;
  return String(await page);
}

/** What page.js reads. */
const pageData = (api: ApiDescription, mockUrl: string, packageName: string | undefined): object => ({
  specUrl: `${mockUrl}/openapi.json`,
  spec: pageDocument(api, mockUrl),
  prefixes: Object.fromEntries(
    [...api.securitySchemes.values()].flatMap((scheme) =>
      scheme.kind === "apiKey" && scheme.prefix !== "" ? [[scheme.name, scheme.prefix]] : [],
    ),
  ),
  client: clientCode(api, packageName),
  notes: Object.fromEntries(
    api.operations.map((operation) => [
      `${operation.method} ${operation.path}`,
      operationNote(api, operation, exampleAddress(api)),
    ]),
  ),
});

/** Without the end of the element inside of it, and without the map, which would be one more request. */
const inScript = (code: string): string =>
  code.replaceAll("</script", "<\\/script").replaceAll(/^\/\/# sourceMappingURL=.*$/gm, "");
