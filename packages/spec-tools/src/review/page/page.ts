import { readFile } from "node:fs/promises";
import { html, raw } from "hono/html";
import { atLeast } from "../finding.ts";
import type { ProviderReview, Review } from "../review.ts";
import { count, headline } from "../words.ts";
import { pageData } from "./page-data.ts";
import type { Html } from "./page-diff.ts";
import { renderProvider, toneOf } from "./page-provider.ts";

/** The review as one HTML file that needs nothing but itself: it forbids the browser every request. */
export async function renderPage(review: Review): Promise<string> {
  const [style, elements, script] = await Promise.all(
    ["page.css", "page-elements.js", "page-script.js"].map((file) => readFile(new URL(file, import.meta.url), "utf8")),
  );
  const [changed, same] = [true, false].map((wanted) =>
    review.providers
      .filter((provider) => (provider.state !== "unchanged" || !provider.ok) === wanted)
      .toSorted(byWeight),
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Spec review: ${headline(review)}</title>
<style>${raw(style ?? "")}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdicts</a>
<header class="top">
  <div class="bar">
    <strong>Spec review</strong>
    <nav aria-label="Providers">${(changed ?? []).map(
      (review) =>
        html`<a href="#${review.provider}"><span class="dot ${toneOf(review)}" aria-hidden="true"></span>${review.provider}</a>`,
    )}</nav>
  </div>
</header>
<main id="main">
  <section class="hero ${tone(review)}">
    <h1>${headline(review)}</h1>
    <p>${review.compared}</p>
    ${review.stale.length > 0 ? renderStale(review) : ""}
  </section>
  ${await Promise.all((changed ?? []).map(renderProvider))}
  ${renderUnchanged(same ?? [])}
</main>
<footer>
  <p>What breaks a caller, on the wire or in TypeScript, needs a major bump; what is new a minor one; anything else a
  patch. Below 1.0.0 everything moves one place to the right: breaking is minor, the rest is patch.</p>
  <p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous change · <kbd>Enter</kbd> open · <kbd>o</kbd> open or close all · <kbd>/</kbd> search</p>
</footer>
<script type="application/json" id="data">${raw(pageData(changed ?? []))}</script>
<script>${raw(`${elements}${script}`)}</script>
</body>
</html>
`;
  return String(await page);
}

/** What fails first, then by weight. */
const byWeight = (a: ProviderReview, b: ProviderReview): number => {
  if (a.ok !== b.ok) return a.ok ? 1 : -1;
  return a.severity === b.severity ? 0 : atLeast(a.severity, b.severity) ? -1 : 1;
};

/** Red where one of them is. */
const tone = ({ ok, providers }: Review): string =>
  ok && providers.every((provider) => toneOf(provider) === "good") ? "good" : "bad";

function renderUnchanged(providers: readonly ProviderReview[]): Html {
  if (providers.length === 0) return html``;
  return html`<details class="more"><summary>${count(providers.length, "provider")} unchanged</summary><ul class="fields">${providers.map(
    ({ api, file }) => html`<li><strong>${api.info.title}</strong> <code>${file}</code></li>`,
  )}</ul></details>`;
}

function renderStale({ stale }: Review): Html {
  return html`<div class="notice"><p>${count(stale.length, "approval")} in <code>specs/review/approvals.yaml</code>
  that no finding answers to. Remove:</p><ul>${stale.map(
    ({ provider, finding }) => html`<li><code>${provider} ${finding}</code></li>`,
  )}</ul></div>`;
}
