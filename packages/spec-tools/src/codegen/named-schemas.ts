import type ts from "typescript";
import type { SchemaTypes } from "./schema-types.ts";
import { ts as compiler } from "./type-engine.ts";

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
    if (!compiler.isPropertySignature(property) || property.type === undefined) return property;
    const alias = schemas.get(textOf(property.name))?.alias;
    if (alias === undefined || taken.has(alias)) return property;
    const declaration = declarationOf(alias, property.type);
    compiler.setSyntheticLeadingComments(declaration, compiler.getSyntheticLeadingComments(property));
    declarations.push(declaration);
    const reference = compiler.factory.createTypeReferenceNode(alias);
    return compiler.factory.createPropertySignature(
      property.modifiers,
      property.name,
      property.questionToken,
      reference,
    );
  };
  const changed = nodes.map((node) => (isComponents(node) ? withSchemas(node, name) : node));
  return [...changed, ...declarations];
}

function declarationOf(name: string, type: ts.TypeNode): ts.Statement {
  const exported = [compiler.factory.createModifier(compiler.SyntaxKind.ExportKeyword)];
  return compiler.isTypeLiteralNode(type)
    ? compiler.factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : compiler.factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

const isComponents = (node: ts.Node): node is ts.InterfaceDeclaration =>
  compiler.isInterfaceDeclaration(node) && node.name.text === "components";

/** The declaration of `components` with each schema changed. */
function withSchemas(
  node: ts.InterfaceDeclaration,
  change: (property: ts.TypeElement) => ts.TypeElement,
): ts.InterfaceDeclaration {
  const members = node.members.map((member) => {
    if (!compiler.isPropertySignature(member) || textOf(member.name) !== "schemas") return member;
    if (member.type === undefined || !compiler.isTypeLiteralNode(member.type)) return member;
    const type = compiler.factory.createTypeLiteralNode(member.type.members.map(change));
    return compiler.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  });
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return compiler.factory.createInterfaceDeclaration(modifiers, name, typeParameters, heritageClauses, members);
}

const textOf = (name: ts.PropertyName): string =>
  compiler.isIdentifier(name) || compiler.isStringLiteral(name) || compiler.isNumericLiteral(name) ? name.text : "";
