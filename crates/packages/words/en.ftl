# A visitor's own list
list-title = Chosen places
list-lead = { $count ->
    [one] One place. Choose its photos, write a note, share it.
   *[other] { $count } places. Choose their photos, write a note to each, put them in order, share them.
}
list-nothing = Nothing is chosen yet. Add a place from its page or from the list of locations; no account is needed.
list-cookie = This browser keeps the list for a year, by a cookie that says nothing of you.
list-look = Look at locations
list-added = Added to your list.
list-in-it = { $count ->
    [one] In your list: one place
   *[other] In your list: { $count } places
}
list-already = It was on your list already.
list-full = Sixty places are the most that a list holds. Take one out first.
list-saved = Saved.
list-removed = Taken out. Below the list it can be put back.
list-shared = Shared. Pass this link on.
list-back = Back to where you were
list-share = Share
list-send = Send to the commission
list-link = Your link
list-link-hint = Whoever has it sees the places, their photos and your notes, and can say what they think, without an account. It ends after { $day }; sharing again gives it new days. What you change here changes there.
list-link-expired = The link ended on { $day }. Share again to open it anew: it stays the same.
list-name = Name of the list
list-name-hint = Optional. Your readers see it.
list-taken-out = Taken out

# What a reader sees
link-for = For { $name }
link-lead = { $count ->
    [one] One place
   *[other] { $count } places
}
link-places = Places
link-until = The link works until { $day }.
link-preview = So your readers see it. Your own looks are not counted.
link-contact = Whom to ask
link-expired = This link has ended
link-expired-on = It worked until { $day }.
link-withdrawn = This link was taken back
link-withdrawn-text = Whoever sent it has taken it back.
link-ask-office = Write to the film commission and ask for a new link: what you have said about the places is kept.
link-ask-friend = Ask whoever sent it to press Share again: the same link then works anew, and what you have said is kept.
link-ask-anew = Ask the commission

# What a reader says
reaction-title = Reactions
reaction-ask = What do you think?
reaction-yes = Yes
reaction-no = No
reaction-more = More like this
reaction-comment = A word to it (optional)
reaction-name = Your name (optional)
reaction-kept = You said: { $liking }. You can change it.
reaction-missing = Press one of the three answers
reaction-none-yet = Nobody has said anything yet.

# Openings
opening-page = looked at
opening-archive = archive downloaded
opening-paper = PDF downloaded
opening-count = { $count ->
    [one] Opened once
   *[other] Opened { $count } times
}
opening-none-yet = Not opened yet.
opening-hint = Each opening is noted with its time and language, and without who or from where.

# Both
package-photos = Photos that are shown
package-note = Note
package-scene = Scene
package-save = Save
package-up = Move up
package-down = Move down
package-remove = Take out
package-restore = Put back
package-zip = Download ZIP
package-pdf = Download PDF
package-sun = Sun on { $day }
package-sun-on = Shooting day
package-sun-hint = Such as 23.09.2026
package-day-wrong = Write a day such as 23.09.2026
package-drawing = Drawing, not a photograph
package-unreleased = Not public yet
package-all-facts = Everything that is known
package-more = Page of the place
package-made = Made { $moment }
package-credits = Who made the pictures, and what may be done with them
package-footing = The page of each place has today's facts: point a telephone at the square.
package-watermark = Confidential: for { $name }

# The office
office-packages = Packages
package-new = New package
package-none-yet = No package yet. Make one from a case, from a production, or here.
package-others = Packages of this production
package-title = Title
package-title-hint = The recipient sees it
package-title-missing = Write a title
package-recipient = Recipient
package-recipient-missing = Write for whom it is
package-email = E-mail
package-email-hint = Where the letter goes
package-email-wrong = Write an address such as name@example.org
package-language = Language
package-begin-with = Begin with what they chose
package-begin-empty = Begin empty
package-look-at = Look at it
package-make = Make the package
package-state = State
package-state-open = Being made
package-state-shared = Sent
package-state-withdrawn = Taken back
package-expires-on = Works until
package-opened = Opened
package-preview = See it as the recipient does
package-sent-at = sent { $moment }
package-empty-hint = No place yet. Find some at the side, or let a script propose them.
package-find = Find places
package-find-words = Words
package-find-hint = A name, a type, a look: canyon, Mars, Soviet
package-find-do = Find
package-find-nothing = We do not have this. Try another word, or say so to the recipient.
package-add = Add the chosen ones
package-suggested = The inquiry's own words ask for
package-script = Places for a script
package-script-file = Script
package-script-hint = Fountain or Final Draft (.fdx). It is read and not kept. Choose nothing to take the production's own script, if you work on its file.
package-script-pages = Or paste scene headings
package-script-do = Propose places
package-script-none = No scene headings were found: choose a script, or paste lines such as EXT. CANYON - DAY
package-script-pasted = Pasted pages
package-script-found = What { $title } asks for
package-script-back = Back to the package
package-missing = { $count ->
    [one] We do not have this one
   *[other] We do not have these { $count }
}
package-missing-hint = Say so plainly, or ask a scout: nothing that is published fits the heading.
package-scenes = scenes { $scenes }
package-send = Send
package-message = Letter
package-message-hint = It waits a minute in the outbox and can be taken back on the case.
package-send-do = Send
package-cannot-be-sent = Add a place and an e-mail address first.
package-sent = Sent. For a minute it can be taken back on the case.
package-withdraw = Take the link back
package-is-withdrawn = The link leads nowhere now. Sending again opens it.
package-letter-missing = Write a letter
package-empty = Add a place first
package-shut = The last day of the link is over, or it was taken back: set another day first
package-subject = Places for { $title }
package-letter =
    Dear { $name },

    here are places for { $title }. The link opens without an account; please say to each what you think:

    { $link }

    It works until { $until }.

    { $officer }
package-settings = Settings
package-words = What stands above the places
package-contact = Whom the recipient can ask
package-contact-officer = Me, by name and e-mail
package-contact-office = The commission
package-contact-nobody = Nobody
package-reader = What is shown of a place
package-reader-hint = Owners' contacts and exact spots of rounded places are never shown.
package-reader-anybody = What everybody sees
package-reader-verified = Also what verified producers see
package-expiry-past = The last day has to be today or later
