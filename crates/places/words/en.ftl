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
