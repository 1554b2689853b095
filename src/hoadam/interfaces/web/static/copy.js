// Quotations copied with their source: in lists, in the evidence dialog, on the page of a fact or an article.
"use strict";

document.documentElement.classList.add("scripted");  // buttons that only a script can serve show themselves

function copyable() {
  const room = dialog.open ? body : document.querySelector("main");
  const active = document.activeElement && document.activeElement.closest("[data-copy]");
  if (active && room.contains(active)) return active;
  return (dialog.open ? null : document.querySelector(".fact.current")) || room.querySelector(".how [data-copy]");
}

function typed(words, room) {
  const field = document.createElement("textarea");
  field.value = words;
  field.readOnly = true;
  field.setAttribute("aria-label", body.dataset.byHand);
  room.append(field);
  field.select();
  return field;
}

function oldWay(words) {
  const before = document.activeElement;
  const field = typed(words, dialog.open ? body : document.body);
  const done = document.execCommand("copy");
  field.remove();
  if (before) before.focus();
  return done;
}

function byHand(words) {
  const box = document.createElement("dialog");
  const hint = document.createElement("p");
  hint.textContent = body.dataset.byHand;
  box.className = "by-hand";
  box.append(hint);
  document.body.append(box);
  box.showModal();
  typed(words, box).select();
  box.addEventListener("close", () => box.remove());
}

function say(place) {
  const note = document.createElement("span");
  note.className = "change";
  note.setAttribute("role", "status");
  note.textContent = body.dataset.copied;
  (place.querySelector("header, footer, .source") || place).append(note);
  setTimeout(() => note.remove(), 1500);
}

async function copy(place) {
  const words = place.dataset.copy;
  try {
    await navigator.clipboard.writeText(words);
  } catch {  // refused, or a page that no certificate vouches for
    if (!oldWay(words)) { byHand(words); return; }
  }
  say(place);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) copy(button.closest("[data-copy]"));
});
