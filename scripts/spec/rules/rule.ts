import type { UserContext } from "@redocly/openapi-core/lib/walk.js";
import type { OpenApiDocument, Operation, PathItem, Reference, SecurityScheme } from "../document.ts";

/** A lint rule in Redocly's form: a visitor per kind of OpenAPI object, typed by what this toolbox reads of it. */
export type Rule = () => Visitor;

type Visitor = {
  Root?(root: OpenApiDocument, context: RuleContext): void;
  PathItem?(item: PathItem, context: RuleContext): void;
  Operation?(operation: Operation, context: RuleContext): void;
  SecurityRequirement?(requirement: Readonly<Record<string, readonly string[]>>, context: RuleContext): void;
  SecurityScheme?(scheme: SecurityScheme, context: RuleContext): void;
};

/** The part of Redocly's context that our rules use. */
export type RuleContext = Pick<UserContext, "key" | "location" | "report" | "resolve">;

/** Where a problem stands. */
export type Place = NonNullable<Parameters<RuleContext["report"]>[0]["location"]>;

/** What a node stands for; undefined where its reference leads nowhere, which is another rule's finding. */
export function target<T extends object>(context: RuleContext, node: T | Reference): T | undefined {
  return context.resolve<T>(node).node;
}
