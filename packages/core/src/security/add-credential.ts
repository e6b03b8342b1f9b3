import type { Addressed } from "../request/credential-source.ts";
import type { SchemeDefinition } from "./scheme.ts";

/** A request with a credential, which is text that is ready for its place. */
export function addCredential(scheme: SchemeDefinition, { url, headers }: Addressed, credential: string): Addressed {
  switch (scheme.in) {
    case "header":
      return { url, headers: { ...headers, [scheme.name.toLowerCase()]: scheme.prefix + credential } };
    case "basic":
      return { url, headers: { ...headers, authorization: `Basic ${credential}` } };
    case "query": {
      const pair = `${encodeURIComponent(scheme.name)}=${encodeURIComponent(credential)}`;
      return { url: `${url}${url.includes("?") ? "&" : "?"}${pair}`, headers };
    }
    case "cookie": {
      const pair = `${scheme.name}=${credential}`;
      const { cookie } = headers;
      return { url, headers: { ...headers, cookie: cookie ? `${cookie}; ${pair}` : pair } };
    }
  }
}
