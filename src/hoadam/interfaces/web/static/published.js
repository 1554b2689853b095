// Search in a publication: the words of every published fact, compared without accents, as the desk does.
"use strict";

const MOST = 60;
const hits = document.getElementById("hits");
const found = document.getElementById("found");
const field = document.querySelector(".seek input");

// One letter for each, so that places in both texts are the same.
function plain(text) {
  let out = "";
  for (const letter of text.replaceAll("đ", "d").replaceAll("Đ", "D")) {
    const bare = letter.normalize("NFD")[0].toLowerCase()[0];
    out += bare.padEnd(letter.length);
  }
  return out;
}

function terms(asked) {
  const held = [...plain(asked.normalize("NFC")).matchAll(/"([^"]*)"|(\S+)/g)].map((one) => one[1] || one[2] || "");
  return held.map((one) => (one.match(/[\p{L}\p{N}]+/gu) || []).join("[^\\p{L}\\p{N}]+")).filter(Boolean);
}

function pattern(term) {
  return new RegExp(`(?<![\\p{L}\\p{N}])${term}`, "gu");
}

function marked(element, text, patterns) {
  const bare = plain(text);
  const spans = patterns.flatMap((one) => [...bare.matchAll(one)].map((hit) => [hit.index, hit.index + hit[0].length]));
  let at = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    element.append(text.slice(at, start), mark);
    at = end;
  }
  element.append(text.slice(at));
}

function child(parent, tag, words) {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  parent.append(made);
  return made;
}

function show([address, kind, day, line, sentence, source], patterns) {
  const item = child(hits, "li");
  const link = child(child(item, "h2"), "a");
  link.href = facts.root + address;
  marked(link, line || kind, patterns);
  if (sentence) marked(child(item, "blockquote"), sentence, patterns);
  child(item, "p", [kind, day, source].filter(Boolean).join(" · ")).className = "source";
}

function search(asked) {
  const patterns = terms(asked).map(pattern);
  const fits = (row) => patterns.every((one) => row.bare.search(one) >= 0);
  const rows = patterns.length ? facts.rows.filter(fits) : [];
  hits.replaceChildren();
  rows.slice(0, MOST).forEach((row) => show(row, patterns));
  document.getElementById("names").hidden = patterns.length > 0;
  const words = rows.length > MOST ? found.dataset.more : found.dataset.hits;
  found.textContent = !patterns.length ? "" : rows.length ? words.replace("#", rows.length) : found.dataset.none;
}

facts.rows.forEach((row) => { row.bare = plain(`${row[1]} ${row[3]} ${row[4]} ${row[5]}`); });
field.value = new URLSearchParams(location.search).get("q") || "";
for (const other of document.querySelectorAll(".find input")) other.value = field.value;
field.addEventListener("input", () => search(field.value));
search(field.value);
if (!field.value) field.focus();
