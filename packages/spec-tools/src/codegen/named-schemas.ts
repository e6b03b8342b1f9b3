import ts from "typescript";
import type { SchemaTypes } from "./schema-types.ts";

/**
 * Gives each schema in `components["schemas"]` a declaration of its own, so that editors and messages of the compiler show
 * its name: an interface where it is an object, else a type. What refers to it by `components` stays as it is.
 *
 * @param taken Names that the file has for other things.
 */
export function nameSchemas(
  nodes: readonly ts.Node[],
  schemas: SchemaTypes,
  taken: ReadonlySet<string>,
): readonly ts.Node[] {
  const declarations: ts.Node[] = [];
  const name = (property: ts.TypeElement): ts.TypeElement => {
    if (!ts.isPropertySignature(property) || property.type === undefined) return property;
    const alias = schemas.get(textOf(property.name))?.alias;
    if (alias === undefined || taken.has(alias)) return property;
    const declaration = declarationOf(alias, property.type);
    ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(property));
    declarations.push(declaration);
    const reference = ts.factory.createTypeReferenceNode(alias);
    return ts.factory.createPropertySignature(property.modifiers, property.name, property.questionToken, reference);
  };
  const changed = nodes.map((node) => (isComponents(node) ? withSchemas(node, name) : node));
  return [...changed, ...declarations];
}

function declarationOf(name: string, type: ts.TypeNode): ts.Statement {
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

const isComponents = (node: ts.Node): node is ts.InterfaceDeclaration =>
  ts.isInterfaceDeclaration(node) && node.name.text === "components";

/** The declaration of `components` with each schema changed. */
function withSchemas(
  node: ts.InterfaceDeclaration,
  change: (property: ts.TypeElement) => ts.TypeElement,
): ts.InterfaceDeclaration {
  const members = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || textOf(member.name) !== "schemas") return member;
    if (member.type === undefined || !ts.isTypeLiteralNode(member.type)) return member;
    const type = ts.factory.createTypeLiteralNode(member.type.members.map(change));
    return ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  });
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.createInterfaceDeclaration(modifiers, name, typeParameters, heritageClauses, members);
}

const textOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
