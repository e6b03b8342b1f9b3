import type { ForeignCase } from "./foreign-case.ts";
import { body, gives, OK } from "./yaml.ts";

const ids = (names: readonly string[]): string =>
  `paths: { ${names.map((name, index) => `/p${index}: { get: { ${name === "" ? "" : `operationId: ${JSON.stringify(name)}, `}${OK} } }`).join(", ")} }`;

export const names: readonly ForeignCase[] = [
  {
    title: "every style of operationId, and none",
    document: ids([
      "get-user",
      "Get_Order",
      "users.list",
      "GETThing",
      "getÜber",
      "3dModels",
      "list users",
      "",
      "repos/get",
    ]),
    program: `await api.getUser(client); await api.getOrder(client); await api.usersList(client); await api.getThing(client); await api.getÜber(client);
  await api._3dModels(client); await api.listUsers(client); await api.getP7(client); await api.reposGet(client);`,
    sends: ["0", "1", "2", "3", "4", "5", "6", "7", "8"].map((index) => [`GET /p${index}`]),
  },
  {
    title: "reserved words and names that every object has",
    document: ids([
      "delete",
      "class",
      "constructor",
      "__proto__",
      "toString",
      "then",
      "await",
      "provider",
      "client",
      "Operation",
    ]),
    program: `await api.deleteOperation(client); await api.classOperation(client); await api.constructorOperation(client); await api.proto(client); await api.toStringOperation(client);
  await api.thenOperation(client); await api.awaitOperation(client); await api.providerOperation(client); await api.client(client); await api.operation(client);`,
    sends: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => [`GET /p${index}`]),
  },
  {
    title: "names that differ in case or punctuation alone",
    document: ids(["getUser", "get_user", "GetUser", "get-user"]),
    program:
      "await api.getUser(client); await api.getUserGetP1(client); await api.getUserGetP2(client); await api.getUserGetP3(client);",
    sends: [["GET /p0"], ["GET /p1"], ["GET /p2"], ["GET /p3"]],
    notes: [/getUserGetP1/, /getUserGetP2/, /getUserGetP3/],
  },
  {
    title: "schemas with dots, brackets, generics, digits and reserved words in their names",
    version: "3.0.0",
    document: `paths: { /a: { get: { operationId: a, ${gives("application/json", '{ $ref: "#/components/schemas/Page%3CUser%3E" }')} } }, /b: { post: { operationId: b, ${body("application/json", '{ $ref: "#/components/schemas/com.example.User" }')}, ${OK} } } }
components: { schemas: { "Page<User>": { type: object, required: [items], properties: { items: { type: array, items: { $ref: "#/components/schemas/com.example.User" } } } }, com.example.User: { type: object, required: [n], properties: { n: { $ref: "#/components/schemas/string" } } }, "List[User]": { type: array, items: { $ref: "#/components/schemas/com.example.User" } }, string: { type: string }, "1st": { type: string }, Über: { type: string }, "用户": { type: string }, constructor: { type: object }, Record: { type: object }, Promise: { type: object }, page_user: { type: string }, PageUser: { type: string }, "a/b~c": { type: string } } }`,
    program: `const page: api.PageUser2 = await api.a(client);
  const n: string | undefined = page.items[0]?.n;
  const other: api.PageUser = "x";
  await api.b(client, { n: "y" }); return [n, other];`,
    answers: { "GET /a": [200, "application/json", '{"items":[{"n":"x"}]}'] },
    gives: ["x", "x"],
  },
  {
    title: "a schema whose name is that of an operation's input, or of a type of the code",
    document: `paths: { /a: { post: { operationId: createUser, ${body("application/json", '{ $ref: "#/components/schemas/CreateUserInput" }')}, ${OK} } } }
components: { schemas: { CreateUserInput: { type: object, required: [a], properties: { a: { type: string } } }, Operation: { type: object }, components: { type: string }, operations: { type: string }, ApiOptions: { type: string } } }`,
    program: 'await api.createUser(client, { a: "x" });',
    sends: [["POST /a", {}, '{"a":"x"}']],
  },
  {
    title: "text that ends a comment, begins a tag, or shows nothing",
    document: `tags: [{ name: "*/ x" }]
paths: { /a: { get: { operationId: a, summary: "*/ alert(1) /*", description: "@deprecated\\n\`\`\`ts\\n*/\\n\`\`\`\\u0000\\u2028 {@link x}", deprecated: true, tags: ["*/ x", "@y"], externalDocs: { url: "https://example.com/*/", description: "*/" }, parameters: [{ name: q, in: query, description: "*/ @x", deprecated: true, schema: { type: string, description: "*/" } }], ${gives("application/json", '{ $ref: "#/components/schemas/A" }')} } } }
components: { schemas: { A: { type: object, description: "*/ \`@x\` \\u0007", properties: { "*/": { type: string, description: "*/", default: "*/", enum: ["*/", "\`", "\${x}", "\\\\"] } } } } }`,
    program: "const a: api.A = await api.a(client, { q: 'x' }); return a;",
    gives: {},
    sends: [["GET /a?q=x"]],
  },
];
