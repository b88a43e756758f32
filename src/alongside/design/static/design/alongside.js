// What scripts add. Every page works without them; nothing here decides anything.
import { createAll, ErrorSummary, SkipLink } from "./govuk-frontend.min.js";
import { keepDrafts } from "./drafts.js";
import { watchTheMachine } from "./machine.js";
import { pressCards } from "./answers.js";
import { countLetters, openRows } from "./writing.js";

/** Sends a form once, however often its button is pressed; coming back to the page opens it again. */
function sendOnce() {
  const sent = new Set();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent.has(event.target)) {
      event.preventDefault();
      return;
    }
    sent.add(event.target);
    window.setTimeout(() => sent.delete(event.target), 8000);
  });
  window.addEventListener("pageshow", () => sent.clear());
}

// The parts start only where the page says that the browser can run them.
document.body.classList.add("govuk-frontend-supported");
createAll(ErrorSummary);
createAll(SkipLink);
sendOnce();
pressCards();
openRows();
countLetters();
watchTheMachine();
keepDrafts();
