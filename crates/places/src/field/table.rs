use people::Visibility;

use super::choices::{COVERAGE, FOUR_BY_FOUR, KIND_CHOICES, OWNERS, PERIODS, PERMITS, POWER, ROADS, VEHICLES};
use super::{Field, Group, Need, ValueKind};

use Group::{Access, Identity, Light, Look, Owner, Questions, Rules, Services, Space, Support};
use ValueKind::{Answer, Choice, Code, Email, Minutes, Money, Months, Number, People, Several, Words};

const fn should(group: Group, key: &'static str, label: &'static str, kind: ValueKind) -> Field {
    let need = Need::Should;
    Field { key, label, group, kind, need, visibility: Visibility::Public, is_locked: false, is_facet: false }
}

const fn must(group: Group, key: &'static str, label: &'static str, kind: ValueKind) -> Field {
    Field { need: Need::Must, ..should(group, key, label, kind) }
}

const fn indoors(group: Group, key: &'static str, label: &'static str, kind: ValueKind) -> Field {
    Field { need: Need::MustIndoors, ..should(group, key, label, kind) }
}

const fn office(group: Group, key: &'static str, label: &'static str, kind: ValueKind) -> Field {
    Field { visibility: Visibility::OfficeOnly, is_locked: true, ..should(group, key, label, kind) }
}

impl Field {
    const fn facet(self) -> Self {
        Self { is_facet: true, ..self }
    }
}

/// Everything that can be said of a place besides its name, type, position, photos, looks and credits.
pub static FIELDS: [Field; 82] = [
    must(Identity, "summary", "field-summary", Words),
    should(Identity, "history", "field-history", Words),
    should(Identity, "directions", "field-directions", Words),
    should(Identity, "more-types", "field-more-types", Several(&KIND_CHOICES)).facet(),
    must(Look, "period", "field-period", Several(&PERIODS)).facet(),
    must(Look, "seasons", "field-seasons", Months).facet(),
    must(Look, "panorama", "field-panorama", Answer).facet(),
    should(Look, "flyover", "field-flyover", Answer).facet(),
    should(Look, "palette", "field-palette", Words),
    must(Light, "horizon", "field-horizon", Words),
    must(Light, "noise", "field-noise", Words),
    should(Light, "clean-sound", "field-clean-sound", Answer).facet(),
    must(Light, "flight-paths", "field-flight-paths", Words),
    should(Light, "night-light", "field-night-light", Words),
    must(Space, "area", "field-area", Number("places-unit-square-metres")),
    should(Space, "capacity", "field-capacity", People),
    indoors(Space, "ceiling", "field-ceiling", Number("places-unit-metres")),
    indoors(Space, "floor-load", "field-floor-load", Number("places-unit-kilograms")),
    indoors(Space, "doors", "field-doors", Words),
    indoors(Space, "plan", "field-plan", Answer),
    should(Space, "rigging", "field-rigging", Answer),
    should(Space, "black-out", "field-black-out", Answer),
    should(Space, "fire-detectors", "field-fire-detectors", Answer),
    must(Access, "road", "field-road", Choice(&ROADS)).facet(),
    must(Access, "last-paved", "field-last-paved", Number("places-unit-kilometres")),
    must(Access, "heaviest-vehicle", "field-heaviest-vehicle", Choice(&VEHICLES)).facet(),
    must(Access, "four-by-four", "field-four-by-four", Choice(&FOUR_BY_FOUR)).facet(),
    must(Access, "winter-closure", "field-winter-closure", Words),
    should(Access, "drive-minutes", "field-drive-minutes", Minutes).facet(),
    should(Access, "helicopter", "field-helicopter", Answer),
    should(Access, "rail-siding", "field-rail-siding", Answer),
    must(Services, "power", "field-power", Choice(&POWER)).facet(),
    should(Services, "power-amperes", "field-power-amperes", Number("places-unit-amperes")),
    should(Services, "power-distance", "field-power-distance", Number("places-unit-metres")),
    must(Services, "water", "field-water", Answer),
    must(Services, "toilets", "field-toilets", Answer),
    must(Services, "unit-base", "field-unit-base", Number("places-unit-square-metres")),
    must(Services, "parking", "field-parking", Number("places-unit-vehicles")),
    must(Services, "coverage", "field-coverage", Choice(&COVERAGE)).facet(),
    must(Services, "wifi", "field-wifi", Answer),
    should(Services, "catering", "field-catering", Answer),
    should(Services, "workshops", "field-workshops", Answer),
    must(Support, "airport", "field-airport", Code).facet(),
    must(Support, "hospital-minutes", "field-hospital-minutes", Minutes),
    must(Support, "rooms-30", "field-rooms-30", Number("places-unit-rooms")),
    must(Support, "rooms-60", "field-rooms-60", Number("places-unit-rooms")).facet(),
    must(Support, "rescue", "field-rescue", Words),
    should(Support, "altitude", "field-altitude", Number("places-unit-metres")),
    should(Support, "border-zone", "field-border-zone", Answer).facet(),
    should(Support, "hazards", "field-hazards", Words),
    must(Rules, "authority", "field-authority", Words),
    must(Rules, "permit", "field-permit", Choice(&PERMITS)).facet(),
    must(Rules, "lead-days", "field-lead-days", Number("places-unit-working-days")),
    must(Rules, "fees", "field-fees", Words),
    must(Rules, "forbidden", "field-forbidden", Words),
    must(Rules, "insurance", "field-insurance", Answer),
    must(Rules, "drones", "field-drones", Answer).facet(),
    must(Rules, "fire", "field-fire", Answer),
    must(Rules, "animals", "field-animals", Answer),
    must(Rules, "weapons", "field-weapons", Answer),
    should(Rules, "conditions", "field-conditions", Words),
    should(Questions, "night-shoot", "field-night-shoot", Answer).facet(),
    should(Questions, "deposit", "field-deposit", Answer),
    should(Questions, "trailers", "field-trailers", Answer),
    should(Questions, "minors", "field-minors", Answer),
    should(Questions, "generator", "field-generator", Answer),
    should(Questions, "furniture", "field-furniture", Answer),
    should(Questions, "noise-limits", "field-noise-limits", Answer),
    should(Questions, "outlets", "field-outlets", Answer),
    should(Questions, "make-up", "field-make-up", Answer),
    should(Questions, "natural-light", "field-natural-light", Answer),
    should(Questions, "all-areas", "field-all-areas", Answer),
    should(Questions, "manager", "field-manager", Answer),
    should(Questions, "load-in", "field-load-in", Answer),
    should(Questions, "gatherings", "field-gatherings", Answer),
    must(Owner, "owner-type", "field-owner-type", Choice(&OWNERS)).facet(),
    office(Owner, "owner-name", "field-owner-name", Code),
    office(Owner, "owner-email", "field-owner-email", Email),
    office(Owner, "owner-phone", "field-owner-phone", Code),
    office(Owner, "owner-language", "field-owner-language", Code),
    office(Owner, "owner-rate", "field-owner-rate", Money),
    office(Owner, "owner-history", "field-owner-history", Words),
];
