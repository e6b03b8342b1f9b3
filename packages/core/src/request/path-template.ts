import { configError } from "../errors/config-error.ts";
import type { OperationFacts } from "../operation-facts.ts";

/** Templates that were cut before; kept, because cutting one costs more than filling it. */
const cutBefore = /* @__PURE__ */ new WeakMap<OperationFacts, readonly string[]>();

/**
 * The path template of an operation, cut at its braces: every second part is the name of a parameter.
 *
 * @throws {ConfigError} where the template itself leaves the base path: a URL resolves dot segments away.
 */
export function cutTemplate(definition: OperationFacts): readonly string[] {
  let cut = cutBefore.get(definition);
  if (!cut) {
    if (/^(?!\/)|[\\?#\s]|\/(\.|%2e){1,2}(\/|$)/i.test(definition.path)) {
      throw configError("path", "must begin with a slash and stay below baseUrl", definition);
    }
    cut = definition.path.split(/[{}]/);
    cutBefore.set(definition, cut);
  }
  return cut;
}
