import { eachObject } from "./rule.ts";

/** A body without a schema is typed `unknown`, at the caller as at the mock. */
export const bodiesDescribed = eachObject(["MediaType"], ({ value, tokens, pointer }) => {
  if (value.schema !== undefined || value.itemSchema !== undefined) return [];
  const message = `this ${tokens.at(-1)} body has no schema; add one, or leave "content" out where no body is documented`;
  return [{ pointer, message }];
});
