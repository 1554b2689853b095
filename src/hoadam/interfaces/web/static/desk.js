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

// A published page is whole: what stands in its main part is shown, its links led from where they are shown.
function part(words, address) {
  const main = new DOMParser().parseFromString(words, "text/html").querySelector("main");
  for (const link of main.querySelectorAll("[href]")) {
    const to = link.getAttribute("href");
    if (!to.startsWith("#")) link.setAttribute("href", new URL(to, new URL(address, document.baseURI)));
  }
  return main.innerHTML;
}

async function open(link) {
  const address = link.getAttribute("href");  // of a link in a picture `href` is no text
  if (location.protocol === "file:") { location.href = address; return; }  // no page may read another there
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) { location.href = address; return; }
  const words = await answer.text();  // our own page, escaped by its template
  body.innerHTML = "published" in document.documentElement.dataset ? part(words, address) : words;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

function openFirst(fact) {
  const link = fact.querySelector("a.evidence[href]");
  if (link) open(link);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.evidence[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const fact = current();
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "e" && fact) openFirst(fact);
  else if (event.key === "c" && copyable()) copy(copyable());
  else if (event.key === "/") document.querySelector(".find input").focus();
  else return;
  event.preventDefault();
});
