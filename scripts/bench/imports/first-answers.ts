/** A program that imports a package and gets one answer; BASE is the address of the server. */
export const FIRST_ANSWERS: Readonly<Record<string, string>> = {
  "bare fetch": "(await fetch(BASE + '/things')).json()",
  "@git-tokens/core": `(async () => {
    const { createClient, defineOperation } = await import("@git-tokens/core");
    const client = createClient({ name: "first", auth: { key: { header: "x-key", prefix: "" } }, secrets: [] }, { baseUrl: BASE, auth: { key: "k" } });
    return defineOperation({ name: "list", method: "GET", path: "/things", effect: "read" })(client);
  })()`,
  "openapi-fetch": "(await import('openapi-fetch')).default({ baseUrl: BASE }).GET('/things')",
  ofetch: "(await import('ofetch')).ofetch(BASE + '/things')",
  ky: "(await import('ky')).default(BASE + '/things').json()",
  axios: "(await import('axios')).default.get(BASE + '/things')",
  got: "(await import('got')).default(BASE + '/things').json()",
  "@octokit/request": "(await import('@octokit/request')).request('GET /things', { baseUrl: BASE })",
  undici: "(await (await import('undici')).request(BASE + '/things')).body.json()",
  openai: "new (await import('openai')).default({ baseURL: BASE, apiKey: 'k' }).get('/things')",
  cloudflare: "new (await import('cloudflare')).default({ baseURL: BASE, apiToken: 'k' }).get('/things')",
};
