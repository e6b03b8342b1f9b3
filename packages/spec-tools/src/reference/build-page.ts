import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { html, raw } from "hono/html";
import type { ApiDescription } from "../description/api-description.ts";
import { credentialPlaces } from "../description/credential-place.ts";

const VIEWER = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));

/**
 * The reference of one spec as one HTML file that loads nothing. Its requests go to the mock, and the browser lets them
 * go nowhere else.
 *
 * @param mockUrl Where `pnpm mock` serves the spec, without a slash at its end.
 */
export async function buildPage(api: ApiDescription, mockUrl: string): Promise<string> {
  const [bundle = "", viewerStyle = "", style = "", script = ""] = await Promise.all(
    [
      join(VIEWER, "swagger-ui-bundle.js"),
      join(VIEWER, "swagger-ui.css"),
      fileURLToPath(new URL("page.css", import.meta.url)),
      fileURLToPath(new URL("page.js", import.meta.url)),
    ].map((file) => readFile(file, "utf8")),
  );
  const data = {
    specUrl: `${mockUrl}/openapi.json`,
    spec: { ...api.document, servers: [{ url: mockUrl, description: "spec-tools mock" }] },
    forms: credentialPlaces(api).map(({ name, prefix }) => ({ header: name, prefix })),
  };
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
<style>${raw(style)}</style>
</head>
<body>
<p class="note">Requests from this page go to <code>${mockUrl}</code>: run <code>spec-tools mock</code> first. Any credential
will do; enter it under Authorize without the word before it.</p>
<div id="reference"></div>
<script type="application/json" id="data">${raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}</script>
<script>${raw(inScript(bundle))}</script>
<script>${raw(inScript(script))}</script>
</body>
</html>
`;
  return String(await page);
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Without the end of the element inside of it, and without the map, which would be one more request. */
const inScript = (code: string): string =>
  code.replaceAll("</script", "<\\/script").replaceAll(/^\/\/# sourceMappingURL=.*$/gm, "");
