// One key decides on the fact at hand: the button or link that says so with data-key.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const here = (document.activeElement && document.activeElement.closest(".doubtful")) || document.querySelector(".doubtful");
  const where = event.key === "u" ? document : here;
  const found = where && [...where.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!found) return;
  event.preventDefault();
  found.click();
});
