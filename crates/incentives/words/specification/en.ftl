# The law for reading: the rulebook, its clauses, its names.
spec-kicker = The rules of the subsidy, word by word
spec-other-kicker = Kept for comparison
spec-other-note = Kept for comparison and to test the language of rules. Not a scheme of this commission: apply where the scheme is run.
spec-in-force = In force on { $day }
spec-in-force-text = The rules below are the ones that are worked out today.
spec-ended = In force until { $day }; nothing seen since
spec-ended-text = For later days no figure is given. That does not say that the scheme is closed: ask the commission.
spec-ended-other = For later days no figure is given.
spec-not-yet = Not in force yet on { $day }
spec-not-yet-text = For earlier days no figure is given.
spec-reviewed = Newer law was looked for up to { $day }.
spec-reviewed-label = Newer law looked for up to
spec-to-calculator = Work out your subsidy
spec-glance = At a glance
spec-glance-day = Worked out by the rules for { $day }, knowing nothing of a film
spec-since = since { $day }
spec-possible = possible
spec-nothing = nothing is paid
spec-periods = In force
spec-period = from { $from } until { $until }
spec-period-open = from { $from }
spec-authentic = The law is authentic in
spec-about = About these rules
spec-contents = Contents
spec-clause = Clause
spec-clause-page = This clause on a page of its own
spec-language-missing = There is no English text of this clause; shown in: { $language }
spec-kind-line = for each line of costs
spec-kind-total = over all lines
spec-kind-define = figure
spec-kind-input = question
spec-kind-param = value with dates
spec-kind-open = Left open
spec-kind-column = column of the costs
spec-kind-table = table of exchange rates
spec-exception = Exception
spec-overrides = Takes precedence over
spec-untranslatable = Not encoded, so look at it yourself
spec-readings = Possible readings
spec-default = If nothing is told
spec-points = { $name }: passed with { $pass } of { $of } points
spec-for = For
spec-for-all = all
spec-value = Value
spec-values = Values
spec-from = From
spec-until = Until
spec-onward = no end seen
spec-known = Known since
spec-source = Source
spec-certainty = Certainty
spec-certainty-legend = What the letters mean
spec-type-money = amount in { $currency }
spec-type-any-money = amount in any currency
spec-type-rate = share
spec-type-count = number
spec-type-points = points
spec-type-days = number of days
spec-type-date = day
spec-type-bool = yes or no
spec-type-key = name
spec-examples-title = Worked examples
spec-examples =
    { $count ->
        [one] { $count } worked example: comes out as expected
       *[other] { $count } worked examples: all come out as expected
    }
spec-examples-failed = Worked examples: { $count }, of these not as expected: { $failed }
spec-tests =
    { $count ->
        [one] { $count } worked example
       *[other] { $count } worked examples
    }
spec-example = Example
spec-engine-gives = The rules give
spec-mark = Check
spec-passed = as expected
spec-failed = not as expected
spec-published = Published
spec-refuted = The published figure { $value } ({ $what }) is wrong
spec-law = As it is written for the machine
spec-permalink = Address of this clause
spec-hash = Version of the rulebook (SHA-256 of its text)
spec-previous = Previous clause
spec-next = Next clause
spec-formula = How it is worked out
spec-question = The question
spec-rests-on = Rests on
spec-used-by = Used by
spec-shown-by = Examples that show it
spec-to-shelf = Rulebooks of other countries, for comparison
spec-shelf-title = Rulebooks
spec-shelf-lead = Laws on film subsidies, written so that people can read them and a machine can work them out.
spec-shelf-own = The scheme of this commission
spec-shelf-others = Schemes of others
