// Writes the changes of each provider, a page at a time, and finds those that are asked for.
const SEVERITIES = ["patch", "feature", "warn", "breaking"];
const SIZE = 50;

const findingPart = ([, rule, why, old, now, key, approved], breaking) =>
  el(
    "div",
    { class: "finding-part" },
    el("p", {}, sentence(why)),
    values(old, now),
    approved !== 0 ? el("p", { class: "soft" }, `Approved: ${approved}`) : breaking ? approval(key) : undefined,
    el("p", { class: "soft" }, "Rule ", el("code", {}, rule)),
  );

const axisColumn = (name, title, findings, breaking) =>
  el(
    "section",
    { class: "axis-column" },
    el("h5", {}, title),
    findings.length === 0
      ? el("p", { class: "soft" }, name === "wire" ? "Nothing that travels changes." : "Code of before compiles as it did.")
      : findings.map((finding) => findingPart(finding, breaking)),
  );

const bodyOf = ([severity, , , operations, , findings], data) => {
  const of = (axis) => findings.filter(([own]) => own === axis);
  const breaking = data.approvable && SEVERITIES[severity] === "breaking";
  return el(
    "div",
    { class: "body" },
    el("div", { class: "axes" }, axisColumn("wire", "Wire", of("wire"), breaking), axisColumn("types", "TypeScript", of("types"), breaking)),
    operations.length > 0 ? el("p", { class: "soft" }, `Operations: ${operations.map((index) => data.operations[index]).join(", ")}`) : undefined,
  );
};

const rowOf = (row, data) => {
  const [severity, location, where, , , findings] = row;
  const name = SEVERITIES[severity];
  const marks = ["wire", "types"].filter((axis) => findings.some(([own]) => own === axis));
  const approved = findings.every((finding) => finding[6] !== 0);
  const details = el(
    "details",
    { class: "finding", id: `${data.provider}-${findings[0][5]}` },
    el(
      "summary",
      {},
      el("span", { class: `badge ${name}` }, name),
      el("span", { class: "place" }, location),
      marks.map((axis) => el("span", { class: `mark ${axis}` }, axis === "wire" ? "wire" : "types")),
      approved ? el("span", { class: "badge approved" }, "approved") : undefined,
      where === "" ? undefined : el("span", { class: "where" }, where),
      el("span", { class: "why" }, sentence(findings[0][2])),
    ),
  );
  const fill = () => {
    if (details.children.length === 1) details.append(bodyOf(row, data));
  };
  // The event of opening comes only after the next frame.
  details.firstElementChild.addEventListener("click", fill);
  details.addEventListener("toggle", () => details.open && fill());
  return details;
};

const textOf = (row, data) =>
  [row[1], row[2], ...row[3].map((index) => data.operations[index]), ...row[5].flat()].join(" ").toLowerCase();

/** The list of one provider with its filters. */
const listOf = (root, data) => {
  const asked = { severities: new Set(), operation: "", text: "", page: 0 };
  const rows = data.rows.map((row) => ({ row, text: undefined }));
  const list = el("div", { class: "groups" });
  const pager = el("nav", { class: "pager", "aria-label": "Pages" });
  const status = el("p", { class: "status-line", role: "status" });
  const fits = (entry) => {
    const { row } = entry;
    if (asked.severities.size > 0 && !asked.severities.has(row[0])) return false;
    if (asked.operation !== "" && !row[3].includes(Number(asked.operation))) return false;
    if (asked.text === "") return true;
    entry.text ??= textOf(row, data);
    return asked.text.split(/\s+/).every((word) => entry.text.includes(word));
  };
  const found = () => rows.filter(fits).map(({ row }) => row);
  const show = () => {
    const all = found();
    const pages = Math.max(1, Math.ceil(all.length / SIZE));
    asked.page = Math.min(asked.page, pages - 1);
    const shown = all.slice(asked.page * SIZE, (asked.page + 1) * SIZE);
    const groups = Map.groupBy(shown, (row) => row[4]);
    list.replaceChildren(
      ...[...groups].map(([group, own]) => {
        const [title, operations] = data.groups[group];
        const head = el("h4", {}, title, operations === "" ? undefined : el("small", {}, ` ${operations}`));
        return el("section", { class: "group" }, head, own.map((row) => rowOf(row, data)));
      }),
    );
    const from = asked.page * SIZE;
    status.textContent =
      all.length === 0 ? "No change fits the filters." : `${from + 1} to ${from + shown.length} of ${all.length} changes`;
    const go = (step, name, off) =>
      el("button", { type: "button", disabled: off && "", on: { click: () => turn(step) } }, name);
    pager.replaceChildren(...(pages === 1 ? [] : [go(-1, "Previous", asked.page === 0), el("span", {}, `Page ${asked.page + 1} of ${pages}`), go(1, "Next", asked.page === pages - 1)]));
  };
  const turn = (step) => {
    asked.page += step;
    show();
    root.scrollIntoView();
    list.querySelector("summary")?.focus({ preventScroll: true });
  };
  const change = (act) => {
    act();
    asked.page = 0;
    show();
  };
  if (data.rows.length === 0) {
    root.replaceChildren(el("p", { class: "empty" }, "The spec says what it said before."));
    return undefined;
  }
  root.replaceChildren(filters(data, asked, change), status, list, pager);
  show();
  return {
    reveal: (id) => {
      const index = found().findIndex((row) => row[5].some((finding) => `${data.provider}-${finding[5]}` === id));
      if (index < 0) return undefined;
      asked.page = Math.floor(index / SIZE);
      show();
      return list.querySelectorAll("details.finding")[index % SIZE];
    },
  };
};

const filters = (data, asked, change) => {
  const chips = [3, 2, 1, 0].flatMap((severity) => {
    const count = data.rows.filter((row) => row[0] === severity).length;
    if (count === 0) return [];
    const act = (event) =>
      change(() => {
        const on = !asked.severities.delete(severity);
        if (on) asked.severities.add(severity);
        event.currentTarget.setAttribute("aria-pressed", String(on));
      });
    return [el("button", { type: "button", class: `chip ${SEVERITIES[severity]}`, "aria-pressed": "false", on: { click: act } }, `${count} ${SEVERITIES[severity]}`)];
  });
  const operation = el(
    "select",
    { "aria-label": "Operation", on: { change: (event) => change(() => (asked.operation = event.target.value)) } },
    el("option", { value: "" }, "Every operation"),
    data.operations.map((name, index) => el("option", { value: String(index) }, name)),
  );
  const search = el("input", { type: "search", "aria-label": "Search the changes", placeholder: "Search", on: { input: (event) => change(() => (asked.text = event.target.value.trim().toLowerCase())) } });
  return el("div", { class: "filters" }, el("div", { class: "chips", role: "group", "aria-label": "Severity" }, chips), operation, search);
};

const lists = JSON.parse(document.getElementById("data").textContent).map((data) =>
  listOf(document.querySelector(`[data-provider="${CSS.escape(data.provider)}"] [data-changes]`), data),
);

const summaries = () => [...document.querySelectorAll("details.finding > summary")];

const move = (step) => {
  const all = summaries();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const toggleAll = () => {
  const all = summaries().map((summary) => summary.parentElement);
  const open = all.some((details) => !details.open);
  for (const details of all) details.open = open;
};

const keys = { j: () => move(1), k: () => move(-1), o: toggleAll, "/": () => document.querySelector("input[type=search]")?.focus() };

addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (typing && event.key === "Escape") event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

const openTarget = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === "") return;
  const target = lists.map((list) => list?.reveal(id)).find(Boolean) ?? document.getElementById(id);
  if (target?.tagName !== "DETAILS") return;
  target.open = true;
  target.scrollIntoView();
  target.querySelector("summary").focus();
};

addEventListener("hashchange", openTarget);
openTarget();
