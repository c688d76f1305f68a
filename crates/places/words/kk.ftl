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
