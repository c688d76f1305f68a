# Pictures of places.

photos-photos = Photos
photos-of = Photos: { $place }
photos-number-of = Photo { $number } of { $count }
photos-honesty = Not retouched, unless it says so. Each says which way it looks and when it was taken, as far as we know.
photos-none = No photos of this place are public yet.
photos-none-yet = No photos yet. Add some above: wide views by daylight, each side, access and unit base.
photos-drawings-why = A drawing stands where nobody has brought a photo yet. It shows the kind of landscape and the light of the hour, not the place itself.
photos-drawing = Drawing
photos-retouched = Retouched
photos-drone = Drone
photos-old = Older than 24 months
photos-old-count =
    { $count ->
        [one] { $count } photo is older than 24 months
       *[other] { $count } photos are older than 24 months
    }
photos-drawn = Drawn for this site
photos-by = Photo: { $name }
photos-looks = Looks { $direction } ({ $degrees }°)
photos-looks-by-compass = Looks { $direction } ({ $degrees }° by compass)
photos-north = north
photos-northeast = north-east
photos-east = east
photos-southeast = south-east
photos-south = south
photos-southwest = south-west
photos-west = west
photos-northwest = north-west
photos-spring = Spring
photos-summer = Summer
photos-autumn = Autumn
photos-winter = Winter
photos-earlier = Previous photo
photos-later = Next photo
photos-close = Close
photos-all = All photos
photos-all-count =
    { $count ->
        [one] All photos ({ $count })
       *[other] All photos ({ $count })
    }
photos-back = Back to { $place }
photos-alt = What can be seen
photos-alt-hint = For people who cannot see the photo and for searching: “Red cliffs above a green river, road at the left”.
photos-taken = Taken on
photos-season = Season
photos-bearing = Looks towards
photos-bearing-hint = Degrees from north, clockwise: 0 to 360.
photos-north-of = Measured from
photos-north-true = True north (map)
photos-north-magnetic = Magnetic north (compass)
photos-lens = Lens
photos-is-retouched = Retouched
photos-is-drone = Taken by a drone
photos-yes = Yes
photos-no = No
photos-unknown = Not known
photos-unchanged = Leave as it is
photos-creator = Photographer
photos-credit = Credit
photos-credit-hint = As it shall stand beside the photo. Empty: the photographer’s name.
photos-copyright = Copyright notice
photos-licence = Licence
photos-licence-hint = For example CC BY 4.0, or “for scouting only”.
photos-state-staged = Not published
photos-state-published = Published
photos-state-withdrawn = Withdrawn
photos-queue-staged = Waiting to be published
photos-queue-none = None
photos-count =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
photos-add = Add photos
photos-add-button = Add
photos-files = Photos or one ZIP archive
photos-files-hint = JPEG, PNG or WebP, 40 MB each, 120 megapixels at most; best are 3,000 pixels and more on the longer side. Up to 250 MB at once.
photos-for-all-hint = What follows holds for files that do not say it themselves.
photos-taken-in = Added
photos-outcomes = Added: { $taken }. Not added: { $refused }
photos-developing = Being prepared
photos-missing = To publish, add
photos-gap-development = copies, which are being prepared
photos-gap-alt = what can be seen, in one language at least
photos-gap-credit = photographer or credit
photos-double = Looks the same
photos-double-at = as a photo of { $place } ({ $distance } of 64 differ)
photos-edit = Describe
photos-move-earlier = Up
photos-move-later = Down
photos-chosen = With the chosen photos
photos-publish = Publish
photos-withdraw = Withdraw
photos-describe-chosen = Describe the chosen photos
photos-only-filled = Only what you fill in is changed.
photos-describe = Write to the chosen
photos-save = Save
photos-save-publish = Save and publish
photos-restore = Bring back
photos-done-added =
    { $count ->
        [one] { $count } photo added. It is being prepared.
       *[other] { $count } photos added. They are being prepared.
    }
photos-done-published =
    { $count ->
        [one] { $count } photo published
       *[other] { $count } photos published
    }
photos-done-withdrawn =
    { $count ->
        [one] { $count } photo withdrawn
       *[other] { $count } photos withdrawn
    }
photos-done-described =
    { $count ->
        [one] { $count } photo saved
       *[other] { $count } photos saved
    }
photos-refused-none = Choose at least one photo
photos-refused-all = None of these files could be added
photos-refused-nothing-chosen = Choose the photos first
photos-refused-gaps = Some of the chosen photos lack something: see “To publish, add” beside them
photos-refused-day = Give a day of the calendar
photos-refused-bearing = Give degrees from 0 to 360
photos-refused-there = This very file is among the photos of this place already
photos-refused-empty = The file is empty. Copy it from the camera once more
photos-refused-heic = This is a HEIC photo, which browsers cannot show. Save it as JPEG, or set the telephone to “most compatible”
photos-refused-gif = This is a GIF. Send the photo as JPEG
photos-refused-tiff = This is TIFF or a camera’s raw format. Save it as JPEG at the best quality
photos-refused-svg = This is a drawing in SVG, which may carry programs. Send a photo
photos-refused-other = This is no photo. Send JPEG, PNG or WebP
photos-refused-large = { $width } × { $height } is { $megapixels } megapixels; { $most } at most. Save it { $widest } pixels wide
photos-refused-small = { $width } × { $height } pixels are too few to show anything. Send at least 480, better 3,000 on the longer side
photos-refused-strip = { $width } × { $height } is a strip more than six times as high as wide. Cut out the part that matters
photos-refused-animated = The picture moves. Send a still photo as JPEG
photos-refused-cmyk = The colours are CMYK, for printing. Save it as RGB (sRGB)
photos-refused-coding = The picture is coded in a way that browsers do not read. Save it as an ordinary JPEG
photos-refused-cut-off = The file ends before the picture does. Copy it from the camera once more
photos-refused-damaged = The file is damaged. Copy it from the camera once more
photos-refused-archive-damaged = The archive is damaged. Make it once more
photos-refused-archive-many = { $entries } files are in the archive; { $most } at most. Split it
photos-refused-archive-large = The archive unpacks to more than { $most } MB. Split it
photos-refused-archive-leads-out = A file in the archive has a name that leads out of it. Make the archive of a plain folder
photos-refused-archive-nested = An archive is in the archive. Unpack it first
photos-refused-archive-lies = A file in the archive is not as large as the archive says. Make it once more
photos-refused-archive-password = The archive has a password. Send it without one
photos-refused-archive-no-photos = No photo is in the archive
