import { html } from "hono/html";
import {
  isReference,
  METHODS,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  resolve,
  type Schema,
  schemaName,
} from "../description/document.ts";
import type { Html } from "./page-diff.ts";
import { prose, sentence } from "./page-prose.ts";

/** The spec to read: every operation, and every schema that they share. */
export function renderReference(provider: string, document: OpenApiDocument): Html {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, node]) => {
    const item = resolve<PathItem>(document, node);
    return METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [renderOperation({ provider, document, path, method, item, operation })];
    });
  });
  const schemas = Object.entries(document.components?.schemas ?? {});
  return html`<div class="reference">
  ${prose(document.info.description)}
  ${operations}
  ${schemas.length > 0 ? html`<h4 class="schemas">Schemas</h4>` : ""}
  ${schemas.map(
    ([name, schema]) => html`<details class="entry" id="${provider}-schema-${name}">
    <summary><code class="name">${name}</code> <span class="why">${sentence(oneLine(schema.description))}</span></summary>
    <div class="body">${renderSchema(provider, schema)}</div>
  </details>`,
  )}
</div>`;
}

interface Entry {
  readonly provider: string;
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly method: string;
  readonly item: PathItem;
  readonly operation: Operation;
}

function renderOperation({ provider, document, path, method, item, operation }: Entry): Html {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((node) =>
    resolve<Parameter>(document, node),
  );
  const body = operation.requestBody && resolve(document, operation.requestBody);
  return html`<details class="entry">
  <summary>
    <span class="method ${method}">${method}</span>
    <code class="path">${path}</code>
    <span class="why">${operation.summary}</span>
  </summary>
  <div class="body">
    ${prose(operation.description)}
    <dl class="about">
      <div><dt>Function</dt><dd><code>${operation.operationId}</code></dd></div>
      <div><dt>Effect</dt><dd>${operation["x-effect"] ?? "read"}</dd></div>
      ${operation["x-recovery"] ? html`<div><dt>In doubt</dt><dd>${operation["x-recovery"]}</dd></div>` : ""}
    </dl>
    ${
      parameters.length > 0
        ? html`<h5>Parameters</h5><ul class="fields">${parameters.map(
            ({ name, in: place, required, schema, description }) =>
              html`<li><code>${name}</code> <span class="type">${place} · ${typeOf(provider, schema)}${required ? " · required" : ""}</span><span class="about">${description}</span></li>`,
          )}</ul>`
        : ""
    }
    ${body ? html`<h5>Request body</h5>${Object.entries(body.content).map(([type, media]) => renderMedia(provider, type, media.schema))}` : ""}
    <h5>Responses</h5>
    <ul class="fields">${Object.entries(operation.responses ?? {}).map(([status, node]) => {
      const response = resolve(document, node);
      return html`<li><code class="status s${status[0]}">${status}</code> <span class="about">${response.description}</span>
      ${Object.entries(response.content ?? {}).map(([type, media]) => renderMedia(provider, type, media.schema))}</li>`;
    })}</ul>
  </div>
</details>`;
}

function renderMedia(provider: string, type: string, schema: Schema | Reference | undefined): Html {
  if (schema === undefined) return html`<p><code>${type}</code></p>`;
  const named = schemaName(schema) !== undefined;
  return html`<p class="media"><code>${type}</code> ${typeOf(provider, schema)}</p>${
    named || isReference(schema) ? "" : renderSchema(provider, schema)
  }`;
}

function renderSchema(provider: string, schema: Schema): Html {
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const fields = Object.entries(schema.properties ?? {});
  return html`
  <p class="media">${typeOf(provider, schema)}</p>
  ${
    fields.length > 0
      ? html`<ul class="fields">${fields.map(([name, node]) => {
          const required = schema.required?.includes(name) ?? false;
          const secret = !isReference(node) && node.format === "password";
          return html`<li><code>${name}</code> <span class="type">${typeOf(provider, node)}${required ? " · required" : ""}${
            secret ? html` · <span class="secret">secret</span>` : ""
          }</span><span class="about">${Reflect.get(Object(node), "description") ?? ""}</span></li>`;
        })}</ul>`
      : ""
  }
  ${parts.filter((part): part is Schema => !("$ref" in part) && "properties" in part).map((part) => renderSchema(provider, part))}`;
}

/** A type in a few words, with a link where it has a name. */
function typeOf(provider: string, node: Schema | Reference | undefined): Html {
  if (node === undefined) return html`anything`;
  const name = schemaName(node);
  if (name !== undefined) return html`<a href="#${provider}-schema-${name}">${name}</a>`;
  if (isReference(node)) return html`anything`;
  if (node.enum) return html`${node.enum.map((value) => JSON.stringify(value)).join(" | ")}`;
  const list = (kind: string, parts: readonly (Schema | Reference)[]): Html =>
    html`${parts.map((part, index) => html`${index > 0 ? kind : ""}${typeOf(provider, part)}`)}`;
  if (node.oneOf) return list(" or ", node.oneOf);
  if (node.anyOf) return list(" or ", node.anyOf);
  if (node.allOf) return list(" and ", node.allOf);
  if (node.items) return html`list of ${typeOf(provider, node.items)}`;
  return html`${[node.type ?? "anything"].flat().join(" or ")}${node.format ? ` (${node.format})` : ""}`;
}

/** Paragraphs, with the text between backticks as code. */
const oneLine = (text: string | undefined): string => (text ?? "").trim().replaceAll(/\s+/g, " ");
