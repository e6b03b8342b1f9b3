import { eachOperation } from "./rule.ts";

/** An operationId becomes the name of a function and of a client's method, so it is written as one. */
export const operationIdStyle = eachOperation(({ id, originalId, pointer }) => {
  if (originalId === undefined || (originalId === id && id !== "provider")) return [];
  const taken = /^[a-z][A-Za-z0-9]*$/.test(originalId);
  const message = taken
    ? `operationId "${originalId}" becomes a function name, but that name is taken; add what it acts on, as in "${originalId}Item"`
    : `operationId "${originalId}" becomes a function name; write it in camelCase, letters and digits only`;
  return [{ pointer: `${pointer}/operationId`, message }];
});
