// The map of a list, where there is script: the same points as in the drawing, on a map that moves. Nothing is asked of
// another host, and the list changes only when somebody says so.

const view = document.querySelector("[data-map]");
if (view) begin(view);

function begin(view) {
  pairCards(view);
  // Opened as a map it starts at once; beside a list it waits for a hand.
  if ("openNow" in view.dataset) open(view);
  else view.addEventListener("pointerenter", () => open(view), { once: true });
}

// A card and its point show that they belong together.
function pairCards(view) {
  const mark = (slug, on) => {
    for (const pin of view.querySelectorAll("[data-slug]")) pin.classList.toggle("map-paired", on && pin.dataset.slug === slug);
    for (const card of document.querySelectorAll(".place-card")) card.classList.toggle("place-card-paired", on && card.id === `place-${slug}`);
  };
  const slugOf = (target) => {
    const pin = target.closest?.("[data-slug]");
    if (pin) return pin.dataset.slug;
    return target.closest?.(".place-card")?.id.replace(/^place-/, "");
  };
  const near = (event) => {
    const slug = slugOf(event.target);
    if (slug) mark(slug, event.type === "pointerover" || event.type === "focusin");
  };
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) document.addEventListener(type, near);
}

async function open(view) {
  try {
    const library = await import("asset:map-library.js");
    await new LiveMap(view, library).start();
  } catch (problem) {
    // The drawing stays, and its links.
    console.warn("the map cannot move here", problem);
  }
}

class LiveMap {
  constructor(view, library) {
    this.view = view;
    this.library = library;
    this.marks = new Map();
    this.pins = element("div", "map-pins");
    this.card = element("div", "map-card");
    this.card.hidden = true;
    this.card.id = "map-card";
    this.follow = document.querySelector("[data-map-follow]");
    this.status = document.querySelector("[data-map-status]");
  }

  start() {
    const { view } = this;
    const canvas = element("div", "map-canvas");
    view.prepend(canvas);
    const [west, south, east, north] = numbers(view.dataset.frame);
    this.library.config.WORKER_URL = new URL(view.dataset.worker, location.href).href;
    if (view.dataset.tiles) this.library.addProtocol("pmtiles", new this.library.Protocol().tile);
    this.map = new this.library.Map({
      container: canvas,
      style: style(view),
      bounds: [[west, south], [east, north]],
      maxBounds: outermost(view),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      rollEnabled: false,
      renderWorldCopies: false,
      maxZoom: view.dataset.tiles ? 15 : 11,
      locale: { "Map.Title": view.dataset.label },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    return new Promise((resolve, reject) => {
      this.map.once("load", () => resolve(this.ready()));
      this.map.once("error", (event) => {
        if (this.isReady) return;
        canvas.remove();
        reject(event.error);
      });
    });
  }

  async ready() {
    const { view, map } = this;
    this.isReady = true;
    view.append(this.pins, this.card);
    const canvas = map.getCanvas();
    const help = element("p", "visually-hidden", view.dataset.help);
    help.id = "map-help";
    view.append(help);
    canvas.setAttribute("aria-describedby", help.id);
    await this.refresh();
    view.classList.add("map-live");
    for (const hidden of view.querySelectorAll(".map-moves")) hidden.hidden = false;
    for (const hidden of document.querySelectorAll(".map-follow")) hidden.hidden = false;
    view.querySelector("[data-map-in]").addEventListener("click", () => map.zoomIn());
    view.querySelector("[data-map-out]").addEventListener("click", () => map.zoomOut());
    this.searchLine = view.querySelector(".map-search");
    this.searchLine.addEventListener("click", () => this.search());
    if (this.follow) {
      this.follow.checked = remembered("map-follow") === "yes";
      this.follow.addEventListener("change", () => {
        remember("map-follow", this.follow.checked ? "yes" : "no");
        if (this.follow.checked && !this.searchLine.hidden) this.search();
      });
    }
    map.on("move", () => this.place());
    map.on("moveend", (event) => this.moved(event));
    map.on("resize", () => this.refresh());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style(view)));
    addEventListener("popstate", () => location.reload());
    view.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  async moved() {
    await this.refresh();
    // What was found stays as it is until somebody asks again.
    if (this.follow?.checked) await this.search();
    else this.searchLine.hidden = false;
  }

  frame() {
    const bounds = this.map.getBounds();
    const inside = (degrees, most) => Math.min(Math.max(degrees, -most), most);
    const edges = [
      inside(bounds.getWest(), 180),
      inside(bounds.getSouth(), 85),
      inside(bounds.getEast(), 180),
      inside(bounds.getNorth(), 85),
    ];
    return edges.map((edge) => edge.toFixed(4)).join(",");
  }

  // The pins and clusters of the part that is looked at.
  async refresh() {
    this.asking?.abort();
    this.asking = new AbortController();
    const { width, height } = this.view.getBoundingClientRect();
    const address = `${this.view.dataset.points}frame=${this.frame()}&width=${Math.round(width)}&height=${Math.round(height)}`;
    try {
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok) this.show((await answer.json()).features);
    } catch (problem) {
      if (problem.name !== "AbortError") throw problem;
    }
  }

  show(features) {
    const had = this.pins.contains(document.activeElement);
    const fresh = new Map();
    for (const { properties, geometry } of features) {
      const key = properties.slug ?? `${geometry.coordinates}:${properties.count}`;
      const known = this.marks.get(key);
      const button = known?.button ?? this.button(properties);
      fresh.set(key, { button, at: geometry.coordinates });
    }
    for (const [key, { button }] of this.marks) if (!fresh.has(key)) button.remove();
    for (const { button } of fresh.values()) if (!button.isConnected) this.pins.append(button);
    this.marks = fresh;
    this.place();
    // Whoever looked nearer with the keyboard goes on among the points that appeared.
    if (had && !this.pins.contains(document.activeElement)) (this.pins.querySelector("button") ?? this.map.getCanvas()).focus();
  }

  button(properties) {
    const { slug, count } = properties;
    const button = element("button", slug ? "map-mark" : "map-mark map-mark-many");
    button.type = "button";
    button.setAttribute("aria-label", properties.said);
    if (slug) {
      button.dataset.slug = slug;
      button.setAttribute("aria-expanded", "false");
      button.append(element("span", "map-dot"), element("span", "map-tip", properties.name));
      button.addEventListener("click", () => this.tell(button, properties));
    } else {
      button.append(element("span", "map-dot", String(count)), element("span", "map-tip", properties.names.join(", ")));
      const [west, south, east, north] = properties.frame;
      button.addEventListener("click", () => this.map.fitBounds([[west, south], [east, north]], { padding: 24 }));
    }
    return button;
  }

  place() {
    for (const { button, at } of this.marks.values()) {
      const { x, y } = this.map.project(at);
      button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    }
  }

  // A pressed pin says what it is and where, and leads to its page.
  tell(button, { name, kind, where, href }) {
    this.close();
    const link = element("a", "", name);
    link.href = href;
    const title = element("h3", "");
    title.append(link);
    const close = element("button", "map-button map-card-close", "×");
    close.type = "button";
    close.setAttribute("aria-label", this.view.dataset.close);
    close.addEventListener("click", () => this.close());
    const lines = [element("p", "kicker", kind), title];
    if (where) lines.push(element("p", "small quiet", where));
    this.card.replaceChildren(...lines, close);
    this.card.hidden = false;
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", this.card.id);
    this.told = button;
    link.focus();
  }

  close() {
    if (this.card.hidden) return;
    const had = this.card.contains(document.activeElement);
    this.card.hidden = true;
    this.told?.setAttribute("aria-expanded", "false");
    if (had) this.told?.focus();
  }

  // The list of the part that is looked at: the same page as by its address, put in place without losing the map.
  async search() {
    const shown = new URLSearchParams(location.search).get("view");
    const address = `${this.view.dataset.list}bbox=${this.frame()}${shown ? `&view=${shown}` : ""}`;
    const answer = await fetch(address);
    if (!answer.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const selector of [".finder", "#found"]) {
      const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
      if (!old || !fresh) return location.assign(address);
      old.replaceWith(fresh);
    }
    const fresh = page.querySelector("[data-map]");
    this.view.dataset.points = fresh.dataset.points;
    this.view.dataset.list = fresh.dataset.list;
    this.status.textContent = page.querySelector("[data-map-status]").textContent;
    history.pushState(null, "", address);
    this.searchLine.hidden = true;
    this.close();
    await this.refresh();
  }
}

// How far one can go: as far as the ground reaches, if it is all there is.
function outermost(view) {
  if (view.dataset.tiles || !view.dataset.whole) return undefined;
  const [west, south, east, north] = numbers(view.dataset.whole);
  return [[west, south], [east, north]];
}

function style(view) {
  const colour = palette(view);
  const name = ["coalesce", ["get", view.dataset.language, ["get", "names"]], ["get", "en", ["get", "names"]]];
  const sources = {};
  const layers = [{ id: "sea", type: "background", paint: { "background-color": colour("sea") } }];
  const of = (kind) => ["==", ["get", "kind"], kind];
  const ground = (id, type, filter, paint, layout = {}) =>
    layers.push({ id, type, source: "ground", filter, paint, layout });
  if (view.dataset.ground) {
    sources.ground = { type: "geojson", data: view.dataset.ground };
    ground("land", "fill", of("land"), { "fill-color": colour("land") });
    ground("country", "fill", of("country"), { "fill-color": colour("country") });
    ground("lake", "fill", of("lake"), { "fill-color": colour("lake") });
    ground("coast", "line", of("coast"), { "line-color": colour("coast"), "line-width": 1 });
    ground("border", "line", of("border"), { "line-color": colour("border"), "line-width": 1.2 });
  }
  if (view.dataset.tiles) tiles(view, colour, sources, layers);
  if (view.dataset.ground) {
    const size = ["match", ["get", "size"], 1, 14, 2, 13, 12];
    // The smaller a city, the nearer one has to be.
    const near = ["step", ["zoom"], ["==", ["get", "size"], 1], 4, ["<=", ["get", "size"], 2], 5.5, true];
    ground("city", "symbol", ["all", of("city"), near], { "text-color": colour("label"), "text-halo-color": colour("halo"), "text-halo-width": 1.5 }, {
      "text-field": name,
      "text-font": ["Golos"],
      "text-size": size,
      // A pin often stands on the city itself.
      "text-anchor": "top",
      "text-offset": [0, 0.9],
      "text-padding": 6,
      "symbol-sort-key": ["get", "size"],
    });
  }
  return { version: 8, sources, layers };
}

// The operator's tiles, if they follow the usual scheme of such extracts.
function tiles(view, colour, sources, layers) {
  const { language } = view.dataset;
  sources.tiles = { type: "vector", url: `pmtiles://${new URL(view.dataset.tiles, location.href).href}` };
  const add = (id, type, layer, paint, rest = {}) =>
    layers.push({ id: `tiles-${id}`, type, source: "tiles", "source-layer": layer, paint, ...rest });
  add("earth", "fill", "earth", { "fill-color": colour("country") });
  add("water", "fill", "water", { "fill-color": colour("lake") }, { filter: ["==", ["geometry-type"], "Polygon"] });
  add("river", "line", "water", { "line-color": colour("lake"), "line-width": 1 }, { filter: ["==", ["geometry-type"], "LineString"] });
  add("boundary", "line", "boundaries", { "line-color": colour("border"), "line-width": 1 });
  add("road", "line", "roads", { "line-color": colour("border"), "line-width": ["match", ["get", "kind"], ["highway", "major_road"], 1.6, 0.7] });
  add("place", "symbol", "places", { "text-color": colour("label"), "text-halo-color": colour("halo"), "text-halo-width": 1.5 }, {
    minzoom: 7,
    layout: { "text-field": ["coalesce", ["get", `name:${language}`], ["get", "name"]], "text-font": ["Golos"], "text-size": 12 },
  });
}

// The colours of the style sheet in the theme that is on, as numbers that a canvas understands.
function palette(view) {
  const probe = element("span", "");
  probe.hidden = true;
  view.append(probe);
  const dot = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (name) => {
    probe.style.color = `var(--map-${name})`;
    dot.fillStyle = getComputedStyle(probe).color;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue] = dot.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const names = ["sea", "land", "country", "lake", "coast", "border", "label", "halo"];
  const colours = Object.fromEntries(names.map((name) => [name, read(name)]));
  probe.remove();
  return (name) => colours[name];
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function numbers(text) {
  return text.split(",").map(Number);
}

// A browser may forbid keeping anything.
function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it is forgotten.
  }
}
