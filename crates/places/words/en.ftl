# States of a location
places-state-draft = Draft
places-state-published = Published
places-state-silent = Hidden: the owner has not confirmed
places-state-withdrawn = Withdrawn

# Months
places-month-good = Good
places-month-possible = Possible
places-month-no = No

# Answers
places-yes = Yes
places-no = No
places-ask = Ask

# Destinations
places-region = Region
places-city = City
places-subject-summary = In one paragraph
places-subject-history = History
places-subject-culture = Culture
places-subject-climate = Climate
places-subject-access = Getting there
places-subject-crew = Crew and equipment
places-subject-hotels = Hotels
places-subject-authority = Who decides

# Values that cannot be kept
places-refused-number = Write a number, such as 1480 or 2.5
places-refused-whole = Write a whole number, without decimals
places-refused-money = Write an amount with its currency, such as 250000 KZT
places-refused-choice = Choose one of the values offered
places-refused-months = Write twelve letters from January to December: g for good, p for possible, n for no
places-refused-address = Write an address such as name@example.org
places-refused-long = Write at most 200 letters
places-refused-degrees = Write latitude and longitude in decimal degrees, such as 43.353 and 79.079
places-refused-swapped = Latitude and longitude seem to be swapped: the other way round the place lies in the country
places-refused-outside = These coordinates lie outside the country; check both numbers

# A location's page
places-locations = Locations
places-destinations = Destinations
places-not-public = Only the office sees this page
places-ask-office = Ask about this place
places-edit = Edit
places-promise = Free and confidential. A named officer answers.
places-stands-in = Can stand in for
places-uncertain = Not confirmed
places-checked-on = checked { $day }
places-where = Where
places-survey-first = Survey before use
places-rounded = Shown to within { $kilometres } km. The office tells the exact spot.
places-no-position = The office tells where it is.
places-to-sun = Sun and light on your shooting day
places-filmed-here = Filmed here
places-never-filmed = Never filmed. Be the first.
places-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
places-days-used = Days used
places-days-in-year = { $count ->
    [0] No day of filming in { $year } so far
    [one] { $count } day of filming in { $year } so far
   *[other] { $count } days of filming in { $year } so far
}
places-days-why = We count them, so that neighbours and nature are not asked for too much.
places-same-region = In the same region
places-minutes = { $minutes } min
places-hours = { $hours } h
places-hours-minutes = { $hours } h { $minutes } min
places-month-january = Jan
places-month-february = Feb
places-month-march = Mar
places-month-april = Apr
places-month-may = May
places-month-june = Jun
places-month-july = Jul
places-month-august = Aug
places-month-september = Sep
places-month-october = Oct
places-month-november = Nov
places-month-december = Dec

# Pages of destinations
places-destinations-lead = Where to go: what each region looks like, how one gets there, who works there and who decides.
places-all-locations = All locations
places-no-destinations = No destination has been described yet.
places-count = { $count ->
    [one] { $count } location
   *[other] { $count } locations
}
places-locations-here = Locations here
places-cities = Cities
places-wikidata = Wikidata
places-imdb = IMDb
