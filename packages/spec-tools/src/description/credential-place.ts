import type { ApiDescription, ApiSecurityScheme } from "./api-description.ts";

/** Where the credential of a security scheme is in a request. */
export interface CredentialPlace {
  /** The name of the security scheme. */
  readonly scheme: string;
  readonly in: "header" | "query" | "cookie";
  /** Of a header, in lower case. */
  readonly name: string;
  /** What precedes the credential, its space included; empty if nothing does. */
  readonly prefix: string;
  /** Whether the credential is a user name, a colon and a password, sent in base64. */
  readonly basic: boolean;
  readonly description: string | undefined;
}

/** The place of a credential; undefined for a scheme that no request carries. */
export function credentialPlace(scheme: ApiSecurityScheme): CredentialPlace | undefined {
  const { name, description } = scheme;
  const header = { scheme: name, in: "header", name: "authorization", description } as const;
  switch (scheme.kind) {
    case "apiKey":
      return { scheme: name, in: scheme.in, name: scheme.parameter, prefix: scheme.prefix, basic: false, description };
    case "bearer":
      return { ...header, prefix: "Bearer ", basic: false };
    case "basic":
      return { ...header, prefix: "Basic ", basic: true };
    case "unsupported":
      return undefined;
  }
}

/** The places of all credentials that an API knows, in its order. */
export const credentialPlaces = ({
  securitySchemes,
}: Pick<ApiDescription, "securitySchemes">): readonly CredentialPlace[] =>
  [...securitySchemes.values()].flatMap((scheme) => credentialPlace(scheme) ?? []);

/** A credential as it is sent. */
export const credentialValue = ({ prefix, basic }: CredentialPlace, credential: string): string =>
  prefix + (basic ? Buffer.from(credential).toString("base64") : credential);
