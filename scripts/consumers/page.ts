import { withMarkedPart } from "@git-tokens/workspace/marked-part";

/** The page with the tables. */
export const PAGE = "COMPATIBILITY.md";

const MARKERS = { begin: "<!-- consumers: written by `pnpm test:consumers --write` -->", end: "<!-- /consumers -->" };

/**
 * Returns the page with these tables.
 *
 * @throws {UserError} if it has no markers for them.
 */
export const withTables = (page: string, tables: string): string => withMarkedPart(page, tables, MARKERS, PAGE);
