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
places-add = Тізіміме қосу
places-edit = Өзгерту
places-promise = Тегін әрі құпия. Нақты қызметкер жауап береді.
places-stands-in = Мынаны алмастыра алады
places-uncertain = Расталмаған
places-checked-on = тексерілді: { $day }
places-where = Қайда
places-survey-first = Түсірілім алдында орнында тексеріңіз
places-rounded = { $kilometres } км дәлдікпен көрсетілген. Нақты орнын комиссия айтады.
places-no-position = Қайда екенін комиссия айтады.
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

# Комиссиядағы локация карточкасы
places-new = Жаңа локация
places-import = Импорттау
places-search-name = Атауының бөлігі
places-search = Табу
places-all = Барлығы
places-none = Әзірге локация жоқ.
places-name = Атауы
places-kind = Түрі
places-state = Күйі
places-complete = Толықтығы
places-confirmed = Расталған күні
places-percent = { $percent } %
places-next-page = Келесі бет
places-identity = Атауы, түрі және орны
places-same-name = Бұл атаумен басқа локация бар. Бұл бір жер ме?
places-two-places = Бұл екі бөлек жер: екеуін де қалдыру
places-aliases = Басқа атаулары мен жазылуы
places-aliases-hint = Әр жолға біреуден
places-slug = Бет адресі
places-slug-hint = Кіші латын әріптері, цифрлар және дефис, мысалы charyn-canyon
places-destination = Бағыт
places-no-destination = Жоқ
places-latitude = Ендік
places-longitude = Бойлық
places-degrees-hint = Ондық градус, мысалы солтүстік ендік 43.353 және шығыс бойлық 79.079
places-precision = Қаншалықты дәл көрсетіледі
places-precision-exact = Дәл
places-precision-rounded = Дөңгелектеп: жеке не осал жер
places-precision-uncertain = Белгісіз: түсірілім алдында тексеру керек
places-rounded-to = Дөңгелектеу, метр
places-rounded-to-hint = 100-ден 50000-ға дейін; тек дөңгелектегенде
places-unreleased = Ұсталып тұр: ашық тізімдерде жоқ
places-save = Сақтау
places-see-public = Жұртқа ашық бетін көру
places-photos = Фотосуреттер
places-completeness = { $percent } % толтырылған
places-gold = Алтын
places-missing = { $count ->
    [one] { $count } нәрсе жетіспейді
   *[other] { $count } нәрсе жетіспейді
}
places-publish = Жариялау
places-to-draft = Жобаға қайтару
places-withdraw = Алып тастау
places-fact = Дерек
places-value = Мәні
places-source = Дереккөз
places-checked = Тексерілген күні
places-visibility = Кім көреді
places-still-missing = Жетіспейді:
places-must = керек
places-unknown = Белгісіз
places-months-hint = Қаңтардан желтоқсанға дейін он екі әріп: g — жақсы, p — мүмкін, n — жоқ
places-words-in = Сөзбен, { $language }
places-note-in = Ескертпе, { $language }
places-locked = Мұны тек комиссия көреді.
places-remove = Алып тастау
places-credit-title = Фильм атауы
places-credit-year = Жылы
places-credit-scene = Мұнда не түсірілді
places-credit-add = Фильм қосу
places-wikidata-hint = Q және цифрлар, мысалы Q1234
places-imdb-hint = tt және цифрлар, мысалы tt0374298
places-days-from = Бірінші күн
places-days-many = Күн саны
places-days-production = Жоба
places-days-production-hint = Тек комиссия үшін
places-days-add = Күндерді қосу
places-owner-confirms = Иесінің сөзі
places-owner-confirms-hint = Жарты жыл сайын иесінен хат арқылы бәрі бұрынғыдай ма деп сұралады. Үш аптада жауап болмаса, жер жасырылады.
places-ask-owner = Қазір сұрау
places-no-owner-address = Иесінің адресі белгісіз, сондықтан ешкімнен сұралмайды.
places-history = Тарихы
places-deed-made = Жасалды
places-deed-edited = Өзгертілді
places-deed-fact = Дерек
places-deed-looks = Нені алмастыра алады
places-deed-credit = Фильм қосылды
places-deed-credit-removed = Фильм алынды
places-deed-days = Күндер белгіленді
places-deed-days-removed = Күндер алынды
places-deed-state = Күйі
places-deed-asked = Иесінен сұралды
places-deed-answered = Иесі жауап берді
places-deed-silent = Жасырылды: иесі жауап бермеді
places-deed-imported = Импортталды
places-deed-import-undone = Импорт қайтарылды

# Толықтыққа не керек
places-must-names = Әр тілде атауы
places-must-aliases = Басқа атаулары мен жазылуы
places-must-region = Бағыт
places-must-position = Координаталар
places-must-photos = Он екі фотосурет
places-must-bearings = Әр фотосуреттің бағыты
places-must-looks = Нені алмастыра алатыны
places-must-sources = Әр деректің дереккөзі
places-must-checked = Әр деректің тексерілген күні

# Бас тартулар
places-refused-no-name = Кемінде бір тілде атауын жазыңыз
places-refused-slug = Кіші латын әріптері, цифрлар және дефис, 80 таңбадан аспасын
places-refused-slug-taken = Бұл адрес басқа локацияда бар; басқасын таңдаңыз
places-refused-rounded = 100-ден 50000-ға дейінгі метр санын жазыңыз
places-refused-day = Күнді жазыңыз, мысалы 2026-05-31
places-refused-days = 1-ден 366-ға дейінгі күн санын жазыңыз
places-refused-title = Атауын жазыңыз
places-refused-year = Жылын жазыңыз, мысалы 2019
places-refused-incomplete = { $percent } % толтырылған: { $least } %-дан бастап жариялауға болады. Жетіспейтіні төменде берілген
places-was-changed = Осы уақытта мұны басқа біреу өзгертті. Сіз жазғаныңыз сақталды; қарап шығып, қайта сақтаңыз

# Иесіне арналған бет пен хат
places-letter-confirm-subject = { $place }: бәрі бұрынғыдай ма?
places-letter-confirm =
    Сәлеметсіз бе!

    «{ $place }» деген жеріңіз біздің локациялар каталогында бар. Ол туралы жазғанымыз әлі де дұрыс па, айтып жіберсеңіз. Бір минут қана кетеді, тіркелудің қажеті жоқ:

    { $link }

    Үш аптада жауап болмаса, ешкім ескі деректерге сенбеуі үшін бұл жерді жасырамыз. Жауап берсеңіз, бірден қайта ашылады.
places-confirm-lead = Сіз осы жерге жауаптысыз. Ол туралы жазғанымыз әлі де дұрыс па?
places-confirm-public = Жұрт не оқиды
places-confirm-question = Жауабыңыз
places-confirm-correct = Бәрі бұрынғыдай дұрыс
places-confirm-changes = Жер қалады, бірақ бірдеңе өзгерді
places-confirm-withdraw = Жерді каталогтан алып тастаңыздар
places-confirm-said = Не өзгерді
places-confirm-send = Жіберу
places-confirm-thanks = Рақмет, жауабыңыз жазылды
places-refused-answer = Үш жауаптың бірін таңдаңыз
places-refused-said = Не өзгергенін жазыңыз
places-answer-none = Әзірге жауап жоқ
places-answer-correct = Бәрі бұрынғыдай дұрыс
places-answer-changes = Бірдеңе өзгерді
places-answer-withdraw = Каталогтан алынды
places-answer-silent = Уақытында жауап болмады

# Импорт
places-import-title = Локацияларды импорттау
places-import-lead = Кесте не карта файлы оқылады, не болатынын алдымен қарайсыз, содан кейін ғана каталогқа түседі. Импортты тұтас қайтаруға болады.
places-import-file = Локациялар файлы
places-import-file-hint = XLSX, ODS, CSV, GeoJSON не KML, 5000 жолдан аспасын. Екі сөзі бар алғашқы жол тақырып болып саналады.
places-import-photos = ZIP мұрағатындағы фотосуреттер
places-import-photos-hint = Міндетті емес. Әр локацияға адресімен не атауымен аталған қалта.
places-import-read = Файлды оқу
places-import-earlier = Бұрынғы импорттар
places-import-staged = Оқылды, әлі қолданылмаған
places-import-committed = Каталогта
places-import-undone = Қайтарылған
places-import-position = Ендік пен бойлық бір ұяшықта
places-import-new = Жаңа
places-import-changed = Өзгереді
places-import-unchanged = Өзгеріссіз
places-import-problem = Қолдануға болмайды
places-import-commit = Каталогқа енгізу
places-import-commit-hint = Жаңа локациялар жоба болып түседі. Қолдануға болмайтын жолдар қалдырылады.
places-import-nothing = Ештеңе өзгермейді: бұның бәрі каталогта бар немесе қолдануға келмейді.
places-import-undo = Импортты тұтас қайтару
places-import-undo-hint = Содан бері біреу өзгерткені сол күйінде қалады.
places-import-mapping = Бағандар нені білдіреді
places-import-mapping-hint = Тізімнен таңдаңыз немесе бағанды өткізіп жіберу үшін бос қалдырыңыз. Осындай тақырыпты келесі файлға есте сақталады.
places-import-heading = Тақырып
places-import-samples = Мысалы
places-import-meaning = Білдіреді
places-import-preview = Қайта қарау
places-import-rows = Әр жол не істейді
places-import-row = Жол
places-import-outcome = Нәтиже
places-import-details = Толығырақ
places-import-cut = Алғашқы 200 жол көрсетілген, алдымен қолдануға болмайтындары.
places-import-with-photos = фотосуреттермен: { $name }
places-import-refused-none = Файлды таңдаңыз
places-import-refused-empty = Бұл файлда ештеңе жоқ
places-import-refused-unreadable = Бұл файл оқылмайды; оны XLSX, CSV, GeoJSON не KML етіп қайта сақтаңыз
places-import-refused-headings = Тақырып жолы табылмады; бағандардың атауын бірінші жолға жазыңыз
places-import-refused-rows = 5000 жолдан көп; файлды бөліңіз
places-import-refused-columns = 400 бағаннан көп; қажетсіздерін алып тастаңыз
places-import-refused-points = Бұл картада бірде-бір нүкте жоқ; сызықтар мен аумақтар локация болмайды
places-import-refused-twice = `{ $typed }` екі бағанға берілген; біреуін қалдырыңыз
places-import-refused-column = `{ $typed }` тізімде жоқ; тізімнен таңдаңыз немесе бос қалдырыңыз
places-import-problem-twice = Бұл локация файлда екі рет бар
places-import-problem-ambiguous = Бірнеше локация осылай аталады; адресі бар баған қосыңыз
places-import-problem-no-kind = Жаңа локацияға түрі керек
places-import-problem-kind = Мұндай локация түрі жоқ
places-import-problem-destination = Мұндай бағыт жоқ; алдымен оны жасаңыз
places-import-problem-choice = Тізімде мұндай жоқ
places-import-problem-no-name = Жолда атау жоқ

# Жаңа бағыт
places-new-destination = Жаңа бағыт
places-part-of = Құрамында
places-code = Өңір коды
places-unless = Өзгеше айтылмаса:
