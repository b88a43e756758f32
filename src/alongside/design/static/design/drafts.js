// Keeps what is being typed, so that a closed lid, an expired login or a lost connection loses nothing.
import { keepHere, wipeHere } from "./machine.js";
import { clock, offerKept } from "./offering.js";
import { wordsOf } from "./typed.js";

const PAUSE = 5000; // milliseconds between two savings of one form
const LOST = "Connection lost. What you type is kept on this machine until it is back.";
const LOST_AND_NOT_KEPT = "Connection lost. Keep this page open until it is back: what you type is not kept yet.";
const NOT_SAVED = "Not saved yet – keep this page open";

/** Saves each form that names where its draft is kept (data-draft-url), at most every five seconds while typing. */
export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft-url]")) {
    keepDraft(form);
    offerKept(form);
  }
}

function keepDraft(form) {
  const tell = statusOf(form);
  let timer = 0;
  let lastSaved = 0;
  let sending = null;
  let changed = false;
  let gone = false; // the form was submitted, or its page left: what fails from then on is no lost connection
  let heard = "kept"; // the last answer: kept, refused, or lost on the way
  let lost = LOST;
  let reached = false; // the house was heard from just before sending, whatever the browser thinks of the network

  function save() {
    window.clearTimeout(timer);
    timer = 0;
    if (gone) return null;
    sending ??= saved().finally(() => {
      sending = null;
      if (!gone && (changed || heard !== "kept")) later();
    });
    return sending;
  }

  async function saved() {
    changed = false;
    lastSaved = Date.now();
    const answer = await send(form);
    if (gone) return;
    heard = answer;
    if (heard === "kept") {
      wipeHere();
      tell(`Draft kept at ${clock(new Date())}`);
    } else if (heard === "lost") {
      lost = (await keepHere(wordsOf(form))) ? LOST : LOST_AND_NOT_KEPT;
      tell(lost, "lost");
    } else {
      tell(NOT_SAVED, "lost");
    }
  }

  async function sendWhenHeard(pressed) {
    await save();
    if (changed) await save();
    if (heard === "lost") {
      tell(`Not sent. ${lost}`, "lost");
      return;
    }
    reached = true;
    form.requestSubmit(pressed);
  }

  function later() {
    if (!timer) timer = window.setTimeout(save, Math.max(1000, lastSaved + PAUSE - Date.now()));
  }

  form.addEventListener("input", () => {
    changed = true;
    later();
  });
  form.addEventListener("submit", (event) => {
    if (reached || (heard !== "lost" && window.navigator.onLine)) {
      gone = true;
      window.clearTimeout(timer);
      return;
    }
    // Sent now, it would be lost with the page: it is kept here, and sent when the house is heard from.
    event.preventDefault();
    sendWhenHeard(event.submitter);
  });
  window.addEventListener("offline", () => {
    if (changed) save();
  });
  window.addEventListener("online", () => {
    if (heard === "lost") save();
  });
  window.addEventListener("pagehide", () => {
    gone = true;
  });
  window.addEventListener("pageshow", () => {
    gone = false;
    reached = false;
  });
}

/** Sends what is typed to be kept; answers whether it was kept, refused, or lost on the way. */
async function send(form) {
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST",
      body: new URLSearchParams(wordsOf(form)),
      credentials: "same-origin",
      redirect: "manual", // an ended login answers with the way to the sign-in: that is no lost connection
      headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" },
    });
    // The page was heard from just now: words sent later, under an ended login, may replace this draft.
    const author = form.querySelector("[name=author]");
    const mark = answer.headers.get("X-Author-Mark");
    if (answer.ok && author && mark) author.value = mark;
    return answer.ok ? "kept" : "refused";
  } catch {
    return "lost";
  }
}

function statusOf(form) {
  const status = document.createElement("p");
  status.className = "draft";
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  form.append(status);
  return (sentence, how = "kept") => {
    if (status.textContent !== sentence) status.textContent = sentence;
    status.classList.toggle("draft--lost", how === "lost");
  };
}
