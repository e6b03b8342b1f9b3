import type { ApiSchemas } from "../../description/api-description.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import { conjunctsOf } from "../../description/schemas/follow-schema.ts";
import { isMarked } from "../../description/schemas/properties-of.ts";
import { typesOf } from "../../description/schemas/types-of.ts";
import { propertiesIn } from "./properties-in.ts";
import type { Fault, Rule } from "./rule.ts";

/** Names that say secret; `tokenId`, `tokens` or `tokenType` do not. */
const SECRET = /(?:^|[a-z_-])(?:token|secret|password|passphrase|credential|api_?key|private_?key|access_?key)$/i;

/** A field is kept out of errors, events and logs only where the spec says that it is a secret. */
export const secretsMarked: Rule = ({ document, schemas }) =>
  propertiesIn(document).flatMap(({ name, schema, pointer }): readonly Fault[] => {
    const isSecret = conjunctsOf(schemas, schema).some(({ format }) => format === "password");
    if (!isSecret) {
      if (!SECRET.test(name) || !holdsText(schemas, schema)) return [];
      const message = `"${name}" is named like a secret; add "format: password", or choose a name that says what it is`;
      return [{ pointer, message }];
    }
    if (isMarked(schemas, schema, "writeOnly") !== isMarked(schemas, schema, "readOnly")) return [];
    const message = `secret "${name}" has no one direction; add "writeOnly: true" where it is sent, "readOnly: true" where it is received`;
    return [{ pointer, message }];
  });

const holdsText = (schemas: ApiSchemas, schema: ApiSchema): boolean => typesOf(schemas, schema)?.has("string") ?? false;
