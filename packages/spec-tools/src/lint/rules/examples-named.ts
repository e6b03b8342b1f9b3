import type { Rule, RuleContext } from "../../description/rules/rule.ts";

interface WithExamples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
}

function check(
  { example, examples }: WithExamples,
  what: string,
  at: RuleContext["location"],
  { report }: RuleContext,
): void {
  if (example !== undefined) {
    report({
      message: `${what} has "example"; write "examples", each with a name and a summary`,
      location: at.child("example").key(),
    });
  } else if (Object.keys(examples ?? {}).length === 0) {
    report({
      message: `${what} has no named example; add one under "examples": the mock and the published specs use it`,
      location: at.key(),
    });
  }
}

/**
 * Examples are what the mock answers, the documentation shows and the contract suite runs, each by its name. The first of a
 * parameter is also published as the example of its schema, since tools that call an API read no named ones.
 */
export const examplesNamed: Rule = () => ({
  MediaType(media, context) {
    if (media.schema !== undefined) check(media, `this ${String(context.key)} body`, context.location, context);
  },
  Parameter(parameter, context) {
    check(parameter, `parameter "${parameter.name}"`, context.location, context);
  },
  Example(example, { report, location, key }) {
    if (!example.summary?.trim()) {
      report({ message: `example "${key}" has no summary; say what it shows`, location: location.key() });
    }
    if (!("value" in example)) {
      report({
        message: `example "${key}" has no value; write it into the spec, which is one file`,
        location: location.key(),
      });
    }
  },
});
