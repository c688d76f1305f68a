//! One function for each kind of place, from the back to the front.

mod built;
mod city;
mod dry;
mod high;
mod hour;
mod plain;
mod streets;
mod water;
mod works;

pub(crate) use hour::sky;

use crate::Scene;
use crate::canvas::Canvas;

pub(crate) fn paint(canvas: &mut Canvas, scene: Scene) {
    match scene {
        Scene::Badlands => dry::badlands(canvas),
        Scene::Barrows => plain::barrows(canvas),
        Scene::Boulevard => streets::boulevard(canvas),
        Scene::Bridge => city::bridge(canvas),
        Scene::Camp => built::camp(canvas),
        Scene::Canyon => dry::canyon(canvas),
        Scene::Cemetery => built::cemetery(canvas),
        Scene::ChalkFangs => dry::chalk_fangs(canvas),
        Scene::Coast => water::coast(canvas),
        Scene::Crater => water::crater(canvas),
        Scene::Depression => dry::depression(canvas),
        Scene::DomedHall => city::domed_hall(canvas),
        Scene::DomedTomb => built::domed_tomb(canvas),
        Scene::DrownedForest => water::drowned_forest(canvas),
        Scene::Dune => dry::dune(canvas),
        Scene::Fort => built::fort(canvas),
        Scene::FutureCity => city::future_city(canvas),
        Scene::GhostShips => water::ghost_ships(canvas),
        Scene::Globe => city::globe(canvas),
        Scene::Gorge => high::gorge(canvas),
        Scene::GraniteLake => water::granite_lake(canvas),
        Scene::Highland => high::highland(canvas),
        Scene::HighPeaks => high::high_peaks(canvas),
        Scene::IceRink => high::ice_rink(canvas),
        Scene::LoneMountain => plain::lone_mountain(canvas),
        Scene::Market => streets::market(canvas),
        Scene::MerchantTown => streets::merchant_town(canvas),
        Scene::MountainLake => water::mountain_lake(canvas),
        Scene::MountainVillage => high::mountain_village(canvas),
        Scene::Museum => city::museum(canvas),
        Scene::OpenPit => works::open_pit(canvas),
        Scene::PowerPlant => works::power_plant(canvas),
        Scene::Pyramid => city::pyramid(canvas),
        Scene::RailwayStation => streets::railway_station(canvas),
        Scene::Reservoir => water::reservoir(canvas),
        Scene::RockArt => built::rock_art(canvas),
        Scene::RockCutMosque => built::rock_cut_mosque(canvas),
        Scene::RoofedMosque => built::roofed_mosque(canvas),
        Scene::Ruins => built::ruins(canvas),
        Scene::SaltFlat => dry::salt_flat(canvas),
        Scene::SaltLake => water::salt_lake(canvas),
        Scene::SetTown => built::set_town(canvas),
        Scene::SkiSlopes => high::ski_slopes(canvas),
        Scene::Spaceport => works::spaceport(canvas),
        Scene::Spheres => plain::spheres(canvas),
        Scene::Steelworks => works::steelworks(canvas),
        Scene::Steppe => plain::steppe(canvas),
        Scene::StudioLot => works::studio_lot(canvas),
        Scene::TentHall => city::tent_hall(canvas),
        Scene::Towers => plain::towers(canvas),
        Scene::ViewOverCity => high::view_over_city(canvas),
        Scene::Wetland => water::wetland(canvas),
        Scene::WoodenChurch => streets::wooden_church(canvas),
        Scene::Yurts => plain::yurts(canvas),
    }
}
