import type { Rule } from "./rule.ts";

const absolute = (url: string): boolean => /^https?:\/\//.test(url) && !url.includes("{") && URL.canParse(url);

/** The first server is the client's default address; where there is none, the caller has to name one. */
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
