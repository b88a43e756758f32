// Leaving fast, and the code out of a square code. Every page works without this.

const leave = document.querySelector("form[data-leave]");

/** Ends the visit and puts another page in the place of this one, so that "back" does not lead here. */
function go() {
  document.body.hidden = true;
  navigator.sendBeacon(leave.action, new FormData(leave));
  window.location.replace(leave.dataset.leave);
}

leave?.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});

let pressed = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  pressed = [...pressed, event.timeStamp].slice(-3);
  if (pressed.length === 3 && pressed[2] - pressed[0] < 2000) go();
});

// A page kept in the browser's memory is asked for anew: after leaving, the house shows nothing.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

// Each page that one reads takes the place of the one before, so that "back" finds none of them. Words that were typed
// and not sent are not lost by a link: it asks first. Leaving fast asks nothing.
const unsent = document.querySelector("[data-unsent]");
const typed = () => [...document.querySelectorAll("main textarea")].some((box) => box.value.trim());
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.hash || link.origin !== window.location.origin) return;
  event.preventDefault();
  if (unsent && !unsent.contains(link) && typed()) {
    unsent.querySelector("a").href = link.href;
    unsent.hidden = false;
    unsent.focus();
    return;
  }
  window.location.replace(link.href);
});

// A square code brings its token behind the #, which no browser sends anywhere. It is taken out of the address at once.
const door = document.querySelector("form[data-door]");
if (door && window.location.hash.length > 40) {
  door.querySelector("#code").value = window.location.hash.slice(1);
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  door.querySelector("#second").focus();
}

/** Knocks without leaving the page: what opens takes the place of the door, and what does not is said on it.
 *  Throws where no page of ours came back: the line failed, or something in front of the house answered for it. */
async function knock(form) {
  const sent = { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" };
  const answer = await fetch(form.action, sent);
  if (answer.type === "opaqueredirect") {
    window.location.replace(form.dataset.door);
    return;
  }
  const shown = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!shown) throw new Error("No page came back.");
  document.querySelector("main").replaceWith(shown);
  shown.focus();
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-door]")) return;
  event.preventDefault();
  const unanswered = document.querySelector("[data-unanswered]");
  unanswered.hidden = true;
  knock(event.target).catch(() => {
    unanswered.hidden = false;
  });
});

// A name drawn with a finger, a pen or a mouse, beside the typed one that alone is needed.
const pad = document.querySelector("[data-pad]");
if (pad) {
  pad.hidden = false;
  const canvas = pad.querySelector("canvas");
  const ink = canvas.getContext("2d");
  const drawn = pad.querySelector("input[name=drawn]");
  let last = null;
  const where = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
  };
  const wipe = () => {
    ink.fillStyle = "#fff";
    ink.fillRect(0, 0, canvas.width, canvas.height);
    drawn.value = "";
  };
  wipe();
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = where(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last) return;
    const here = where(event);
    ink.lineWidth = 4;
    ink.lineCap = "round";
    ink.beginPath();
    ink.moveTo(...last);
    ink.lineTo(...here);
    ink.stroke();
    last = here;
  });
  canvas.addEventListener("pointerup", () => {
    last = null;
    drawn.value = canvas.toDataURL("image/png");
  });
  pad.querySelector("[data-wipe]").addEventListener("click", wipe);
}
