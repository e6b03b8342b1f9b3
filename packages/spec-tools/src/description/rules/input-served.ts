import { METHODS } from "../document.ts";
import { propertyNamesOf } from "../schema.ts";
import { type Place, type Rule, target } from "./rule.ts";

/** An operation's input is one flat object: path and query parameters and the fields of a JSON body. */
export const inputServed: Rule = () => ({
  PathItem(item, context) {
    const { location, report } = context;
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const name = operation.operationId ?? method;
      const places = new Map<string, string>();

      const claim = (field: string, place: string, at: Place): void => {
        const other = places.get(field);
        places.set(field, place);
        if (other === undefined || other === place) return;
        report({
          message: `${name} has "${field}" both in its ${other} and in its ${place}; the flat input needs distinct names`,
          location: at,
        });
      };

      const shared = item.parameters?.map((node, index) => ({ node, at: location.child(["parameters", index]) }));
      const own = operation.parameters?.map((node, index) => ({
        node,
        at: location.child([method, "parameters", index]),
      }));
      for (const { node, at } of [...(shared ?? []), ...(own ?? [])]) {
        const parameter = target(context, node);
        if (parameter === undefined) continue;
        if (parameter.in === "path" || parameter.in === "query") claim(parameter.name, parameter.in, at);
        else {
          report({
            message: `parameter "${parameter.name}" of ${name} is in ${parameter.in}; the client serves path and query only`,
            location: at,
          });
        }
      }

      const content = operation.requestBody && target(context, operation.requestBody)?.content;
      if (content === undefined) continue;
      const at = location.child([method, "requestBody"]).key();
      const schema = content["application/json"]?.schema;
      if (schema === undefined || Object.keys(content).length > 1) {
        report({
          message: `the request body of ${name} is not application/json with a schema, and that alone`,
          location: at,
        });
        continue;
      }
      const fields = propertyNamesOf(schema, (node) => target(context, node));
      if (fields === undefined) {
        report({
          message: `the request body of ${name} is no object, so its fields cannot join the flat input`,
          location: at,
        });
      }
      for (const field of fields ?? []) claim(field, "body", at);
    }
  },
});
