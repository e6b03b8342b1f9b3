import { html, raw } from "hono/html";
import { impactSentence } from "../impact.ts";
import type { ProviderReview } from "../review.ts";
import { hunksOf } from "../text-diff.ts";
import { count, verdictSentence } from "../words.ts";
import { type Html, renderDiff } from "./page-diff.ts";
import { sentence } from "./page-prose.ts";
import { renderReference } from "./page-reference.ts";

/** Red where something is missing, or where two files are compared and one breaks the other. */
export const toneOf = ({ ok, package: owner, severity }: ProviderReview): "good" | "bad" =>
  ok && (owner !== undefined || severity !== "breaking") ? "good" : "bad";

/** The verdict on a provider, the place where the script writes its changes, and what one may want to look up. */
export async function renderProvider(review: ProviderReview): Promise<Html> {
  const { provider, api, package: owner, required, severity, ok, lint, types, file, problems, findings } = review;
  return html`<section class="provider" id="${provider}" aria-labelledby="${provider}-title" data-provider="${provider}">
  <div class="verdict ${toneOf(review)}">
    <div>
      <h2 id="${provider}-title">${api.info.title}</h2>
      <p class="sentence">${sentence(impactSentence(review))}</p>
      <p class="forced">${sentence(verdictSentence(review))}</p>
      ${renderForced(review)}
      ${problems.map((problem) => html`<p class="problem">${problem}</p>`)}
    </div>
    <dl class="facts">
      <div><dt>Change</dt><dd><span class="badge ${severity ?? "none"}">${severity ?? "none"}</span></dd></div>
      <div><dt>Required</dt><dd>${required}</dd></div>
      ${owner === undefined ? "" : html`<div><dt>Declared</dt><dd class="${ok ? "good" : "bad"}">${owner.declared}</dd></div>`}
      ${lint.length === 0 ? "" : html`<div><dt>Lint</dt><dd class="bad">${lint.length}</dd></div>`}
    </dl>
  </div>
  <section id="${provider}-findings" class="changes" data-changes>
    <noscript><p class="empty">${count(findings.length, "finding")}; review.md and review.json have them without a script.</p></noscript>
  </section>
  ${
    lint.length === 0
      ? ""
      : html`<details class="more" open id="${provider}-lint"><summary>Lint: ${lint.length}</summary><ul class="lint">${lint.map(
          ({ line, column, rule, message }) =>
            html`<li><code>${file}:${line}:${column}</code> ${message} <span class="rule">${rule}</span></li>`,
        )}</ul></details>`
  }
  ${renderTypes(provider, types)}
  ${await reference(provider, review)}
</section>`;
}

/** The change that asks for more than is declared. */
function renderForced({ forcedBy, provider, ok }: ProviderReview): Html {
  if (ok || forcedBy === undefined) return html``;
  return html`<p class="forced">Because of <a href="#${provider}-${forcedBy.key}">${forcedBy.location}</a>: ${sentence(forcedBy.why)}</p>`;
}

const LONGEST_DIFF = 250_000;

function renderTypes(provider: string, { old, new: now }: ProviderReview["types"]): Html {
  if (old === now) return html``;
  const hunks = hunksOf(old, now, 2);
  let size = 0;
  const shown = hunks.filter(({ chunks }) => {
    size += JSON.stringify(chunks).length;
    return size < LONGEST_DIFF;
  });
  const left = hunks.length - shown.length;
  return html`<details class="more" id="${provider}-types"><summary>Generated types</summary>${renderDiff(shown)}${
    left > 0
      ? html`<p class="empty">${count(left, "further place")} changed; \`spec-tools codegen\` writes both versions whole.</p>`
      : ""
  }</details>`;
}

const LONGEST_REFERENCE = 300_000;

/** The spec to read; one that would make the page too large has a page of its own. */
async function reference(provider: string, { api, file }: ProviderReview): Promise<Html> {
  const text = String(await renderReference(provider, api));
  const body =
    text.length > LONGEST_REFERENCE
      ? html`<p class="empty">It is too large for this page: <code>spec-tools reference --spec ${file}</code> builds it.</p>`
      : raw(text);
  return html`<details class="more" id="${provider}-reference"><summary>Reference</summary>${body}</details>`;
}
