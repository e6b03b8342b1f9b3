import type { IHttpRequest } from "@stoplight/prism-http";
import { credentialForms } from "../description/credential-form.ts";
import type { OpenApiDocument } from "../description/document.ts";

/**
 * Tells whether a request carries a credential in the form that the spec asks for, and, where a list is given, one of
 * that list. Prism itself takes any non-empty header for an apiKey, so a wrong prefix would pass.
 */
export function acceptedCredentials(
  document: OpenApiDocument,
  credentials?: readonly string[],
): (request: IHttpRequest) => boolean {
  const forms = credentialForms(document);
  return ({ headers = {} }) =>
    forms.some(({ header, prefix }) => {
      const value = headers[header] ?? "";
      const credential = value.slice(prefix.length);
      return value.startsWith(prefix) && /^\S+$/.test(credential) && (credentials?.includes(credential) ?? true);
    });
}
