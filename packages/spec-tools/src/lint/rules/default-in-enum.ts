import { isDeepStrictEqual } from "node:util";
import { isList } from "../../description/json.ts";
import { eachObject } from "./rule.ts";

/** A default that the enum does not have is a value that the service itself would refuse. */
export const defaultInEnum = eachObject(["Schema"], ({ value, pointer }) => {
  const { default: standard, enum: values } = value;
  if (standard === undefined || !isList(values)) return [];
  if (values.some((one) => isDeepStrictEqual(one, standard))) return [];
  const known = values.map((one) => JSON.stringify(one)).join(", ");
  const message = `the default ${JSON.stringify(standard)} is none of the enum; use one of ${known}`;
  return [{ pointer: `${pointer}/default`, message }];
});
