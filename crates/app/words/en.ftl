# Words of the front page and the page top.
nav-locations = Locations
nav-incentive = Incentive
nav-list = My list
nav-start = Start a project
home-to-calculator = Estimate your subsidy
home-to-rules = Read the rules
home-estimate = Bring a budget, leave with a figure you can defend
home-estimate-lead = The calculator runs the rules themselves. Whatever it says, it can show you why.
home-amount = An amount, and every step to it
home-amount-text = From your total to what counts and to the result. Each figure opens to its formula with your values, its clause and the lines it came from.
home-excluded = What is not counted, and why
home-excluded-text = Costs that the rules leave out are listed with their reason, before you have spent them.
home-open = What the law leaves open
home-open-text = Where a text is uncertain or has ended, we say so, and whether it changes your result.
home-receipt = A receipt that holds
home-receipt-text = The same budget under the same rules gives the same figure for ever. A shared link shows it to your lender, lawyer and auditor.
home-how-free = No account and no fee. The figure is indicative: only a decision binds.

# The demonstration
demo-title = Be anybody
demo-lead = This is a demonstration: the people, companies and films are invented, and nothing you do is kept. Choose whose eyes to look through.
demo-to-letters = Letters that the site has sent
demo-staff = On the commission's staff
demo-producers = Producers
demo-name = Name
demo-roles = Roles
demo-email = E-mail
demo-act = Sign in
demo-become = Be { $name }
demo-letters = Letters that the site has sent
demo-letters-lead = In a demonstration nothing leaves the machine: letters are read here.
demo-no-letters = None so far. Send an inquiry, or ask for a link to sign in.
demo-to = To
demo-subject = Subject
demo-moment = When
home-demo = See it as a producer, an officer or an auditor

# What a drawing shows, for who does not see it.
drawing-alt = { $place }, { $light } in { $season } (a drawing, no photograph)
drawing-at-sunrise = sunrise
drawing-at-morning = a morning
drawing-at-noon = noon
drawing-at-golden = the golden hour
drawing-at-dusk = dusk
drawing-at-night = a night
drawing-in-spring = spring
drawing-in-summer = summer
drawing-in-autumn = autumn
drawing-in-winter = winter

# The front page: a picture, six answers, pictures.
home-search = Search for a place
home-search-example = Charyn, Mars, night street …
home-search-button = Find places
home-answers = What producers ask first
home-drawing = A drawing, not a photograph
home-bearing = looking { $degrees }°
home-look = Does it look right?
home-look-text = Deserts like Mars, alpine lakes, Silk Road cities, Soviet streets and a capital from the future. Each place says what it can stand in for, in which months, and how the light falls on any date.
home-look-link = Search places by look
home-money = What do I get, and from what spend?
home-made = Who has filmed here?
home-permits = What may I not do?
home-permits-text = Each place names who decides, what is forbidden, whether drones may fly, and how sure we are of it.
home-permits-link = Places without a long permit
home-way = How do I get there?
home-way-text = Each place tells its airport, the drive, the last paved kilometre and the rooms within an hour. What is only an estimate is called one.
home-way-link = Places on the map
home-who = Who answers me, and by when?
home-who-text = A named officer, within one working day, in the language you read this in. One file from the first mail to the last payment.
home-who-link = Tell us about your project
home-places = Places to begin with
home-all-places = All places
home-destinations = Regions and cities
