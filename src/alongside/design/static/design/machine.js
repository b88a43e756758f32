// Words kept on this machine while the connection is lost: encrypted, for one person and one page, for a day at most.
//
// The words lie in localStorage, because that can be wiped at once, even while the page is being left. They are
// encrypted with a key that no script can read out and that lies elsewhere (IndexedDB); when the last words are wiped
// the key goes too. Where a browser cannot encrypt, nothing is kept.

const PREFIX = "alongside.kept:";
const LIFE = 24 * 60 * 60 * 1000; // milliseconds
const KEYS = "alongside.keys";
const KEY = "words";

const shelf = storage();
const whose = shelf ? (document.body.dataset.whose ?? "") : "";
// How far this machine's clock is behind the house's: what was kept here is compared with what was kept there.
const behind = whose ? Date.parse(document.body.dataset.madeAt) - Date.now() : 0;

/** The house's time, in milliseconds. */
export const now = () => Date.now() + behind;

/** Wipes what is too old or another person's, and everything when somebody signs out. */
export function watchTheMachine() {
  if (!whose) return; // nobody is signed in: it waits for its person, and for its end
  wipe((name, kept) => !name.startsWith(`${PREFIX}${whose}:`) || !(now() - kept.at < LIFE));
  for (const form of document.querySelectorAll("form[data-leaves]")) {
    form.addEventListener("submit", () => wipe(() => true));
  }
}

/** Keeps words of this page for the person signed in; answers whether they are kept. */
export async function keepHere(words) {
  if (!whose || !window.crypto?.subtle) return false;
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(words));
    const sealed = await crypto.subtle.encrypt(sealing(iv), await key(), text);
    const kept = { at: now(), iv: letters(iv), sealed: letters(new Uint8Array(sealed)) };
    shelf.setItem(nameHere(), JSON.stringify(kept));
    return true;
  } catch {
    return false; // no room, no storage, or a browser that forbids it
  }
}

/** The words of this page kept here and when, or null; words that cannot be read any more are wiped. */
export async function keptHere() {
  const kept = whose ? read(nameHere()) : null;
  if (!kept) return null;
  try {
    const text = await crypto.subtle.decrypt(sealing(bytes(kept.iv)), await key(), bytes(kept.sealed));
    return { at: kept.at, words: JSON.parse(new TextDecoder().decode(text)) };
  } catch {
    wipeHere();
    return null;
  }
}

/** Wipes the words of this page. */
export function wipeHere() {
  if (whose && shelf.getItem(nameHere()) !== null) wipe((name) => name === nameHere());
}

const nameHere = () => `${PREFIX}${whose}:${window.location.pathname}`;

// The name goes into the seal: words moved to another person's or page's place cannot be opened there.
const sealing = (iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(nameHere()) });

function wipe(unwanted) {
  const names = Object.keys(shelf).filter((name) => name.startsWith(PREFIX));
  const wiped = names.filter((name) => unwanted(name, read(name) ?? { at: 0 }));
  for (const name of wiped) shelf.removeItem(name);
  if (wiped.length && wiped.length === names.length) indexedDB.deleteDatabase(KEYS);
}

function read(name) {
  try {
    return JSON.parse(shelf.getItem(name));
  } catch {
    return null;
  }
}

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null; // a browser that forbids it
  }
}

/** The key of this browser, made when it is first needed; it can be used and not read out. */
async function key() {
  const store = await opened();
  try {
    const found = await asked(store.transaction(KEY).objectStore(KEY).get(KEY));
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await asked(store.transaction(KEY, "readwrite").objectStore(KEY).put(made, KEY));
    return made;
  } finally {
    store.close();
  }
}

function opened() {
  const opening = indexedDB.open(KEYS, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(KEY);
  return asked(opening);
}

function asked(request) {
  return new Promise((answer, refuse) => {
    request.onsuccess = () => answer(request.result);
    request.onerror = () => refuse(request.error);
    request.onblocked = () => refuse(new Error("Another page holds the keys."));
  });
}

const letters = (many) => btoa(Array.from(many, (one) => String.fromCharCode(one)).join(""));
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
