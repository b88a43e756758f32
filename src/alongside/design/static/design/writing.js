// Rows that can be added without a round trip, and how much room a text has left.

/** Adds and removes rows in place; the buttons submit the form where scripts do not run. */
export function openRows() {
  for (const rows of document.querySelectorAll("[data-rows]")) {
    rows.addEventListener("click", (event) => {
      const pressed = event.target.closest("button");
      if (!pressed) return;
      if (pressed.matches(".rows__add")) {
        event.preventDefault();
        addRow(rows);
      } else if (pressed.matches(".rows__remove")) {
        event.preventDefault();
        removeRow(rows, pressed.closest(".rows__row"));
      }
    });
  }
}

const rowsOf = (rows) => [...rows.querySelectorAll(":scope > .rows__row")];

function addRow(rows) {
  const added = rows.querySelector("template").content.cloneNode(true).firstElementChild;
  rows.querySelector(".rows__add").before(added);
  renumber(rows);
  countLetters(added);
  added.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}

function removeRow(rows, row) {
  const position = rowsOf(rows).indexOf(row);
  row.remove();
  if (rowsOf(rows).length === 0) addRow(rows);
  renumber(rows);
  rowsOf(rows)[Math.max(0, position - 1)].querySelector("input:not([type=hidden]), textarea, select")?.focus();
  rows.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Gives every row its place again in names, ids and what is read aloud. */
function renumber(rows) {
  const prefix = rows.dataset.rows;
  const mark = new RegExp(`\\b${prefix}-(?:\\d+|new)-`, "g");
  const all = rowsOf(rows);
  all.forEach((row, index) => {
    row.querySelector(".rows__number").textContent = `${rows.dataset.rowsOne} ${index + 1}`;
    for (const part of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
      for (const attribute of ["id", "name", "for", "aria-describedby"]) {
        const was = part.getAttribute(attribute);
        if (was) part.setAttribute(attribute, was.replace(mark, `${prefix}-${index}-`));
      }
    }
    const remove = row.querySelector(".rows__remove");
    if (remove) {
      remove.value = String(index);
      remove.querySelector("span").textContent = ` ${rows.dataset.rowsOne.toLowerCase()} ${index + 1}`;
      remove.hidden = all.length === 1;
    }
  });
  rows.querySelector(`[name="${prefix}-count"]`).value = String(all.length);
  rows.querySelector(".rows__add").hidden = all.length >= Number(rows.dataset.rowsAtMost);
}

/** Says how many characters are left, aloud only after a pause and only near the end. */
export function countLetters(within = document) {
  for (const group of within.querySelectorAll("[data-limit]")) {
    const text = group.querySelector("textarea");
    const limit = Number(group.dataset.limit);
    const shown = group.querySelector(".limit");
    if (!text || !shown) continue;
    shown.setAttribute("aria-live", "polite");
    const tell = () => {
      // Counted as the server counts: letters, not their halves.
      const left = limit - [...text.value].length;
      const near = left < limit / 5;
      const over = left < 0 ? `${-left} too many. Shorten this before you go on.` : `${left} characters left.`;
      const sentence = near ? over : `Up to ${limit} characters.`;
      shown.classList.toggle("limit--over", left < 0);
      if (shown.textContent !== sentence) shown.textContent = sentence;
    };
    let waiting = 0;
    text.addEventListener("input", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(tell, 600);
    });
    tell();
  }
}
