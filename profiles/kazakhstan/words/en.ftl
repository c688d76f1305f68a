# The commission in its own words.
commission-name = State Center for Support of National Cinema
commission-short = Filming in Kazakhstan
commission-about = The film commission of Kazakhstan and single operator of the subsidy for foreign productions.
site-description = One window for productions that want to film in Kazakhstan: the rules of the subsidy and what they mean for a budget.
home-title = Film in Kazakhstan, through one window
home-lead = For producers from abroad: the subsidy as the law states it, clause by clause, and what it means for your budget.
picture-caption = A drawing: steppe, foothills and a snow ridge
