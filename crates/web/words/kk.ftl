# Бет жиегінің, компоненттердің және қате беттерінің сөздері.

## Бет жиегі
skip-to-content = Мазмұнға өту
navigation = Сайт бөлімдері
languages = Тілдер
account = Тіркелгі
account-sign-in = Кіру
account-office = Кабинет
account-own = Менің жобаларым
breadcrumbs = Сіз қайда тұрсыз
to-front-page = Басты бетке
theme = Көрініс
theme-light = Жарық
theme-dark = Қараңғы
theme-system = Құрылғыдағыдай
contact = Байланыс
footer-quiet = Бұл сайт басқа сайттарға сұрау жібермейді. Оның cookie файлдары тіліңізді, көріністі, тізіміңізді және кіргеніңізді ғана сақтайды.

## Сандар мен ақша
percent = { $number }%
money-with-sign = { $amount } { $sign }
money-with-code = { $amount } { $code }
amount-plain = { $number }
amount-millions = { $number } млн
amount-billions = { $number } млрд

## Формалар
form-refused = Түзетуді өтінеміз
waterfall-as-table = Дәл осы мәлімет кесте түрінде
waterfall-step = Қадам
waterfall-amount = Сома

## Қателер
error-not-found = Мұндай бет жоқ
error-not-found-text = Мекенжай қате терілген немесе мұндай бет ешқашан болмаған.
error-not-found-next = Мекенжайды тексеріңіз немесе басты беттен бастаңыз.
error-forbidden = Бұл әрекет сізге ашық емес
error-forbidden-text = Сұрау басқа сайттан келді немесе сізге рұқсат етілмеген.
error-forbidden-next = Біздің бетке оралып, сол жерден қайталаңыз.
error-signed-out = Сіз енді жүйеде емессіз
error-signed-out-text = Мұнда ештеңе сақталған жоқ, бірақ енгізгендеріңіз өзіңіз келген нысанда қалды.
error-signed-out-next = Басқа терезеде қайта кіріңіз, содан кейін оралып, нысанды қайта жіберіңіз.
error-too-often = Қысқа уақытта тым көп әрекет жасалды
error-too-often-text = Ешкім болжап таба алмауы үшін бірнеше әрекеттен кейін бұл нысан аздап күтеді.
error-too-often-next = Бір минут күтіп, оралып, қайта жіберіңіз. Енгізгендеріңіз сақталды.
error-conflict = Біреу сізден бұрын үлгерді
error-conflict-text = Сіз өзгерткіңіз келген нәрсе өзгертіліп қойған. Сіздің түзетулеріңіз сақталмады.
error-conflict-next = Артқа қайтып, бетті жаңартыңыз да, жаңа күйін қараңыз.
error-too-large = Файл тым үлкен
error-too-large-text = Біз оқуды тоқтаттық, ештеңе сақталмады.
error-too-large-next = Кестені суретсіз және артық парақсыз сақтап, қайта жіберіңіз.
error-unreadable = Сұрауды оқу мүмкін болмады
error-unreadable-text = Формадағы немесе мекенжайдағы бір нәрсе бұл бетке сәйкес келмейді. Ештеңе сақталмады.
error-unreadable-next = Артқа қайтып, бетті жаңартыңыз да, форманы қайта жіберіңіз.
error-fault = Біз жақта ақау шықты
error-fault-text = Бұл сіздің кінәңіз емес, ақау журналымызға жазылды. Ештеңе сақталмады.
error-fault-next = Бірнеше минуттан кейін қайталап көріңіз. Қайталанса, төмендегі нөмірді бізге айтыңыз.
request-number = Сұрау { $number }

## Үлгілер
styleguide = Безендіру үлгілері
styleguide-lead = Барлық компонент екі көріністе. Стиль өзгерген сайын осында қараңыз.
styleguide-type = Қаріп
styleguide-heading = Екінші деңгейдегі тақырып
styleguide-text = Жақсы мәтін сабырлы. Жолдар жетпіс таңбадан аспайды, цифрлар бағанда тұрады, ал сілтеме қайда апаратынын айтады. Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі.
styleguide-link = Сөйлем ішіндегі сілтеме
styleguide-buttons = Түймелер
styleguide-first = Негізгі әрекет
styleguide-second = Басқа әрекет
styleguide-danger = Өшіретін әрекет
styleguide-form = Форма
styleguide-film-title = Фильм атауы
styleguide-total = Жалпы бюджет
styleguide-total-hint = Кестеңіздегідей жазыңыз: бос орын, нүкте, үтір түсінікті
styleguide-refusal = `12 00o` сома емес; былай жазыңыз: 1200,50
styleguide-file = Смета
styleguide-file-hint = xlsx, xls, xlsb, ods, csv немесе табуляциямен бөлінген мәтін
styleguide-refusal-file = Файлды таңдаңыз
styleguide-kind = Туынды түрі
styleguide-kind-hint = Осылардың бірі
styleguide-film = Толықметражды фильм
styleguide-series = Сериал
styleguide-share = Бірлескен продюсердің шығындарын да есептеу
styleguide-notices = Хабарламалар
styleguide-info = Білген жөн
styleguide-warning = Ең аз көлемге жетпейді
styleguide-open = Заңдағы ашық мәселе
styleguide-done = Тексерілді
styleguide-notice-text = Бір-екі сөйлем: оқырман үшін бұл нені білдіреді және әрі қарай не істеу керек.
styleguide-badges = Белгілер
styleguide-table = Кесте
styleguide-row = Бап
styleguide-crew = Түсірілім тобы мен актерлер
styleguide-places = Локациялар
styleguide-travel = Жол шығыны
styleguide-amount = Сома
styleguide-terms = Терминдер
styleguide-details = Бұл қалай есептелді
styleguide-cards = Карточкалар
styleguide-tabs = Сілтеме-қойыншалар
styleguide-waterfall = Бюджеттен есепке алынған шығынға дейін
styleguide-budget = Бюджет
styleguide-abroad = Елден тыс шығындар
styleguide-not-counted = Есепке алынбады
styleguide-counted = Есепке алынды
styleguide-crumb = Жоғарғы бет

## Комиссия қызметкерлерінің рөлдері
role-officer = Маман
role-verifier = Тексеруші
role-approver = Бекітуші
role-finance = Қаржы маманы
role-events = Іс-шараларға жауапты
role-publisher = Жарияланымдар редакторы
role-administrator = Әкімші
role-auditor = Аудитор

## Office
office-rail = Кеңсенің бөлімдері
office-search = Кеңсе ішінен іздеу

## Moments
deadline-moment = { $day }, { $time } { $city }
deadline-time = { $time } { $city }
