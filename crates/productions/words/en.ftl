# Words of productions: the inquiry, the pipeline, the file, the portal and the vault.

## Stages
stage-new = New
stage-triaged = Looked through
stage-in-work = In work
stage-package-sent = Package sent
stage-scouting = Scouting
stage-committed = Committed
stage-shooting = Shooting
stage-wrapped = Wrapped
stage-released = Released
stage-closed = Closed
stage-spam = Not an inquiry
stage-referred = Referred to others
stage-cannot-serve = We cannot help
stage-dormant = Dormant
stage-lost = Lost
stage-no-such-step = From the present stage there is no step to that one
stage-not-yours = This step is taken by the commission
stage-note-missing = Say why, in a sentence that a colleague will understand
stage-lost-reason-missing = Choose why the production was lost
lost-incentive = Better incentive elsewhere
lost-budget = Too expensive
lost-financing = Not financed
lost-locations = Locations did not fit
lost-dates = Dates did not fit
lost-crew = Crew or equipment missing
lost-permits = Permits too slow or refused
lost-travel = Travel or safety
lost-no-reply = No more reply
lost-other-country = Chose another country for its story
lost-other = Another reason

## Leads
source-website = This site
source-email = E-mail
source-phone = Telephone
source-festival = Festival
source-market = Film market
source-fam-tour = Familiarisation tour
source-country-week = Country week
source-meeting = Meeting
source-referral = Somebody recommended you
source-embassy = Embassy
source-returning = We have filmed here before
source-press = Press
source-other = Otherwise
confidentiality-open = The title may be known
confidentiality-code-name = Only the code name may be known
confidentiality-secret = Nobody outside may know that it exists

## Kinds of works and wishes
format-feature = Feature film
format-series = Series
format-documentary = Documentary
format-short = Short film
format-animation = Animation
format-commercial = Commercial
format-music-video = Music video
format-show = Television show
format-photo = Photo shoot
format-student = Student work
format-other = Something else
need-locations = Locations
need-incentive = The incentive
need-permits = Permits
need-partner = A local service company
need-crew = Crew
need-facilities = Studios and equipment
need-travel = Visas, customs, travel
need-co-production = A co-producer
need-heritage = Advice on history and culture

## Ranges
range-between = { $least } – { $most }
range-up-to = up to { $most }
range-from = over { $least }

## The inquiry
start-kicker = Page { $number } of 7
start-lead = Seven short pages, about three minutes. You need no account, and what you write is saved at every step.
start-problem = Please correct:{" "}
start-back = Back
start-continue = Continue
start-optional = Optional
start-saved = Saved at { $time }, our time.
start-come-back = Keep this link to come back later
start-not-said = Not said
start-change = Change
start-what = What do you want to make?
start-title = Working title
start-title-hint = If it has none yet, write what you call it among yourselves
start-title-missing = Write a working title
start-format = Kind of work
start-format-missing = Choose the kind of work
start-brief = What it is about
start-brief-hint = A few sentences. They tell us which places and people to think of.
start-brief-missing = Write in a few sentences what it is about
start-confidentiality = Who may know of it
start-confidentiality-hint = Within the commission only those who work on your file read what you write here
start-code-name = Code name
start-code-name-hint = Only if nobody may know the title
start-code-name-missing = Write the code name under which we may speak of it
start-when = When do you want to film?
start-when-why = Weather, light and permits depend on it. Leave empty what is not known yet.
start-starts-on = First shooting day
start-ends-on = Last shooting day
start-shooting-days = Shooting days here
start-flexible = The dates can move
start-dates = Dates
start-not-a-day = `{ $typed }` is not a day; write it as 2027-05-10 or 10.05.2027
start-ends-before-start = The last day ({ $end }) is before the first one ({ $start })
start-in-the-past = `{ $typed }` has passed; write the days you plan now
start-days-not-a-number = `{ $typed }` is not a number of days; write a whole number from 1 to { $most }
start-looks = What should it look like?
start-looks-why = From this we choose the first places to show you.
start-looks-field = Places and looks
start-looks-hint = Landscapes, cities, buildings, season, light; links to references are fine
start-script = Script or pages of it
start-script-hint = Optional. PDF, Fountain or Final Draft (.fdx), 16 MB at most. Kept apart, opened only by those who work on your file, each opening noted for you.
start-script-kept = The script is here
start-list = Places that you chose
start-script-remove = Take it away again
start-budget = What will it cost?
start-budget-why = The incentive and what we propose depend on it. A band is enough.
start-budget-field = Whole budget
start-budget-hint = Not only what you will spend here
start-budget-unknown = Not known yet
start-budget-missing = Choose a band, or say that it is not known yet
start-needs = What do you need from us?
start-needs-field = We need
start-needs-hint = Tick all that fit
start-needs-missing = Tick at least one, or write in your own words
start-needs-note = In your own words
start-who = Who are you?
start-who-why = The named officer answers to this address.
start-name = Your name
start-name-hint = As you want to be addressed
start-name-missing = Write the name
start-email = E-mail
start-email-hint = For the answer, and to follow your inquiry
start-email-missing = Write the e-mail address
start-email-wrong = `{ $typed }` cannot be an e-mail address; it looks like name@company.com
start-company = Company
start-country = Country
start-phone = Telephone
start-zone = Your time zone
start-zone-hint = So that we can say by when you are answered in your own time
start-zone-missing = Choose the city whose time you keep
start-source = Where did you hear of us?
start-check = Check and send
start-page-unfinished = This page is not finished
start-consent = We use what you wrote to answer you and to accompany your production. Nobody outside the commission gets it without your word.
start-send = Send the inquiry
start-choice-unknown = Choose one of those that are offered
start-text-too-long = { $letters } characters are too many; shorten it to { $most }

## What was sent
sent-title = We have your inquiry
sent-reference = Your reference
sent-next = What happens now
sent-by = Who answers
sent-nobody-yet = The officer on duty
sent-when = At the latest
sent-calendar = { $reference }: answer of the film commission
sent-add-to-calendar = Put it into your calendar
sent-follow = Follow it
sent-follow-text = We have sent you a letter with all this. Sign in with your e-mail address to see where it stands, to write to us and to invite your team.
sent-portal = Open your production
sent-bookmark = You can bookmark this page.

## Letters
letter-received-subject = { $reference }: we have your inquiry
letter-received =
    Dear { $name },

    thank you for your inquiry. Its reference is { $reference }.

    { $officer } answers you at the latest on
    { $deadline }

    See where it stands, write to us, invite your team:
    { $link }
letter-invited-subject = { $reference }: invitation to a production
letter-invited =
    Dear { $name },

    { $inviter } invites you to the production { $reference } as: { $role }.

    Accept the invitation here; the link is yours alone:
    { $link }

## Pipeline and list
office-pipeline = Pipeline
office-productions = Productions
list-count = { $count ->
    [one] { $count } production
    *[other] { $count } productions
 }
list-spend = Expected spend here: { $spend }
list-text = Title, reference, words
list-stage = Stage
list-all = All
list-mine = Only mine
list-show = Show
list-layout = Layout
list-as-list = List
list-as-board = Board
list-production = Production
list-late = Overdue
list-more = More
list-empty = No production fits. Change the filter, or open a file for a new lead.
duty-title = Officer on duty
duty-who = Who answers new inquiries
duty-hint = Named on the confirmation of each inquiry from now on
duty-set = Name them

## The file
production-new = New lead
production-open = Open the file
production-facts = The file
production-synopsis = Synopsis
production-spend = Expected spend here
production-chance = Probability
production-chance-hint = As a range, such as 20 to 40
production-source = Source of the lead
production-source-missing = Say how the lead came: it shows which fair or tour paid off
production-event = Event
production-event-hint = The fair, tour or meeting it came from
production-waits = Waits for
production-waits-hint = What the decision depends on: money, dates, a reply
production-next = Next step
production-next-owner = Whose step
production-next-on = By
production-next-unowned = A next step has an owner and a date
production-officer = Officer
production-contact = Contact
production-zone = Their time zone
production-copied-from = Follows
production-shooting-days = { $days ->
    [one] { $days } shooting day
    *[other] { $days } shooting days
 }
production-since = since { $moment }
production-way = How far it has come
production-timeline = What happened
production-cases = Cases
production-case-closed = closed
production-move = Move on
production-move-to = To the stage
production-move-note = Note
production-move-do = Move
production-lost = If lost: why
production-lost-hint = Counted, so that we learn from it
production-moved-meanwhile = Somebody has changed this file since you opened it; look at it again and then move it
production-export = The whole file as an archive (zip)
production-copy = Next season
production-copy-hint = A new file with the same people and looks, without dates and history
production-copy-do = Begin it
production-save = Save
production-save-mine = Save mine nevertheless
production-cancel = Leave it as it is
production-conflict = Somebody has written here meanwhile
production-conflict-text = This stands there now. What you typed is still below.
production-least = At least
production-most = At most
production-amount-hint = Whole amounts; spaces between groups are fine
production-currency = Currency
production-currency-hint = Three letters
production-not-a-currency = `{ $typed }` is not a currency; write three letters such as EUR
production-not-an-amount = `{ $typed }` is not an amount; write it as 1 500 000
production-not-a-number = `{ $typed }` is not a whole number from { $least } to { $most }
production-range-turned = The highest is below the lowest

## What happened
actor-unknown = Somebody who is gone
happened-opened = Opened
happened-moved = Moved to: { $stage }
happened-edited = Changed: { $field }
happened-invited = Invited as { $role }
happened-joined = Joined as { $role }
happened-removed = Removed from the team
happened-script = Gave a script
happened-script-opened = Opened a script
happened-script-withdrawn = Withdrew a script
happened-estimate = Attached an estimate
happened-differs = New rules give another figure
happened-exported = Took the archive along
happened-on-case = { $reference }: { $what }

## Inquiries as cases
kind-inquiry = Inquiry
inquiry-new = New
inquiry-in-work = In work
inquiry-answered = Answered
inquiry-closed = Closed
inquiry-spam = Not an inquiry

## Team
team-title = Team
team-owner = Owner
team-co-author = Co-author
team-accountant = Accountant
team-lawyer = Lawyer
team-auditor = Auditor
team-lender = Lender
team-owner-text = sees and does everything, invites the others
team-co-author-text = works on everything but the team
team-accountant-text = works on money and papers, sees no script
team-lawyer-text = reads everything, writes messages and papers
team-auditor-text = reads facts, papers and money, changes nothing
team-lender-text = sees how far it is and the money, nothing else
team-invite = Invite somebody
team-invite-do = Send the invitation
team-invited = Invited
team-remove = Remove
team-role = Role
team-role-missing = Choose what they may see and do
team-there-already = `{ $typed }` is in the team already
join-title = An invitation
join-role = You are invited as: { $role }
join-accept = Accept
join-as = You are signed in as { $email }.

## Portal
portal-mine = My productions
portal-none = You belong to no production yet.
portal-start = Start an inquiry
portal-next-date = Next date: { $day }
portal-unread = { $count ->
    [one] { $count } unread message
    *[other] { $count } unread messages
 }
portal-parts = Parts of the production
portal-status = Where it stands
portal-messages = Messages
portal-your-turn = Waiting for you
portal-your-turn-text = We have asked you something, or sent you something to look at.
portal-answer = Read and answer
portal-nothing = Nothing is needed from you
portal-answer-by = You are answered at the latest on
portal-answer-due = answer due, { $case }
portal-way = The way
portal-done = Completed
portal-now = Now
portal-later = To come
portal-move = Tell us how it goes on
portal-facts = What you told us
portal-calendar = Dates for your calendar
portal-export = Take everything along (ZIP)
portal-message = Write to the commission
portal-message-send = Send
portal-message-empty = Write something first
portal-no-case = No case of this production is open any more; begin a new inquiry
portal-no-messages = Nothing has been written yet.

## Scripts
scripts-title = Scripts
scripts-none = There is no script here.
scripts-who-reads = Opened only by you, your co-authors and lawyers, and the officers who work on this file. Each opening is noted. After the last day nobody opens it any more.
scripts-office-hint = Only those who work on the file can open a script. Each opening is noted for the owner.
script-file = Script
script-given = Given
script-until = Opens until
script-until-hint = Half a year if you leave it empty, two years at most
script-expiry-out-of-range = Choose a day from today to { $latest }
script-do = Do
script-log = Who opened it
script-withdraw = Withdraw
script-withdrawn = Withdrawn
script-expired = Its time is over
script-give = Give a script
script-give-do = Put it into the vault
script-none = Choose a file first
script-never-opened = Nobody has opened it yet.
script-when = When
script-who = Who
script-what = What
script-was-read = Read
script-was-downloaded = Downloaded
script-mark = { $name } · { $moment } · { $reference }
script-logged = That you opened it is noted for its owner. Your name stands in the text.
script-back = Back
script-scenes = { $count ->
    [one] { $count } scene
    *[other] { $count } scenes
 }
script-scenes-title = Scenes
script-no-scenes = No scene headings were found in it.
script-number = No.
script-setting = Where
script-place = Place
script-time = Time of day
script-text = Text
setting-interior = Interior
setting-exterior = Exterior
setting-both = Both
setting-unsaid = —
time-day = Day
time-night = Night
time-dawn = Dawn
time-morning = Morning
time-evening = Evening
time-dusk = Dusk
time-other = As before or later
time-unsaid = —
script-empty = The file is empty
script-empty-fix = Choose the file again; perhaps it had not been saved
script-too-large = The file is larger than { $most } MB
script-too-large-fix = Save it without pictures, or send only the pages that matter
script-unknown-kind = `{ $name }` is neither a PDF nor Fountain nor Final Draft, or not what its name says
script-unknown-kind-fix = Save it as PDF, .fountain or .fdx and choose it again
script-not-text = From line { $line } on the file is not text in UTF-8
script-not-text-fix = Save it as UTF-8 text in your program, or as PDF
script-no-pages = The PDF is locked or damaged: its pages cannot be counted
script-no-pages-fix = Save it as PDF again, without a password, and choose it again
script-damaged = The file breaks off at line { $line }
script-damaged-fix = Open it in Final Draft, save it again, and choose it again
script-not-final-draft = The file is XML, but not of Final Draft
script-not-final-draft-fix = Save it from Final Draft as .fdx, or as PDF
script-own-entities = At line { $line } the file declares a document type of its own, which we do not follow
script-own-entities-fix = Save it from Final Draft as .fdx, or as PDF
script-too-long = The file has more than { $most } paragraphs, which no script has
script-too-long-fix = Send one film or one episode in a file

## Estimates
estimates-title = Estimates of the incentive
production-places = Places
production-places-choose = Packages of places
estimates-none = None is attached. An estimate can be attached from its own page.
estimates-newer = New rules
estimates-no-figure = No figure
estimates-attach = Attach an estimate
estimates-attach-to = To which production?
estimates-attach-do = Attach it
estimates-attach-none = You have no production to which you may attach an estimate.
estimates-differs = Under the new rules: { $figure }

## Papers
team-papers-title = Papers
team-papers-none = There are no papers yet.
team-papers-given = Given
team-papers-version = Version
team-papers-add = Add a paper
team-papers-add-hint = PDF, pictures, Word, Excel, OpenDocument or text, 60 MB at most
team-papers-add-do = Add it
team-papers-name = What it is
team-papers-no-file = Choose a file first
