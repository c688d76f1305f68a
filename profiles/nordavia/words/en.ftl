commission-name = Film Office of Nordavia
commission-short = Filming in Nordavia
commission-about = The film office of the islands.
site-description = One window for productions that want to film in Nordavia.
home-title = Film in Nordavia
home-lead = Cliffs, light and a rebate that explains itself.
