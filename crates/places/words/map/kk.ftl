# Жердің үстіндегі күн
sun-title = Күн: { $place }
sun-block = Мұндағы күн
sun-on-day = { $day }, елдің сағаты бойынша
sun-date = Күні
sun-show = Осы күнді көрсету
sun-date-refused = `{ $typed }` — 1900 мен 2200 жылдар арасындағы күн емес: күнтізбеден таңдаңыз
sun-other-days = Басқа күндер
sun-previous = Алдыңғы күн
sun-following = Келесі күн
sun-dawn = Таң ату
sun-sunrise = Күннің шығуы
sun-golden-until = Алтын жарық аяқталады
sun-noon = Күн ең биікте
sun-golden-from = Алтын жарық басталады
sun-sunset = Күннің батуы
sun-dusk = Іңірдің соңы
sun-length = Күннің ұзақтығы
sun-hours = { $hours } сағ { $minutes } мин
sun-towards = азимут { $degrees }
sun-high = биіктігі { $degrees }
sun-day-before = (алдыңғы күні)
sun-day-after = (келесі күні)
sun-never-sets = Бұл күні күн батпайды.
sun-never-rises = Бұл күні күн шықпайды.
sun-golden-all-day = Күн күні бойы 6°-тан төмен: шыққаннан батқанға дейін жарығы алтын түсті.
sun-clock-title = Мұнда сағат шатастырады
sun-clock-ahead =
    { $minutes ->
        [one] Сағат күннен { $minutes } минут озық: күн он екіде емес, { $noon } кезінде ең биікте болады. Таң сағатқа қарағанда қараңғырақ, кеш ұзағырақ.
       *[other] Сағат күннен { $minutes } минут озық: күн он екіде емес, { $noon } кезінде ең биікте болады. Таң сағатқа қарағанда қараңғырақ, кеш ұзағырақ.
    }
sun-clock-behind =
    { $minutes ->
        [one] Сағат күннен { $minutes } минут қалып жүреді: күн { $noon } кезінде-ақ ең биікте болады. Жарық сағат көрсеткеннен ертерек түседі де, ертерек кетеді.
       *[other] Сағат күннен { $minutes } минут қалып жүреді: күн { $noon } кезінде-ақ ең биікте болады. Жарық сағат көрсеткеннен ертерек түседі де, ертерек кетеді.
    }
sun-note = Азимут шынайы солтүстіктен сағат тілі бағытымен есептеледі; компас басқаша көрсетеді. Биіктік тегіс көкжиектен есептеледі: шатқал қабырғалары мен таулар күнді ұзағырақ жасырады. Күн көкжиектен 6° төмен болғанда таң басталып, іңір аяқталады.
sun-rounded = Жарияланған дөңгелектелген координаталар бойынша есептелді.
sun-uncertain = Бұл координаталарды әлі ешкім орнында тексерген жоқ.
sun-dial-title = Аспан, { $place }, { $day }
sun-dial-text = Жоғарыдан қарағанда, солтүстік жоғарыда: күн { $sunrise } кезінде шығады, азимуты { $east }; { $noon } кезінде ең биікте, биіктігі { $height }; { $sunset } кезінде батады, азимуты { $west }.
sun-north = С
sun-east = Ш
sun-south = О
sun-west = Б
sun-any-day = Басқа күнгі күннің жолы
sun-table = Әр { $minutes } минуттағы күн
sun-every = Әр { $minutes } минут сайын көрсету
sun-time = Уақыт
sun-height = Биіктігі
sun-direction = Азимут
sun-light = Жарық
sun-light-day = Күндізгі
sun-light-golden = Алтын
sun-light-twilight = Ымырт

# Карта
map-title = Табылған жерлердің картасы
map-of = Айналасының картасы: { $place }
map-skip = Картаны өткізіп жіберу
map-help = Көрсеткі пернелер картаны жылжытады, плюс пен минус масштабын өзгертеді
map-in = Жақындату
map-out = Алыстату
map-around = Айналадағы жерлер картада
map-open = Бетін ашу
map-near = Жақыннан қарау
map-close = Жабу
map-search = Осы жерден іздеу
map-follow = Картаны жылжытқанда тізімді жаңарту
map-all =
    { $count ->
        [0] Картада көрсетер жер жоқ.
        [one] Картада { $count } жер.
       *[other] Картада { $count } жер.
    }
map-some =
    { $count ->
        [one] Картаның осы бөлігінде барлығы { $total } жердің { $count } жері көрсетілген.
       *[other] Картаның осы бөлігінде барлығы { $total } жердің { $count } жері көрсетілген.
    }
map-wider = Кеңірек
map-everywhere = Бүкіл ел
map-credit = Карта деректері: { $sources }
map-pin = { $name }, { $kind }
map-cluster =
    { $count ->
        [one] { $count } жер: { $names }
        [2] { $count } жер: { $names }
        [3] { $count } жер: { $names }
       *[other] { $count } жер, олардың ішінде { $names }
    }
map-in-city = { $city }: қалада немесе жанында
map-whereabouts = { $city }: { $kilometres } км { $direction }
map-north = солтүстікке қарай
map-north-east = солтүстік-шығысқа қарай
map-east = шығысқа қарай
map-south-east = оңтүстік-шығысқа қарай
map-south = оңтүстікке қарай
map-south-west = оңтүстік-батысқа қарай
map-west = батысқа қарай
map-north-west = солтүстік-батысқа қарай
