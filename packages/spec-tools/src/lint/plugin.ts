import { rules as required, plugin as requirements } from "../description/plugin.ts";
import type { Rule } from "../description/rules/rule.ts";
import { bodiesDescribed } from "./rules/bodies-described.ts";
import { bodilessStatuses } from "./rules/bodiless-statuses.ts";
import { defaultInEnum } from "./rules/default-in-enum.ts";
import { errorsDocumented } from "./rules/errors-documented.ts";
import { examplesNamed } from "./rules/examples-named.ts";
import { extensionsKnown } from "./rules/extensions-known.ts";
import { noAliases } from "./rules/no-aliases.ts";
import { portableKeywords } from "./rules/portable-keywords.ts";
import { portableTypes } from "./rules/portable-types.ts";
import { recoveryLength } from "./rules/recovery-length.ts";
import { schemaNamesFree } from "./rules/schema-names-free.ts";
import { schemasDescribed } from "./rules/schemas-described.ts";
import { secretsMarked } from "./rules/secrets-marked.ts";
import { summaryStyle } from "./rules/summary-style.ts";

const style: Record<string, Rule<never>> = {
  "bodies-described": bodiesDescribed,
  "bodiless-statuses": bodilessStatuses,
  "default-in-enum": defaultInEnum,
  "errors-documented": errorsDocumented,
  "examples-named": examplesNamed,
  "extensions-known": extensionsKnown,
  "no-aliases": noAliases,
  "portable-keywords": portableKeywords,
  "portable-types": portableTypes,
  "recovery-length": recoveryLength,
  "schema-names-free": schemaNamesFree,
  "schemas-described": schemasDescribed,
  "secrets-marked": secretsMarked,
  "summary-style": summaryStyle,
};

/** The plugin as Redocly's command line loads it: what a spec must keep to become a client, and our style. */
export default () => ({ id: requirements.id, rules: { oas3: { ...required, ...style } } });
