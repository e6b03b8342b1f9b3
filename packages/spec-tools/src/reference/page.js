const { spec, prefixes, notes, client, specUrl } = JSON.parse(document.getElementById("data").textContent);

const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

// In a page that was opened from a file the viewer follows references only if the spec has an address of the web. It
// gets one, and what it asks for there is answered from the page.
const local = URL.createObjectURL(new Blob([JSON.stringify(spec)], { type: "application/json" }));

/** The viewer sends an apiKey as it was entered; the word before it comes from the spec. */
const withPrefix = ([name, auth]) => {
  const prefix = prefixes[name];
  if (!prefix || typeof auth.value !== "string" || auth.value.startsWith(prefix)) return [name, auth];
  return [name, { ...auth, value: prefix + auth.value }];
};

/** What the pages of the viewer lack: see operation-note.ts. */
const notesPlugin = ({ React, getComponent }) => {
  const h = React.createElement;

  const Copy = ({ text }) => {
    const [copied, setCopied] = React.useState(false);
    const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
    return h("button", { type: "button", className: "copy", onClick: copy }, copied ? "Copied" : "Copy");
  };

  const Code = ({ label, language, text }) =>
    h(
      "figure",
      { className: "sample" },
      h("figcaption", null, label, h(Copy, { text })),
      h(getComponent("SyntaxHighlighter", true), { language, className: "code" }, text),
    );

  const Errors = ({ errors }) =>
    h(
      "table",
      { className: "errors" },
      h("thead", null, h("tr", null, ...["Status", "Error", "Did it take effect?"].map((text) => h("th", { key: text }, text)))),
      h(
        "tbody",
        null,
        ...errors.map(({ status, error, about, outcome }) =>
          h(
            "tr",
            { key: status },
            h("td", null, status),
            h("td", null, h("code", null, error), h("span", null, about)),
            h("td", null, outcome),
          ),
        ),
      ),
    );

  const Note = ({ note }) =>
    h(
      "section",
      { className: "operation-note" },
      h("p", { className: "effect-line" }, h(Effect, { note }), note.about),
      note.recovery && h("p", { className: "recovery" }, h("strong", null, "In doubt: "), note.recovery),
      note.refusals.length > 0 &&
        h("p", { className: "refusal" }, h("strong", null, "No client is generated for it: "), note.refusals.join("; ")),
      h(
        "div",
        { className: "samples" },
        note.refusals.length === 0 && h(Code, { label: "TypeScript", language: "javascript", text: note.typescript }),
        h(Code, { label: "curl", language: "bash", text: note.curl }),
      ),
      note.source && h("p", { className: "source" }, "Documented at ", h("a", { href: note.source }, note.source)),
      h("h4", null, "Errors"),
      h(Errors, { errors: note.errors }),
    );

  const Effect = ({ note }) => h("span", { className: `effect ${note.effect}` }, note.effect);

  /** A name that may be broken before each of its words, and nowhere else. */
  const Name = ({ text }) =>
    h(
      "code",
      { className: "operation-name" },
      ...text.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=_)/).flatMap((word, index) => (index ? [h("wbr", { key: index }), word] : [word])),
    );

  return {
    statePlugins: {
      spec: {
        wrapActions: {
          // Until the viewer has followed the references of an operation, it finds none to send, and would wait for ever.
          execute: (original, { specSelectors }) => async (given) => {
            const resolved = () => specSelectors.specResolvedSubtree(["paths", given.path, given.method]);
            while (!resolved()) await new Promise((resolve) => setTimeout(resolve, 20));
            return original({ ...given, operation: resolved() });
          },
        },
      },
      auth: {
        wrapActions: {
          authorize: (original) => (given) => original(Object.fromEntries(Object.entries(given).map(withPrefix))),
        },
      },
    },
    wrapComponents: {
      // The address of the document, which is that of the mock.
      InfoUrl: () => () => null,
      OperationSummaryPath: (Original) => (props) => {
        const { method, path } = props.operationProps.toObject();
        const note = notes[`${method} ${path}`];
        return h(
          React.Fragment,
          null,
          h(Original, props),
          note && h("span", { className: "operation-facts" }, h(Effect, { note }), h(Name, { text: note.id })),
        );
      },
      parameters: (Original) => (props) => {
        const [path, method] = props.pathMethod;
        const note = notes[`${method} ${path}`];
        return h(React.Fragment, null, note && h(Note, { note }), h(Original, props));
      },
      InfoContainer: (Original) => (props) =>
        h(
          React.Fragment,
          null,
          h(Original, props),
          h("div", { className: "client" }, h(Code, { label: "The client in TypeScript", language: "javascript", text: client })),
        ),
    },
  };
};

window.SwaggerUIBundle({
  url: specUrl,
  dom_id: "#reference",
  validatorUrl: null,
  docExpansion: "list",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  plugins: [notesPlugin],
  requestInterceptor: (request) => (request.loadSpec ? { ...request, url: local } : request),
});
