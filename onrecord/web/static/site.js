// Lights up the spans of a value, and walks through values by keyboard. The pages work without it.
const items = [...document.querySelectorAll("[data-shows]")];
const text = document.querySelector("[data-text]");
let current = -1;

const spansOf = (id) => (text ? [...text.querySelectorAll(`[data-value~="${CSS.escape(id)}"]`)] : []);

function light(item) {
  for (const span of document.querySelectorAll(".on")) span.classList.remove("on");
  for (const each of items) each.classList.toggle("current", each === item);
  if (!item) return;
  const spans = spansOf(item.dataset.shows);
  for (const span of spans) span.classList.add("on");
  return spans[0];
}

function walk(step) {
  if (!items.length) return;
  current = (current + step + items.length) % items.length;
  items[current].focus({ preventScroll: true });
  const first = light(items[current]);
  (first ?? items[current]).scrollIntoView({ block: "center" });
  items[current].scrollIntoView({ block: "nearest" });
}

for (const [at, item] of items.entries()) {
  item.addEventListener("mouseenter", () => light(item));
  item.addEventListener("focus", () => { current = at; light(item); });
  item.addEventListener("mouseleave", () => light(items[current]));
}

text?.addEventListener("click", (event) => {
  const span = event.target.closest("[data-value]");
  const id = span?.dataset.value.split(" ").at(-1);
  const at = items.findIndex((item) => item.dataset.shows === id);
  if (at >= 0) { current = at - 1; walk(1); }
});

const press = (name) => items[current]?.querySelector(`form.decide :is(button[value="${name}"], button[data-key="${name}"])`)?.click();

function reach(part, field) {
  const found = items[current]?.querySelector(part);
  if (found) found.open = true;
  found?.querySelector(field)?.focus();
}

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, select, textarea");
  if (field && event.key === "Escape" && items[current]?.contains(field)) { items[current].focus(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || field) return;
  const keys = {
    j: () => walk(1), k: () => walk(-1), a: () => press("accept"), r: () => press("reject"),
    e: () => reach("details.edits", "form.edit input:not([type=hidden]), form.edit select"),
    m: () => reach("form.merge", "select"),
    u: () => document.querySelector("form.undo button")?.click(),
    n: () => document.querySelector("a[rel=next]")?.click(), p: () => document.querySelector("a[rel=prev]")?.click(),
    Escape: () => { current = -1; light(null); },
  };
  if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
});

// On a phone what was found comes first: the question is folded away. Elsewhere it stands open, without a summary.
const narrow = matchMedia("(max-width: 56rem)");
const fold = () => { for (const each of document.querySelectorAll("details[data-fold]")) each.open = !narrow.matches; };
narrow.addEventListener("change", fold);
fold();

if (document.querySelector(".review") && items.length) walk(1);
if (location.hash) {
  const at = items.findIndex((item) => `#${item.id}` === location.hash);
  if (at >= 0) { current = at - 1; walk(1); }
}
