// Keeps what is being typed, so that a closed lid or an expired login loses nothing.

const PAUSE = 5000; // milliseconds between two savings of one form
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "command_id", "author"]);

/** Saves each form that names where its draft is kept (data-draft-url), at most every five seconds while typing. */
export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft-url]")) keepDraft(form);
}

function keepDraft(form) {
  const status = statusOf(form);
  let timer = 0;
  let lastSaved = 0;
  let sending = false;
  let changed = false;
  let submitted = false;

  async function save() {
    timer = 0;
    if (sending || submitted) return;
    sending = true;
    changed = false;
    lastSaved = Date.now();
    const kept = await send(form);
    sending = false;
    if (submitted) return;
    status.textContent = kept ? `Draft kept at ${clock(new Date())}` : "Not saved yet – keep this page open";
    status.classList.toggle("draft--lost", !kept);
    if (changed || !kept) later();
  }

  function later() {
    if (!timer) timer = window.setTimeout(save, Math.max(1000, lastSaved + PAUSE - Date.now()));
  }

  form.addEventListener("input", () => {
    changed = true;
    later();
  });
  form.addEventListener("submit", () => {
    submitted = true;
    window.clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => {
    submitted = false;
  });
}

async function send(form) {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NEVER_KEPT.has(name)) words.append(name, value);
  }
  for (const secret of form.querySelectorAll("input[type=password]")) words.delete(secret.name);
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST",
      body: words,
      credentials: "same-origin",
      redirect: "error",
      headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" },
    });
    // The page was heard from just now: words sent later, under an ended login, may replace this draft.
    const author = form.querySelector("[name=author]");
    const mark = answer.headers.get("X-Author-Mark");
    if (answer.ok && author && mark) author.value = mark;
    return answer.ok;
  } catch {
    return false;
  }
}

function statusOf(form) {
  const status = document.createElement("p");
  status.className = "draft";
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  form.append(status);
  return status;
}

/** The time as the pages print it: 3.40 pm. */
function clock(now) {
  const hour = now.getHours();
  const minutes = now.getMinutes() ? `.${String(now.getMinutes()).padStart(2, "0")}` : "";
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? "am" : "pm"}`;
}
