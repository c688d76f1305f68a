// Makes map-library.js, map-worker.js and map-shared.js, which are checked in: `npm ci && npm run build` in this folder.
//
// Page and worker share most of the code, so it stands in a file of its own that is fetched once. What our maps never
// draw (relief, heat, buildings, right-to-left text, another format of tiles) is left out.

import * as esbuild from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

const source = new URL("./node_modules/maplibre-gl/src/", import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(new URL("./node_modules/maplibre-gl/package.json", import.meta.url)));
const unused =
  /shaders\/glsl\/(hillshade|heatmap|fill_extrusion|color_relief|atmosphere|debug|collision|line_gradient|terrain|background_pattern|symbol_text_and_icon)/;

// Whole parts that our maps never reach. What they export stays, and does nothing; looking at a style for mistakes is
// for whoever writes one.
const emptied = [
  "data/bucket/(fill_extrusion|heatmap)_bucket",
  "geo/projection/(globe_camera_helper|globe_projection|globe_transform)",
  "geo/projection/vertical_perspective_(camera_helper|projection|transform)",
  "render/terrain",
  "source/(canvas|image|raster_dem_tile|video)_source",
  "source/raster_dem_tile_worker_source",
  "style/style_layer/(color_relief|fill_extrusion|heatmap|hillshade)_style_layer(_properties\\.g)?",
  "style/validate_style",
  "tile/terrain_tile_manager",
  "webgl/draw/draw_(collision_debug|color_relief|custom|debug|fill_extrusion|heatmap|hillshade)",
  "webgl/program/(collision|color_relief|debug|fill_extrusion|heatmap|hillshade|terrain)_program",
  "webgl/render_to_texture",
];

const leftOut = {
  "@maplibre/mlt": "export const decodeTile = undefined, GEOMETRY_TYPE = {};",
  // All text runs from left to right.
  "bidi-js": `export default () => ({
    getEmbeddingLevels: (text) => ({ levels: new Uint8Array(text.length), paragraphs: [{ start: 0, end: text.length - 1, level: 0 }] }),
    getBidiCharTypeName: () => "L",
    getMirroredCharacter: () => null,
  });`,
};

function onlyNames(text) {
  const exported = [...text.matchAll(/^export (?:abstract |async )?(class|function|const|let) (\w+)/gm)];
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) => names.split(","));
  const names = listed.map((name) => name.trim()).filter((name) => name && !name.startsWith("type "));
  const lines = [
    ...exported.map(([, kind, name]) => (kind === "class" ? `export class ${name} {}` : `export const ${name} = nothing;`)),
    ...names.map((name) => `export const ${name.split(" as ").pop()} = nothing;`),
  ];
  return `const nothing = Object.assign(() => false, { has: () => false });\n${[...new Set(lines)].join("\n")}`;
}

const trim = {
  name: "trim",
  setup(build) {
    build.onResolve({ filter: /^maplibre\// }, ({ path }) => ({ path: source + path.slice("maplibre/".length) }));
    build.onResolve({ filter: /^(@maplibre\/mlt|bidi-js)$/ }, ({ path }) => ({ path, namespace: "left-out" }));
    build.onLoad({ filter: /.*/, namespace: "left-out" }, ({ path }) => ({ contents: leftOut[path], loader: "js" }));
    build.onResolve({ filter: /package\.json$/ }, () => ({ path: "version", namespace: "version" }));
    build.onLoad({ filter: /.*/, namespace: "version" }, () => ({ contents: JSON.stringify({ version }), loader: "json" }));
    build.onLoad({ filter: new RegExp(`/src/(${emptied.join("|")})\\.ts$`) }, ({ path }) => ({
      contents: onlyNames(readFileSync(path, "utf8")),
      loader: "js",
    }));
    build.onLoad({ filter: unused }, () => ({ contents: 'export default "";', loader: "js" }));
  },
};

const made = await esbuild.build({
  entryPoints: { "map-library": "library.js", "map-worker": "maplibre/source/worker.ts" },
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  // As its own build has it: a field that is only declared must not wipe what the class before it has set.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  charset: "utf8",
  legalComments: "none",
  outdir: ".",
  chunkNames: "map-shared",
  plugins: [trim],
  metafile: true,
});

// The address of each file holds a hash of its content; the program puts it where `asset:` stands.
for (const name of Object.keys(made.metafile.outputs)) {
  const text = readFileSync(name, "utf8");
  writeFileSync(name, text.replaceAll('"./map-shared.js"', '"asset:map-shared.js"'));
}
