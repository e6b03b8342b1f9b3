import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PageLink } from "@git-tokens/spec-tools/reference/text-page";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { ROOT } from "@git-tokens/workspace/paths";
import { siteTools } from "@git-tokens/workspace/tool-set";

/** The part of TypeDoc that is used here; its own types are there only once it is installed. */
interface TypeDoc {
  readonly Application: { bootstrap(options: object): Promise<Application> };
}

interface Application {
  readonly logger: { hasErrors(): boolean; hasWarnings(): boolean };
  readonly renderer: {
    readonly hooks: { on(place: "body.begin" | "head.end", listener: (context: PageContext) => object): void };
  };
  convert(): Promise<{ readonly children?: readonly Module[] } | undefined>;
  generateDocs(project: object, out: string): Promise<void>;
}

interface PageContext {
  /** What the page is about, and its own path. */
  readonly page: { readonly model: object; readonly url: string };
  /** The way from the page to another one. */
  relativeURL(url: string): string;
}

interface Module {
  name: string;
}

/** An entry point of a package. */
interface Entry {
  /** What it is imported by. */
  readonly name: string;
  readonly source: string;
}

const SOURCE = "@git-tokens/source";

/**
 * Writes a page for every export of the published packages.
 *
 * @param out The folder of the pages, which is next to those of `links`.
 * @param scratch A folder for what is needed on the way.
 * @returns The page of each entry point, relative to `out`, by what it is imported by.
 * @throws {UserError} if the sources do not compile, or a comment has a link that leads nowhere.
 */
export async function writeTypescriptApi(
  folders: readonly string[],
  out: string,
  scratch: string,
  links: readonly PageLink[],
): Promise<ReadonlyMap<string, string>> {
  const entries = (await Promise.all(folders.map(entriesOf))).flat();
  const { Application }: TypeDoc = siteTools.require("typedoc");
  const app = await Application.bootstrap({
    name: "TypeScript API",
    entryPoints: entries.map(({ source }) => source),
    tsconfig: await writeConfig(scratch, entries),
    readme: "none",
    disableSources: true,
    hideGenerator: true,
    includeHierarchySummary: false,
    customCss: fileURLToPath(new URL("typescript-api.css", import.meta.url)),
    logLevel: "Warn",
    validation: { invalidLink: true, notExported: false, notDocumented: false },
  });
  const project = await app.convert();
  if (project === undefined || app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new UserError("the exports of the packages cannot be documented; the lines above say why");
  }
  const modules = project.children ?? [];
  for (const module of modules) module.name = entryNamed(module.name, entries);
  const pages = new Map<string, string>();
  app.renderer.hooks.on("body.begin", (context) => {
    const module = modules.find((one) => one === context.page.model);
    if (module) pages.set(module.name, context.page.url);
    return bar(links, context);
  });
  // A browser asks for an icon where a page names none.
  app.renderer.hooks.on("head.end", () => element("link", { rel: "icon", href: "data:," }, []));
  await app.generateDocs(project, out);
  if (app.logger.hasErrors()) throw new UserError(`the pages of ${out} could not be written`);
  return pages;
}

/** The entry points of a package that have sources. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const manifest: { readonly name: string; readonly exports?: Readonly<Record<string, unknown>> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    const source: unknown = Object(target)[SOURCE];
    return typeof source === "string" ? [{ name: manifest.name + path.slice(1), source: join(folder, source) }] : [];
  });
}

/** TypeDoc calls a module by the path of its file from the folder that has all of them, without `index`. */
function entryNamed(path: string, entries: readonly Entry[]): string {
  const found = entries.find(({ source }) => source.replace(/(?:\/index)?\.ts$/, "").endsWith(`/${path}`));
  if (found === undefined) throw new Error(`TypeDoc has a module ${path}, and no entry point is called so`);
  return found.name;
}

async function writeConfig(scratch: string, entries: readonly Entry[]): Promise<string> {
  const file = join(scratch, "tsconfig.json");
  const compilerOptions = { types: ["node"], typeRoots: [join(ROOT, "node_modules/@types")] };
  const files = entries.map(({ source }) => source);
  await writeFile(file, JSON.stringify({ extends: join(ROOT, "tsconfig.base.json"), compilerOptions, files }));
  return file;
}

/** The bar of links, as TypeDoc takes elements: it has no other form for them without its JSX. */
const bar = (links: readonly PageLink[], context: PageContext): object =>
  element("nav", { class: "site-bar", "aria-label": "Pages" }, [
    ...links.map(({ text, href }) => element("a", { href: context.relativeURL(href) }, [text])),
  ]);

const element = (tag: string, props: object, children: readonly (object | string)[]): object => ({
  tag,
  props,
  children,
});
