// Pictures open above the page. Without this file each is a link to a page of its own.
(() => {
  "use strict";
  const album = document.querySelector("[data-lightbox]");
  if (!album || !window.HTMLDialogElement) return;
  const links = [...album.querySelectorAll("[data-photo]")];
  const words = album.dataset;
  let box = null;
  let at = 0;

  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const show = (next) => {
    at = (next + links.length) % links.length;
    const link = links[at];
    const small = link.querySelector("img");
    const large = make("img", "lightbox-picture");
    large.alt = small.alt;
    if (small.lang) large.lang = small.lang;
    large.width = small.width;
    large.height = small.height;
    large.src = small.currentSrc || small.src;
    const source = link.querySelector("source");
    if (source) {
      large.sizes = "100vw";
      large.srcset = source.srcset;
    } else {
      large.src = link.dataset.large;
    }
    const caption = make("p", "lightbox-caption");
    const said = link.closest("figure").querySelector("figcaption");
    caption.append(...[...said.childNodes].map((node) => node.cloneNode(true)));
    box.querySelector(".lightbox-stage").replaceChildren(large, caption);
  };

  const open = (number) => {
    box = make("dialog", "lightbox");
    box.setAttribute("aria-label", words.label);
    const bar = make("div", "lightbox-bar");
    const button = (text, act) => {
      const made = make("button", "button", text);
      made.type = "button";
      made.addEventListener("click", act);
      bar.append(made);
    };
    if (links.length > 1) {
      button(words.earlier, () => show(at - 1));
      button(words.later, () => show(at + 1));
    }
    button(words.close, () => box.close());
    const stage = make("div", "lightbox-stage");
    stage.setAttribute("aria-live", "polite");
    box.append(bar, stage);
    box.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: -1, ArrowRight: 1 };
      const step = steps[event.key];
      if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        show(at + step);
      }
    });
    let down = null;
    box.addEventListener("pointerdown", (event) => { down = event.clientX; });
    box.addEventListener("pointerup", (event) => {
      const way = down === null ? 0 : event.clientX - down;
      down = null;
      if (Math.abs(way) > 60) show(at + (way > 0 ? -1 : 1));
    });
    box.addEventListener("close", () => {
      box.remove();
      box = null;
      links[at].focus();
    });
    document.body.append(box);
    show(number);
    box.showModal();
  };

  links.forEach((link, number) => link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(number);
  }));
})();
