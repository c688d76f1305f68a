# The calculator, the result and its reasons.

## Calculator
calculator-title = Subsidy calculator
calculator-lead = Upload the budget you have, or type totals. The rules themselves are run: each figure in the answer opens to its formula, its clause and its lines.
calculator-with-file = With a spreadsheet
calculator-with-file-text = xlsx, xls, xlsb, ods or csv, with the headings it has. You see how the columns were understood before anything is worked out.
calculator-file = Budget or cost ledger
calculator-file-hint = At most 32 MB. The file is kept for a day, for you alone.
calculator-read-file = Read the file
calculator-sample = Try the sample budget
calculator-sample-hint = A made-up feature film of about a thousand lines, in three currencies, with Russian headings.
calculator-with-totals = With totals
calculator-with-totals-text = What you plan to spend, by kind of cost. These amounts are taken as:
calculator-with-figures-text = The totals that the rules ask for.
calculator-currency = Currency
calculator-on = Law as of
calculator-work-out = Work out the subsidy
calculator-indicative = The figure is indicative. Only a decision and an agreement bind.
calculator-no-file = Choose a file first
calculator-not-a-currency = Choose a currency from the list
calculator-not-an-amount = “{ $typed }” is not an amount; write it as 1 250 000 or 1,250,000.50
calculator-nothing-typed = Type at least one amount
calculator-not-a-day = “{ $typed }” is not a day; choose one, or write it as 2026-03-01

## How the file was understood
mapping-title = How your file was understood
mapping-lead =
    { $file }: { $count ->
        [one] { $count } line of costs
       *[other] { $count } lines of costs
    }
mapping-sums = The lines added up
mapping-totals = Totals in the file: { $agree } agree with the lines, { $differ } differ
mapping-total-agrees = agrees with the lines
mapping-total-differs = the lines give { $counted }
mapping-problems = To look at
mapping-columns = Columns
mapping-columns-text = Left what stands in the file, right what it is taken for. Correct what is wrong, then read again.
mapping-in-file = In the file
mapping-samples = For example
mapping-means = Means
mapping-ignored = not used
mapping-sure = sure
mapping-check = please check
mapping-none = not recognised
mapping-decimal-mark = Before the decimals stands
mapping-comma = a comma: “1,500” is one and a half
mapping-point = a point: “1,500” is fifteen hundred
mapping-day-order = In a date comes first
mapping-day-first = the day
mapping-month-first = the month
mapping-on-hint = Lines without a date take the exchange rate of this day.
mapping-whole = The file as a whole
mapping-sheet = Sheet
mapping-currency = Currency of amounts that name none
mapping-gaps = What the file does not say
mapping-gaps-text = Say it once for all such lines. What stays open is counted both ways, and the answer is a range.
mapping-not-an-answer = One of the answers is not in its list
mapping-read-again = Read again
mapping-blocked = Some problems must be settled first; they are marked red below

## Result
result-title = Estimate
result-law = law of { $day }
result-indicative = indicative, not a decision
result-up-to = Up to { $high }
result-between = Between { $low } and { $high }
result-at-least = At least { $low }
result-unknown = Not known yet
result-all-counts = { $spent } is spent, and all of it counts.
result-some-counts =
    { $spent } is spent and { $counted } of it counts. { $left } does not, in { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    }: { $why }.
result-at-most = { $figure }, at most
result-gap =
    “{ $column }”: { $count ->
        [one] { $count } line does not say. Say it below
       *[other] { $count } lines do not say. Say it below
    }
result-not-in-force = No subsidy: on { $day } no rule is in force. The last text seen ended on { $since }.
result-not-yet = No subsidy: on { $day } no rule is in force yet.
result-last-text = Under the last text in force, that of { $day }: { $amount }
result-last-text-note = That is what the rule gave while it was in force, not a promise for today. Ask the commission whether it was prolonged.
result-work-out-then = Work out for that day
result-row-problems = Lines that cannot be worked out
result-short-of = { $amount } short: “{ $what }” is below “{ $limit }” ({ $value }). Below it nothing is paid
result-perhaps-short-of = { $amount } short, should this limit apply: “{ $what }” is below “{ $limit }” ({ $value }). Whether it applies is not settled; if it does, nothing is paid
result-clear-of = Only { $amount } above the limit: “{ $what }” against “{ $limit }” ({ $value })
result-waterfall = From the costs to the subsidy
result-step = difference
result-in-part = counts in part only
result-questions = What would make it more exact
result-questions-text = The most telling question comes first. What you leave empty stays open, and the answer is a range.
result-more-questions = Everything else that can be told
result-not-told = not told
result-column-question =
    “{ $column }”, for { $count ->
        [one] the { $count } line that does not say
       *[other] the { $count } lines that do not say
    }
result-open = What the law leaves open
result-open-text = Points of the text that nobody has decided. Each reading is worked out; choose one to see the result under it.
result-open-matters = changes your result
result-open-same = Open points that change nothing here
result-undecided = undecided
result-again = Work out again
result-again-beside = Work out again, this one beside it
result-scenarios = Side by side
result-this = { $name } (this)
result-not-counted = What is not counted, and why
result-all-lines = All lines
result-moved = What changes the result most
result-moved-text = Each is moved by a tenth while the rest stays. A range is measured by its upper end. Press an amount to put that estimate beside this one.
result-rate-of = exchange rate of { $currency }
result-move = { $what }, { $change }: { $effect }
result-figures = Every figure
result-figures-text = Open one to see its formula, with the real values, and the clause.
result-more-figures = The figures in between
result-part = What
result-value = Value
result-state = How sure
result-source = Source
result-untranslatable = Not encoded, so look at it yourself
result-params = Dated values that were used
result-rates = Exchange rates that were used
result-rate-currency = Currency
result-rate = Rate
result-rate-days = Rates of
result-from = From
result-until = Until
result-assumed = Assumed
result-assumed-column =
    { $column }: { $count ->
        [one] { $count } line without an entry takes the default
       *[other] { $count } lines without an entry take the default
    }
result-assumed-told =
    { $column }: { $count ->
        [one] { $count } line without an entry takes what you told
       *[other] { $count } lines without an entry take what you told
    }
result-version = The rules have changed since
result-version-now = Under the text of today: { $amount }. The figure above is and stays that of the text it was worked out by.
result-version-text-alone = Only words were changed, nothing that is worked out.
result-facts-do-not-fit = the facts no longer fit
result-before = Then
result-after = Today
result-keep = Keep it, pass it on
result-keep-text = This address shows this figure for ever: it keeps the text of the rules, your answers and the lines. Whoever has it can open it.
result-command = The same on the command line
result-times = No decision and payment times are measured yet, so none are promised here.
result-receipt = Receipt
receipt-rulebook = Rulebook and its SHA-256
receipt-day = Day applied
receipt-facts = SHA-256 of the answers
receipt-ledger = SHA-256 of the lines
receipt-rates = Exchange rates
receipt-engine = Version of the engine
receipt-hash = SHA-256 of all of this
result-not-a-number = “{ $typed }” does not fit here; write a number such as 30 or 1 250 000
result-out-of-range = “{ $found }” is outside the range: from { $low } to { $high }
outcome-known = known
outcome-unknown = a range
outcome-not-in-force = not in force
outcome-conflict = clauses contradict
outcome-untranslatable = as far as encoded
outcome-undefined = cannot be worked out

## One figure
result-given = This was told, not worked out.
result-formula = How it is worked out
result-attach = Attach it to a production
result-with-values = With the values of this estimate
result-governed = Decided by: { $limb }
result-parts = What it rests on
result-exceptions = Exceptions
result-applied = applied
result-not-applied = did not apply
result-clause = Clause:

## Lines
rows-title = Line by line
rows-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
rows-download = Download the lines as csv
rows-place = Place
rows-text = Cost
rows-amount = Amount
rows-value = Value
rows-counted = Counted
rows-reason = Why not all
rows-earlier = Earlier lines
rows-later = Later lines

## On paper
paper-download = This estimate as PDF
paper-dated = printed on { $day }
paper-footing = Indicative: it gives no entitlement. Only a decision and an agreement bind.
paper-answers = What was told
paper-question = Question
paper-answer = Answer
paper-narrows = not told; it would make the answer more exact
paper-more-lines =
    { $count ->
        [one] and { $count } more line
       *[other] and { $count } more lines
    }
paper-formulas = How each figure is worked out
paper-each-line = worked out line by line

## While typing
live-title = With what is entered now — { $figure }: { $headline }
live-not-kept = Nothing is kept yet: the button below gives this figure an address.
