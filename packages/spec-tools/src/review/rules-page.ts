import type { Finding } from "./finding.ts";
import { inline } from "./output/markdown.ts";
import { RULES, type Rule } from "./rules.ts";

/** A change that a rule speaks of: what was done, to which description, and the texts before and after. */
export interface RuleExample {
  readonly change: string;
  readonly provider: string;
  readonly finding: Pick<Finding, "old" | "new">;
}

/** How the same is had without a break, by the names of the rules: the first that fits counts. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /operation-(removed|moved|renamed)|id-changed/,
    "add the new operation, set `deprecated: true` and `x-sunset` on the old one, and remove it after that day",
  ],
  [/sunset-earlier/, "keep the day that callers were told"],
  [/effect-changed/, "add an operation with the new effect and deprecate the old one"],
  [
    /required-added|became-required|written-type-narrowed/,
    "make it optional, and let the service choose a value where it is missing",
  ],
  [
    /(parameter|property)-removed|name-removed|name-changed|property-renamed|schema-(removed|renamed)/,
    "add the new name, set `deprecated: true` on the old one, and keep both until the next major version",
  ],
  [/serialization|part-type|empty-value/, "add a parameter of another name that is written in the new way"],
  [/body-(removed|required)|body-became/, "add an operation with the new body and deprecate the old one"],
  [/media-type/, "accept or send both media types, and let callers choose by `Content-Type` and `Accept`"],
  [
    /enum-value-added|enum-removed|alternative-added|discriminator-value-added|read-type-widened/,
    "state from the start that there may be others: `type: string` with `x-extensible-enum`",
  ],
  [
    /enum-(value-removed|added)|alternative-removed|discriminator/,
    "keep what callers send, and mark it as deprecated in the description",
  ],
  [
    /type-(narrowed|changed|widened)|schema-replaced|type-replaced|alternatives-changed/,
    "add a field of another name with the new type",
  ],
  [/format-changed/, "add a field of another name with the new format"],
  [/constraint/, "loosen what callers send, and tighten what they receive: that breaks nobody"],
  [/further-properties/, "accept unknown fields and leave them out of account"],
  [/default-changed/, "keep the default, and let callers ask for the other value"],
  [/status/, "document the new status next to the old one, and send the old one until the next major version"],
  [/header/, "keep the header, and set `deprecated: true` on it"],
  [/security|credential|oauth/, "accept both ways until the next major version"],
  [/server/, "keep the old address and let it answer as before"],
  [/secret|direction/, "keep `format: password` with `readOnly` or `writeOnly`"],
  [/webhook|callback/, "send the old form until the receivers have changed"],
  [/provider-removed/, "deprecate the package first, and approve the removal"],
];

/** The page of all rules, from the table and from changes that were reviewed. */
export function renderRules(examples: ReadonlyMap<string, RuleExample>): string {
  const [wire, types] = (["wire", "types"] as const).map((axis) => RULES.filter(({ id }) => id.startsWith(`${axis}/`)));
  return `# Rules of the review

<!-- Written by the test of the review's corpus; \`pnpm exec vitest run --project spec-tools corpus -u\` writes it anew. -->

Each finding of \`pnpm review\` has one of these rules. \`breaking\` asks for a major version, \`warn\` breaks some callers and
not others, \`feature\` is new, \`patch\` is nothing to notice. A file of levels gives a rule another level, everywhere or for
some paths; \`specs/review/levels.yaml\` is read without being named:

\`\`\`yaml
- rule: wire/response-enum-value-added
  level: warn
  path: /tokens/**
  reason: Our clients take unknown values.
\`\`\`

The examples are changes of the descriptions in \`corpus/specs\`, as the review tells them.

## On the wire

A request is what callers write, a response what they read. Of a webhook or a callback the service sends the request, so it
is judged as a response.

${(wire ?? []).map((rule) => section(rule, examples)).join("\n")}
## In TypeScript

${(types ?? []).map((rule) => section(rule, examples)).join("\n")}`;
}

function section({ id, level, says }: Rule, examples: ReadonlyMap<string, RuleExample>): string {
  const example = examples.get(id);
  const breaks = level === "breaking" || level === "warn";
  const instead = INSTEAD.find(([pattern]) => pattern.test(id))?.[1];
  const lines = [`### \`${id}\``, "", `**${level}** · ${inline(says.replaceAll(/\{(\w+)\}/g, "`$1`"))}`, ""];
  if (example !== undefined) {
    lines.push(
      `- ${breaks ? "Bad" : "Good"}: ${inline(example.change)} (${example.provider})`,
      // How a type is written is the generator's, and may change with it.
      ...(id.startsWith("wire/") ? values(example.finding) : []),
    );
  }
  if (breaks && instead !== undefined) lines.push(`- Good: ${instead}`);
  if (level === "feature") lines.push("- Bad: the same change backwards, which takes it away");
  return `${lines.join("\n")}\n`;
}

const MOST_LINES = 6;

function values({ old, new: now }: RuleExample["finding"]): readonly string[] {
  const side = (sign: string, text: string | undefined): readonly string[] => {
    const lines = (text ?? "").split("\n").filter((line) => line !== "");
    const shown = lines.slice(0, MOST_LINES).map((line) => `  ${sign} ${line}`);
    return lines.length > MOST_LINES ? [...shown, `  ${sign} …`] : shown;
  };
  const lines = [...side("-", old), ...side("+", now)];
  return lines.length === 0 ? [] : ["", "  ```diff", ...lines, "  ```", ""];
}
