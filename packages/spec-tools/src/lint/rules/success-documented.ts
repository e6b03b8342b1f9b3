import { isSuccess } from "../../description/example-input.ts";
import { eachOperation } from "./rule.ts";

/** A caller gets the body of a documented success, which is JSON with a schema, or nothing. */
export const successDocumented = eachOperation(({ id, responses, pointer }) => {
  const successes = responses.filter(isSuccess);
  if (successes.length === 0) {
    return [{ pointer, message: `${id} documents no success; add a response with a status from 200 to 299` }];
  }
  return successes
    .filter(({ contents }) => contents.some(({ kind, schema }) => kind !== "json" || schema === undefined))
    .map(({ status }) => ({
      pointer: `${pointer}/responses/${status}`,
      message: `success ${status} of ${id} is neither JSON with a schema nor without content`,
    }));
});
