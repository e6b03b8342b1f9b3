import { html } from "hono/html";
import { type Html, renderDiff } from "./page-diff.ts";
import { sentence } from "./page-prose.ts";
import type { ProviderReview, RatedFinding } from "./review.ts";
import { hunksOf } from "./text-diff.ts";
import { type Group, groupsOf } from "./words.ts";

/** The findings of a provider by operation, each to be opened. */
export function renderFindings(review: ProviderReview): Html {
  return html`<div class="groups">${groupsOf(review).map((group) => renderGroup(review.provider, group))}</div>`;
}

function renderGroup(provider: string, { title, operations, findings }: Group): Html {
  return html`<section class="group">
  <h4>${title}${operations.length > 0 ? html` <small>${operations.join(", ")}</small>` : ""}</h4>
  ${findings.map((finding) => renderFinding(provider, finding))}
</section>`;
}

function renderFinding(provider: string, finding: RatedFinding): Html {
  const { key, severity, axis, rule, location, why, approved, place, operations } = finding;
  return html`<details class="finding" id="${provider}-${key}">
  <summary>
    <span class="badge ${severity}">${severity}</span>
    <span class="place">${location}</span>
    <span class="axis">${axis === "wire" ? "wire" : "TypeScript"}</span>
    ${approved === undefined ? "" : html`<span class="badge approved">approved</span>`}
    <span class="why">${sentence(why)}</span>
  </summary>
  <div class="body">
    ${renderValues(finding)}
    <dl class="about">
      <div><dt>Rule</dt><dd>${rule}</dd></div>
      ${place === undefined ? "" : html`<div><dt>Line</dt><dd>${place.line}</dd></div>`}
      ${operations.length > 0 ? html`<div><dt>Operations</dt><dd>${operations.join(", ")}</dd></div>` : ""}
      ${approved === undefined ? "" : html`<div><dt>Approved</dt><dd>${approved}</dd></div>`}
      ${severity === "breaking" ? html`<div><dt>Key</dt><dd><code>${key}</code></dd></div>` : ""}
    </dl>
  </div>
</details>`;
}

function renderValues({ old, new: now }: RatedFinding): Html {
  if (old !== undefined && now !== undefined && old === now) return html`<pre class="same">${now}</pre>`;
  const labels = html`<div class="labels" aria-hidden="true"><span>before</span><span>after</span></div>`;
  if (old !== undefined && now !== undefined) return html`${labels}${renderDiff(hunksOf(old, now, 2))}`;
  return html`${labels}<div class="diff">
    <pre class="${old === undefined ? "absent" : "old"}">${old ?? "(nothing)"}</pre>
    <pre class="${now === undefined ? "absent" : "new"}">${now ?? "(nothing)"}</pre>
  </div>`;
}
