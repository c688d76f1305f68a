# Words of the frame, the components and the error pages.

## Frame
skip-to-content = Skip to content
navigation = Parts of the site
languages = Languages
account = Account
account-sign-in = Sign in
account-office = Office
account-own = My projects
breadcrumbs = Where you are
to-front-page = To the front page
theme = Appearance
theme-light = Light
theme-dark = Dark
theme-system = As the device
contact = Contact
footer-quiet = This site makes no request to any other site. Its cookies keep your language, the appearance you chose, your list and your sign-in, and nothing else.

## Numbers and money
percent = { $number }%
money-with-sign = { $sign }{ $amount }
money-with-code = { $code } { $amount }
amount-plain = { $number }
amount-millions = { $number }M
amount-billions = { $number }bn

## Forms
form-refused = Please correct this
waterfall-as-table = The same as a table
waterfall-step = Step
waterfall-amount = Amount

## Errors
error-not-found = This page does not exist
error-not-found-text = The address may be mistyped, or the page was never here.
error-not-found-next = Check the address, or start again from the front page.
error-forbidden = You may not do this
error-forbidden-text = The request came from another site or is not open to you.
error-forbidden-next = Go back to our page and try from there.
error-signed-out = You are no longer signed in
error-signed-out-text = Nothing of yours was saved here, but what you typed is still in the form you came from.
error-signed-out-next = Sign in again in another window, then go back and send the form again.
error-too-often = Too many tries in a short time
error-too-often-text = So that nobody can guess by trying, this form waits a little after several tries.
error-too-often-next = Wait a minute, go back, and send it again. What you typed is still there.
error-conflict = Somebody was faster
error-conflict-text = What you wanted to change has been changed in the meantime. Nothing of yours was saved.
error-conflict-next = Go back, reload the page and look at the new state.
error-too-large = This file is too large
error-too-large-text = We stopped reading it and kept nothing.
error-too-large-next = Save the spreadsheet without pictures and unused sheets, and send it again.
error-unreadable = We could not read this request
error-unreadable-text = Something in the form or the address is not as this page expects it. Nothing was saved.
error-unreadable-next = Go back, reload the page and send the form again.
error-fault = Something broke on our side
error-fault-text = It is not your fault, and it has been written to our log. Nothing was saved.
error-fault-next = Try again in a few minutes. If it happens again, tell us the number below.
request-number = Request { $number }

## Style guide
styleguide = Style guide
styleguide-lead = Every component, in both themes. Look here after each change of style.
styleguide-type = Type
styleguide-heading = A heading of the second order
styleguide-text = Good text is calm. Lines stay under seventy characters, figures stand in columns, and a link says where it leads.
styleguide-link = A link in a sentence
styleguide-buttons = Buttons
styleguide-first = The main act
styleguide-second = Another act
styleguide-danger = An act that removes
styleguide-form = Form
styleguide-film-title = Title of the film
styleguide-total = Total budget
styleguide-total-hint = As in your spreadsheet: spaces, points and commas are understood
styleguide-refusal = `12 00o` is not an amount; write it as 1200.50
styleguide-file = Budget
styleguide-file-hint = xlsx, xls, xlsb, ods, csv or tab-delimited text
styleguide-refusal-file = Choose a file
styleguide-kind = Kind of work
styleguide-kind-hint = One of these
styleguide-film = Feature film
styleguide-series = Series
styleguide-share = Also count co-production spend
styleguide-notices = Notices
styleguide-info = Good to know
styleguide-warning = Short of the minimum
styleguide-open = Open point in the law
styleguide-done = Checked
styleguide-notice-text = One or two sentences that say what it means for the reader and what to do next.
styleguide-badges = Badges
styleguide-table = Table
styleguide-row = Item
styleguide-crew = Crew and cast
styleguide-places = Locations
styleguide-travel = Travel
styleguide-amount = Amount
styleguide-terms = Terms
styleguide-details = How this was worked out
styleguide-cards = Cards
styleguide-tabs = Tabs that are links
styleguide-waterfall = From the budget to what counts
styleguide-budget = Budget
styleguide-abroad = Spent outside the country
styleguide-not-counted = Not counted
styleguide-counted = Counted
styleguide-crumb = A page above

## Roles on the commission's staff
role-officer = Officer
role-verifier = Verifier
role-approver = Approver
role-finance = Finance officer
role-events = Events lead
role-publisher = Publisher
role-administrator = Administrator
role-auditor = Auditor

## Office
office-rail = Parts of the office
office-search = Search the office

## Moments
deadline-moment = { $day }, { $time } { $city }
deadline-time = { $time } { $city }
