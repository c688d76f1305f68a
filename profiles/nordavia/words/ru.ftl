commission-name = Кинокомиссия Нордавии
commission-short = Съёмки в Нордавии
commission-about = Кинокомиссия островов.
site-description = Одно окно для съёмок в Нордавии.
home-title = Съёмки в Нордавии
home-lead = Скалы, свет и возврат средств, который объясняет сам себя.
