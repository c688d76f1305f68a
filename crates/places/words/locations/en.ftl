# The list of locations
locations-lead = Every location of the country: what it looks like, how one gets there, who permits it.
locations-title-of = { $text }: locations
locations-search = Search locations
locations-search-example = Canyon, Mars, Charyn …
locations-find = Search
locations-filters = Filters
locations-apply = Apply filters
locations-any = Any
locations-region = Region
locations-drive = Drive from the airport
locations-hours = At most { $hours } h
locations-type = Type
locations-season = Good or possible in
locations-rooms = { $rooms } or more
locations-credit = Filmed before
locations-distance = Distance from an airport
locations-from = Airport
locations-at-most = At most
locations-kilometres = { $kilometres } km
locations-sort = Sort by
locations-sort-best = Best match
locations-sort-nearest = Nearest to the airport
locations-sort-drive = Shortest drive
locations-sort-permit = Easiest permit
locations-as-map = Map
locations-as-list = List
locations-remove = Remove
locations-clear = Clear all
locations-chosen = { $facet }: { $value }
locations-in-area = On this part of the map
locations-within = Within { $kilometres } km of { $airport }
locations-way = { $drive } from { $airport }
locations-away = { $kilometres } km away
locations-permit = Permit: { $permit }
locations-unknown = Nothing here is called { $words }
locations-nothing = No location has all of this
locations-relax = With one wish fewer there are some:
locations-without = Without “{ $part }”
locations-scout-why = We may know places that are not in this list yet. Tell us what you look for: a named officer answers.
locations-scout = Ask a scout
locations-scout-brief = We are looking for: { $sought }
locations-pages = Pages
locations-page = Page { $page } of { $pages }
locations-previous = Previous
locations-next = Next

# Looks
looks-title = Can stand in for
looks-lead = What the country doubles for. Each look leads to the places that have it.
looks-none = No location has a look yet.
looks-other = Other looks
looks-narrow = Narrow these down

# Places like another
similar-title = Similar locations
nearby-title = Nearby
easier-title = Similar, with an easier permit

# Feeds
feed-title = Locations
