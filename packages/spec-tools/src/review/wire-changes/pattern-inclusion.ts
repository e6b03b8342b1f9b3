import { CharSet, type Concatenation, DFA, type Element, isDisjointWith, JS, NFA, type NoParent } from "refa";

/** How large an automaton may become before the question is left open. */
const LIMIT = 3000;

/**
 * Whether every text that matches the old pattern matches the new one, by the automata of both. Where a pattern has
 * what no automaton expresses, such as a look-ahead in its middle, nobody can say, and the answer is no.
 */
export function isLooserPattern(old: string, now: string): boolean {
  if (old === now) return true;
  try {
    const others = languageOf(now);
    others.complement(new DFA.LimitedNodeFactory(LIMIT));
    return isDisjointWith(languageOf(old), others, LIMIT);
  } catch {
    return false;
  }
}

/** All texts that a pattern is found in: it may begin and end anywhere unless it says otherwise. */
function languageOf(pattern: string): DFA {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: pattern, flags: "u" }).parse();
  const anything = anyText(maxCharacter);
  const alternatives = expression.alternatives.map(({ elements }): NoParent<Concatenation> => {
    const [starts, ends] = [isEdge(elements[0], "behind"), isEdge(elements.at(-1), "ahead")];
    const inner = elements.slice(starts ? 1 : 0, ends ? -1 : undefined);
    return {
      type: "Concatenation",
      elements: [...(starts ? [] : [anything]), ...inner, ...(ends ? [] : [anything])],
    };
  });
  const texts = NFA.fromRegex(alternatives, { maxCharacter }, undefined, new NFA.LimitedNodeFactory(LIMIT));
  return DFA.fromFA(texts, new DFA.LimitedNodeFactory(LIMIT));
}

const anyText = (maxCharacter: number): NoParent<Element> => ({
  type: "Quantifier",
  min: 0,
  max: Number.POSITIVE_INFINITY,
  lazy: false,
  alternatives: [
    { type: "Concatenation", elements: [{ type: "CharacterClass", characters: CharSet.all(maxCharacter) }] },
  ],
});

/** Whether it is `^` or `$`, which the parser writes as "no character is next to it". */
function isEdge(element: NoParent<Element> | undefined, side: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || !element.negate || element.kind !== side) return false;
  const [only] = element.alternatives;
  const [character] = only?.elements ?? [];
  return (
    element.alternatives.length === 1 &&
    only?.elements.length === 1 &&
    character?.type === "CharacterClass" &&
    character.characters.isAll
  );
}
