// Offers, once, the words that were kept on this machine while the connection was lost.
import { keptHere, now, wipeHere } from "./machine.js";
import { putBack } from "./typed.js";

/** Offers them above the form. What the house has kept since is newer: then they are thrown away. */
export async function offerKept(form) {
  const kept = await keptHere();
  if (!kept) return;
  const there = document.querySelector("[data-draft-kept-at]")?.dataset.draftKeptAt;
  if (there && Date.parse(there) >= kept.at) {
    wipeHere();
    return;
  }
  const offer = document.createElement("div");
  offer.className = "put-back";
  offer.setAttribute("role", "region");
  offer.setAttribute("aria-label", "Words kept on this machine");
  const sentence = document.createElement("p");
  sentence.tabIndex = -1;
  sentence.textContent = `Words from ${since(kept.at)} were kept on this machine while the connection was lost.`;
  const buttons = document.createElement("div");
  buttons.className = "govuk-button-group";
  const answered = (said) => {
    wipeHere();
    buttons.remove();
    sentence.textContent = said;
    sentence.focus();
  };
  buttons.append(
    button("Put them back", () => {
      putBack(form, kept.words);
      answered("They are back. They are not saved yet.");
    }),
    button("Throw them away", () => answered("They are thrown away.")),
  );
  offer.append(sentence, buttons);
  form.before(offer);
}

/** The time as the pages print it: 3.40 pm. */
export function clock(at) {
  const hour = at.getHours();
  const minutes = at.getMinutes() ? `.${String(at.getMinutes()).padStart(2, "0")}` : "";
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? "am" : "pm"}`;
}

function since(moment) {
  const at = new Date(moment);
  const isToday = at.toDateString() === new Date(now()).toDateString();
  return `${clock(at)}${isToday ? "" : " yesterday"}`;
}

function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary";
  made.textContent = label;
  made.addEventListener("click", press);
  return made;
}
