import openapiTypescript, { astToString } from "openapi-typescript";
import type { Spec } from "../description/read-spec.ts";
import { header } from "./header.ts";

/** `schema.gen.ts`: the types of the whole spec as openapi-typescript writes them. The only file that knows this engine. */
export async function renderSchema(spec: Spec): Promise<string> {
  // A copy, because the engine adds to the document it is given.
  const document: object = structuredClone(spec.document);
  const nodes = await openapiTypescript(JSON.stringify(document), { alphabetize: false, silent: true });
  return `${header(spec)}\n${narrow(astToString(nodes))}`;
}

/** Two spaces for a level instead of four: the file is deep, and every installation keeps it. */
const narrow = (code: string): string => code.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
