import type { ApiOperation } from "../../description/api-description.ts";
import { isList } from "../../description/json.ts";
import { eachOperation } from "./rule.ts";

/** Whoever calls an operation has to know how it fails. The option `statuses` names those that every operation documents. */
export const errorsDocumented = eachOperation((operation, { statuses }) => {
  const { security, responses, pointer, id } = operation;
  const documented = responses.map(({ status }) => String(status));
  // A number in YAML is a status too.
  const wanted = new Set([...(security.stated ? ["401"] : []), ...(isList(statuses) ? statuses.map(String) : [])]);
  const missing = [...wanted].filter((status) => !documented.includes(status)).sort();
  const at = `${pointer}/responses`;
  if (missing.length > 0) {
    const message = `${id} documents no ${missing.join(", no ")}; add a response for it, as the other operations have`;
    return [{ pointer: at, message }];
  }
  if (documentsError(operation)) return [];
  const message = `${id} documents no error; add the statuses of 400 and above that the service documents`;
  return [{ pointer: at, message }];
});

const documentsError = ({ responses }: ApiOperation): boolean =>
  responses.some(({ status }) => status === "default" || /^[45]/.test(String(status)));
