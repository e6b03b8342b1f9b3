import { LineCounter, parseDocument, visit } from "yaml";
import type { Rule } from "../../description/rules/rule.ts";

/** Generators of other languages take an aliased object for something that is no object. */
export const noAliases: Rule = () => ({
  Root(_, { report, location }) {
    const { source } = location;
    const lines = new LineCounter();
    visit(parseDocument(source.body, { lineCounter: lines }), {
      Alias(_, { range, source: anchor }) {
        const { line, col } = lines.linePos(range?.[0] ?? 0);
        report({
          message: `YAML alias *${anchor}: some generators cannot read it; write the text again, or use $ref`,
          // Without a pointer the place in the text is taken as it is.
          location: { source, pointer: undefined, start: { line, col } },
        });
      },
    });
  },
});
