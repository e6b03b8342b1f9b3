import type { ApiServer } from "../description/api-description.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey } from "./names.ts";
import { oneLine } from "./operation-docs.ts";
import type { OwnServer } from "./own-servers.ts";

type Servers = readonly ApiServer[];

/**
 * The address that requests go to where the caller names none: the first server. Undefined where that is a path on any host,
 * or has variables: those differ between installations, and their defaults are for tools that need some address.
 */
export function defaultServer([server]: Servers): string | undefined {
  return server?.absolute && server.variables.length === 0 ? server.url : undefined;
}

/** A variable that is the whole host says no more than `baseUrl` does. */
const isAnyHost = ({ url }: ApiServer): boolean => /^https?:\/\/\{[^{}]+\}\/?$/.test(url);

/** The functions that make the address of a server with variables, one for each that has some. */
export function renderServers(servers: Servers): string {
  const templates = servers.filter((server) => server.variables.length > 0 && !isAnyHost(server));
  return templates.map((server, index) => renderServer(server, `serverUrl${index === 0 ? "" : index + 1}`)).join("");
}

function renderServer(server: ApiServer, name: string): string {
  const optional = server.variables.every((variable) => variable.default !== undefined);
  const origin = server.absolute ? "" : "origin: string, ";
  return [
    jsdoc([
      `The address of a server, \`${addressOf(server)}\`, for the option \`baseUrl\`.`,
      origin && "@param origin What is before the path, as in `https://example.com`.",
    ]),
    `export const ${name} = (${origin}variables: ${variablesType(server)}${optional ? " = {}" : ""}): string =>\n`,
    `  ${origin && "origin + "}${urlCode(server)};\n\n`,
  ].join("");
}

const variablesType = ({ variables }: ApiServer): string =>
  `{ ${variables
    .map(({ name, default: value, values, description }) => {
      const comment = description === undefined ? "" : `${jsdoc([oneLine(description)]).trim()} `;
      const type = values?.map((one) => JSON.stringify(one)).join(" | ") ?? "string";
      return `${comment}readonly ${propertyKey(name)}${value === undefined ? "" : "?"}: ${type}`;
    })
    .join("; ")} }`;

function urlCode({ url, variables }: ApiServer): string {
  const parts = url.split(/\{([^{}]+)\}/).map((part, index) => {
    if (index % 2 === 0) return JSON.stringify(part);
    const standard = variables.find(({ name }) => name === part)?.default;
    const value = `variables[${JSON.stringify(part)}]`;
    return standard === undefined ? value : `(${value} ?? ${JSON.stringify(standard)})`;
  });
  return parts.filter((part) => part !== '""').join(" + ");
}

/** The option `baseUrl` of a client, with what the document says of its servers. */
export function baseUrlOption(servers: Servers): string {
  const [first, ...others] = servers;
  const standard = defaultServer(servers);
  const named = [
    ...(first === undefined || standard !== undefined || isAnyHost(first) ? [] : [first]),
    ...others.filter((server) => !isAnyHost(server)),
  ];
  const sections = [
    standard === undefined
      ? "The address of the installation. Every installation has its own, so there is no default."
      : `The address of the server. Default \`${standard}\`.`,
    named.length > 0 && `The description names ${named.map(describe).join(", ")}.`,
  ].filter((section) => section !== false);
  const isOptional = standard !== undefined;
  return `${jsdoc(sections, "  ")}  readonly baseUrl${isOptional ? "?" : ""}: string${isOptional ? " | undefined" : ""};\n`;
}

function describe(server: ApiServer): string {
  const description = oneLine(server.description ?? "");
  const where = server.absolute ? "" : "a path on a host of your own";
  const more = [where, description].filter(Boolean).join(", ");
  return `\`${addressOf(server)}\`${more && ` (${more})`}`;
}

/** An address as a comment has it. */
const addressOf = ({ url }: ApiServer): string => url.replaceAll("`", "");

/** The option for the servers that operations have for themselves; empty if there are none. */
export function serversOption(own: ReadonlyMap<string, OwnServer>): string {
  if (own.size === 0) return "";
  const members = [...own.values()].map(serverMember);
  const title = "Other addresses for operations that have a server of their own, whatever `baseUrl` is.";
  return `${jsdoc([title], "  ")}  readonly servers?: {\n${members.join("")}  } | undefined;\n`;
}

/** It may be left out, even where a variable has no default: most callers use none of these operations. */
function serverMember({ server, others, operations }: OwnServer): string {
  const description = oneLine(server.description ?? "");
  const sections = [
    description,
    server.absolute ? "" : "A path on the host of `baseUrl`.",
    `The server of ${listed(operations)}.`,
    others.length > 0 && `The description also names ${others.map(describe).join(", ")}.`,
  ].filter((section) => section !== false);
  const type = server.variables.length > 0 ? `string | ${variablesType(server)}` : "string";
  return `${jsdoc(sections, "    ")}    readonly ${JSON.stringify(server.url)}?: ${type} | undefined;\n`;
}

const SHOWN = 5;

function listed(operations: readonly string[]): string {
  const shown = operations.slice(0, SHOWN).map((id) => `\`${id}\``);
  const more = operations.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The code that names all servers that operations have for themselves. */
export function ownServersCode(own: ReadonlyMap<string, OwnServer>): string {
  const table = Object.fromEntries(
    [...own].map(([url, { server }]) => [
      url,
      Object.fromEntries(
        server.variables.map(({ name, default: standard, values }) => [name, { default: standard, values }]),
      ),
    ]),
  );
  return JSON.stringify(table);
}
