import type { ApiOperation, ApiServer } from "../description/api-description.ts";
import type { Effect } from "../description/effects.ts";
import { ownServerOf } from "./own-servers.ts";
import { failures, redirects, successes } from "./served-contents.ts";

/** What a second, identical request would do, in the documentation of an operation. */
export const EFFECTS: Readonly<Record<Effect, string>> = {
  read: "changes nothing; retried after a failure",
  replace: "sets the same state again; retried after a failure",
  delete: "finds nothing left to delete; retried after a failure",
  create: "creates another; never retried while the outcome is unknown",
  rotate: "replaces the secret again; never retried while the outcome is unknown",
};

/** The sections of the comment above an operation. */
export function documentation(operation: ApiOperation, servers: readonly ApiServer[]): readonly (string | undefined)[] {
  const { verb, path, effect, recovery, summary, description, source, deprecated, externalDocs, tags } = operation;
  const server = ownServerOf(operation, servers);
  return [
    prose(summary),
    prose(description),
    `\`${verb} ${path}\`, effect \`${effect}\`: ${EFFECTS[effect]}.`,
    server && `Server: \`${server.url.replaceAll("`", "")}\`, unless the option \`servers\` names another.`,
    tags.length > 0 && `Tags: ${tags.map(oneLine).join(", ")}.`,
    recovery && `In doubt: ${prose(recovery.trim())}`,
    [
      deprecated && "@deprecated",
      ...successes(operation).map(({ status, description }) => `@returns ${status}: ${oneLine(description)}`),
      ...failures(operation).map(({ status, description }) => `@throws ApiError ${status}: ${oneLine(description)}`),
      ...redirects(operation).map(
        ({ status, description }) => `@throws RedirectError ${status}: ${oneLine(description)}`,
      ),
      source && `@see ${oneLine(source)}`,
      externalDocs && `@see ${[oneLine(externalDocs.description ?? ""), externalDocs.url].filter(Boolean).join(": ")}`,
    ]
      .filter(Boolean)
      .join("\n"),
  ].filter((section) => section !== false);
}

/** Text of a document, in which nothing is taken for a tag. */
export const prose = (text: string | undefined): string | undefined => text?.replaceAll(/(^|[\s{])@(?=\w)/g, "$1\\@");

export const oneLine = (text: string): string => (prose(text) ?? "").trim().replaceAll(/\s+/g, " ");
