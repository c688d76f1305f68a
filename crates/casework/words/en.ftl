# Words of cases: what the office reads.

## The rail of the office
nav-today = Today
nav-inbox = Inbox
nav-cases = Cases
nav-deadlines = Deadlines
nav-calendar = Calendar
nav-days = Working days

## Whose turn it is
turn-office = Our turn
turn-applicant = Waiting for the applicant
turn-authority = With another agency
turn-nobody = Closed
turn-with-us = With the commission
turn-with-you = Waiting for you
turn-agency = With another agency
turn-done = Completed

## People
owner-nobody = Nobody
actor-outside = Applicant
actor-stranger = Without an account
actor-program = Automatically

## How much time is left
left-days =
    { $days ->
       [one] { $days } working day left
      *[other] { $days } working days left
    }
left-late =
    { $days ->
       [one] { $days } working day late
      *[other] { $days } working days late
    }
left-today = Today

## Columns
column-case = Case
column-reference = Reference
column-title = Title
column-kind = Kind
column-state = Status
column-turn = Whose turn
column-owner = Owner
column-due = Due
column-opened = Opened
column-changed = Last change

## Filters
view-text = Reference, title or text
view-any = Any
view-anybody = Anybody
view-me = Me
view-due-any = Any day
view-due-overdue = Overdue
view-due-soon = Within three working days
view-due-none = Without a date
view-which = Which
view-open = Open
view-closed = Closed
view-all = All
view-sort = Order
view-columns = Columns
view-apply = Show

## Today
today-title = Today
today-clear = Nothing is overdue, nothing waits for you, and nobody has asked for you.
today-clear-next = See all open cases
today-overdue = Overdue: { $count }
today-overdue-list = Overdue
today-soon = Due within three working days: { $count }
today-soon-list = Due within three working days
today-tasks = Your tasks: { $count }
today-mentions = You were mentioned: { $count }
today-waiting = Waiting for you: { $count }
today-waiting-list = Waiting for you
today-new = New, nobody has taken them: { $count }
today-new-list = New, nobody has taken them

## Inbox
inbox-title = Inbox
inbox-clear = Every case has somebody who answers for it.

## Cases
cases-title = Cases
cases-count =
    { $count ->
       [one] { $count } case
      *[other] { $count } cases
    }
cases-many = More than { $count } cases
cases-none = No case fits this filter.
cases-none-next = Show all open cases
cases-next = Next page
cases-first = First page
export-xlsx = As xlsx
export-csv = As csv
cases-pick = Choose

## Acts on many cases
bulk-title = With the chosen cases
bulk-all = All cases of this filter, at most 500 at once: { $count }
bulk-assign = Assign to
bulk-move = Move the promised day by working days
bulk-state = Change the status to
bulk-preview = Preview
bulk-reason = Reason
preview-title = What would change
preview-assign = Assign to { $name }
preview-unassign = Assign to nobody
preview-move =
    { $days ->
       [one] Move the promised day { $days } working day later
      *[other] Move the promised day { $days } working days later
    }
preview-move-back =
    { $days ->
       [one] Move the promised day { $days } working day earlier
      *[other] Move the promised day { $days } working days earlier
    }
preview-state = Change the status to: { $name }
preview-count = { $changed } of { $all } would change
preview-do =
    { $count ->
       [one] Change { $count } case
      *[other] Change { $count } cases
    }
preview-back = Back to the list
preview-before = Now
preview-after = Afterwards

## What was done, and its undo
undo = Undo
deed-assign = Owner changed
deed-move = Deadline moved
deed-state = Status changed
deed-decide = Decision
deed-rename = Title changed
deed-describe = Description changed
deed-pause = Clock paused
deed-resume = Clock running again
deed-extend = Deadline moved
toast-done = { $deed }: { $changed }
toast-partly = { $deed }: { $changed }; left as they were: { $skipped }
toast-undone = Undone: { $deed }
toast-details = Case by case
toast-sent = The message leaves in a minute; until then it can be taken back
toast-taken-back = The message was taken back
toast-too-late = The message has left already
toast-noted = Note saved
toast-task = Tasks changed
toast-proposed = Decision proposed; a second person has to approve it
toast-approved = Decision approved
toast-refused = The proposal has ended
toast-document = Document added
toast-requirement = Checklist changed
toast-saved = View saved
toast-already-undone = This was undone already
toast-too-old = This is older than thirty days and stays
toast-decided = A decision of two people is not undone; it is corrected by another decision
toast-nothing = Nothing was chosen that can be changed
operation-undone = Undone: { $when }
operation-rows = Case by case
operation-result = Result
result-done = Changed
skip-already-so = It is so already
skip-closed = The case is closed
skip-no-such-state = From its status the case cannot go there
skip-no-promise = There is no promised day; days of the law are not moved in bulk
skip-no-such-clock = There is no such clock
skip-not-running = The clock is not running
skip-not-paused = The clock is not paused
skip-out-of-range = The day would be before the beginning or beyond the calendar
skip-changed-since = Somebody changed the case since; it stays as it is
skip-gone = There is no such case any more

## A case
save = Save
facts-title = Facts
facts-contact = Contact
facts-rename = Change the title
facts-title-field = Title
facts-describe = Change the description
facts-summary-field = Description
next-title = What is next
next-places = Places for this case
assign-me = Assign to me
assign = Assign
state-label = Move to
state-reason = Reason (optional)
state-move = Move

## Clocks
clocks-title = Deadlines
clocks-none = This case has no deadline.
clock-promise = Promised
clock-law = By law
clock-gone = { $percent }% of the time is gone
clock-paused =
    { $left ->
       [one] Paused; { $left } working day left
      *[other] Paused; { $left } working days left
    }
clock-met = Met: { $day }
clock-met-late = Met late: { $day }
clock-stopped = Not needed since { $day }
clock-change = Pause or move
clock-reason = Reason
clock-days = Working days more, or fewer with a minus
clock-pause = Pause
clock-resume = Let it run again
clock-extend = Move
reason-applicant = Waiting for the applicant
reason-authority = With another agency

## Tasks
tasks-title = Tasks
task-add = Add a task
task-title = What has to be done
task-due = By when
task-owner = Who
task-done = Done
task-reopen = Not done after all

## Messages and notes
message-label = Message to the applicant
message-portal = Will be read in the portal.
message-to = Goes to { $contact }
message-send = Send to the applicant
message-take-back = Take back
note-label = Note for colleagues
note-hint = The applicant never sees this. @name tells a colleague.
note-save = Save the note
note-escalated = { $percent }% of the time for this case is gone
mail-subject = { $title }

## Timeline
timeline-title = What happened
timeline-filter = Show
timeline-all = Everything
timeline-none = Nothing of this kind yet.
timeline-older = Older
entry-messages = Messages
entry-notes = Notes
entry-status = Status
entry-edits = Changes
entry-files = Documents
entry-decisions = Decisions
entry-deadlines = Deadlines
entry-tasks = Tasks
told-received = wrote to us
told-sent = message to the applicant
told-taken-back = took a message back
told-note = note for colleagues
told-opened = case opened
told-state = status: { $before } → { $after }
told-undone = undone: { $deed }
told-owner = owner: { $before } → { $after }
told-title = title: { $before } → { $after }
told-summary = description: { $before } → { $after }
told-file = document: { $name }
told-accepted = accepted: { $name }
told-replace = to be replaced: { $name }
told-proposed = decision proposed: { $outcome }
told-approved = decision approved: { $outcome }
told-withdrawn = proposal withdrawn: { $outcome }
told-turned-down = proposal not approved: { $outcome }
told-paused =
    { $left ->
       [one] { $basis }: paused, { $left } working day left
      *[other] { $basis }: paused, { $left } working days left
    }
told-resumed = { $basis }: running again until { $after }
told-met = { $basis }: met; it was due { $after }
told-escalated = { $basis }: { $percent }% of the time is gone
told-moved = { $basis }: { $before } → { $after }
told-task = task: { $title }
told-task-done = task done: { $title }
told-task-reopened = task open again: { $title }

## Documents
papers-title = Documents
papers-none = No document yet.
papers-add = Add a document
papers-file = File
papers-name = What it is (optional)
papers-for = What it is needed for
papers-for-none = Nothing of the checklist
papers-upload = Upload
paper-version = version { $number }
requirement-missing = Missing
requirement-received = Received
requirement-accepted = Accepted
requirement-replace = To be replaced
requirement-judge = Accept or ask for another
requirement-reason = What is wrong with it
requirement-accept = Accept
requirement-ask = Ask for another

## Decisions
decision-propose = Propose a decision
decision-proposed = Proposed
decision-outcome = Decision
decision-grounds = Grounds
decision-missing =
    { $count ->
       [one] { $count } document of the checklist is not accepted yet
      *[other] { $count } documents of the checklist are not accepted yet
    }
decision-own = You proposed this, so somebody else has to approve it.
decision-waits = Waits for somebody who may approve.
decision-withdraw = Withdraw the proposal
decision-approve = Approve
decision-refuse = Do not approve
decision-refusal = Why it is not approved
decision-approved = approved
decision-refused = not approved
decision-withdrawn = withdrawn

## The archive of a case
bundle-download = Download all of this case
bundle-made = Made on { $when }
bundle-when = When
bundle-who = Who
bundle-what = What
bundle-reason = Reason
bundle-text = Text

## Deadlines board
deadlines-title = Deadlines
deadlines-filter = Which
deadlines-all = All
deadlines-basis = Basis
deadlines-gone = Time gone
deadlines-clear = No clock is running.
deadlines-paused = Paused, with the reason

## Calendar
month-before = Month before
month-after = Next month
month-more = and { $count } more
days-title = Working days
days-lead = Every deadline is counted on this calendar. What is set here holds for deadlines counted from now on.
days-day = Day
days-kind = What it is
days-rest = day of rest
days-work = working day
days-name = Name (optional)
days-source = Decree or order
days-set = Set the day
days-remove = Remove
days-own = Set by the office
days-yearly = Every year
days-given = From the start

## Keys
keys-title = Keys
keys-lead = By the place of the key, under any layout. All of it is there without keys too.
keys-are-on = Single keys are on.
keys-are-off = Single keys are off.
keys-turn-on = Turn them on
keys-turn-off = Turn them off
key-palette = search and go
key-help = this list
key-filter = to the search field
key-today = Today
key-inbox = Inbox
key-cases = Cases
key-deadlines = Deadlines
key-calendar = Calendar
key-people = People
key-rows = next and previous row
key-peek = look without opening
key-pick = choose the row
key-undo = undo
key-owner = to the owner
key-state = to the status
key-days = to the days
key-note = write a note
key-message = write to the applicant
key-neighbour = page before and next page

## Search
search-title = Search and go
search-what = Reference, name or page
search-do = Search
search-none = Nothing was found for `{ $query }`. Names are found in any script.
search-page = page
search-view = view
search-language = language

## Saved views and calendars
views-title = Saved views
views-name = Save this view as
views-shared = shared with colleagues
views-pinned = pinned
views-save = Save the view
views-unnamed = View
views-none = No view is saved yet. Filter the cases, then save the filter:
views-delete = Delete
feed-make = Address for a calendar program
feed-make-mine = Address of my own deadlines for a calendar program
feed-made = The address of your calendar
feed-made-text = It is shown once. Who has it can read these deadlines; making a new one ends it.
feed-mine = My deadlines

## What cannot be used as it is
refused-empty = Write something here
refused-long = This is longer than { $most } characters; shorten it
refused-changed = Somebody changed this meanwhile; now it is: { $now }
refused-day = `{ $typed }` is not a day; choose one or write it as 2026-03-01
refused-days = Write a number of working days from −250 to 250, but not 0
refused-source = Name the decree or order
refused-no-file = Choose a file
refused-outcome = Choose one of the decisions of the list
refused-pending = A decision is proposed already; it has to be approved, refused or withdrawn first
