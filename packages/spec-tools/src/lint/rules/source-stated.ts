import { eachObject } from "./rule.ts";

/** Where a fact is documented: a sentence or a link for the reader of the generated code. */
export const sourceStated = eachObject(["Info", "Operation"], ({ value, pointer }) => {
  const source = value["x-source"];
  if (source === undefined || (typeof source === "string" && source.trim() !== "")) return [];
  const message = "x-source is no text; say where the service documents this, or remove it";
  return [{ pointer: `${pointer}/x-source`, message }];
});
