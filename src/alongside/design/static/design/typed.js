// What is typed in a form: read, and put back. Never passwords, nor what the page itself put there.

const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "command_id", "author"]);
const STOOD = "stood"; // what stood when these words were typed belongs to them

/** The words of a form as pairs of name and text. */
export function wordsOf(form) {
  const secrets = new Set([...form.querySelectorAll("input[type=password]")].map((secret) => secret.name));
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !NEVER_KEPT.has(name) && !secrets.has(name),
  );
}

/** Puts words back where they were typed, with as many rows as there were. */
export function putBack(form, words) {
  const texts = new Map();
  for (const [name, value] of words) texts.set(name, [...(texts.get(name) ?? []), value]);
  for (const rows of form.querySelectorAll("[data-rows]")) {
    fitRows(rows, Number(texts.get(`${rows.dataset.rows}-count`)?.[0] ?? 1));
  }
  for (const field of [...form.elements].filter((one) => isPutBack(one))) {
    const kept = texts.get(field.name) ?? [];
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = kept.includes(field.value);
    else if (kept.length) field.value = kept.shift();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function isPutBack(field) {
  if (field.name === STOOD) return true;
  return field.name && field.matches("input:not([type=hidden], [type=password], [type=submit]), textarea, select");
}

function fitRows(rows, wanted) {
  const there = () => rows.querySelectorAll(":scope > .rows__row");
  const add = rows.querySelector(".rows__add");
  while (there().length < wanted && !add.hidden) add.click();
  while (there().length > Math.max(wanted, 1)) [...there()].at(-1).querySelector(".rows__remove").click();
}
