import { OPERATIONS_PER_RESOURCE } from "../codegen/large-spec.ts";

/** A program that a consumer compiles: so many calls, of operations that take turns. */
export type WriteProgram = (calls: number, operations: number) => string;

/** One call of each kind: to read, to list, to create. The n-th is about another thing each time. */
const KINDS = ["get", "list", "create"] as const;
type Kind = (typeof KINDS)[number];

function callsOf(
  count: number,
  operations: number,
  write: (kind: Kind, thing: number, index: number) => string,
): string {
  const things = Math.ceil(operations / OPERATIONS_PER_RESOURCE);
  return Array.from({ length: count }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? "get";
    return write(kind, (Math.floor(index / KINDS.length) % things) + 1, index);
  }).join("\n");
}

const nameOf = (kind: Kind, thing: number): string => `${kind}${kind === "list" ? "Things" : "Thing"}${thing}`;

/** What a program reads of an answer. */
const READ: Readonly<Record<Kind, string>> = { get: "name", create: "name", list: "results?.[0]?.name" };

const DRAFT = '{ name: "n", kind: "A" as const }';

/** The calls by the functions of a generated client. */
export const ours: WriteProgram = (calls, operations) => {
  const used = new Set<string>();
  const body = callsOf(calls, operations, (kind, thing, index) => {
    const name = nameOf(kind, thing);
    used.add(name);
    const input = { get: '{ id: "1" }', list: "{ limit: 5 }", create: DRAFT }[kind];
    return `const v${index} = await ${name}(client, ${input});\nexport const t${index}: string | undefined = v${index}.${READ[kind]};`;
  });
  return `import { createClient } from "@git-tokens/core";
import { ${[...used].join(", ")} } from "./generated/operations.gen.ts";
import { provider } from "./generated/provider.gen.ts";
const client = createClient(provider, { auth: { key: "made-up" } });
${body}
`;
};

/** The same calls by openapi-fetch over the types of openapi-typescript. */
export const raw: WriteProgram = (calls, operations) => {
  const body = callsOf(calls, operations, (kind, thing, index) => {
    const call = {
      get: `GET("/things${thing}/{id}", { params: { path: { id: "1" } } })`,
      list: `GET("/things${thing}", { params: { query: { limit: 5 } } })`,
      create: `POST("/things${thing}", { body: ${DRAFT} })`,
    }[kind];
    return `const v${index} = await client.${call};\nexport const t${index}: string | undefined = v${index}.data?.${READ[kind]};`;
  });
  return `import createClient from "openapi-fetch";
import type { paths } from "./raw/schema.ts";
const client = createClient<paths>({ baseUrl: "https://things.example.com" });
${body}
`;
};

/** The same calls by the functions that hey-api generates. */
export const heyApi: WriteProgram = (calls, operations) => {
  const used = new Set<string>();
  const body = callsOf(calls, operations, (kind, thing, index) => {
    const name = nameOf(kind, thing);
    used.add(name);
    const input = { get: '{ path: { id: "1" } }', list: "{ query: { limit: 5 } }", create: `{ body: ${DRAFT} }` }[kind];
    return `const v${index} = await ${name}(${input});\nexport const t${index}: string | undefined = v${index}.data?.${READ[kind]};`;
  });
  return `import { ${[...used].join(", ")} } from "./hey-api/index.ts";\n${body}\n`;
};
