import type { Rule } from "./rule.ts";

const WORDS_OF_THE_LANGUAGE =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield";

/** Names that a client has already, or that a method of an object would give a new meaning. */
const NAMES_OF_THE_CLIENT = "provider then constructor toJSON toString toLocaleString valueOf hasOwnProperty";

/** Names that the generated file itself uses. */
const NAMES_OF_THE_FILE = "components operations defineOperation";

const TAKEN: ReadonlySet<string> = new Set(
  [WORDS_OF_THE_LANGUAGE, NAMES_OF_THE_CLIENT, NAMES_OF_THE_FILE].join(" ").split(" "),
);

/** An operationId becomes the name of a function and of a client's method, so it is written as one. */
export const operationIdStyle: Rule = () => ({
  Operation({ operationId }, { report, location }) {
    if (operationId === undefined) return;
    const at = location.child("operationId");
    if (!/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
      report({
        message: `operationId "${operationId}" becomes a function name; write it in camelCase, letters and digits only`,
        location: at,
      });
    } else if (TAKEN.has(operationId)) {
      report({
        message: `operationId "${operationId}" becomes a function name, but that name is taken; add what it acts on, as in "${operationId}Item"`,
        location: at,
      });
    }
  },
});
