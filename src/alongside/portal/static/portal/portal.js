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

// A square code brings its token behind the #, which no browser sends anywhere. It is taken out of the address at once.
const door = document.querySelector("form[data-door]");
if (door && window.location.hash.length > 40) {
  door.querySelector("#code").value = window.location.hash.slice(1);
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  door.querySelector("#second").focus();
}
