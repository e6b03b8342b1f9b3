/**
 * Shows the git tokens of an organization in a browser, without a credential: `proxy.ts` adds it.
 *
 *     npm install @git-tokens/qovery
 *     npx -y esbuild page.ts --bundle --format=esm --outfile=page.js
 */
import { createQovery, settle } from "@git-tokens/qovery";

const qovery = createQovery({
  // The server of the page itself, so that no CORS request is needed.
  baseUrl: `${location.origin}/qovery`,
  // A client needs a credential; the proxy replaces it with the real one.
  auth: { apiToken: "the-proxy-has-it" },
});

const show = (id: string, ...children: (Node | string)[]): void =>
  document.getElementById(id)?.replaceChildren(...children);

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";
const listed = await settle(qovery.listOrganizationGitTokens({ organizationId }));
if (listed.ok) {
  const items = (listed.data.results ?? []).map(({ name, type }) => {
    const item = document.createElement("li");
    item.textContent = `${name} (${type})`;
    return item;
  });
  show("tokens", ...items);
} else show("trouble", listed.error.message);
