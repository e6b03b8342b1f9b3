/**
 * Shows the git integration tokens of a workspace in a browser, which holds no credential: `proxy.ts` beside it adds that.
 *
 *     npm install @git-tokens/vk-workspace
 *     npx -y esbuild page.ts --bundle --format=esm --outfile=page.js
 */
import { createVkWorkspace, settle } from "@git-tokens/vk-workspace";

const vk = createVkWorkspace({
  // The page's own server, so that the browser asks nobody whether it may.
  baseUrl: `${location.origin}/vk`,
  // A client wants a credential; the proxy puts the real one in its place.
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
