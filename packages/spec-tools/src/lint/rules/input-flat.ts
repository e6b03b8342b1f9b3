import { eachOperation } from "./rule.ts";

/** An operation of ours takes one flat object: the names of its parameters and of the fields of its body are distinct. */
export const inputFlat = eachOperation(({ id, input, requestBody, pointer }) => {
  const renamed = input.parameters
    .filter(({ field, name }) => field !== name)
    .map(({ name, in: place }) => `"${name}" of its ${place}`);
  if (requestBody !== undefined && input.body !== "fields") renamed.push("the fields of its body");
  if (renamed.length === 0) return [];
  const message = `${id} cannot join ${renamed.join(" and ")} to its flat input; it needs distinct names, and a body that is a plain object`;
  return [{ pointer: requestBody === undefined ? pointer : `${pointer}/requestBody`, message }];
});
