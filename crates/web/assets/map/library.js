// What our map uses of MapLibre GL JS and PMTiles, and no more: the rest is left out of the bundle.

export { Map } from "maplibre/ui/map.ts";
export { config } from "maplibre/util/config.ts";
export { addProtocol } from "maplibre/source/protocol_crud.ts";
export { Protocol } from "pmtiles";
