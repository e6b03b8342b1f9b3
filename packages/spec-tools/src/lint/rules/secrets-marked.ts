import { type Rule, target } from "../../description/rules/rule.ts";

/** Names that say secret; `tokenId`, `tokens` or `tokenType` do not. */
const SECRET = /(?:^|[a-z_-])(?:token|secret|password|passphrase|credential|api_?key|private_?key|access_?key)$/i;

/** A field is kept out of errors, events and logs only where the spec says that it is a secret. */
export const secretsMarked: Rule = () => ({
  Schema(schema, context) {
    for (const [name, node] of Object.entries(schema.properties ?? {})) {
      const property = target(context, node);
      if (property === undefined) continue;
      const at = context.location.child(["properties", name]).key();
      const types = [property.type].flat();
      if (SECRET.test(name) && types.includes("string") && property.format !== "password") {
        context.report({
          message: `"${name}" is named like a secret; add "format: password", or choose a name that says what it is`,
          location: at,
        });
      }
      if (property.format === "password" && (property.writeOnly === true) === (property.readOnly === true)) {
        context.report({
          message: `secret "${name}" has no one direction; add "writeOnly: true" where it is sent, "readOnly: true" where it is received`,
          location: at,
        });
      }
    }
  },
});
