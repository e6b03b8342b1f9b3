import type { ApiServer, ApiServerVariable } from "../api-description.ts";
import type { CheckedServer, CheckedServerVariable } from "../check/checked-document.ts";
import { pointerTo, type Scope, type Spot, spotsIn } from "./scope.ts";

/** The servers that a request can be sent to; the others are told and left out. */
export function serversOf(
  scope: Scope,
  { value, tokens }: Spot<readonly CheckedServer[] | undefined>,
): readonly ApiServer[] | undefined {
  if (value === undefined) return undefined;
  return value.flatMap((server, index) => serverOf(scope, { value: server, tokens: [...tokens, String(index)] }) ?? []);
}

function serverOf(scope: Scope, spot: Spot<CheckedServer>): ApiServer | undefined {
  const { value, tokens } = spot;
  const stated = value.url?.trim() ?? "";
  // Without a scheme it would be that of the document, and that is on a disk.
  const url = stated.startsWith("//") ? `https:${stated}` : stated;
  const tell = (message: string) =>
    scope.report({ tokens: [...tokens, "url"], level: "warning", rule: "server", message });
  if (url === "") {
    tell("a server has no url; it is left out");
    return undefined;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    tell(`the server "${url}" is reached by ${scheme}, not by HTTP; it is left out`);
    return undefined;
  }
  const variables = variablesOf(scope, url, spot);
  const absolute = scheme !== undefined || startsWithVariable(url);
  if (!absolute && !url.startsWith("/") && !url.startsWith(".")) {
    tell(`the server "${url}" has no https:// before it, so it is read as a path`);
  }
  if (absolute && !URL.canParse(filled(url, variables))) {
    tell(`the server "${url}" is no address; it is left out, so write a whole one with https://`);
    return undefined;
  }
  if (/[?#]/.test(url)) {
    tell(`the server "${url}" has a query or a fragment, which no base address can have; it is left out`);
    return undefined;
  }
  return { url, absolute, description: value.description, variables, pointer: pointerTo(spot) };
}

/** As in `{protocol}://host` or `{server}/v1`: the variable holds what makes the URL whole. */
const startsWithVariable = (url: string): boolean => url.startsWith("{");

/** An address with a value for each variable; one that begins with a variable may get all of itself from it. */
const filled = (url: string, variables: readonly ApiServerVariable[]): string => {
  const text = url.replaceAll(/\{([^{}]+)\}/g, (_, name) => variables.find((one) => one.name === name)?.default ?? "1");
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
};

function variablesOf(
  { report }: Scope,
  url: string,
  { value, tokens }: Spot<CheckedServer>,
): readonly ApiServerVariable[] {
  const described = new Map(spotsIn(value.variables, [...tokens, "variables"]));
  const names = new Set([...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name));
  return [...names].map((name) => {
    const spot: Spot<CheckedServerVariable> = described.get(name) ?? { value: {}, tokens: [...tokens, "url"] };
    const { default: stated, enum: values, description } = spot.value;
    // As in `{your-tenant}`: what the reader of the document is to put there.
    const standard = stated !== undefined && /[{}<>\s]/.test(stated) ? undefined : stated;
    if (standard === undefined) {
      const has = stated === undefined ? "has no default" : `has the default "${stated}", which no address can have`;
      const message = `the server variable "${name}" ${has}; every caller has to give it`;
      report({ tokens: spot.tokens, level: "warning", rule: "server", message });
    }
    if (standard !== undefined && values !== undefined && !values.includes(standard)) {
      const message = `the default "${standard}" of the server variable "${name}" is not in its enum; add it there`;
      report({ tokens: spot.tokens, level: "warning", rule: "server", message });
    }
    return { name, default: standard, values, description };
  });
}
