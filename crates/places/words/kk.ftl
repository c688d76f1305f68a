# Локацияның күйлері
places-state-draft = Жоба
places-state-published = Жарияланған
places-state-silent = Жасырылған: иесі растамады
places-state-withdrawn = Алынып тасталған

# Айлар
places-month-good = Жақсы
places-month-possible = Мүмкін
places-month-no = Жоқ

# Жауаптар
places-yes = Иә
places-no = Жоқ
places-ask = Сұрау керек

# Бағыттар
places-region = Өңір
places-city = Қала
places-subject-summary = Қысқаша
places-subject-history = Тарихы
places-subject-culture = Мәдениеті
places-subject-climate = Климаты
places-subject-access = Қалай жетуге болады
places-subject-crew = Түсірілім топтары мен жабдық
places-subject-hotels = Қонақүйлер
places-subject-authority = Кім шешеді

# Сақтауға келмейтін мәндер
places-refused-number = Сан жазыңыз, мысалы 1480 не 2,5
places-refused-whole = Бүтін сан жазыңыз, бөлшексіз
places-refused-money = Соманы валютасымен жазыңыз, мысалы 250000 KZT
places-refused-choice = Ұсынылған мәндердің бірін таңдаңыз
places-refused-months = Қаңтардан желтоқсанға дейін он екі әріп жазыңыз: g — жақсы, p — мүмкін, n — жоқ
places-refused-address = Адресті name@example.org түрінде жазыңыз
places-refused-long = 200 таңбадан аспасын
places-refused-degrees = Ендік пен бойлықты ондық градуспен жазыңыз, мысалы 43.353 және 79.079
places-refused-swapped = Ендік пен бойлық ауысып кеткен сияқты: керісінше орын елдің ішінде жатыр
places-refused-outside = Бұл координаталар елден тыс; екі санды да тексеріңіз

# Локация беті
places-locations = Локациялар
places-destinations = Бағыттар
places-not-public = Бұл бетті тек комиссия көреді
places-ask-office = Осы жер туралы сұрау
places-edit = Өзгерту
places-promise = Тегін әрі құпия. Нақты қызметкер жауап береді.
places-stands-in = Мынаны алмастыра алады
places-uncertain = Расталмаған
places-checked-on = тексерілді: { $day }
places-where = Қайда
places-survey-first = Түсірілім алдында орнында тексеріңіз
places-rounded = { $kilometres } км дәлдікпен көрсетілген. Нақты орнын комиссия айтады.
places-no-position = Қайда екенін комиссия айтады.
places-to-sun = Түсірілім күнгі күн мен жарық
places-filmed-here = Мұнда түсірілген
places-never-filmed = Мұнда әлі түсірілмеген. Алғашқы болыңыз.
places-days = { $count ->
    [one] { $count } күн
   *[other] { $count } күн
}
places-days-used = Пайдаланылған күндер
places-days-in-year = { $count ->
    [0] { $year } жылы әзірге түсірілім болған жоқ
    [one] { $year } жылы { $count } түсірілім күні
   *[other] { $year } жылы { $count } түсірілім күні
}
places-days-why = Тұрғындар мен табиғатқа ауыр тимес үшін есептейміз.
places-same-region = Сол өңірде
places-minutes = { $minutes } мин
places-hours = { $hours } сағ
places-hours-minutes = { $hours } сағ { $minutes } мин
places-month-january = қаң
places-month-february = ақп
places-month-march = нау
places-month-april = сәу
places-month-may = мам
places-month-june = мау
places-month-july = шіл
places-month-august = там
places-month-september = қыр
places-month-october = қаз
places-month-november = қар
places-month-december = жел

# Бағыттар беттері
places-destinations-lead = Қайда бару керек: әр өңір қандай, оған қалай жетуге болады, онда кім жұмыс істейді және кім шешеді.
places-all-locations = Барлық локациялар
places-no-destinations = Бағыттар әлі сипатталмаған.
places-count = { $count ->
    [one] { $count } локация
   *[other] { $count } локация
}
places-locations-here = Осындағы локациялар
places-cities = Қалалар
places-wikidata = Wikidata
places-imdb = IMDb
