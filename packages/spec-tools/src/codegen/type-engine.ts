import { createRequire } from "node:module";
import type {
  astToString,
  GlobalContext,
  OpenAPI3,
  OpenAPITSOptions,
  resolveRef,
  scanDiscriminators,
} from "openapi-typescript";
import type typescript from "typescript";

/**
 * openapi-typescript, and the compiler that it writes types with. Its parts are loaded one by one, because its own entry
 * brings a linter and a bundler with it: a third of the time that a small description takes. They are modules of CommonJS, as
 * imports of which Node would read the whole compiler once more to find that out.
 */
const load = createRequire(import.meta.url);

export const ts: typeof typescript = load("typescript");

/** All that a transform asks of its context. */
type Context = Omit<GlobalContext, "redoc">;

const parts: {
  readonly transformSchema: (document: OpenAPI3, context: Context) => readonly typescript.Node[];
  readonly print: typeof astToString;
  readonly resolveRef: typeof resolveRef;
  readonly scanDiscriminators: typeof scanDiscriminators;
} = {
  transformSchema: load("openapi-typescript/dist/transform/index.cjs"),
  print: load("openapi-typescript/dist/lib/ts.cjs").astToString,
  resolveRef: load("openapi-typescript/dist/lib/utils.cjs").resolveRef,
  scanDiscriminators: load("openapi-typescript/dist/lib/utils.cjs").scanDiscriminators,
};

export interface EngineOptions {
  readonly transform: NonNullable<OpenAPITSOptions["transform"]>;
  /** Code that is put before the types. */
  readonly inject: string;
}

/** The types of a document as nodes of the compiler. The document is changed. */
export function typeNodes(document: OpenAPI3, { transform, inject }: EngineOptions): readonly typescript.Node[] {
  const context: Context = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is what the service does without the field, so nobody must send it.
    defaultNonNullable: false,
    discriminators: parts.scanDiscriminators(document, {}),
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    inject,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) => parts.resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform,
    transformProperty: undefined,
  };
  return parts.transformSchema(document, context);
}

/** Nodes as code. */
export const printNodes = (nodes: readonly typescript.Node[]): string => parts.print([...nodes]);
