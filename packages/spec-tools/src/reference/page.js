const { spec, forms, specUrl } = JSON.parse(document.getElementById("data").textContent);

const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

// The viewer sends an apiKey as it was entered; the word before it comes from the spec.
const withPrefix = (request) => {
  for (const name of Object.keys(request.headers)) {
    const own = forms.filter(({ header }) => header === name.toLowerCase());
    const value = request.headers[name];
    if (own.length === 0 || own.some(({ prefix }) => prefix !== "" && value.startsWith(prefix))) continue;
    request.headers[name] = `${own[0].prefix}${value}`;
  }
  return request;
};

// In a page that was opened from a file the viewer follows references only if the spec has an address of the web. It
// gets one, and what it asks for there is answered from the page.
const local = URL.createObjectURL(new Blob([JSON.stringify(spec)], { type: "application/json" }));

window.SwaggerUIBundle({
  url: specUrl,
  dom_id: "#reference",
  validatorUrl: null,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayOperationId: true,
  tryItOutEnabled: true,
  requestInterceptor: (request) => (request.loadSpec ? { ...request, url: local } : withPrefix(request)),
});
