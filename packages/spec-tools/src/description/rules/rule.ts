import type { UserContext } from "@redocly/openapi-core";
import type {
  Example,
  MediaType,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Reference,
  Response,
  Schema,
  SecurityScheme,
} from "../document.ts";

/**
 * A lint rule in Redocly's form: a visitor per kind of OpenAPI object, typed by what this toolbox reads of it. The
 * options are what a config sets for the rule, apart from its severity.
 */
export type Rule<Options = unknown> = (options: Options) => Visitor;

type Visitor = {
  any?: { enter(node: object, context: RuleContext): void };
  Root?(root: OpenApiDocument, context: RuleContext): void;
  Info?(info: object, context: RuleContext): void;
  License?(license: object, context: RuleContext): void;
  PathItem?(item: PathItem, context: RuleContext): void;
  Operation?(operation: Operation, context: RuleContext): void;
  SecurityRequirement?(requirement: Readonly<Record<string, readonly string[]>>, context: RuleContext): void;
  Parameter?(parameter: Parameter, context: RuleContext): void;
  MediaType?(media: MediaType, context: RuleContext): void;
  Response?(response: Response, context: RuleContext): void;
  Example?(example: Example, context: RuleContext): void;
  Schema?(schema: Schema, context: RuleContext): void;
  SecurityScheme?(scheme: SecurityScheme, context: RuleContext): void;
  ref?: { enter(reference: Reference, context: RuleContext): void };
};

/** The part of Redocly's context that our rules use. */
export type RuleContext = Pick<UserContext, "key" | "location" | "report" | "resolve" | "type">;

/** The place of a problem. */
export type Place = NonNullable<Parameters<RuleContext["report"]>[0]["location"]>;

/** The target of a node; undefined if its reference leads nowhere, which another rule reports. */
export function target<T extends object>(context: RuleContext, node: T | Reference): T | undefined {
  return context.resolve<T>(node).node;
}
