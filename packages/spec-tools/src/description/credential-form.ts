import { type OpenApiDocument, resolve, type SecurityScheme } from "./document.ts";

/** The place of a credential in a request, and its prefix. */
export interface CredentialForm {
  /** The name of the security scheme. */
  readonly scheme: string;
  /** In lower case. */
  readonly header: string;
  /** With its space at the end; empty if there is none. */
  readonly prefix: string;
  readonly description: string | undefined;
}

/** The ways to authenticate that a spec offers, in its order. */
export function credentialForms(document: OpenApiDocument): readonly CredentialForm[] {
  return Object.entries(document.components?.securitySchemes ?? {}).map(([name, node]) => {
    const scheme = resolve<SecurityScheme>(document, node);
    return {
      scheme: name,
      description: scheme.description,
      ...(scheme.type === "apiKey"
        ? { header: scheme.name.toLowerCase(), prefix: scheme["x-prefix"] ?? "" }
        : { header: "authorization", prefix: "Bearer " }),
    };
  });
}
