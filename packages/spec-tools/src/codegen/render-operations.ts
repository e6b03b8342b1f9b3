import type { ApiOperation } from "../description/api-description.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import { type BodyTypes, bodyTypes } from "./body-types.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { documentation, prose } from "./operation-docs.ts";
import { errorsType, inputType, outputType } from "./operation-types.ts";
import { renderDefinition } from "./render-definition.ts";
import { inputName, type SchemaType, type SchemaTypes } from "./schema-types.ts";
import { type Security, securityOf } from "./security.ts";
import type { Selection } from "./selection.ts";

/** `operations.gen.ts`: the schemas by name, and one exported function per operation. */
export function renderOperations(selection: Selection, types: TypesDocument, schemas: SchemaTypes): string {
  const { api, operations } = selection;
  const security = securityOf(selection);
  const bodies = bodyTypes(types, schemas);
  const aliases = [...schemas.values()].map(renderAlias).join("");
  const functions = operations.map((operation) => renderOperation(api.name, operation, bodies, security)).join("");
  const names = ["components", "operations"].filter((name) => `${aliases}${functions}`.includes(`${name}[`));
  return [header(api), imports(functions, names), aliases, functions].join("");
}

/** What the code uses; the names of the two namespaces cannot be those of operations. */
function imports(functions: string, types: readonly string[]): string {
  const uses = (namespace: string): boolean => functions.includes(`$${namespace}.`);
  const decoders = /\$decoders\.(?!ServerSentEvent)/.test(functions) ? "import" : "import type";
  return [
    functions && 'import { defineOperation, type Operation } from "@git-tokens/core";\n',
    uses("decoders") && `${decoders} * as $decoders from "@git-tokens/core/decoders";\n`,
    uses("encoders") && 'import * as $encoders from "@git-tokens/core/encoders";\n',
    types.length > 0 && `import type { ${types.join(", ")} } from "./schema.gen.ts";\n`,
    functions || types.length > 0 ? "\n" : "export {};\n",
  ]
    .filter(Boolean)
    .join("");
}

function renderAlias({ alias, definition, description }: SchemaType): string {
  return `${description ? jsdoc([prose(description)]) : ""}export type ${alias} = ${definition};\n\n`;
}

function renderOperation(provider: string, operation: ApiOperation, types: BodyTypes, security: Security): string {
  const { id } = operation;
  const input = inputName(id);
  const type = `Operation<${[
    JSON.stringify(provider),
    input,
    outputType(operation, types),
    errorsType(operation, types),
  ].join(", ")}>`;
  return [
    jsdoc([`The input of {@link ${id}}: path, query and body fields in one object.`]),
    `export type ${input} = ${inputType(operation, types)};\n\n`,
    jsdoc(documentation(operation)),
    `export const ${id}: ${type} = /* @__PURE__ */ defineOperation(${renderDefinition(operation, security)});\n\n`,
  ].join("");
}
