import type { ApiDescription, ApiServer } from "../description/api-description.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey } from "./names.ts";

/**
 * The address that requests go to where the caller names none: the first server. Undefined where that is a path on any host,
 * or has variables: those differ between installations, and their defaults are for tools that need some address.
 */
export function defaultServer({ servers }: ApiDescription): string | undefined {
  const [server] = servers;
  return server?.absolute && server.variables.length === 0 ? server.url : undefined;
}

/** The function that makes the address of a server with variables; nothing if there are none but the host, or none. */
export function renderServer({ servers }: ApiDescription): string {
  const [server] = servers;
  if (server === undefined || server.variables.length === 0 || /^https?:\/\/\{[^{}]+\}\/?$/.test(server.url)) return "";
  const members = server.variables.map(
    ({ name, default: value, values }) =>
      `readonly ${propertyKey(name)}${value === undefined ? "" : "?"}: ${values?.map((one) => JSON.stringify(one)).join(" | ") ?? "string"}`,
  );
  const optional = server.variables.every((variable) => variable.default !== undefined);
  return [
    jsdoc([`The address of a server, \`${server.url}\`, for the option \`baseUrl\`.`]),
    `export const serverUrl = (variables: { ${members.join("; ")} }${optional ? " = {}" : ""}): string =>\n`,
    `  ${urlCode(server)};\n\n`,
  ].join("");
}

function urlCode({ url, variables }: ApiServer): string {
  const parts = url.split(/\{([^{}]+)\}/).map((part, index) => {
    if (index % 2 === 0) return JSON.stringify(part);
    const standard = variables.find(({ name }) => name === part)?.default;
    const value = `variables[${JSON.stringify(part)}]`;
    return standard === undefined ? value : `(${value} ?? ${JSON.stringify(standard)})`;
  });
  return parts.filter((part) => part !== '""').join(" + ");
}
