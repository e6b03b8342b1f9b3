import { bodiesDescribed } from "./rules/bodies-described.ts";
import { bodilessStatuses } from "./rules/bodiless-statuses.ts";
import { defaultInEnum } from "./rules/default-in-enum.ts";
import { effectStated } from "./rules/effect-stated.ts";
import { errorsDocumented } from "./rules/errors-documented.ts";
import { examplesNamed } from "./rules/examples-named.ts";
import { extensionsKnown } from "./rules/extensions-known.ts";
import { inputFlat } from "./rules/input-flat.ts";
import { noAliases } from "./rules/no-aliases.ts";
import { oneFile } from "./rules/one-file.ts";
import { operationIdStyle } from "./rules/operation-id-style.ts";
import { portableKeywords } from "./rules/portable-keywords.ts";
import { portableTypes } from "./rules/portable-types.ts";
import { recoveryLength } from "./rules/recovery-length.ts";
import { recoveryStated } from "./rules/recovery-stated.ts";
import type { Rule } from "./rules/rule.ts";
import { schemaNamesFree } from "./rules/schema-names-free.ts";
import { schemasDescribed } from "./rules/schemas-described.ts";
import { secretsMarked } from "./rules/secrets-marked.ts";
import { serverWhole } from "./rules/server-whole.ts";
import { sourceStated } from "./rules/source-stated.ts";
import { successDocumented } from "./rules/success-documented.ts";
import { summaryStyle } from "./rules/summary-style.ts";

/** Our own rules by the names that a config turns them on with. */
export const STYLE_RULES: ReadonlyMap<string, Rule> = new Map([
  ["git-tokens/bodies-described", bodiesDescribed],
  ["git-tokens/bodiless-statuses", bodilessStatuses],
  ["git-tokens/default-in-enum", defaultInEnum],
  ["git-tokens/effect-stated", effectStated],
  ["git-tokens/errors-documented", errorsDocumented],
  ["git-tokens/examples-named", examplesNamed],
  ["git-tokens/extensions-known", extensionsKnown],
  ["git-tokens/input-flat", inputFlat],
  ["git-tokens/no-aliases", noAliases],
  ["git-tokens/one-file", oneFile],
  ["git-tokens/operation-id-style", operationIdStyle],
  ["git-tokens/portable-keywords", portableKeywords],
  ["git-tokens/portable-types", portableTypes],
  ["git-tokens/recovery-length", recoveryLength],
  ["git-tokens/recovery-stated", recoveryStated],
  ["git-tokens/schema-names-free", schemaNamesFree],
  ["git-tokens/schemas-described", schemasDescribed],
  ["git-tokens/secrets-marked", secretsMarked],
  ["git-tokens/server-whole", serverWhole],
  ["git-tokens/source-stated", sourceStated],
  ["git-tokens/success-documented", successDocumented],
  ["git-tokens/summary-style", summaryStyle],
]);
