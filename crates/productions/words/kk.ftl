# Жобалар туралы сөздер: сұрау, ағын, іс қағазы, продюсердің кабинеті және сценарийлер қоймасы.

## Кезеңдер
stage-new = Жаңа
stage-triaged = Қаралды
stage-in-work = Жұмыста
stage-package-sent = Топтама жіберілді
stage-scouting = Натураны қарап шығу
stage-committed = Шешім қабылданды
stage-shooting = Түсірілім
stage-wrapped = Түсірілім аяқталды
stage-released = Экранға шықты
stage-closed = Жабылды
stage-spam = Сұрау емес
stage-referred = Басқаларға жіберілді
stage-cannot-serve = Көмектесе алмаймыз
stage-dormant = Тоқтап тұр
stage-lost = Жоғалтылды
stage-no-such-step = Қазіргі кезеңнен ол кезеңге өтуге болмайды
stage-not-yours = Бұл қадамды комиссия жасайды
stage-note-missing = Себебін әріптесіңіз түсінетіндей етіп жазыңыз
stage-lost-reason-missing = Жобаның не себепті жоғалғанын таңдаңыз
lost-incentive = Басқа жерде субсидия тиімдірек
lost-budget = Тым қымбат
lost-financing = Қаржы табылмады
lost-locations = Локациялар сәйкес келмеді
lost-dates = Мерзімі сәйкес келмеді
lost-crew = Түсірілім тобы немесе техника жетіспеді
lost-permits = Рұқсаттар баяу немесе берілмеді
lost-travel = Жол немесе қауіпсіздік
lost-no-reply = Жауап бермей қойды
lost-other-country = Оқиғасы үшін басқа елді таңдады
lost-other = Басқа себеп

## Қайдан келді
source-website = Осы сайт
source-email = Электрондық пошта
source-phone = Телефон
source-festival = Фестиваль
source-market = Кинонарық
source-fam-tour = Таныстыру сапары
source-country-week = Ел апталығы
source-meeting = Кездесу
source-referral = Сізді кеңес етті
source-embassy = Елшілік
source-returning = Бұрын да осында түсіргенбіз
source-press = Баспасөз
source-other = Басқаша
confidentiality-open = Атауын айтуға болады
confidentiality-code-name = Тек шартты атын айтуға болады
confidentiality-secret = Жоба туралы бөгде ешкім білмеуі керек

## Туынды түрлері мен қажеттіліктер
format-feature = Толықметражды фильм
format-series = Телехикая
format-documentary = Деректі фильм
format-short = Қысқаметражды фильм
format-animation = Анимация
format-commercial = Жарнама
format-music-video = Бейнеклип
format-show = Телебағдарлама
format-photo = Фототүсірілім
format-student = Студенттік жұмыс
format-other = Басқа
need-locations = Локациялар
need-incentive = Субсидия
need-permits = Рұқсаттар
need-partner = Жергілікті сервистік кинокомпания
need-crew = Түсірілім тобы
need-facilities = Студиялар мен жабдық
need-travel = Виза, кеден, жол
need-co-production = Бірлескен продюсер
need-heritage = Тарих пен мәдениет бойынша кеңес

## Аралықтар
range-between = { $least } – { $most }
range-up-to = { $most } дейін
range-from = { $least } артық

## Сұрау
start-kicker = 7 беттің { $number } беті
start-lead = Жеті қысқа бет, шамамен үш минут. Тіркелгі қажет емес, жазғаныңыз әр қадамда сақталады.
start-problem = Түзетіңіз:{" "}
start-back = Артқа
start-continue = Жалғастыру
start-optional = Міндетті емес
start-saved = Сақталған уақыты (біздің уақытпен): { $time }.
start-come-back = Кейін оралу үшін осы сілтемені сақтап қойыңыз
start-not-said = Көрсетілмеген
start-change = Өзгерту
start-what = Не түсіргіңіз келеді?
start-title = Жұмыс атауы
start-title-hint = Атауы әлі жоқ болса, өз араңызда қалай айтатыныңызды жазыңыз
start-title-missing = Жұмыс атауын жазыңыз
start-format = Туынды түрі
start-format-missing = Туынды түрін таңдаңыз
start-brief = Не туралы
start-brief-hint = Бірнеше сөйлем. Соған қарап қандай жерлер мен адамдар керегін ойлаймыз.
start-brief-missing = Не туралы екенін бірнеше сөйлеммен жазыңыз
start-confidentiality = Жоба туралы кім біле алады
start-confidentiality-hint = Комиссияның өзінде мұны тек сіздің ісіңізді жүргізетіндер оқиды
start-code-name = Шартты аты
start-code-name-hint = Атауын ешкім білмеуі керек болса ғана
start-code-name-missing = Жоба туралы айтуға болатын шартты атты жазыңыз
start-when = Қашан түсіргіңіз келеді?
start-when-why = Ауа райы, жарық және рұқсаттар соған байланысты. Әлі белгісізін бос қалдырыңыз.
start-starts-on = Бірінші түсірілім күні
start-ends-on = Соңғы түсірілім күні
start-shooting-days = Осындағы түсірілім күндерінің саны
start-flexible = Күндерді жылжытуға болады
start-dates = Күндер
start-not-a-day = `{ $typed }` күн емес; былай жазыңыз: 2027-05-10 немесе 10.05.2027
start-ends-before-start = Соңғы күн ({ $end }) бірінші күннен ({ $start }) бұрын тұр
start-in-the-past = `{ $typed }` өтіп кетті; қазіргі жоспарыңызды жазыңыз
start-days-not-a-number = `{ $typed }` күн саны емес; 1 мен { $most } аралығындағы бүтін сан жазыңыз
start-looks = Қалай көрінуі керек?
start-looks-why = Соған қарап алғашқы көрсететін жерлерді таңдаймыз.
start-looks-field = Жерлер мен көріністер
start-looks-hint = Табиғат, қалалар, ғимараттар, жыл мезгілі, жарық; референс сілтемелері де болады
start-script = Сценарий немесе оның беттері
start-script-hint = Міндетті емес. PDF, Fountain немесе Final Draft (.fdx), 16 МБ-тан аспасын. Бөлек сақталады, тек ісіңізді жүргізетіндер ашады, әр ашылу сіз үшін жазылады.
start-script-kept = Сценарий бізде
start-list = Сіз таңдаған орындар
start-script-remove = Алып тастау
start-budget = Құны қанша болады?
start-budget-why = Субсидия мен біздің ұсыныстарымыз соған байланысты. Аралығын көрсету жеткілікті.
start-budget-field = Бүкіл бюджет
start-budget-hint = Тек осында жұмсайтыныңыз ғана емес
start-budget-unknown = Әлі белгісіз
start-budget-missing = Аралықты таңдаңыз немесе әлі белгісіз екенін белгілеңіз
start-needs = Бізден не керек?
start-needs-field = Бізге керегі
start-needs-hint = Сәйкес келгенінің бәрін белгілеңіз
start-needs-missing = Кемінде біреуін белгілеңіз немесе өз сөзіңізбен жазыңыз
start-needs-note = Өз сөзіңізбен
start-who = Сіз кімсіз?
start-who-why = Аты көрсетілген қызметкер осы мекенжайға жауап береді.
start-name = Атыңыз
start-name-hint = Сізге қалай жүгінген дұрыс
start-name-missing = Атын жазыңыз
start-email = Электрондық пошта
start-email-hint = Жауап алу және сұрауды бақылау үшін
start-email-missing = Электрондық пошта мекенжайын жазыңыз
start-email-wrong = `{ $typed }` электрондық пошта мекенжайы емес; ол былай жазылады: name@company.com
start-company = Компания
start-country = Ел
start-phone = Телефон
start-zone = Уақыт белдеуіңіз
start-zone-hint = Жауап мерзімін сіздің уақытыңызбен айту үшін
start-zone-missing = Қай қаланың уақытымен жүретініңізді таңдаңыз
start-source = Біз туралы қайдан білдіңіз?
start-check = Тексеріп, жіберіңіз
start-page-unfinished = Бұл бет аяқталмаған
start-consent = Жазғаныңызды сізге жауап беру және жобаңызды сүйемелдеу үшін пайдаланамыз. Комиссиядан тыс ешкім оны сіздің келісіміңізсіз алмайды.
start-send = Сұрауды жіберу
start-choice-unknown = Ұсынылғандардың бірін таңдаңыз
start-text-too-long = { $letters } таңба тым көп; { $most } таңбаға дейін қысқартыңыз

## Жіберілді
sent-title = Сұрауыңыз бізде
sent-reference = Нөміріңіз
sent-next = Енді не болады
sent-by = Кім жауап береді
sent-nobody-yet = Кезекші қызметкер
sent-when = Ең кеш мерзімі
sent-calendar = { $reference }: кинокомиссияның жауабы
sent-add-to-calendar = Күнтізбеге қосу
sent-follow = Бақылап отырыңыз
sent-follow-text = Осының бәрін сізге хатпен жібердік. Сұраудың қай жерде екенін көру, бізге жазу және командаңызды шақыру үшін электрондық пошта мекенжайыңызбен кіріңіз.
sent-portal = Жобаны ашу
sent-bookmark = Бұл бетті бетбелгіге сақтауға болады.

## Хаттар
letter-received-subject = { $reference }: сұрауыңыз бізде
letter-received =
    Құрметті { $name }!

    Сұрауыңызға рақмет. Нөмірі: { $reference }.

    Жауап беретін қызметкер: { $officer }. Ең кеш мерзімі:
    { $deadline }

    Сұраудың жағдайы, хат алмасу, команда:
    { $link }
letter-invited-subject = { $reference }: жобаға шақыру
letter-invited =
    Құрметті { $name }!

    { $inviter } сізді { $reference } жобасына шақырады. Рөліңіз: { $role }.

    Шақыруды осы сілтеме арқылы қабылдаңыз, ол тек сізге арналған:
    { $link }

## Ағын мен тізім
office-pipeline = Ағын
office-productions = Жобалар
list-count = { $count ->
    [one] { $count } жоба
    *[other] { $count } жоба
 }
list-spend = Осында күтілетін шығын: { $spend }
list-text = Атауы, нөмірі, сөздер
list-stage = Кезең
list-all = Бәрі
list-mine = Тек менікі
list-show = Көрсету
list-layout = Көрініс
list-as-list = Тізім
list-as-board = Тақта
list-production = Жоба
list-late = Мерзімі өтті
list-more = Тағы
list-empty = Ештеңе сәйкес келмеді. Сүзгіні өзгертіңіз немесе жаңа жобаға іс ашыңыз.
duty-title = Кезекші қызметкер
duty-who = Жаңа сұрауларға кім жауап береді
duty-hint = Бұдан былай әр сұраудың растамасында аты көрсетіледі
duty-set = Тағайындау

## Іс
production-new = Жаңа жоба
production-open = Іс ашу
production-facts = Іс
production-synopsis = Синопсис
production-spend = Осында күтілетін шығын
production-chance = Ықтималдығы
production-chance-hint = Аралықпен, мысалы 20 мен 40
production-source = Қайдан келді
production-source-missing = Жобаның қайдан келгенін көрсетіңіз: қай нарық немесе сапар ақталғаны содан көрінеді
production-event = Іс-шара
production-event-hint = Ол келген нарық, сапар немесе кездесу
production-waits = Нені күтіп тұр
production-waits-hint = Шешім неге байланысты: ақша, мерзім, жауап
production-next = Келесі қадам
production-next-owner = Кімнің қадамы
production-next-on = Мерзімі
production-next-unowned = Келесі қадамның орындаушысы мен күні болады
production-officer = Қызметкер
production-contact = Байланыс
production-zone = Уақыт белдеуі
production-copied-from = Алдыңғысы
production-shooting-days = { $days ->
    [one] { $days } түсірілім күні
    *[other] { $days } түсірілім күні
 }
production-since = { $moment } бастап
production-way = Қаншалықты алға жылжыды
production-timeline = Не болды
production-cases = Істер
production-case-closed = жабық
production-move = Алға жылжыту
production-move-to = Кезеңге
production-move-note = Ескертпе
production-move-do = Жылжыту
production-lost = Жоғалтылса: себебі
production-lost-hint = Сабақ алу үшін есептеледі
production-moved-meanwhile = Сізде ашық тұрғанда іс өзгертілді; қайта қарап, содан кейін жылжытыңыз
production-export = Барлық іс мұрағат түрінде (zip)
production-copy = Келесі маусым
production-copy-hint = Сол адамдар мен көріністер бар жаңа іс, күндері мен тарихы жоқ
production-copy-do = Бастау
production-save = Сақтау
production-save-mine = Бәрібір менікін сақтау
production-cancel = Сол күйінде қалдыру
production-conflict = Осы арада мұнда басқа біреу жазды
production-conflict-text = Қазір мынау тұр. Сіз тергеніңіз төменде қалды.
production-least = Кемінде
production-most = Көп дегенде
production-amount-hint = Бүтін сомалар; разряд арасындағы бос орын түсінікті
production-currency = Валюта
production-currency-hint = Үш әріп
production-not-a-currency = `{ $typed }` валюта емес; үш әріп жазыңыз, мысалы EUR
production-not-an-amount = `{ $typed }` сома емес; былай жазыңыз: 1 500 000
production-not-a-number = `{ $typed }` { $least } мен { $most } аралығындағы бүтін сан емес
production-range-turned = Жоғарғы шегі төменгісінен кіші

## Не болды
actor-unknown = Енді жоқ адам
happened-opened = Іс ашылды
happened-moved = Жаңа кезең: { $stage }
happened-edited = Өзгертілді: { $field }
happened-invited = Шақыру. Рөлі: { $role }
happened-joined = Командаға қосылды. Рөлі: { $role }
happened-removed = Командадан шығарылды
happened-script = Сценарий тапсырылды
happened-script-opened = Сценарий ашылды
happened-script-withdrawn = Сценарий қайтарып алынды
happened-estimate = Есептеу тіркелді
happened-differs = Жаңа ереже бойынша басқа сома шығады
happened-exported = Мұрағат жүктеп алынды
happened-on-case = { $reference }: { $what }

## Сұрау іс ретінде
kind-inquiry = Сұрау
inquiry-new = Жаңа
inquiry-in-work = Жұмыста
inquiry-answered = Жауап берілді
inquiry-closed = Жабылды
inquiry-spam = Сұрау емес

## Команда
team-title = Команда
team-owner = Иесі
team-co-author = Тең автор
team-accountant = Бухгалтер
team-lawyer = Заңгер
team-auditor = Аудитор
team-lender = Несие беруші
team-owner-text = бәрін көреді және жасайды, басқаларды шақырады
team-co-author-text = командадан басқаның бәрімен жұмыс істейді
team-accountant-text = ақша және құжаттармен жұмыс істейді, сценарийді көрмейді
team-lawyer-text = бәрін оқиды, хабарлар мен құжаттар жазады
team-auditor-text = мәліметтерді, құжаттарды және сомаларды оқиды, ештеңе өзгертпейді
team-lender-text = жобаның барысы мен сомаларын ғана көреді
team-invite = Шақыру
team-invite-do = Шақыру жіберу
team-invited = Шақырылды
team-remove = Шығару
team-role = Рөлі
team-role-missing = Бұл адамның не көріп, не істей алатынын таңдаңыз
team-there-already = `{ $typed }` командада бар
join-title = Шақыру
join-role = Рөліңіз: { $role }
join-accept = Қабылдау
join-as = Сіз кірген мекенжай: { $email }.

## Кабинет
portal-mine = Менің жобаларым
portal-none = Әзірге ешбір жобаға қосылмағансыз.
portal-start = Сұрау бастау
portal-next-date = Ең жақын күн: { $day }
portal-unread = { $count ->
    [one] { $count } оқылмаған хабар
    *[other] { $count } оқылмаған хабар
 }
portal-parts = Жоба бөлімдері
portal-status = Қазіргі жағдайы
portal-messages = Хабарлар
portal-your-turn = Сізден күтілуде
portal-your-turn-text = Сізден бірдеңе сұрадық немесе қарап шығуға бірдеңе жібердік.
portal-answer = Оқып, жауап беру
portal-nothing = Сізден ештеңе қажет емес
portal-answer-by = Сізге жауап берілетін ең кеш мерзім:
portal-answer-due = жауап мерзімі, { $case }
portal-way = Жолы
portal-done = Аяқталды
portal-now = Қазір
portal-later = Алда
portal-move = Жағдайды хабарлаңыз
portal-facts = Бізге айтқандарыңыз
portal-calendar = Күнтізбеңізге арналған күндер
portal-export = Бәрін алып кету (ZIP)
portal-message = Комиссияға жазу
portal-message-send = Жіберу
portal-message-empty = Алдымен бірдеңе жазыңыз
portal-no-case = Бұл жобада ашық іс жоқ; жаңа сұрау бастаңыз
portal-no-messages = Әлі ештеңе жазылмаған.

## Сценарийлер
scripts-title = Сценарийлер
scripts-none = Мұнда сценарий жоқ.
scripts-who-reads = Тек сіз, тең авторларыңыз бен заңгерлеріңіз және осы істі жүргізетін қызметкерлер ашады. Әр ашылу жазылады. Соңғы күннен кейін оны ешкім ашпайды.
scripts-office-hint = Сценарийді тек істі жүргізетіндер ашады. Әр ашылу иесі үшін жазылады.
script-file = Сценарий
script-given = Тапсырылған уақыты
script-until = Ашық мерзімі
script-until-hint = Бос қалса, жарты жыл; екі жылдан аспайды
script-expiry-out-of-range = Бүгіннен бастап { $latest } дейінгі күнді таңдаңыз
script-do = Әрекеттер
script-log = Кім ашты
script-withdraw = Қайтарып алу
script-withdrawn = Қайтарып алынды
script-expired = Мерзімі өтті
script-give = Сценарий тапсыру
script-give-do = Қоймаға салу
script-none = Алдымен файл таңдаңыз
script-never-opened = Оны әлі ешкім ашқан жоқ.
script-when = Қашан
script-who = Кім
script-what = Не істеді
script-was-read = Оқыды
script-was-downloaded = Жүктеп алды
script-mark = { $name } · { $moment } · { $reference }
script-logged = Ашқаныңыз иесі үшін жазылды. Атыңыз мәтінде тұр.
script-back = Артқа
script-scenes = { $count ->
    [one] { $count } сахна
    *[other] { $count } сахна
 }
script-scenes-title = Сахналар
script-no-scenes = Сахна тақырыптары табылмады.
script-number = №
script-setting = Қайда
script-place = Орны
script-time = Тәулік уақыты
script-text = Мәтін
setting-interior = Ішкі көрініс
setting-exterior = Сыртқы көрініс
setting-both = Ішкі және сыртқы
setting-unsaid = —
time-day = Күндіз
time-night = Түн
time-dawn = Таң сәрі
time-morning = Таңертең
time-evening = Кеш
time-dusk = Ымырт
time-other = Сол уақытта не кейінірек
time-unsaid = —
script-empty = Файл бос
script-empty-fix = Файлды қайта таңдаңыз; ол сақталмаған болуы мүмкін
script-too-large = Файл { $most } МБ-тан үлкен
script-too-large-fix = Суретсіз сақтаңыз немесе тек маңызды беттерін жіберіңіз
script-unknown-kind = `{ $name }` PDF те, Fountain де, Final Draft та емес немесе аты мазмұнына сай емес
script-unknown-kind-fix = PDF, .fountain немесе .fdx түрінде сақтап, қайта таңдаңыз
script-not-text = { $line }-жолдан бастап файл UTF-8 мәтіні емес
script-not-text-fix = Бағдарламаңызда UTF-8 мәтіні немесе PDF ретінде сақтаңыз
script-no-pages = PDF құлыпталған немесе бүлінген: беттерін санау мүмкін емес
script-no-pages-fix = PDF файлын құпиясөзсіз қайта сақтап, қайтадан таңдаңыз
script-damaged = Файл { $line }-жолда үзіледі
script-damaged-fix = Оны Final Draft бағдарламасында ашып, қайта сақтап, қайта таңдаңыз
script-not-final-draft = Файл XML, бірақ Final Draft емес
script-not-final-draft-fix = Final Draft бағдарламасынан .fdx немесе PDF ретінде сақтаңыз
script-own-entities = { $line }-жолда файл өз құжат түрін жариялайды, біз оған ермейміз
script-own-entities-fix = Final Draft бағдарламасынан .fdx немесе PDF ретінде сақтаңыз
script-too-long = Файлда { $most } абзацтан көп, сценарий ондай болмайды
script-too-long-fix = Бір файлда бір фильм немесе бір серия жіберіңіз

## Есептеулер
estimates-title = Субсидия есептеулері
production-places = Орындар
production-places-choose = Орындар топтамалары
estimates-none = Тіркелгені жоқ. Есептеуді оның өз бетінен тіркеуге болады.
estimates-newer = Жаңа ереже
estimates-no-figure = Сома жоқ
estimates-attach = Есептеуді тіркеу
estimates-attach-to = Қай жобаға?
estimates-attach-do = Тіркеу
estimates-attach-none = Есептеу тіркеуге болатын жобаңыз жоқ.
estimates-differs = Жаңа ереже бойынша: { $figure }

## Құжаттар
team-papers-title = Құжаттар
team-papers-none = Құжаттар әлі жоқ.
team-papers-given = Берілген уақыты
team-papers-version = Нұсқасы
team-papers-add = Құжат қосу
team-papers-add-hint = PDF, суреттер, Word, Excel, OpenDocument немесе мәтін, 60 МБ-тан аспасын
team-papers-add-do = Қосу
team-papers-name = Бұл не
team-papers-no-file = Алдымен файл таңдаңыз
