import type { ApiOperation } from "../description/api-description.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import { type BodyTypes, bodyTypes } from "./body-types.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { documentation, prose } from "./operation-docs.ts";
import { errorsType, inputType, outputType } from "./operation-types.ts";
import { commonServers, ownServersOf } from "./own-servers.ts";
import { type Common, renderDefinition } from "./render-definition.ts";
import { ownServersCode } from "./render-server.ts";
import { inputName, type SchemaType, type SchemaTypes } from "./schema-types.ts";
import { securityOf } from "./security.ts";
import type { Selection } from "./selection.ts";

/** `operations.gen.ts`: the schemas by name, and one exported function per operation. */
export function renderOperations(selection: Selection, types: TypesDocument, schemas: SchemaTypes): string {
  const { api, operations } = selection;
  const security = securityOf(selection);
  const bodies = bodyTypes(types, schemas);
  const aliases = [...schemas.values()].map(renderAlias).join("");
  const own = ownServersOf(selection);
  const common = { security, servers: commonServers(selection) };
  const functions = operations.map((operation) => renderOperation(api.name, operation, bodies, common)).join("");
  const table = own.size > 0 ? `const $own: $servers.OwnServers = ${ownServersCode(own)};\n\n` : "";
  const names = ["components", "operations"].filter((name) => `${aliases}${functions}`.includes(`${name}[`));
  return [header(api), imports(functions, names), table, aliases, functions].join("");
}

/** What the code uses; the names of the two namespaces cannot be those of operations. */
function imports(functions: string, types: readonly string[]): string {
  const uses = (namespace: string): boolean => functions.includes(`$${namespace}.`);
  const decoders = /\$decoders\.(?!ServerSentEvent)/.test(functions) ? "import" : "import type";
  return [
    functions && 'import { defineOperation, type Operation } from "@git-tokens/core";\n',
    uses("decoders") && `${decoders} * as $decoders from "@git-tokens/core/decoders";\n`,
    uses("encoders") && 'import * as $encoders from "@git-tokens/core/encoders";\n',
    uses("servers") && 'import * as $servers from "@git-tokens/core/servers";\n',
    types.length > 0 && `import type { ${types.join(", ")} } from "./schema.gen.ts";\n`,
    functions || types.length > 0 ? "\n" : "export {};\n",
  ]
    .filter(Boolean)
    .join("");
}

function renderAlias({ alias, definition, description }: SchemaType): string {
  return `${description ? jsdoc([prose(description)]) : ""}export type ${alias} = ${definition};\n\n`;
}

function renderOperation(provider: string, operation: ApiOperation, types: BodyTypes, common: Common): string {
  const { id } = operation;
  const input = inputName(id);
  const type = `Operation<${[
    JSON.stringify(provider),
    input,
    outputType(operation, types),
    errorsType(operation, types),
  ].join(", ")}>`;
  return [
    jsdoc([
      `The input of {@link ${id}}: path, query and body fields in one object.`,
      prose(operation.requestBody?.description),
    ]),
    `export type ${input} = ${inputType(operation, types)};\n\n`,
    jsdoc(documentation(operation, common.servers)),
    `export const ${id}: ${type} = /* @__PURE__ */ defineOperation(${renderDefinition(operation, common)});\n\n`,
  ].join("");
}
