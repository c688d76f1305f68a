# The sun over a place
sun-title = Sun over { $place }
sun-block = The sun here
sun-on-day = On { $day }, by the clocks of the country
sun-date = Day
sun-show = Show this day
sun-date-refused = `{ $typed }` is not a day from 1900 to 2200: choose one in the calendar
sun-other-days = Other days
sun-previous = Day before
sun-following = Day after
sun-dawn = Dawn
sun-sunrise = Sunrise
sun-golden-until = Golden light until
sun-noon = Sun highest
sun-golden-from = Golden light from
sun-sunset = Sunset
sun-dusk = Dusk
sun-length = Length of the day
sun-hours = { $hours } h { $minutes } min
sun-towards = towards { $degrees }
sun-high = { $degrees } high
sun-day-before = (the day before)
sun-day-after = (the next day)
sun-never-sets = The sun does not set on this day.
sun-never-rises = The sun does not rise on this day.
sun-golden-all-day = The sun stays lower than 6° all day: its light is golden from sunrise to sunset.
sun-clock-title = The clock misleads here
sun-clock-ahead =
    { $minutes ->
        [one] Clocks run { $minutes } minute ahead of the sun: it stands highest at { $noon } and not at twelve. Mornings are darker than the hour suggests, evenings longer.
       *[other] Clocks run { $minutes } minutes ahead of the sun: it stands highest at { $noon } and not at twelve. Mornings are darker than the hour suggests, evenings longer.
    }
sun-clock-behind =
    { $minutes ->
        [one] Clocks run { $minutes } minute behind the sun: it stands highest at { $noon } already. Light comes earlier than the hour suggests, and goes earlier.
       *[other] Clocks run { $minutes } minutes behind the sun: it stands highest at { $noon } already. Light comes earlier than the hour suggests, and goes earlier.
    }
sun-note = Directions count from true north with the clock; a compass points elsewhere. Heights are over a flat horizon: canyon walls and mountains hide the sun for longer. Dawn begins, and dusk ends, with the sun 6° below the horizon.
sun-rounded = Worked out for the rounded position that is published.
sun-uncertain = Nobody has surveyed this position yet.
sun-dial-title = The sky over { $place } on { $day }
sun-dial-text = Seen from above, north at the top: the sun rises at { $sunrise } towards { $east }, stands highest at { $noon }, { $height } high, and sets at { $sunset } towards { $west }.
sun-north = N
sun-east = E
sun-south = S
sun-west = W
sun-any-day = The sun on any other day
sun-table = The sun every { $minutes } minutes
sun-every = Every { $minutes } minutes instead
sun-time = Time
sun-height = Height
sun-direction = Direction
sun-light = Light
sun-light-day = Day
sun-light-golden = Golden
sun-light-twilight = Twilight

# The map
map-title = Map of the places found
map-of = Map around { $place }
map-skip = Skip the map
map-help = Arrow keys move the map, plus and minus change how near it is
map-in = Nearer
map-out = Farther
map-around = Places around it on the map
map-open = Open the page
map-near = Look nearer
map-close = Close
map-search = Search this area
map-follow = Update the list as I move the map
map-all =
    { $count ->
        [0] No place to show on the map.
        [one] { $count } place on the map.
       *[other] { $count } places on the map.
    }
map-some =
    { $count ->
        [one] { $count } place of { $total } on this part of the map.
       *[other] { $count } places of { $total } on this part of the map.
    }
map-wider = Wider area
map-everywhere = Whole country
map-credit = Map data: { $sources }
map-pin = { $name }, { $kind }
map-cluster =
    { $count ->
        [one] { $count } place: { $names }
        [2] { $count } places: { $names }
        [3] { $count } places: { $names }
       *[other] { $count } places, among them { $names }
    }
map-in-city = In { $city } or just outside
map-whereabouts = { $kilometres } km { $direction } of { $city }
map-north = north
map-north-east = north-east
map-east = east
map-south-east = south-east
map-south = south
map-south-west = south-west
map-west = west
map-north-west = north-west
