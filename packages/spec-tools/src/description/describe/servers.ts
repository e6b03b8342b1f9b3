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
  const url = value.url?.trim() ?? "";
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
  if (/[?#]/.test(url)) {
    tell(`the server "${url}" has a query or a fragment, which no base address can have; it is left out`);
    return undefined;
  }
  return { url, absolute, description: value.description, variables, pointer: pointerTo(spot) };
}

/** As in `{protocol}://host` or `{server}/v1`: the variable holds what makes the URL whole. */
const startsWithVariable = (url: string): boolean => url.startsWith("{");

function variablesOf(
  { report }: Scope,
  url: string,
  { value, tokens }: Spot<CheckedServer>,
): readonly ApiServerVariable[] {
  const described = new Map(spotsIn(value.variables, [...tokens, "variables"]));
  const names = new Set([...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name));
  return [...names].map((name) => {
    const spot: Spot<CheckedServerVariable> = described.get(name) ?? { value: {}, tokens: [...tokens, "url"] };
    const { default: standard, enum: values, description } = spot.value;
    if (standard === undefined) {
      const message = `the server variable "${name}" has no default; every caller has to give it`;
      report({ tokens: spot.tokens, level: "warning", rule: "server", message });
    }
    if (standard !== undefined && values !== undefined && !values.includes(standard)) {
      const message = `the default "${standard}" of the server variable "${name}" is not in its enum; add it there`;
      report({ tokens: spot.tokens, level: "warning", rule: "server", message });
    }
    return { name, default: standard, values, description };
  });
}
