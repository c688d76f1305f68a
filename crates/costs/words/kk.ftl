# Оқылған тізілім туралы сөздер: бас тартулар, мәселелер, өрістер, санаттар.

## Файлды оқу мүмкін емес
costs-refusal-empty = Файл бос
costs-refusal-empty-fix = Кестені қайта сақтап, жаңа файлды таңдаңыз
costs-refusal-too-many-bytes = Файл тым үлкен: { $found }, ең көбі { $most } оқылады
costs-refusal-too-many-bytes-fix = Суреттер мен артық парақтарды жойыңыз немесе файлды бөліктерге бөліңіз
costs-refusal-too-many-unpacked-bytes = Ашылған күйінде файл шектен асады: { $most }
costs-refusal-too-many-unpacked-bytes-fix = Шығындар парағын жеке жаңа файлға сақтаңыз
costs-refusal-too-many-rows = `{ $sheet }` парағында жолдар шектен көп: { $most }
costs-refusal-too-many-rows-fix = Тізілімді айлар не бөлімдер бойынша бөліңіз
costs-refusal-too-many-columns = `{ $sheet }` парағында мына нөмірлі бағаннан кейін де деректер бар: { $most }
costs-refusal-too-many-columns-fix = Тізілімнің оң жағында алыс тұрғандарды жойыңыз
costs-refusal-too-many-cells = `{ $sheet }` парағында толтырылған ұяшықтар шектен көп: { $most }
costs-refusal-too-many-cells-fix = Тек тізілім бағандарын қалдырыңыз немесе файлды бөліңіз
costs-refusal-too-many-sheets = Кітапта парақтар шектен көп: { $most }
costs-refusal-too-many-sheets-fix = Шығындар парағын жеке жаңа файлға сақтаңыз
costs-refusal-encrypted = Файл құпиясөзбен қорғалған
costs-refusal-encrypted-fix = Оны кесте бағдарламасында ашып, құпиясөзді алып тастап, қайта сақтаңыз
costs-refusal-not-a-spreadsheet =
    { $looks-like ->
        [png] Бұл кесте емес, сурет
        [jpeg] Бұл кесте емес, фотосурет
        [gif] Бұл кесте емес, сурет
        [bmp] Бұл кесте емес, сурет
        [tiff] Бұл кесте емес, сурет
        [webp] Бұл кесте емес, сурет
        [pdf] Бұл кесте емес, PDF құжаты
        [rtf] Бұл кесте емес, мәтіндік құжат
        [doc] Бұл кесте емес, мәтіндік құжат
        [html] Бұл кесте емес, веб-бет
        [zip] Бұл кесте емес, мұрағат
        [rar] Бұл кесте емес, мұрағат
        [seven-zip] Бұл кесте емес, мұрағат
        [gzip] Бұл кесте емес, мұрағат
       *[other] Бұл кесте емес
    }
costs-refusal-not-a-spreadsheet-fix = Файлды xlsx, xls, xlsb, ods немесе csv пішімінде жіберіңіз; мұрағатты алдымен ашу керек
costs-refusal-damaged = Файл бүлінген немесе соңына дейін көшірілмеген (`{ $part }`)
costs-refusal-damaged-fix = Оны кесте бағдарламасында ашып, қайта сақтап, жаңа файлды жіберіңіз
costs-refusal-no-such-sheet = Кітапта мұндай парақ жоқ: `{ $sheet }`
costs-refusal-no-such-sheet-fix = Бар парақтардың бірін таңдаңыз
costs-refusal-nothing-inside = Парақтардың ешқайсысында ештеңе жоқ
costs-refusal-nothing-inside-fix = Дұрыс файл таңдалғанын тексеріңіз
costs-refusal-no-ledger = Бірде-бір парақ бюджетке не шығындар тізіліміне ұқсамайды; қаралғандары: { $sheets }
costs-refusal-no-ledger-fix = Шығындардың үстіне тақырып жолын қойыңыз, кемінде `Атауы` және `Сома`

## Мәселелер: топ, не күтілді, не істеу керек
costs-problem-mapping-does-not-fit = Сақталған сәйкестендіру бұл файлға келмейді
costs-problem-mapping-does-not-fit-expected = сақталған сәйкестендірудегі тақырыптар
costs-problem-mapping-does-not-fit-fix = Төмендегі бағандарды тексеріп, сәйкестендіруді қайта сақтаңыз
costs-problem-no-amount-column = Сомалар бағаны табылмады
costs-problem-no-amount-column-expected = әр жолдың құны жазылған бір баған
costs-problem-no-amount-column-fix = Сомалар қай бағанда екенін көрсетіңіз
costs-problem-two-columns-for-one-field = Екі баған да сома болуы мүмкін: { $count }
costs-problem-two-columns-for-one-field-expected = сомалардың бір бағаны; алынған баған: { $expected }
costs-problem-two-columns-for-one-field-fix = Екеуінің қайсысы есептелетінін таңдаңыз
costs-problem-column-to-check = Тақырыбының бір бөлігі не ұяшықтары бойынша ғана түсінілген бағандар: { $count }
costs-problem-column-to-check-expected = анық тақырып
costs-problem-column-to-check-fix = Бағанның дұрыс түсінілгенін тексеріңіз
costs-problem-currency-unknown = Валютасы көрсетілмеген сомалар: { $count }
costs-problem-currency-unknown-expected = бағандағы, тақырыптағы, атаудағы не ұяшықтағы валюта
costs-problem-currency-unknown-fix = Бүкіл файлға ортақ валютаны таңдаңыз немесе баған қосыңыз
costs-problem-currency-unreadable = Түсініксіз валюталар: { $count }
costs-problem-currency-unreadable-expected = код, мысалы `KZT`, `USD`, `EUR`
costs-problem-currency-unreadable-fix = Кодын жазыңыз немесе сөздің мағынасын бір рет көрсетіңіз
costs-problem-amount-unreadable = Түсініксіз сомалар: { $count }
costs-problem-amount-unreadable-expected = сан, мысалы `1 234 567,89`
costs-problem-amount-unreadable-fix = Өз файлыңыздағы ұяшықты түзетіп, қайта жүктеңіз
costs-problem-amount-ambiguous = Екі түрлі оқуға болатын сомалар: { $count }
costs-problem-amount-ambiguous-expected = `1,234` мың да, бөлшегі бар бір де болуы мүмкін
costs-problem-amount-ambiguous-fix = Бұл бағанда бөлшекті не бөлетінін көрсетіңіз: үтір ме, нүкте ме
costs-problem-amount-in-words = Мыңға не миллионға дейін дөңгелектелген сомалар: { $count }
costs-problem-amount-in-words-expected = цифрмен жазылған дәл сома
costs-problem-amount-in-words-fix = Соманы толық жазыңыз
costs-problem-amount-missing = Сомасы жоқ, есепке алынбаған жолдар: { $count }
costs-problem-amount-missing-expected = сома немесе нөл
costs-problem-amount-missing-fix = Соманы жазыңыз немесе жолды жойыңыз
costs-problem-amount-too-large = Шындыққа келмейтін үлкен сомалар: { $count }
costs-problem-amount-too-large-expected = тоқсан квадриллионнан аз
costs-problem-amount-too-large-fix = Ұяшықты түзетіңіз; екі сан қосылып кеткен болар
costs-problem-amount-rounded = Бөлшек таңбалары валютадағыдан көп, дөңгелектелген сомалар: { $count }
costs-problem-amount-rounded-expected = былай оқылды: { $expected }
costs-problem-amount-rounded-fix = Дөңгелектелген сома дұрыс болса, ештеңе істеу қажет емес
costs-problem-amount-in-thousands = Тақырыбы бойынша мың не миллион көрсетілген бағандар: { $count }
costs-problem-amount-in-thousands-expected = әр сома мынаған көбейтілді: { $expected }
costs-problem-amount-in-thousands-fix = Бір жолды тексеріңіз; дұрыс болмаса, тақырыпты өзгертіңіз
costs-problem-number-unreadable = Түсініксіз сандар, мөлшерлемелер не күндер: { $count }
costs-problem-number-unreadable-expected = сан
costs-problem-number-unreadable-fix = Ұяшықты түзетіңіз; сомаға әсер етпейді
costs-problem-date-unreadable = Түсініксіз күндер: { $count }
costs-problem-date-unreadable-expected = күн, мысалы `01.03.2026`
costs-problem-date-unreadable-fix = Пішімін таңдаңыз немесе ұяшықтарды түзетіңіз
costs-problem-date-ambiguous = Екі түрлі оқуға болатын күндер: { $count }
costs-problem-date-ambiguous-expected = `1/3/2026` наурыз да, қаңтар да болуы мүмкін
costs-problem-date-ambiguous-fix = Бұл бағанда алдымен не тұрғанын көрсетіңіз: күн бе, ай ма
costs-problem-date-from-number = Жай санмен жазылған күндер: { $count }
costs-problem-date-from-number-expected = былай оқылды: { $expected }
costs-problem-date-from-number-fix = Күні дұрыс болса, ештеңе істеу қажет емес
costs-problem-error-cell = Кесте бағдарламасының қатесі бар ұяшықтар: { $count }
costs-problem-error-cell-expected = мән; мынау формуланың бұзылғанын білдіреді: `{ $found }`
costs-problem-error-cell-fix = Өз файлыңыздағы формуланы түзетіп, қайта жүктеңіз
costs-problem-tax-does-not-add-up = Салықсыз сома мен салық салықпен қоса алынған соманы бермейтін жолдар: { $count }
costs-problem-tax-does-not-add-up-expected = { $expected }
costs-problem-tax-does-not-add-up-fix = Үш соманың қатесін түзетіңіз
costs-problem-quantity-times-rate-differs = Басқа жолдардан өзгеше, саны мен бағасының көбейтіндісі сомаға тең емес жолдар: { $count }
costs-problem-quantity-times-rate-differs-expected = { $expected }
costs-problem-quantity-times-rate-differs-fix = Формуланың үстінен сан жазылмағанын тексеріңіз
costs-problem-place-unknown = Танылмаған жұмыс орындары: { $count }
costs-problem-place-unknown-expected = ел немесе ел ішінде не шетелде екені
costs-problem-place-unknown-fix = Қай ел екенін бір рет көрсетіңіз; ол барлық осындай жолдарға қолданылады
costs-problem-country-unknown = Жеткізушілердің танылмаған елдері: { $count }
costs-problem-country-unknown-expected = ел
costs-problem-country-unknown-fix = Қай ел екенін бір рет көрсетіңіз; ол барлық осындай жолдарға қолданылады
costs-problem-kind-unknown = Танылмаған шығын түрлері: { $count }
costs-problem-kind-unknown-expected = тауарлар, жұмыстар, қызметтер, еңбекақы, қаржылық немесе өзге
costs-problem-kind-unknown-fix = Сөздің мағынасын бір рет көрсетіңіз; ол барлық осындай жолдарға қолданылады
costs-problem-tag-unknown = Танылмаған жеңілдік кодтары: { $count }
costs-problem-tag-unknown-expected = белгілі кодтардың бірі
costs-problem-tag-unknown-fix = Кодтың мағынасын бір рет көрсетіңіз; ол барлық осындай жолдарға қолданылады
costs-problem-account-unknown = Санаты белгісіз жолдар: { $count }
costs-problem-account-unknown-expected = не үшін төленгені көрінетін шот немесе сөз
costs-problem-account-unknown-fix = Шоттың санатын бір рет таңдаңыз; ол оның барлық жолдарына қолданылады
costs-problem-subtotal-left-out = Танылған, екінші рет есептелмеген аралық жиындар: { $count }
costs-problem-subtotal-left-out-expected = төмендегі жолдардың қосындысы: { $expected }
costs-problem-subtotal-left-out-fix = Ештеңе істеу қажет емес
costs-problem-subtotal-differs = Өз сомасы төмендегі жолдардың қосындысына тең емес баптар; жолдар есепке алынды: { $count }
costs-problem-subtotal-differs-expected = төмендегі жолдардың қосындысы: { $expected }
costs-problem-subtotal-differs-fix = Баптың сомасын немесе жолдарды түзетіңіз
costs-problem-total-differs = Файлдың жолдармен расталмаған жиындары: { $count }
costs-problem-total-differs-expected = жолдардың қосындысы: { $expected }
costs-problem-total-differs-fix = Жол қосындыдан түсіп қалмағанын және дұрыс оқылғанын тексеріңіз
costs-problem-total-not-checked = Тексеру мүмкін болмаған жиындар: { $count }
costs-problem-total-not-checked-expected = жолдарының ортақ валютасындағы жиын
costs-problem-total-not-checked-fix = Ештеңе істеу қажет емес; әртүрлі валютадағы жиынды мұнда қосуға болмайды
costs-problem-equivalent-column = Сол шығындардың басқа валютадағы сомалары, есепке алынбаған: { $count }
costs-problem-equivalent-column-expected = әр жолға бір сома; есепке алынған баған: { $expected }
costs-problem-equivalent-column-fix = Төлем басқа валютада жасалса, басқа бағанды таңдаңыз
costs-problem-negative-amount = Теріс сомалар, қайтарым ретінде есептелген: { $count }
costs-problem-negative-amount-expected = нөлден үлкен сома немесе қайтарым
costs-problem-negative-amount-fix = Бұл қайтарымдар не түзетулер болса, ештеңе істеу қажет емес
costs-problem-twin-lines = Бәрі бірдей жолдар: { $count }
costs-problem-twin-lines-expected = әр шығынға бір жол; дәл сондай жолдың нөмірі: { $expected }
costs-problem-twin-lines-fix = Екі рет енгізілген болса, жолды жойыңыз
costs-problem-rate-row-unreadable = Түсініксіз бағам жолдары: { $count }
costs-problem-rate-row-unreadable-expected = күн, валюта, бірлік саны және нөлден үлкен бағам
costs-problem-rate-row-unreadable-fix = Жолды түзетіп, файлды қайта жүктеңіз
costs-problem-rate-twice = Сол күнге екінші, басқа бағам: { $count }
costs-problem-rate-twice-expected = { $expected }
costs-problem-rate-twice-fix = Ресми бағамды қалдырыңыз
costs-problem-no-rate-column = Бағамдар табылмады
costs-problem-no-rate-column-expected = `күні`, `валюта`, `бірлік`, `бағам` бағандары немесе күн мен әр валютаға бір баған
costs-problem-no-rate-column-fix = Бағандарды атаңыз немесе кестені банк жариялаған күйінде жүктеңіз

## Өрістер
costs-field-line-id = Жол коды
costs-field-account = Шот, бап коды
costs-field-description = Сипаттама
costs-field-amount = Сома
costs-field-net = Салықсыз сома
costs-field-tax = Салық
costs-field-gross = Салықпен қоса сома
costs-field-currency = Валюта
costs-field-incurred = Шығын күні
costs-field-invoice-number = Құжат нөмірі
costs-field-invoice-date = Құжат күні
costs-field-supplier = Жеткізуші
costs-field-supplier-tax-id = Жеткізушінің БСН не ЖСН
costs-field-supplier-country = Жеткізушінің елі
costs-field-person = Орындаушы
costs-field-role = Лауазымы
costs-field-residency = Резиденттігі
costs-field-work-place = Орындалған жері
costs-field-work-from = Жұмыс басталуы
costs-field-work-to = Жұмыс аяқталуы
costs-field-kind = Шығын түрі
costs-field-category = Санаты, бөлімі
costs-field-tag = Жеңілдік коды
costs-field-quantity = Саны
costs-field-unit = Өлшем бірлігі
costs-field-times = Еселік
costs-field-rate = Мөлшерлеме, баға
costs-field-days = Күн саны
costs-field-days-in-country = Елдегі күндер
costs-field-paid = Төлем күні
costs-field-pay-method = Төлем тәсілі
costs-field-pay-reference = Төлем нөмірі
costs-field-related-party = Байланысты тарап
costs-field-note = Ескертпе
costs-field-level = Деңгей

## Санаттар
costs-category-story = Сценарий және құқықтар
costs-category-development = Жобаны әзірлеу
costs-category-producers = Продюсерлер
costs-category-director = Режиссер
costs-category-cast = Актерлер
costs-category-production-staff = Режиссерлік-әкімшілік топ
costs-category-extras = Көпшілік сахна
costs-category-stunts = Трюктер
costs-category-art = Көркемдік цех
costs-category-construction = Декорация салу
costs-category-set-dressing = Сахнаны безендіру
costs-category-property = Реквизит, ойын көлігі, жануарлар
costs-category-wardrobe = Костюм
costs-category-makeup = Грим және шаш үлгісі
costs-category-grip = Механика және крандар
costs-category-lighting = Жарық
costs-category-camera = Операторлар және камера
costs-category-production-sound = Алаңдағы дыбыс
costs-category-special-effects = Арнайы эффектілер
costs-category-locations = Түсіру орындары
costs-category-stages = Павильондар
costs-category-transport = Көлік
costs-category-travel = Жол жүру
costs-category-accommodation = Тұру
costs-category-catering = Тамақтандыру
costs-category-stock-and-data = Пленка және дерек тасығыштар
costs-category-second-unit = Екінші топ
costs-category-tests-and-rehearsal = Сынақтар мен репетициялар
costs-category-editing = Монтаж
costs-category-music = Музыка
costs-category-post-sound = Дыбыс: постпродакшн
costs-category-visual-effects = Визуалды эффектілер
costs-category-picture-finishing = Түс, титрлер, мастер-көшірмелер
costs-category-fringes = Еңбекақыға есептелетін төлемдер
costs-category-insurance = Сақтандыру
costs-category-legal-and-accounting = Құқық және бухгалтерия
costs-category-finance = Қаржыландыру
costs-category-office = Кеңсе және жалпы шығындар
costs-category-publicity = Жарнама
costs-category-overhead = Үстеме шығындар
costs-category-contingency = Резерв
costs-category-tax = Салықтар мен баждар
costs-category-training = Оқыту

## Қысқа сөздер
costs-kind-goods = Тауарлар
costs-kind-works = Жұмыстар
costs-kind-services = Қызметтер
costs-kind-labour = Еңбекақы
costs-kind-finance = Қаржылық
costs-kind-other = Өзге
costs-severity-blocker = Шешу қажет
costs-severity-warning = Тексеріңіз
costs-severity-note = Мәлімет үшін
costs-confidence-sure = анық
costs-confidence-check = тексеру керек
costs-confidence-none = оқылмайды
costs-line-above = Шығармашылық топ
costs-line-below = Түсірілім
costs-line-post = Постпродакшн
costs-line-other = Өзге
costs-decision-person = өз таңдауыңыз
costs-decision-category-column = санат бағанындағы сөз бойынша: `{ $rule }`
costs-decision-chart = шоттар бойынша: { $rule }
costs-decision-tag = код бойынша: `{ $rule }`
costs-decision-description = сипаттамадағы сөз бойынша: `{ $rule }`
costs-decision-heading = жоғарыдағы тақырыптағы сөз бойынша: `{ $rule }`
costs-decision-none = белгісіз
costs-error-file-problem = Мәселе
costs-error-file-fix = Қалай түзету керек
