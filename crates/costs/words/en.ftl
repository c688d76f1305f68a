# What is said of a ledger that is read: refusals, problems, fields, categories.

## The file cannot be read
costs-refusal-empty = The file is empty
costs-refusal-empty-fix = Save the spreadsheet again and choose the new file
costs-refusal-too-many-bytes = The file is too large: { $found }, at most { $most } are read
costs-refusal-too-many-bytes-fix = Delete pictures and sheets that are not needed, or split the file into parts
costs-refusal-too-many-unpacked-bytes = Unpacked, the file would be larger than { $most }
costs-refusal-too-many-unpacked-bytes-fix = Save the ledger sheet alone into a new file
costs-refusal-too-many-rows = Sheet `{ $sheet }` has more than { $most } rows
costs-refusal-too-many-rows-fix = Split the ledger by month or by department
costs-refusal-too-many-columns = Sheet `{ $sheet }` has something beyond column number { $most }
costs-refusal-too-many-columns-fix = Delete what stands far to the right of the ledger
costs-refusal-too-many-cells = Sheet `{ $sheet }` has more than { $most } filled cells
costs-refusal-too-many-cells-fix = Keep only the columns of the ledger, or split the file
costs-refusal-too-many-sheets = The workbook has more than { $most } sheets
costs-refusal-too-many-sheets-fix = Save the ledger sheet alone into a new file
costs-refusal-encrypted = The file is protected by a password
costs-refusal-encrypted-fix = Open it in your spreadsheet program, remove the password and save it again
costs-refusal-not-a-spreadsheet =
    { $looks-like ->
        [png] This is a picture, not a spreadsheet
        [jpeg] This is a photo, not a spreadsheet
        [gif] This is a picture, not a spreadsheet
        [bmp] This is a picture, not a spreadsheet
        [tiff] This is a picture, not a spreadsheet
        [webp] This is a picture, not a spreadsheet
        [pdf] This is a PDF document, not a spreadsheet
        [rtf] This is a text document, not a spreadsheet
        [doc] This is a text document, not a spreadsheet
        [html] This is a web page, not a spreadsheet
        [zip] This is an archive without a spreadsheet format inside
        [rar] This is an archive, not a spreadsheet
        [seven-zip] This is an archive, not a spreadsheet
        [gzip] This is an archive, not a spreadsheet
       *[other] This is not a spreadsheet
    }
costs-refusal-not-a-spreadsheet-fix = Send the file as xlsx, xls, xlsb, ods or csv; an archive has to be unpacked first
costs-refusal-damaged = The file is damaged or was not copied to its end (`{ $part }`)
costs-refusal-damaged-fix = Open it in your spreadsheet program, save it again and send the new file
costs-refusal-no-such-sheet = The workbook has no sheet `{ $sheet }`
costs-refusal-no-such-sheet-fix = Choose one of the sheets it has
costs-refusal-nothing-inside = No sheet has anything in it
costs-refusal-nothing-inside-fix = Check that the right file was chosen
costs-refusal-no-ledger = No sheet looks like a budget or ledger; looked at: { $sheets }
costs-refusal-no-ledger-fix = Put a row of headings above the costs, at least `Description` and `Amount`

## Problems: the group, what was expected, what to do
costs-problem-mapping-does-not-fit = The saved mapping does not fit this file
costs-problem-mapping-does-not-fit-expected = the headings of the saved mapping
costs-problem-mapping-does-not-fit-fix = Check the columns below and save the mapping again
costs-problem-no-amount-column = No column of amounts was found
costs-problem-no-amount-column-expected = one column with the cost of each line
costs-problem-no-amount-column-fix = Choose which column holds the amounts
costs-problem-two-columns-for-one-field = Two columns could be the amount: { $count }
costs-problem-two-columns-for-one-field-expected = one column of amounts; column { $expected } was taken
costs-problem-two-columns-for-one-field-fix = Choose which of the two counts
costs-problem-column-to-check = Columns understood only by part of their heading or by their cells: { $count }
costs-problem-column-to-check-expected = a heading that says it plainly
costs-problem-column-to-check-fix = Look whether the column was understood rightly
costs-problem-currency-unknown = Amounts without a currency: { $count }
costs-problem-currency-unknown-expected = a currency in a column, a heading, a title or the cell
costs-problem-currency-unknown-fix = Choose the currency that holds for the whole file, or add a column
costs-problem-currency-unreadable = Currencies that were not understood: { $count }
costs-problem-currency-unreadable-expected = a code such as `KZT`, `USD`, `EUR`
costs-problem-currency-unreadable-fix = Write the code, or say once what the word means
costs-problem-amount-unreadable = Amounts that were not understood: { $count }
costs-problem-amount-unreadable-expected = a number such as `1 234 567,89`
costs-problem-amount-unreadable-fix = Correct the cell in your file and upload it again
costs-problem-amount-ambiguous = Amounts that can be read in two ways: { $count }
costs-problem-amount-ambiguous-expected = `1,234` may be a thousand or one and a bit
costs-problem-amount-ambiguous-fix = Say whether the comma or the point comes before the decimals in this column
costs-problem-amount-in-words = Amounts rounded to thousands or millions: { $count }
costs-problem-amount-in-words-expected = the exact amount in figures
costs-problem-amount-in-words-fix = Write the amount in full
costs-problem-amount-missing = Lines without an amount, left out: { $count }
costs-problem-amount-missing-expected = an amount, or a zero
costs-problem-amount-missing-fix = Write the amount, or delete the line
costs-problem-amount-too-large = Amounts too large to be true: { $count }
costs-problem-amount-too-large-expected = less than ninety quadrillion
costs-problem-amount-too-large-fix = Correct the cell; perhaps two numbers have run together
costs-problem-amount-rounded = Amounts with more decimals than the currency has, rounded: { $count }
costs-problem-amount-rounded-expected = read as { $expected }
costs-problem-amount-rounded-fix = Nothing to do if the rounded amount is right
costs-problem-amount-in-thousands = Columns whose heading says thousands or millions: { $count }
costs-problem-amount-in-thousands-expected = each amount multiplied by { $expected }
costs-problem-amount-in-thousands-fix = Check one line; otherwise change the heading
costs-problem-number-unreadable = Quantities, rates or days that were not understood: { $count }
costs-problem-number-unreadable-expected = a number
costs-problem-number-unreadable-fix = Correct the cell; the amount itself is not touched by it
costs-problem-date-unreadable = Dates that were not understood: { $count }
costs-problem-date-unreadable-expected = a day such as `01.03.2026`
costs-problem-date-unreadable-fix = Choose the format, or correct the cells
costs-problem-date-ambiguous = Dates that can be read in two ways: { $count }
costs-problem-date-ambiguous-expected = `1/3/2026` may be in March or in January
costs-problem-date-ambiguous-fix = Say whether the day or the month comes first in this column
costs-problem-date-from-number = Dates kept as bare numbers: { $count }
costs-problem-date-from-number-expected = read as { $expected }
costs-problem-date-from-number-fix = Nothing to do if the day is right
costs-problem-error-cell = Cells with an error of the spreadsheet program: { $count }
costs-problem-error-cell-expected = a value; `{ $found }` means that a formula is broken
costs-problem-error-cell-fix = Repair the formula in your file and upload it again
costs-problem-tax-does-not-add-up = Lines where the net amount and the tax do not make the gross amount: { $count }
costs-problem-tax-does-not-add-up-expected = { $expected }
costs-problem-tax-does-not-add-up-fix = Correct the one of the three that is wrong
costs-problem-quantity-times-rate-differs = Lines where quantity times price is not the amount, though in the other lines it is: { $count }
costs-problem-quantity-times-rate-differs-expected = { $expected }
costs-problem-quantity-times-rate-differs-fix = Look whether a figure was typed over a formula
costs-problem-place-unknown = Places of work that were not recognised: { $count }
costs-problem-place-unknown-expected = a country, or whether it is at home or abroad
costs-problem-place-unknown-fix = Say once which country it is; it holds for all such lines
costs-problem-country-unknown = Countries of suppliers that were not recognised: { $count }
costs-problem-country-unknown-expected = a country
costs-problem-country-unknown-fix = Say once which country it is; it holds for all such lines
costs-problem-kind-unknown = Kinds of cost that were not recognised: { $count }
costs-problem-kind-unknown-expected = goods, works, services, labour, finance or other
costs-problem-kind-unknown-fix = Say once what the word means; it holds for all such lines
costs-problem-tag-unknown = Tax credit codes that were not recognised: { $count }
costs-problem-tag-unknown-expected = one of the known codes
costs-problem-tag-unknown-fix = Say once what the code means; it holds for all such lines
costs-problem-account-unknown = Lines whose category is not known: { $count }
costs-problem-account-unknown-expected = an account or a word that says what was paid for
costs-problem-account-unknown-fix = Choose the category of the account once; it holds for all its lines
costs-problem-subtotal-left-out = Subtotals recognised and not counted a second time: { $count }
costs-problem-subtotal-left-out-expected = the sum of the lines below: { $expected }
costs-problem-subtotal-left-out-fix = Nothing to do
costs-problem-subtotal-differs = Accounts whose own figure is not the sum of the lines below; the lines count: { $count }
costs-problem-subtotal-differs-expected = the lines below make { $expected }
costs-problem-subtotal-differs-fix = Correct the account's figure, or the lines
costs-problem-total-differs = Totals of the file that its lines do not confirm: { $count }
costs-problem-total-differs-expected = the lines make { $expected }
costs-problem-total-differs-fix = Look whether a line is missing from the sum, or was read wrongly
costs-problem-total-not-checked = Totals that could not be checked: { $count }
costs-problem-total-not-checked-expected = a total in the one currency of its lines
costs-problem-total-not-checked-fix = Nothing to do; a total over several currencies cannot be added up here
costs-problem-equivalent-column = Amounts of the same cost in another currency, not counted: { $count }
costs-problem-equivalent-column-expected = one amount for each line; column { $expected } counts
costs-problem-equivalent-column-fix = Choose the other column if that is the currency that was paid
costs-problem-negative-amount = Negative amounts, counted as refunds: { $count }
costs-problem-negative-amount-expected = an amount above zero, or a refund
costs-problem-negative-amount-fix = Nothing to do if they are refunds or corrections
costs-problem-twin-lines = Lines that are alike in everything: { $count }
costs-problem-twin-lines-expected = one line for each cost; the same stands in row { $expected }
costs-problem-twin-lines-fix = Delete the line if it was entered twice
costs-problem-rate-row-unreadable = Rows of rates that were not understood: { $count }
costs-problem-rate-row-unreadable-expected = a day, a currency, a number of units and a rate above zero
costs-problem-rate-row-unreadable-fix = Correct the row and load the file again
costs-problem-rate-twice = A second, different rate for the same day: { $count }
costs-problem-rate-twice-expected = { $expected }
costs-problem-rate-twice-fix = Keep the official one
costs-problem-no-rate-column = No rates were found
costs-problem-no-rate-column-expected = columns `day`, `currency`, `units`, `rate`, or a day and one column for each currency
costs-problem-no-rate-column-fix = Name the columns, or load the table as the bank publishes it

## Fields
costs-field-line-id = Line id
costs-field-account = Account
costs-field-description = Description
costs-field-amount = Amount
costs-field-net = Amount without tax
costs-field-tax = Tax
costs-field-gross = Amount with tax
costs-field-currency = Currency
costs-field-incurred = Date of the cost
costs-field-invoice-number = Invoice or document number
costs-field-invoice-date = Invoice date
costs-field-supplier = Supplier
costs-field-supplier-tax-id = Supplier's tax id
costs-field-supplier-country = Supplier's country
costs-field-person = Person
costs-field-role = Role
costs-field-residency = Residency
costs-field-work-place = Place of work
costs-field-work-from = Work from
costs-field-work-to = Work to
costs-field-kind = Kind of cost
costs-field-category = Category, department
costs-field-tag = Tax credit code
costs-field-quantity = Quantity
costs-field-unit = Unit
costs-field-times = Multiplier
costs-field-rate = Rate, unit price
costs-field-days = Days
costs-field-days-in-country = Days in the country
costs-field-paid = Payment date
costs-field-pay-method = Payment method
costs-field-pay-reference = Payment reference
costs-field-related-party = Related party
costs-field-note = Note
costs-field-level = Level

## Categories
costs-category-story = Story and rights
costs-category-development = Development
costs-category-producers = Producers
costs-category-director = Director
costs-category-cast = Cast
costs-category-production-staff = Production staff
costs-category-extras = Extras
costs-category-stunts = Stunts
costs-category-art = Art department
costs-category-construction = Set construction
costs-category-set-dressing = Set dressing
costs-category-property = Props, vehicles and animals in picture
costs-category-wardrobe = Wardrobe
costs-category-makeup = Make-up and hair
costs-category-grip = Grip
costs-category-lighting = Lighting
costs-category-camera = Camera
costs-category-production-sound = Production sound
costs-category-special-effects = Special effects
costs-category-locations = Locations
costs-category-stages = Stages
costs-category-transport = Transport
costs-category-travel = Travel
costs-category-accommodation = Accommodation
costs-category-catering = Catering
costs-category-stock-and-data = Stock and data
costs-category-second-unit = Second unit
costs-category-tests-and-rehearsal = Tests and rehearsal
costs-category-editing = Editing
costs-category-music = Music
costs-category-post-sound = Post sound
costs-category-visual-effects = Visual effects
costs-category-picture-finishing = Picture finishing
costs-category-fringes = Fringes and payroll taxes
costs-category-insurance = Insurance
costs-category-legal-and-accounting = Legal and accounting
costs-category-finance = Finance
costs-category-office = Office and general
costs-category-publicity = Publicity
costs-category-overhead = Overhead
costs-category-contingency = Contingency
costs-category-tax = Taxes and customs
costs-category-training = Training

## Small words
costs-kind-goods = Goods
costs-kind-works = Works
costs-kind-services = Services
costs-kind-labour = Labour
costs-kind-finance = Finance
costs-kind-other = Other
costs-severity-blocker = Must be decided
costs-severity-warning = Please check
costs-severity-note = For information
costs-confidence-sure = sure
costs-confidence-check = to be checked
costs-confidence-none = not read
costs-line-above = Above the line
costs-line-below = Production
costs-line-post = Post-production
costs-line-other = Other
costs-decision-person = your choice
costs-decision-category-column = by the word `{ $rule }` in the category column
costs-decision-chart = by the accounts { $rule }
costs-decision-tag = by the code `{ $rule }`
costs-decision-description = by the word `{ $rule }` in the description
costs-decision-heading = by the word `{ $rule }` in the heading above
costs-decision-none = not known
costs-error-file-problem = Problem
costs-error-file-fix = How to fix
