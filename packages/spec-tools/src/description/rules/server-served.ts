import type { Rule } from "./rule.ts";

/** A variable is a part of a host or a path, so a letter takes its place. */
function absolute(url: string): boolean {
  const filled = url.replaceAll(/\{[^{}]+\}/g, "a");
  return /^https?:\/\/[^{}]+$/.test(filled) && URL.canParse(filled);
}

/**
 * The first server is the client's default address. Where there is none, or one with variables, which differ between
 * installations, the caller must name one.
 */
export const serverServed: Rule = () => ({
  Root({ servers }, { report, location }) {
    const [first] = servers ?? [];
    if (first === undefined || absolute(first.url)) return;
    report({
      message: `the server "${first.url}" is no whole URL; write one out, or leave servers away and every caller names the host`,
      location: location.child(["servers", 0, "url"]),
    });
  },
  PathItem({ servers }, { report, location }) {
    if (servers === undefined) return;
    report({
      message: "a path has servers of its own; the client has one address for all operations, so write the path out",
      location: location.child("servers").key(),
    });
  },
  Operation({ servers, operationId }, { report, location, key }) {
    if (servers === undefined) return;
    report({
      message: `${operationId ?? key} has servers of its own; the client has one address for all operations, so write the path out`,
      location: location.child("servers").key(),
    });
  },
});
