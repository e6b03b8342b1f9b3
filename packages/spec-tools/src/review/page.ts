import { readFile } from "node:fs/promises";
import { html, raw } from "hono/html";
import { type Html, renderDiff } from "./page-diff.ts";
import { renderFindings } from "./page-findings.ts";
import { sentence } from "./page-prose.ts";
import { renderReference } from "./page-reference.ts";
import type { ProviderReview, Review } from "./review.ts";
import { hunksOf } from "./text-diff.ts";
import { count, headline, verdictSentence } from "./words.ts";

/** The review as one HTML file that needs nothing but itself: it forbids the browser every request. */
export async function renderPage(review: Review): Promise<string> {
  const [style, script] = await Promise.all(
    ["page.css", "page-script.js"].map((file) => readFile(new URL(file, import.meta.url), "utf8")),
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
    <nav aria-label="Providers">${review.providers.map(
      ({ provider, ok }) =>
        html`<a href="#${provider}"><span class="dot ${ok ? "good" : "bad"}" aria-hidden="true"></span>${provider}</a>`,
    )}</nav>
  </div>
</header>
<main id="main">
  <section class="hero ${tone(review)}">
    <h1>${headline(review)}</h1>
    <p>${review.compared}</p>
    ${review.stale.length > 0 ? renderStale(review) : ""}
  </section>
  ${review.providers.map(renderProvider)}
</main>
<footer>
  <p>What breaks a caller, on the wire or in TypeScript, needs a major bump; what is new a minor one; anything else a
  patch. Below 1.0.0 everything moves one place to the right: breaking is minor, the rest is patch.</p>
  <p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous finding · <kbd>Enter</kbd> open · <kbd>o</kbd> open or close all</p>
</footer>
<script>${raw(script ?? "")}</script>
</body>
</html>
`;
  return String(await page);
}

/** Red where something is missing, or where two files are compared and one breaks the other. */
const tone = ({ ok, providers }: Review): string =>
  ok && !providers.some(({ package: owner, severity }) => owner === undefined && severity === "breaking")
    ? "good"
    : "bad";

function renderStale({ stale }: Review): Html {
  return html`<div class="notice"><p>${count(stale.length, "approval")} in <code>specs/review/approvals.yaml</code>
  that no finding answers to. Remove:</p><ul>${stale.map(
    ({ provider, finding }) => html`<li><code>${provider} ${finding}</code></li>`,
  )}</ul></div>`;
}

function renderProvider(review: ProviderReview): Html {
  const { provider, api, package: owner, required, severity, ok, findings, lint, types, file } = review;
  return html`<section class="provider" id="${provider}" aria-labelledby="${provider}-title">
  <div class="verdict ${ok ? "good" : "bad"}">
    <div>
      <h2 id="${provider}-title">${api.info.title}</h2>
      <p class="sentence">${verdictSentence(review)}</p>
      ${ok ? "" : renderForced(review)}
    </div>
    <dl class="facts">
      <div><dt>Change</dt><dd><span class="badge ${severity ?? "none"}">${severity ?? "none"}</span></dd></div>
      <div><dt>Required</dt><dd>${required}</dd></div>
      <div><dt>Declared</dt><dd class="${owner === undefined ? "" : ok ? "good" : "bad"}">${owner?.declared ?? "–"}</dd></div>
      <div><dt>Lint</dt><dd class="${lint.length === 0 ? "good" : "bad"}">${lint.length === 0 ? "clean" : lint.length}</dd></div>
    </dl>
  </div>
  <nav class="parts" aria-label="Parts of ${provider}">
    <a href="#${provider}-findings">Findings <span class="count">${findings.length}</span></a>
    <a href="#${provider}-types">Types</a>
    <a href="#${provider}-lint">Lint <span class="count">${lint.length}</span></a>
    <a href="#${provider}-reference">Reference</a>
  </nav>
  <section id="${provider}-findings"><h3>Findings</h3>${
    findings.length === 0 ? html`<p class="empty">The spec says what it said before.</p>` : renderFindings(review)
  }</section>
  <section id="${provider}-types"><h3>Generated types</h3>${renderTypes(types)}</section>
  <section id="${provider}-lint"><h3>Lint</h3>${
    lint.length === 0
      ? html`<p class="empty"><code>${file}</code> keeps the style guide.</p>`
      : html`<ul class="lint">${lint.map(
          ({ line, column, rule, message }) =>
            html`<li><code>${file}:${line}:${column}</code> ${message} <span class="rule">${rule}</span></li>`,
        )}</ul>`
  }</section>
  <section id="${provider}-reference"><h3>Reference</h3>${renderReference(provider, api)}</section>
</section>`;
}

function renderForced({ forcedBy, provider }: ProviderReview): Html {
  if (forcedBy === undefined) return html``;
  return html`<p class="forced">Because of <a href="#${provider}-${forcedBy.key}">${forcedBy.location}</a>: ${sentence(forcedBy.why)}</p>`;
}

function renderTypes({ old, new: now }: ProviderReview["types"]): Html {
  if (old === now) return html`<p class="empty">The generated types are what they were.</p>`;
  return renderDiff(hunksOf(old, now, 3));
}
