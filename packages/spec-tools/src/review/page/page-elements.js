// What the rows of the review page are made of; page-script.js comes after it in the same script.

/** An element with its attributes and what is in it; text stays text. */
const el = (tag, attributes = {}, ...inner) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...inner.flat().filter((part) => part !== undefined && part !== ""));
  return node;
};

/** A sentence, with what is between backticks as code. */
const sentence = (text) => text.split("`").map((run, index) => (index % 2 ? el("code", {}, run) : run));

/** The part in the middle that differs, marked. */
const marked = (text, other, tag) => {
  if (other === 0) return [text];
  let start = 0;
  while (start < Math.min(text.length, other.length) && text[start] === other[start]) start++;
  let end = 0;
  const rest = Math.min(text.length, other.length) - start;
  while (end < rest && text[text.length - 1 - end] === other[other.length - 1 - end]) end++;
  const middle = text.slice(start, text.length - end);
  if (middle === "") return [text];
  return [text.slice(0, start), el(tag, {}, middle), text.slice(text.length - end)];
};

const values = (old, now) => {
  if (old === 0 && now === 0) return undefined;
  const side = (name, text, other, tag) =>
    el(
      "div",
      {},
      el("span", { class: "label" }, name),
      el("pre", { class: text === 0 ? "absent" : name === "before" ? "old" : "new" }, text === 0 ? "(nothing)" : marked(text, other, tag)),
    );
  return el("div", { class: "values" }, side("before", old, now, "del"), side("after", now, old, "ins"));
};

const copyButton = (text) =>
  el("button", {
    type: "button",
    class: "copy",
    on: {
      click: async (event) => {
        const button = event.currentTarget;
        try {
          await navigator.clipboard.writeText(text);
          button.textContent = "Copied";
        } catch {
          getSelection().selectAllChildren(button.previousElementSibling);
          button.textContent = "Selected";
        }
      },
    },
  }, "Copy");

const approval = (key) => {
  const command = `spec-tools review approve '${key}' --reason '…'`;
  return el("p", { class: "approve" }, "To let it through: ", el("code", {}, command), copyButton(command));
};
