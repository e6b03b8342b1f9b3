import type { Rule } from "../../description/rules/rule.ts";

/** A body without a schema is typed `unknown`, at the caller as at the mock. */
export const bodiesDescribed: Rule = () => ({
  MediaType(media, { report, location, key }) {
    if (media.schema !== undefined) return;
    report({
      message: `this ${String(key)} body has no schema; add one, or leave "content" out where no body is documented`,
      location: location.key(),
    });
  },
});
