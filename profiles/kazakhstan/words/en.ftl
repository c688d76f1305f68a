# The commission in its own words.
commission-name = State Center for Support of National Cinema
commission-short = Filming in Kazakhstan
commission-about = The film commission of Kazakhstan and single operator of the subsidy for foreign productions.
site-description = One window for productions that want to film in Kazakhstan: the rules of the subsidy and what they mean for a budget.
home-title = Film in Kazakhstan, through one window
home-lead = Places that fit your story, the subsidy as the law states it, and one named person from the first mail to the last payment.
picture-caption = A drawing: steppe, foothills and a snow ridge
