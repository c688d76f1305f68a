// Keys and the palette of the office. Each act is a link or a button of the page: without this file nothing is missing.
(() => {
  "use strict";
  const office = document.querySelector("[data-office]");
  if (!office) return;
  const base = office.dataset.office;
  let settings = { off: false, go: {}, words: {} };
  fetch(`${base}/keys`, { headers: { accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : settings))
    .then((answer) => { settings = answer; })
    .catch(() => {});

  const rows = () => [...document.querySelectorAll("[data-row]")];
  const focus = (id) => {
    const field = document.getElementById(id);
    if (!field) return false;
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    return true;
  };
  let active = -1;
  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    active = Math.max(0, Math.min(all.length - 1, active + step));
    all.forEach((row, at) => row.classList.toggle("is-active", at === active));
    const link = all[active].querySelector("a");
    if (link) link.focus();
  };

  // Dialogs: the palette, a peek, the list of keys.
  const dialog = (label, content) => {
    const box = document.createElement("dialog");
    box.className = "palette";
    box.setAttribute("aria-label", label);
    box.append(...content);
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
  };
  const part = async (address, selector) => {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(selector);
  };

  const palette = () => {
    if (document.querySelector("dialog")) return;
    const input = document.createElement("input");
    const list = document.createElement("ol");
    input.type = "search";
    input.maxLength = 200;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list",
      "aria-label": settings.words.palette || "", autocomplete: "off",
    })) input.setAttribute(name, value);
    list.id = "palette-list";
    list.setAttribute("role", "listbox");
    const box = dialog(settings.words.palette || "", [input, list]);
    let chosen = 0;
    let asked = 0;
    // What the list answers, and whether somebody has pressed Enter before it came.
    let shown = null;
    let hurried = false;
    const follow = () => {
      const link = list.children[chosen]?.querySelector("a");
      if (link) location.assign(link.href);
    };
    const choose = (at) => {
      const items = [...list.children];
      if (!items.length) return input.removeAttribute("aria-activedescendant");
      chosen = (at + items.length) % items.length;
      items.forEach((item, here) => item.setAttribute("aria-selected", String(here === chosen)));
      input.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({ block: "nearest" });
    };
    const ask = async () => {
      const mine = ++asked;
      const text = input.value;
      const found = await part(`${base}/search?q=${encodeURIComponent(text)}`, "[data-results]").catch(() => null);
      if (mine !== asked || !found) return;
      list.replaceChildren(...[...found.querySelectorAll("li")].map((item, at) => {
        item.id = `palette-${at}`;
        item.setAttribute("role", "option");
        return document.importNode(item, true);
      }));
      choose(0);
      shown = text;
      if (hurried) follow();
    };
    let wait;
    input.addEventListener("input", () => { hurried = false; clearTimeout(wait); wait = setTimeout(ask, 80); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
      if (event.key === "Enter") {
        event.preventDefault();
        if (shown === input.value) return follow();
        hurried = true;
        clearTimeout(wait);
        ask();
      }
    });
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    ask();
  };

  const peek = async () => {
    const link = rows()[active]?.querySelector("a");
    const found = link && (await part(link.href, "[data-peek]").catch(() => null));
    if (found) dialog(link.textContent, [document.importNode(found, true)]);
  };

  const help = async () => {
    const found = await part(`${base}/settings/keys`, "[data-keys]").catch(() => null);
    if (found) dialog(settings.words.keys || "", [document.importNode(found, true)]);
  };

  // By the place of the key and not by its letter: the same under a Cyrillic layout.
  const acts = {
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    KeyX: () => rows()[active]?.querySelector("input[type=checkbox]")?.click(),
    Space: peek,
    KeyZ: () => document.querySelector("[data-undo]")?.click(),
    KeyN: () => focus("note"),
    KeyR: () => focus("message"),
    KeyS: () => focus("state"),
    KeyA: () => focus("owner"),
    KeyD: () => focus("days"),
    Slash: () => focus("q") || focus("office-search"),
    BracketLeft: () => document.querySelector("[rel=prev]")?.click(),
    BracketRight: () => document.querySelector("[rel=next]")?.click(),
  };
  let goes = 0;
  document.addEventListener("keydown", (event) => {
    if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      palette();
      return;
    }
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (field?.matches("textarea") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.form?.requestSubmit();
      return;
    }
    const typing = field && !field.matches("[type=checkbox], [type=radio]");
    if (typing || settings.off || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog")) return;
    // Buttons and links have Space and Enter for themselves, but for the link of the row one is on.
    if (event.code === "Space" && !event.target.closest?.("[data-row]")) return;
    if (Date.now() - goes < 1500 && settings.go[event.code]) {
      event.preventDefault();
      location.assign(settings.go[event.code]);
      return;
    }
    if (event.code === "KeyG" && !event.shiftKey) { goes = Date.now(); return; }
    if (event.code === "Slash" && event.shiftKey) { event.preventDefault(); help(); return; }
    const act = !event.shiftKey && acts[event.code];
    if (act) { event.preventDefault(); act(); }
  });
})();
