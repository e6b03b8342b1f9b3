import { type CredentialForm, credentialForms } from "../description/credential-form.ts";
import { defaultServer } from "../description/default-server.ts";
import { operationsOf } from "../description/operations.ts";
import type { Spec } from "../description/read-spec.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { pascalCase, propertyKey } from "./names.ts";

/** `provider.gen.ts`: the server, the ways to authenticate, and which spec all of it came from. */
export function renderProvider(spec: Spec): string {
  const { document, name, hash } = spec;
  const forms = credentialForms(document);
  const server = defaultServer(document);
  const type = pascalCase(name);
  const provider = {
    name,
    ...(server === undefined ? {} : { server }),
    auth: Object.fromEntries(forms.map(({ scheme, header, prefix }) => [scheme, { header, prefix }])),
    secrets: secretsOf(spec),
  };
  return [
    header(spec),
    // As a whole, since the names of the types below come from the spec and could be the same.
    'import type * as core from "@git-tokens/core";\n\n',
    jsdoc([`The spec that this package was generated from: its version, and the SHA-256 of its text.`]),
    `export const spec: { readonly version: string; readonly hash: string } = ${literal({ version: document.info.version, hash })};\n\n`,
    jsdoc([document.info.title]),
    `export const provider: core.Provider<${JSON.stringify(name)}> = ${literal(provider)};\n\n`,
    jsdoc(["Exactly one credential."]),
    `export type ${type}Auth =\n${forms.map((form) => authMember(form, forms)).join("\n")};\n\n`,
    jsdoc([`The options of a client for ${document.info.title}.`]),
    `export interface ${type}Options extends core.ClientOptions {\n  readonly auth: ${type}Auth;\n`,
    server === undefined
      ? `${jsdoc(["The address of the installation. Every installation has its own, so there is no default."], "  ")}  readonly baseUrl: string;\n`
      : `${jsdoc([`The address of the server. Default \`${server}\`.`], "  ")}  readonly baseUrl?: string | undefined;\n`,
    "}\n",
  ].join("");
}

/** One alternative of the auth type: this scheme's credential, and no other. */
function authMember(own: CredentialForm, forms: readonly CredentialForm[]): string {
  const members = forms.map((form) => {
    if (form !== own) return `      readonly ${propertyKey(form.scheme)}?: never;\n`;
    const { scheme, header, prefix, description } = form;
    const comment = jsdoc([description, `Sent as \`${header}: ${prefix}<credential>\`.`], "      ");
    return `${comment}      readonly ${propertyKey(scheme)}: core.Credential;\n`;
  });
  return `  | {\n${members.join("")}    }`;
}

/** The names of all fields that carry a secret, in either direction. */
function secretsOf({ document }: Spec): readonly string[] {
  const names = operationsOf(document).flatMap(({ body, responses }) => [
    ...(body?.secrets ?? []),
    ...responses.flatMap((response) => response.body?.secrets ?? []),
  ]);
  return [...new Set(names)].sort();
}

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2).replaceAll(/"([A-Za-z]\w*)":/g, "$1:");
