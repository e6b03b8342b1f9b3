import type { IHttpRequest } from "@stoplight/prism-http";
import type { ApiDescription, ApiSecurity, ApiSecurityRequirement } from "../description/api-description.ts";
import { type CredentialPlace, credentialPlace } from "../description/credential-place.ts";

/** An operation as Prism names it. */
export interface Asked {
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/**
 * Tells whether a request carries credentials in the form that the operation asks for, and, where a list is given, those of
 * that list. Prism itself takes any non-empty header for an apiKey, so a wrong prefix would pass.
 */
export function acceptedCredentials(
  { operations }: Pick<ApiDescription, "operations">,
  credentials?: readonly string[],
): (request: IHttpRequest, asked: Asked) => boolean {
  const byName = new Map(operations.map(({ method, path, security }) => [`${method} ${path}`, security]));
  return (request, { method, path }) => {
    const security = byName.get(`${method.toLowerCase()} ${path}`);
    return security === undefined || isAccepted(security, request, credentials);
  };
}

const isAccepted = (
  { optional, alternatives }: ApiSecurity,
  request: IHttpRequest,
  credentials: readonly string[] | undefined,
): boolean =>
  optional || alternatives.some((all) => all.every((requirement) => carries(requirement, request, credentials)));

function carries(
  { scheme }: ApiSecurityRequirement,
  request: IHttpRequest,
  credentials: readonly string[] | undefined,
): boolean {
  const place = credentialPlace(scheme);
  if (place === undefined) return false;
  const value = valueAt(place, request);
  // Where the description states no prefix, as none but ours do, a word may precede a credential all the same.
  const word = place.in === "header" && place.prefix === "" ? (/^\S+ +(?=\S)/.exec(value)?.[0] ?? "") : "";
  const sent = value.slice(place.prefix.length + word.length);
  const credential = place.basic ? Buffer.from(sent, "base64").toString() : sent;
  return value.startsWith(place.prefix) && /^\S+$/.test(sent) && (credentials?.includes(credential) ?? true);
}

function valueAt({ in: place, name }: CredentialPlace, { headers = {}, url }: IHttpRequest): string {
  switch (place) {
    case "header":
      return headers[name] ?? "";
    case "query":
      return [url.query?.[name] ?? ""].flat()[0] ?? "";
    case "cookie": {
      const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
      return (
        pairs
          .find(([key]) => key === name)
          ?.slice(1)
          .join("=") ?? ""
      );
    }
  }
}
