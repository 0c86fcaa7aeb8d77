"use strict";
(() => {
  const within = (node) => node.closest("article");
  const named = (article, number) => article.querySelectorAll(`[data-e~="${number}"]`);
  let lit = [];

  const light = (node) => {
    for (const old of lit) old.classList.remove("on");
    lit = node ? [...named(within(node), node.dataset.i)] : [];
    for (const each of lit) each.classList.add("on");
  };
  for (const event of ["mouseover", "focusin"]) {
    document.addEventListener(event, (e) => light(e.target.closest("article [data-i]")));
  }

  const buttons = document.querySelectorAll("nav button");
  const faulty = (node, wanted) => (wanted === "errors" ? node.dataset.f !== "" : node.dataset.f.split(" ").includes(wanted));
  const filter = (wanted) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.filter === wanted));
    let shown = 0;
    for (const article of document.querySelectorAll("article")) {
      article.hidden = wanted !== "all" && !faulty(article, wanted);
      shown += article.hidden ? 0 : 1;
      if (article.hidden) continue;
      for (const node of article.querySelectorAll("[data-i]")) {
        const off = wanted !== "all" && !faulty(node, wanted);
        if (node.tagName === "TR") node.hidden = off;
        else node.classList.toggle("dim", off);
      }
    }
    document.getElementById("shown").textContent = String(shown);
  };
  for (const button of buttons) button.addEventListener("click", () => filter(button.dataset.filter));
})();
