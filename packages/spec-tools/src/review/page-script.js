// The page works without this: it adds keys, and opens what a link points at.
const findings = () => [...document.querySelectorAll("details.finding > summary")];

const move = (step) => {
  const all = findings();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const toggleAll = () => {
  const all = findings().map((summary) => summary.parentElement);
  const open = all.some((details) => !details.open);
  for (const details of all) details.open = open;
};

const keys = { j: () => move(1), k: () => move(-1), o: toggleAll };

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  keys[event.key]?.();
});

const openTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName !== "DETAILS") return;
  target.open = true;
  target.scrollIntoView();
  target.querySelector("summary").focus();
};

addEventListener("hashchange", openTarget);
openTarget();
