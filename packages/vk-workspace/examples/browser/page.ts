/**
 * Shows the git integration tokens of a workspace in a browser, without a credential: `proxy.ts` adds it.
 *
 *     npm install @git-tokens/vk-workspace
 *     npx -y esbuild page.ts --bundle --format=esm --outfile=page.js
 */
import { createVkWorkspace, settle } from "@git-tokens/vk-workspace";

const vk = createVkWorkspace({
  // The server of the page itself, so that no CORS request is needed.
  baseUrl: `${location.origin}/vk`,
  // A client needs a credential; the proxy replaces it with the real one.
  auth: { privateToken: "the-proxy-has-it" },
});

const show = (id: string, ...children: (Node | string)[]): void =>
  document.getElementById(id)?.replaceChildren(...children);

const listed = await settle(vk.listGitIntegrationTokens({ workspace: "KEY" }));
if (listed.ok) {
  const items = listed.data.tokens.map(({ name, type }) => {
    const item = document.createElement("li");
    item.textContent = `${name} (${type})`;
    return item;
  });
  show("tokens", ...items);
} else show("trouble", listed.error.message);
