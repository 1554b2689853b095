// What the keyboard and one click add: evidence without leaving the page, and quotations copied with their source.
"use strict";

const dialog = document.getElementById("evidence");
const body = document.getElementById("evidence-body");

function current() {
  const active = document.activeElement && document.activeElement.closest(".fact");
  return active || document.querySelector(".fact.current");
}

function move(step) {
  const facts = [...document.querySelectorAll("main .fact")];
  const here = facts.indexOf(current());
  const next = facts[Math.min(Math.max(here + step, 0), facts.length - 1)];
  if (!next) return;
  facts.forEach((one) => one.classList.toggle("current", one === next));
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

async function open(link) {
  const address = link.getAttribute("href");  // of a link in a picture `href` is no text
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) { location.href = address; return; }
  body.innerHTML = await answer.text();  // our own page, escaped by its template
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.evidence");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const fact = current();
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "e" && fact) open(fact.querySelector("a.evidence"));
  else if (event.key === "c" && copyable()) copy(copyable());
  else if (event.key === "/") document.querySelector(".find input").focus();
  else return;
  event.preventDefault();
});
