# Орындардың фотосуреттері.

photos-photos = Фотосуреттер
photos-of = Фотосуреттер: { $place }
photos-number-of = Фото { $number } / { $count }
photos-honesty = Басқаша айтылмаса, өңделмеген. Әр суретте камера қай жаққа қарап тұрғаны және қашан түсірілгені белгілі болғанынша көрсетілген.
photos-none = Бұл жердің жарияланған фотосуреттері әзірге жоқ.
photos-none-yet = Фотосуреттер әзірге жоқ. Жоғарыдан қосыңыз: күндізгі жалпы көріністер, әр жағы, кіреберіс және база.
photos-drawings-why = Фотосурет әлі жоқ жерде сызба тұр. Ол жердің өзін емес, ландшафт түрі мен сол сағаттың жарығын көрсетеді.
photos-drawing = Сызба
photos-retouched = Өңделген
photos-drone = Дроннан
photos-old = 24 айдан ескі
photos-old-count =
    { $count ->
        [one] { $count } фотосурет 24 айдан ескі
       *[other] { $count } фотосурет 24 айдан ескі
    }
photos-drawn = Осы сайт үшін салынған
photos-by = Фото: { $name }
photos-looks = Көрінісі: { $direction } ({ $degrees }°)
photos-looks-by-compass = Көрінісі: { $direction } (компас бойынша { $degrees }°)
photos-north = солтүстік
photos-northeast = солтүстік-шығыс
photos-east = шығыс
photos-southeast = оңтүстік-шығыс
photos-south = оңтүстік
photos-southwest = оңтүстік-батыс
photos-west = батыс
photos-northwest = солтүстік-батыс
photos-spring = Көктем
photos-summer = Жаз
photos-autumn = Күз
photos-winter = Қыс
photos-earlier = Алдыңғы фото
photos-later = Келесі фото
photos-close = Жабу
photos-all = Барлық фотосуреттер
photos-all-count =
    { $count ->
        [one] Барлық фотосуреттер ({ $count })
       *[other] Барлық фотосуреттер ({ $count })
    }
photos-back = Артқа: { $place }
photos-alt = Не көрінеді
photos-alt-hint = Суретті көре алмайтындарға және іздеуге арналған: «Жасыл өзен үстіндегі қызыл жартастар, сол жақта жол».
photos-taken = Түсірілген күні
photos-season = Жыл мезгілі
photos-bearing = Камера қай жаққа қарайды
photos-bearing-hint = Солтүстіктен сағат тілімен градус: 0-ден 360-қа дейін.
photos-north-of = Неден өлшенген
photos-north-true = Шынайы солтүстіктен (карта)
photos-north-magnetic = Магниттік солтүстіктен (компас)
photos-lens = Объектив
photos-is-retouched = Өңделген
photos-is-drone = Дроннан түсірілген
photos-yes = Иә
photos-no = Жоқ
photos-unknown = Белгісіз
photos-unchanged = Өзгертпеу
photos-creator = Фотограф
photos-credit = Автор қолтаңбасы
photos-credit-hint = Суреттің жанында қалай тұрады. Бос болса: фотографтың аты.
photos-copyright = Авторлық құқық белгісі
photos-licence = Лицензия
photos-licence-hint = Мысалы, CC BY 4.0 немесе «тек скаутинг үшін».
photos-state-staged = Жарияланбаған
photos-state-published = Жарияланған
photos-state-withdrawn = Жариялаудан алынған
photos-queue-staged = Жариялауды күтіп тұр
photos-queue-none = Жоқ
photos-count =
    { $count ->
        [one] { $count } фотосурет
       *[other] { $count } фотосурет
    }
photos-add = Фотосурет қосу
photos-add-button = Қосу
photos-files = Фотосуреттер немесе бір ZIP мұрағаты
photos-files-hint = JPEG, PNG немесе WebP, әрқайсысы 40 МБ және 120 мегапиксельге дейін; ұзын жағы 3000 нүктеден артық болғаны жақсы. Бір жолы 250 МБ-қа дейін.
photos-for-all-hint = Төмендегілер өзінде бұл мәлімет жоқ файлдарға жатады.
photos-taken-in = Қосылды
photos-outcomes = Қосылды: { $taken }. Қосылмады: { $refused }
photos-developing = Дайындалып жатыр
photos-missing = Жариялау үшін керек
photos-gap-development = көшірмелерді күту, олар дайындалып жатыр
photos-gap-alt = не көрінетінінің кемінде бір тілдегі сипаттамасы
photos-gap-credit = фотограф немесе автор қолтаңбасы
photos-double = Басқасына ұқсайды
photos-double-at = { $place } фотосуретіне (64 белгінің { $distance } өзгеше)
photos-edit = Сипаттау
photos-move-earlier = Жоғары
photos-move-later = Төмен
photos-chosen = Таңдалған фотосуреттермен
photos-publish = Жариялау
photos-withdraw = Жариялаудан алу
photos-describe-chosen = Таңдалған фотосуреттерді сипаттау
photos-only-filled = Тек толтырғаныңыз өзгереді.
photos-describe = Таңдалғандарға жазу
photos-save = Сақтау
photos-save-publish = Сақтап жариялау
photos-restore = Қайтару
photos-done-added =
    { $count ->
        [one] { $count } фотосурет қосылды. Ол дайындалып жатыр.
       *[other] { $count } фотосурет қосылды. Олар дайындалып жатыр.
    }
photos-done-published =
    { $count ->
        [one] { $count } фотосурет жарияланды
       *[other] { $count } фотосурет жарияланды
    }
photos-done-withdrawn =
    { $count ->
        [one] { $count } фотосурет жариялаудан алынды
       *[other] { $count } фотосурет жариялаудан алынды
    }
photos-done-described =
    { $count ->
        [one] { $count } фотосурет сақталды
       *[other] { $count } фотосурет сақталды
    }
photos-refused-none = Кемінде бір фотосурет таңдаңыз
photos-refused-all = Бұл файлдардың ешқайсысын қосу мүмкін болмады
photos-refused-nothing-chosen = Алдымен фотосуреттерді таңдаңыз
photos-refused-gaps = Таңдалған кейбір фотосуреттерге бірдеңе жетпейді: жанындағы «Жариялау үшін керек» жолын қараңыз
photos-refused-day = Күнтізбедегі күнді көрсетіңіз
photos-refused-bearing = 0-ден 360-қа дейінгі градусты көрсетіңіз
photos-refused-there = Дәл осы файл бұл жердің фотосуреттері арасында бар
photos-refused-empty = Файл бос. Оны камерадан қайта көшіріңіз
photos-refused-heic = Бұл HEIC суреті, браузерлер оны көрсетпейді. JPEG етіп сақтаңыз немесе телефонда «ең үйлесімді» пішімді қосыңыз
photos-refused-gif = Бұл GIF. Суретті JPEG түрінде жіберіңіз
photos-refused-tiff = Бұл TIFF немесе камераның RAW пішімі. Ең жақсы сападағы JPEG етіп сақтаңыз
photos-refused-svg = Бұл SVG сызбасы, онда бағдарлама болуы мүмкін. Фотосурет жіберіңіз
photos-refused-other = Бұл фотосурет емес. JPEG, PNG немесе WebP жіберіңіз
photos-refused-large = { $width } × { $height } — бұл { $megapixels } мегапиксель; ең көбі { $most }. Ені { $widest } нүкте етіп сақтаңыз
photos-refused-small = { $width } × { $height } нүкте тым аз. Ұзын жағы кемінде 480, дұрысы 3000 нүкте болсын
photos-refused-strip = { $width } × { $height } — биіктігі енінен алты еседен артық жолақ. Маңызды бөлігін қиып алыңыз
photos-refused-animated = Сурет қозғалады. Қозғалмайтын JPEG суретін жіберіңіз
photos-refused-cmyk = Түстері баспаға арналған CMYK. RGB (sRGB) етіп сақтаңыз
photos-refused-coding = Мұндай кодтауды браузерлер оқымайды. Кәдімгі JPEG етіп сақтаңыз
photos-refused-cut-off = Файл суреттен бұрын үзіледі. Оны камерадан қайта көшіріңіз
photos-refused-damaged = Файл бүлінген. Оны камерадан қайта көшіріңіз
photos-refused-archive-damaged = Мұрағат бүлінген. Қайта жасаңыз
photos-refused-archive-many = Мұрағатта { $entries } файл бар; ең көбі { $most }. Бөліңіз
photos-refused-archive-large = Мұрағат ашылғанда { $most } МБ-тан асады. Бөліңіз
photos-refused-archive-leads-out = Мұрағаттағы файл аты одан тысқары апарады. Кәдімгі қалтадан мұрағат жасаңыз
photos-refused-archive-nested = Мұрағат ішінде мұрағат бар. Алдымен оны ашыңыз
photos-refused-archive-lies = Мұрағаттағы файл көлемі көрсетілгендей емес. Қайта жасаңыз
photos-refused-archive-password = Мұрағат құпиясөзбен жабылған. Құпиясөзсіз жіберіңіз
photos-refused-archive-no-photos = Мұрағатта фотосурет жоқ
