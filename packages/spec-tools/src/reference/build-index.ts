import { html } from "hono/html";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import { type PageLink, textPage } from "./text-page.ts";

/** An API, and the name of the file of its page, next to the index. */
export interface IndexEntry {
  readonly api: ApiDescription;
  readonly href: string;
}

/** The index over the pages of all APIs: what each is about, and its operations with their effects. */
export function buildIndex(entries: readonly IndexEntry[], links: readonly PageLink[]): Promise<string> {
  const body = html`<h1>API reference</h1>
<p>One page for each API. Every operation shows its effect, its errors, and the call in TypeScript and with curl; requests go to <code>spec-tools mock</code>.</p>
${entries.map(section)}`;
  return textPage({ title: "API reference", language: "en", links, body: String(body) });
}

const section = ({ api, href }: IndexEntry) => html`<section>
<h2><a href="${href}">${api.info.title}</a></h2>
<p>${firstParagraph(api.info.summary ?? api.info.description)}</p>
<p class="facts">Version ${api.info.version}, ${api.operations.length} ${api.operations.length === 1 ? "operation" : "operations"}.</p>
<table class="operations">
<thead><tr><th>Operation</th><th>Effect</th><th>What it does</th><th>Request</th></tr></thead>
<tbody>
${api.operations.map(
  (operation) => html`<tr>
<td><a href="${href}${linkTo(operation)}"><code>${operation.id}</code></a></td>
<td><span class="effect ${operation.effect}">${operation.effect}</span></td>
<td>${operation.summary ?? ""}</td>
<td class="request">${operation.verb} ${operation.path}</td>
</tr>
`,
)}</tbody>
</table>
</section>
`;

/** Where the viewer shows an operation, which it opens. */
const linkTo = ({ tags: [tag = "default"], id }: ApiOperation): string =>
  `#/${encodeURIComponent(tag.trim())}/${encodeURIComponent(id)}`;

const firstParagraph = (text = ""): string => text.trim().split(/\n\s*\n/)[0] ?? "";
