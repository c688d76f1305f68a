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
places-add = Add to my list
places-edit = Edit
places-promise = Free and confidential. A named officer answers.
places-stands-in = Can stand in for
places-uncertain = Not confirmed
places-checked-on = checked { $day }
places-where = Where
places-survey-first = Survey before use
places-rounded = Shown to within { $kilometres } km. The office tells the exact spot.
places-no-position = The office tells where it is.
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

# The office's record of a location
places-new = New location
places-import = Import
places-search-name = Part of a name
places-search = Find
places-all = All
places-none = No location here yet.
places-name = Name
places-kind = Type
places-state = State
places-complete = Complete
places-confirmed = Confirmed on
places-percent = { $percent } %
places-next-page = Next page
places-identity = Name, type and position
places-same-name = Another location has this name. Are they one place?
places-two-places = They are two places: keep both
places-aliases = Other names and spellings
places-aliases-hint = One on each line
places-slug = Address
places-slug-hint = Small letters a to z, digits and hyphens, such as charyn-canyon
places-destination = Destination
places-no-destination = None
places-latitude = Latitude
places-longitude = Longitude
places-degrees-hint = Decimal degrees, such as 43.353 north and 79.079 east
places-precision = How exactly it may be told
places-precision-exact = Exactly
places-precision-rounded = Rounded: private or fragile
places-precision-uncertain = Uncertain: survey before use
places-rounded-to = Rounded to, in metres
places-rounded-to-hint = From 100 to 50000; only where it is rounded
places-unreleased = Kept back: in no public list
places-save = Save
places-see-public = See the public page
places-photos = Photos
places-completeness = { $percent } % complete
places-gold = Gold
places-missing = { $count ->
    [one] { $count } thing is missing
   *[other] { $count } things are missing
}
places-publish = Publish
places-to-draft = Back to draft
places-withdraw = Withdraw
places-fact = Fact
places-value = Value
places-source = Source
places-checked = Checked on
places-visibility = Seen by
places-still-missing = Missing:
places-must = needed
places-unknown = Not known
places-months-hint = Twelve letters from January to December: g good, p possible, n no
places-words-in = In words, { $language }
places-note-in = Note, { $language }
places-locked = Only the office ever sees this.
places-remove = Remove
places-credit-title = Title
places-credit-year = Year
places-credit-scene = What was shot here
places-credit-add = Add a credit
places-wikidata-hint = Q and digits, such as Q1234
places-imdb-hint = tt and digits, such as tt0374298
places-days-from = First day
places-days-many = Days
places-days-production = Production
places-days-production-hint = For the office only
places-days-add = Add days
places-owner-confirms = The owner’s word
places-owner-confirms-hint = Every six months the owner is asked by letter whether all is still so. Without an answer in three weeks the place is hidden.
places-ask-owner = Ask now
places-no-owner-address = No address of the owner is known, so nobody is asked.
places-history = History
places-deed-made = Made
places-deed-edited = Changed
places-deed-fact = Fact
places-deed-looks = Looks
places-deed-credit = Credit added
places-deed-credit-removed = Credit removed
places-deed-days = Days noted
places-deed-days-removed = Days taken back
places-deed-state = State
places-deed-asked = Owner asked
places-deed-answered = Owner answered
places-deed-silent = Hidden: no answer from the owner
places-deed-imported = Imported
places-deed-import-undone = Import undone

# What completeness asks for
places-must-names = A name in every language
places-must-aliases = Other names and spellings
places-must-region = Destination
places-must-position = Coordinates
places-must-photos = Twelve photos
places-must-bearings = The bearing of every photo
places-must-looks = What it can stand in for
places-must-sources = A source for every fact
places-must-checked = A day of checking for every fact

# Refusals
places-refused-no-name = Write a name in at least one language
places-refused-slug = Use small letters a to z, digits and hyphens, at most 80
places-refused-slug-taken = Another location has this address; choose a different one
places-refused-rounded = Write a number of metres from 100 to 50000
places-refused-day = Write a day such as 2026-05-31
places-refused-days = Write a number of days from 1 to 366
places-refused-title = Write the title
places-refused-year = Write a year such as 2019
places-refused-incomplete = { $percent } % complete: from { $least } % on a location can be published. What is missing is listed below
places-was-changed = Somebody else has changed this meanwhile. What you typed is kept; look at it and save again

# The owner's page and letter
places-letter-confirm-subject = { $place }: is everything still correct?
places-letter-confirm =
    Good day,

    your place { $place } is in our catalogue of locations. Please tell us whether what we say of it is still correct. It takes a minute and needs no account:

    { $link }

    Without an answer in three weeks we hide the place, so that nobody plans with old facts. It comes back as soon as you answer.
places-confirm-lead = You look after this place. Is what we say of it still correct?
places-confirm-public = What the public reads
places-confirm-question = Your answer
places-confirm-correct = Everything is still correct
places-confirm-changes = It goes on, but something has changed
places-confirm-withdraw = Please take the place out of the catalogue
places-confirm-said = What has changed
places-confirm-send = Send
places-confirm-thanks = Thank you, your answer has been noted
places-refused-answer = Choose one of the three answers
places-refused-said = Write what has changed
places-answer-none = No answer yet
places-answer-correct = Everything is still correct
places-answer-changes = Something has changed
places-answer-withdraw = Taken out of the catalogue
places-answer-silent = No answer in time

# Import
places-import-title = Import locations
places-import-lead = A table or a map file is read, looked at together, and only then put into the book. A whole import can be taken back.
places-import-file = File with locations
places-import-file-hint = XLSX, ODS, CSV, GeoJSON or KML, at most 5,000 rows. The first row with two words is taken for the headings.
places-import-photos = Photos in a ZIP archive
places-import-photos-hint = Not required. A folder for each location, called by its address or its name.
places-import-read = Read the file
places-import-earlier = Earlier imports
places-import-staged = Read, not yet used
places-import-committed = In the book
places-import-undone = Taken back
places-import-position = Latitude and longitude in one cell
places-import-new = New
places-import-changed = Changed
places-import-unchanged = Unchanged
places-import-problem = Cannot be used
places-import-commit = Put into the book
places-import-commit-hint = New locations come as drafts. Rows that cannot be used are left out.
places-import-nothing = Nothing would change: all of this is in the book already, or cannot be used.
places-import-undo = Take the whole import back
places-import-undo-hint = What somebody has changed since stays as it is.
places-import-mapping = What the columns mean
places-import-mapping-hint = Choose from the list or leave empty to pass a column over. It is remembered for the next file with these headings.
places-import-heading = Heading
places-import-samples = For example
places-import-meaning = Means
places-import-preview = Look again
places-import-rows = What each row does
places-import-row = Row
places-import-outcome = Outcome
places-import-details = Details
places-import-cut = Only the first 200 rows are shown, those that cannot be used before the others.
places-import-with-photos = with photos: { $name }
places-import-refused-none = Choose a file
places-import-refused-empty = There is nothing in this file
places-import-refused-unreadable = This file cannot be read; save it again as XLSX, CSV, GeoJSON or KML
places-import-refused-headings = No row with headings was found; write the names of the columns into the first row
places-import-refused-rows = More than 5,000 rows; divide the file
places-import-refused-columns = More than 400 columns; leave out those that are not needed
places-import-refused-points = No point was found on this map; lines and areas are no locations
places-import-refused-twice = `{ $typed }` is the meaning of two columns; keep one
places-import-refused-column = `{ $typed }` is not on the list; choose a meaning from it or leave the column empty
places-import-problem-twice = This location is in the file twice
places-import-problem-ambiguous = Several locations have this name; add a column with the address
places-import-problem-no-kind = A new location needs a type
places-import-problem-kind = This is not a type of location
places-import-problem-destination = There is no such destination; make it first
places-import-problem-choice = This is not on the list of looks
places-import-problem-no-name = The row has no name

# New destination
places-new-destination = New destination
places-part-of = Part of
places-code = Code of the region
places-unless = Unless it says otherwise:
