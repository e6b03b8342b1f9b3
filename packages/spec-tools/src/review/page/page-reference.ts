import { html } from "hono/html";
import type { ApiDescription, ApiOperation } from "../../description/api-description.ts";
import type { ApiContent } from "../../description/api-message.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import { nameOfRef } from "../../description/schemas/follow-schema.ts";
import type { Html } from "./page-diff.ts";
import { prose, sentence } from "./page-prose.ts";

/** The spec to read: every operation, and every schema that they share. */
export function renderReference(provider: string, { info, operations, schemas }: ApiDescription): Html {
  return html`<div class="reference">
  ${prose(info.description)}
  ${operations.map((operation) => renderOperation(provider, operation))}
  ${schemas.size > 0 ? html`<h4 class="schemas">Schemas</h4>` : ""}
  ${[...schemas.values()].map(
    ({ name, schema }) => html`<details class="entry" id="${provider}-schema-${name}">
    <summary><code class="name">${name}</code> <span class="why">${sentence(oneLine(schema.description))}</span></summary>
    <div class="body">${renderSchema(provider, schema)}</div>
  </details>`,
  )}
</div>`;
}

function renderOperation(provider: string, operation: ApiOperation): Html {
  const { method, path, parameters, requestBody, responses } = operation;
  return html`<details class="entry">
  <summary>
    <span class="method ${method}">${method}</span>
    <code class="path">${path}</code>
    <span class="why">${operation.summary}</span>
  </summary>
  <div class="body">
    ${prose(operation.description)}
    <dl class="about">
      <div><dt>Function</dt><dd><code>${operation.id}</code></dd></div>
      <div><dt>Effect</dt><dd>${operation.effect}</dd></div>
      ${operation.recoveryStated ? html`<div><dt>In doubt</dt><dd>${operation.recovery}</dd></div>` : ""}
    </dl>
    ${
      parameters.length > 0
        ? html`<h5>Parameters</h5><ul class="fields">${parameters.map(
            ({ name, in: place, required, schema, description }) =>
              html`<li><code>${name}</code> <span class="type">${place} · ${typeOf(provider, schema)}${required ? " · required" : ""}</span><span class="about">${description}</span></li>`,
          )}</ul>`
        : ""
    }
    ${requestBody ? html`<h5>Request body</h5>${requestBody.contents.map((content) => renderContent(provider, content))}` : ""}
    <h5>Responses</h5>
    <ul class="fields">${responses.map(
      ({ status, description, contents }) =>
        html`<li><code class="status s${String(status)[0]}">${status}</code> <span class="about">${description}</span>
      ${contents.map((content) => renderContent(provider, content))}</li>`,
    )}</ul>
  </div>
</details>`;
}

function renderContent(provider: string, { mediaType, schema }: ApiContent): Html {
  if (schema === undefined) return html`<p><code>${mediaType}</code></p>`;
  return html`<p class="media"><code>${mediaType}</code> ${typeOf(provider, schema)}</p>${
    schema.$ref === undefined ? renderSchema(provider, schema) : ""
  }`;
}

function renderSchema(provider: string, schema: ApiSchema): Html {
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const fields = Object.entries(schema.properties ?? {});
  return html`
  <p class="media">${typeOf(provider, schema)}</p>
  ${
    fields.length > 0
      ? html`<ul class="fields">${fields.map(([name, property]) => {
          const required = schema.required?.includes(name) ?? false;
          return html`<li><code>${name}</code> <span class="type">${typeOf(provider, property)}${required ? " · required" : ""}${
            property.format === "password" ? html` · <span class="secret">secret</span>` : ""
          }</span><span class="about">${property.description ?? ""}</span></li>`;
        })}</ul>`
      : ""
  }
  ${parts.filter(({ properties }) => properties !== undefined).map((part) => renderSchema(provider, part))}`;
}

/** A type in a few words, with a link where it has a name. */
function typeOf(provider: string, schema: ApiSchema): Html {
  if (schema.$ref !== undefined) {
    const name = nameOfRef(schema.$ref);
    return html`<a href="#${provider}-schema-${name}">${name}</a>`;
  }
  if (schema.enum) return html`${schema.enum.map((value) => JSON.stringify(value)).join(" | ")}`;
  const list = (kind: string, parts: readonly ApiSchema[]): Html =>
    html`${parts.map((part, index) => html`${index > 0 ? kind : ""}${typeOf(provider, part)}`)}`;
  if (schema.oneOf) return list(" or ", schema.oneOf);
  if (schema.anyOf) return list(" or ", schema.anyOf);
  if (schema.allOf) return list(" and ", schema.allOf);
  if (schema.items) return html`list of ${typeOf(provider, schema.items)}`;
  return html`${[schema.type ?? "anything"].flat().join(" or ")}${schema.format ? ` (${schema.format})` : ""}`;
}

/** Paragraphs, with the text between backticks as code. */
const oneLine = (text: string | undefined): string => (text ?? "").trim().replaceAll(/\s+/g, " ");
