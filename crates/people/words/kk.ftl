# Words of people: accounts, records, duplicates.

## Signing in
people-sign-in = Кіру
people-sign-in-lead = Электрондық пошта мекенжайын жазыңыз. Кіруге арналған сілтеме жібереміз, құпиясөз қажет емес.
people-email = Электрондық пошта мекенжайы
people-email-hint = Алғаш кіргенде де, кейін де бірдей
people-send-link = Сілтемені жіберу
people-to-staff = Мен комиссияда жұмыс істеймін
people-sent = Поштаңызды қараңыз
people-sent-lead = Хат мына мекенжайға жіберілді: { $email }. Сілтеме бір рет, 30 минут бойы жарамды.
people-sent-help = Бірнеше минуттан кейін де хат жоқ па? Спам қалтасын қараңыз немесе мекенжайды тексеріңіз.
people-send-again = Қайта жіберу
people-other-address = Басқа мекенжай көрсету
people-enter = Тағы бір қадам
people-enter-lead = Сіз кіретін мекенжай: { $email }.
people-enter-button = Қазір кіру
people-link-again = Төменде мекенжайыңызды жазыңыз, жаңасын жібереміз.
people-link-unknown = Мұндай сілтеме жоқ
people-link-used = Бұл сілтеме бұрын қолданылған немесе одан кейін жаңасы жіберілген
people-link-expired = Сілтеменің мерзімі өтіп кетті
people-not-an-address = Мекенжайды `name@example.com` түрінде жазыңыз
people-too-many-letters = Бұл мекенжайға бірнеше хат жіберілді; он бес минут күтіңіз
people-staff-sign-in = Қызметкерлердің кіруі
people-password = Құпиясөз
people-next = Жалғастыру
people-to-reset = Құпиясөзімді ұмыттым
people-to-link = Мен қызметкер емеспін: сілтеме жіберіңіз
people-wrong-password = Мекенжай мен құпиясөз сәйкес келмейді
people-too-many-tries = Әрекет тым көп; он бес минут күтіңіз
people-second-factor = Екінші фактор
people-code = Код
people-code-hint = Аутентификатордағы алты сан немесе қалпына келтіру кодтарының бірі
people-wrong-code = Код қате немесе бұрын қолданылған; келесісін күтіңіз
people-step-over = Бұл қадам тым ұзаққа созылды; қайтадан бастаңыз
people-start-again = Қайтадан бастау
people-enrolment = Екінші факторды баптаңыз
people-enrolment-lead = Кіру үшін құпиясөз жеткіліксіз. Телефондағы аутентификатор әр кіруге код береді.
people-enrolment-scan = Суретті аутентификатормен сканерлеңіз.
people-enrolment-picture = Аутентификаторға арналған сурет
people-enrolment-type = Немесе мына кілтті теріңіз:
people-enrolment-open = Осы құрылғыдағы аутентификаторда ашу
people-enrolment-code-hint = Қазір көрсетіп тұрған алты санды теріңіз
people-enrolment-done = Аяқтау
people-recovery = Осы кодтарды сақтаңыз
people-recovery-lead = Телефон жоғалса, әрқайсысы тіркелгіні бір рет ашады. Басып шығарыңыз немесе жазып алыңыз: олар тек қазір көрсетіледі.
people-recovery-kept = Сақтап қойдым
people-choose-password = Құпиясөз таңдаңыз
people-choose-password-lead = Тіркелгі: { $email }.
people-first = Бірінші әкімші болыңыз
people-first-lead = Бұл сілтеме бағдарлама істеп тұрған жерде басылып шықты, бір рет жарайды. Одан кейін әріптестеріңізді шақырасыз.
people-name = Аты-жөні
people-new-password = Жаңа құпиясөз
people-new-password-hint = Кемінде 12 таңба; бірнеше сөзді есте сақтау оңай, табу қиын
people-password-short = Кемінде 12 таңба жазыңыз
people-password-long = Ең көбі 200 таңба жазыңыз
people-password-easy = Мұны табу оңай; бірнеше сөз жазыңыз
people-password-link-again = Төменде мекенжайыңызды жазыңыз, жаңасын жібереміз; жаңа қызметкер әкімшіге жүгінеді.
people-reset = Кіруге арналған жаңа құпиясөз
people-reset-lead = Электрондық пошта мекенжайын жазыңыз. Жаңа құпиясөз таңдайтын сілтеме жібереміз.
people-passkey-sign-in = Кіру кілтімен кіру
people-passkey-sign-in-lead = Құрылғы саусағыңызды, жүзіңізді немесе PIN кодты сұрайды. Ештеңе терудің қажеті жоқ.
people-passkey-use = Кіру кілтін пайдалану
people-passkey-failed = Кіру кілті пайдаланылмады
people-passkey-needs-script = Кіру кілттеріне скрипт және оларды білетін браузер керек
people-passkey-instead = Құпиясөз және кодпен немесе хаттағы сілтеме арқылы кіріңіз.
people-passkey-to-password = Құпиясөз және кодпен, қызметкерлерге
people-passkey-to-link = Хаттағы сілтеме арқылы
people-passkey-unknown = Бұл кіру кілті мұнда белгісіз; басқаша кіріп, оны тіркелгіңізге қосыңыз
people-passkey-over = Тым ұзаққа созылды немесе екі рет жіберілді; қайталаңыз
people-passkey-refused = Бұл кіру кілті қабылданбады; қайталаңыз немесе басқаша кіріңіз
people-passkey-not-verified = Құрылғы сіздің кім екеніңізді тексермеді; онда PIN код, саусақ немесе жүз орнатып, қайталаңыз
people-passkey-other-key = Бұл құрылғының кіру кілттері мұнда қабылданбайды; басқа құрылғы алыңыз
people-passkeys = Кіру кілттері
people-passkeys-lead = Телефондағы, компьютердегі немесе брелоктағы кіру кілті тіркелгіні саусақпен, жүзбен немесе PIN кодпен ашады: құпиясөз де, хат та керек емес. Бұрынғы кіру жолдары сақталады.
people-passkey-name = Кілттің атауы
people-passkey-name-hint = Оны танитындай етіп, мысалы `Жұмыс телефоны`
people-passkey-code-hint = Аутентификатордағы алты сан
people-passkey-made = Қосылған
people-passkey-used = Соңғы кіру
people-passkey-never = әлі пайдаланылмаған
people-passkey-remove = Алып тастау
people-passkey-remove-named = Алып тастау: { $name }
people-passkey-add = Кіру кілтін қосу
people-passkey-make = Кіру кілтін жасау
people-passkey-make-lead = Құрылғы «{ $name }» кіру кілтін жасап, сақтайды. Ол саусағыңызды, жүзіңізді немесе PIN кодты сұрайды.
people-passkey-not-made = Кіру кілті жасалмады; қайталаңыз немесе басқа құрылғы алыңыз
people-passkey-known = Бұл құрылғыда тіркелгінің кіру кілті бұрыннан бар
people-passkey-no-name = Кілтке атау беріңіз
people-passkey-too-many = Кілттердің саны жиырмаға жетті; алдымен біреуін алып тастаңыз
people-provider-sign-in = Ұйымның тіркелгісімен кіру
people-provider-leaving = Сіз { $host } сайтына өтіп жатырсыз. Сонда кіріңіз, содан кейін осында қайтасыз.
people-provider-unreachable = Ұйымның кіру жүйесі жауап бермейді; құпиясөзбен немесе кіру кілтімен кіріп, әкімшіге хабарлаңыз
people-provider-turned-back = Ұйымның кіру жүйесі сізді өткізбеді; қайталаңыз немесе құпиясөзбен кіріңіз
people-provider-over = Тым ұзаққа созылды, екі рет жіберілді немесе басқа браузерде басталды; қайта бастаңыз
people-provider-not-believed = Ұйымның кіру жүйесінің жауабына сенуге болмайды; қайта бастаңыз, қайталанса, әкімшіге хабарлаңыз
people-provider-unverified = Ұйымның кіру жүйесі поштаңыздың мекенжайын растамайды; әкімшіге хабарласыңыз
people-provider-unknown = Қызметкерлер арасында поштаңыздың мекенжайы жоқ; әкімшіден сізді шақыруын сұраңыз

## Letters
people-letter-link = Кіруге арналған сілтемеңіз
people-letter-link-text =
    Кіру үшін осы сілтемені ашыңыз. Ол бір рет, 30 минут бойы жарамды.

    { $link }

    Сұрамаған болсаңыз, ештеңе істемеңіз: сілтемесіз ешкім кіре алмайды.
people-letter-staff = Жұмыс кабинетіне кіру
people-letter-staff-text =
    Қызметкерлер сілтемемен емес, құпиясөз және кодпен кіреді:

    { $link }
people-letter-closed = Тіркелгіңіз жабылған
people-letter-closed-text =
    Осы мекенжаймен кіру сілтемесі сұралды. Тіркелгі жабылған. Қажет болса, бізге жазыңыз:

    { $link }
people-letter-reset = Жаңа құпиясөз
people-letter-reset-text =
    Жаңа құпиясөз таңдау үшін осы сілтемені ашыңыз. Ол бір рет, 30 минут бойы жарамды.

    { $link }

    Сұрамаған болсаңыз, ештеңе істемеңіз: құпиясөз өзгермейді.
people-letter-no-password-text =
    Осы мекенжайға жаңа құпиясөз сұралды. Мұнда құпиясөз жоқ: сілтемемен кіріңіз.

    { $link }
people-letter-passkey = Тіркелгіңізге кіру кілті қосылды
people-letter-passkey-text =
    «{ $name }» кіру кілті енді тіркелгіңізді ашады. Оны сіз қоспаған болсаңыз, дереу алып тастап, бізге хабарлаңыз:

    { $link }
people-letter-email = Бұл сіздің жаңа мекенжайыңыз ба?
people-letter-email-text =
    { $email } тіркелгіңіздің мекенжайы болуы үшін осы сілтемені ашыңыз. Ол бір рет, 30 минут жарамды.

    { $link }

    Мұны сіз сұрамаған болсаңыз, ештеңе істемеңіз: бәрі бұрынғыдай қалады.
people-letter-email-taken-text =
    Біреу { $email } мекенжайын өз тіркелгісіне қойғысы келді. Бұл мекенжайда тіркелгі бар, сондықтан ештеңе өзгермейді. Оған кіру:

    { $link }
people-letter-email-old = Тіркелгіңіздің мекенжайы өзгертілді
people-letter-email-old-text =
    Тіркелгіңіздің мекенжайы енді басқа; { $email } оны енді ашпайды. Мұны сіз істемеген болсаңыз, дереу бізге жазыңыз:

    { $link }
people-letter-invitation = Сізді жұмыс кабинетіне шақырды
people-letter-invitation-text =
    Әріптесіңіз сізге тіркелгі ашты. Жеті күн ішінде құпиясөз таңдаңыз:

    { $link }

## One's own account
people-account = Сіздің тіркелгіңіз
people-signed-in-as = Кірген мекенжай: { $email }
people-name-hint = Сізге қалай жүгінейік
people-language = Хаттардың тілі
people-language-hint = Сізге осы тілде жазамыз
people-time-zone = Уақыт белдеуі
people-time-zone-hint = Қаласы бойынша, мысалы `Asia/Almaty` немесе `Europe/Paris`
people-not-a-zone = Уақыт белдеуін `Europe/Paris` түрінде жазыңыз
people-save = Сақтау
people-saved = Сақталды
people-email-change = Басқа пошта мекенжайы
people-email-change-lead = Жаңа мекенжайға келген хат оның сіздікі екенін сұрайды. Содан кейін ол бұрынғысын алмастырады, бұрынғысына хабарлама барады.
people-new-email = Жаңа пошта мекенжайы
people-email-ask = Хат жіберу
people-email-sent = Жаңа мекенжайға хат жіберілді; ондағы сілтеме бір рет, 30 минут жарамды
people-not-another-address = Басқа мекенжай жазыңыз, мысалы `name@example.com`
people-email-confirm-lead = { $email } тіркелгіңіздің мекенжайы болады. Кірген жеріңіздің бәрінде қайта кіру керек болады.
people-email-confirm = Бұл менің мекенжайым
people-email-taken = Бұл мекенжайда басқа тіркелгі бар
people-email-again = Тіркелгіңіздің мекенжайы бұрынғыдай қалады. Жаңа хатты сол жерден сұрауға болады.
people-sessions = Қай жерде кіргенсіз
people-device = Құрылғы
people-seen = Соңғы кіру
people-act = Әрекет
people-this-session = Осы жерде, қазір
people-end-session = Аяқтау
people-end-others = Қалғандарының бәрін аяқтау
people-sign-out = Шығу
people-codes-left = { $count ->
    [one] Қалпына келтіру коды қалды: { $count }
   *[other] Қалпына келтіру кодтары қалды: { $count }
}
people-new-codes = Жаңа қалпына келтіру кодтары
people-new-codes-hint = Аутентификатор кодын теріңіз; бұрынғы кодтар жарамсыз болады
people-own-data = Сіздің деректеріңіз
people-own-data-text = Сіз туралы сақтайтынымыздың бәрі бір файлда. Өшіруді қаласаңыз, бізге жазыңыз.
people-export = Дербес деректерді жүктеу

## Lists
people-people = Адамдар
people-organisations = Ұйымдар
people-search = Іздеу
people-search-hint = Кез келген жазудағы атау, телефон, пошта немесе нөмір
people-search-button = Табу
people-understood = Терілгені бойынша ештеңе жоқ; мынасы бойынша табылды: `{ $typed }`
people-nothing-found = Ештеңе табылмады; аз әріппен немесе басқаша жазып көріңіз
people-nobody-yet = Мұнда әзірге ештеңе жоқ
people-found = { $count ->
    [one] Табылды: { $count }
   *[other] Табылды: { $count }
}
people-found-more = { $count ->
    [one] Көбінің алғашқы { $count }; тағы бір сөз теріңіз
   *[other] Көбінің алғашқы { $count }; тағы бір сөз теріңіз
}
people-in-book = { $count ->
    [one] { $count } жазба
   *[other] { $count } жазба
}
people-other-languages = Басқа тілдерде
people-contact = Байланыс
people-next-page = Келесі бет
people-new-person = Жаңа адам
people-new-organisation = Жаңа ұйым

## Records
people-values = Не белгілі
people-field = Не
people-value = Мәні
people-visibility = Кім көреді
people-visibility-hint = Қызметкерлер бәрін көреді
people-visible-public = Барлығы
people-visible-verified = Тексерілген продюсерлер
people-visible-office = Тек қызметкерлер
people-kept = Не үшін сақталады
people-purpose = Сақтау мақсаты
people-purpose-hint = Дербес деректің сақтау мерзімі осыған байланысты
people-purpose-service = Түсірілімді сүйемелдеу
people-purpose-application = Өтінім, рұқсат немесе төлем
people-purpose-directory = Ашық каталог, келісіммен
people-purpose-newsletter = Жаңалықтар мен шақырулар, келісіммен
people-until = мерзімі: { $day }
people-edit = Өзгерту
people-cancel = Болдырмау
people-add-value = Мән қосу
people-add = Қосу
people-value-hint = Ұйымды атауымен көрсетуге болады
people-detail = Түсіндірме
people-detail-hint = Мысалы, лауазымы немесе телефонның иесі
people-language-of-name = Тілі
people-language-of-name-hint = Тек атаулар үшін
people-empty-takes-away = Мәнді алып тастау үшін бос қалдырыңыз
people-field-name = Аты немесе атауы
people-field-passport-name = Паспорттағы аты-жөні
people-field-sort-as = Тізімдегі орны
people-field-address-as = Қаратпа сөз
people-field-alias = Басқаша жазылуы
people-field-kind = Түрі
people-field-phone = Телефон
people-field-email = Электрондық пошта
people-field-website = Сайт
people-field-address = Мекенжай
people-field-works-at = Жұмыс орны
people-field-note = Қызметкерлердің жазбасы
people-kind-producer = Продюсер
people-kind-crew = Түсірілім тобының мүшесі
people-kind-official = Лауазымды тұлға
people-kind-journalist = Журналист
people-kind-teacher = Оқытушы
people-kind-production-company = Кинокомпания
people-kind-service-company = Сервистік кинокомпания
people-kind-studio = Киностудия
people-kind-broadcaster = Телеарна немесе платформа
people-kind-distributor = Прокатшы
people-kind-financier = Инвестор
people-kind-authority = Мемлекеттік орган
people-kind-school = Оқу орны
people-kind-association = Бірлестік
people-kind-supplier = Жеткізуші
people-kind-other = Басқа
people-colleagues = Онда кім жұмыс істейді
people-history = Не болды
people-deed-made = Жазба жасалды
people-deed-added = Мән қосылды
people-deed-changed = Мән өзгертілді
people-deed-taken-away = Мән алынып тасталды
people-deed-merged = Басқа жазбамен біріктірілді
people-deed-became-part = Басқа жазбаның құрамына енді
people-deed-unmerged = Біріктіру жойылды
people-deed-blanked = Егжей-тегжейі өшірілді
people-deed-over = Мән өшірілді: сақтау мерзімі өтті
people-value-empty = Мәнін жазыңыз
people-value-too-long = Тым ұзын
people-number-length = Сандар саны қате
people-number-checksum = Сандардың бірі қате: соңғысы сәйкес келмейді
people-number-not-digits = Тек сандарды жазыңыз
people-not-a-site = Мекенжайды `https://example.com` түрінде жазыңыз
people-not-a-kind = Тізімнен таңдаңыз
people-not-a-language = Сайт тілдерінің бірін таңдаңыз
people-no-such-organisation = Олай аталатын ұйым жоқ немесе бірнешеу; қажеттісін ашып, нөмірін көшіріңіз
people-already-there = Жазбада бұл бар; сол жерде өзгертіңіз
people-last-name = Жазбаға аты немесе атауы қажет
people-was-changed = Осы арада біреу мұны өзгертті
people-two-values = Енді екі мән бар
people-theirs = Қазір жазылғаны
people-yours = Сіз тергеніңіз
people-write-over = Менікін жазу
people-phone-hint = `+` және ел кодымен немесе осында терілетіндей
people-suggest = Жетіспейтін жазылуларды ұсыну
people-make = Жазба жасау
people-make-anyway = Бұл басқасы: жасау
people-like-before = Бұл бұрыннан бар болуы мүмкін
people-like = Бұлар бір болуы мүмкін

## Duplicates and merging
people-duplicates = Қайталанғандар
people-duplicates-lead = Бір болуы мүмкін жазбалар; алдымен ең ұқсастары. Өздігінен ештеңе біріктірілмейді.
people-no-duplicates = Ұқсас жазбалар жоқ
people-pairs = { $count ->
    [one] { $count } жұп
   *[other] { $count } жұп
}
people-one = Бірінші
people-other = Екінші
people-why = Неге
people-compare = Салыстыру
people-are-two = Бұлар бөлек
people-same-identifier = мемлекеттік нөмірі бірдей
people-same-email = поштасы бірдей
people-same-phone = телефоны бірдей
people-same-name = атауы бірдей
people-same-domain = сайты немесе пошта домені бірдей
people-same-word = сөзі бірдей
people-merge = Екі жазбаны біріктіру
people-merge-lead = Әр жол бойынша не қалатынын таңдаңыз. Екінші жазбаға сілтемелер кейін осында әкеледі.
people-stays = қалады
people-both = Екеуі де
people-keep-both = Екеуін де қалдыру
people-nothing = ештеңе
people-result = Нәтиже
people-preview = Нәтижені көрсету
people-merge-button = Біріктіру
people-merge-undo = 90 күн ішінде қайтаруға болады; екі жазба да бұрынғы қалпына келеді.
people-swap = Біріншінің орнына екіншісін қалдыру
people-merged-with = Біріктірілген жазба: { $name }
people-unmerge = Біріктіруді болдырмау
people-unmerge-until = Соңғы мерзімі: { $moment }
people-unmerge-loses = Біріктіруден кейін өзгергені жоғалады:
people-unmerge-later-first = Алдымен кейінгі біріктіруді болдырмаңыз
people-merge-gone = Жазбалардың бірі енді жоқ
people-merge-same = Бұл қазірдің өзінде бір жазба
people-merge-other-sort = Адам мен ұйым бір жазба бола алмайды
people-merge-too-late = 90 күн өтіп кетті
people-merge-not-the-last = Алдымен кейінгі біріктіруді болдырмаңыз

## Personal data
people-privacy = Дербес деректер
people-erase = Адамның деректерін өшіру
people-erase-lead = Аты-жөні, байланыс деректері, тіркелгі және олардың тарихы біржола өшіріледі. Шешімдер атсыз қалады.
people-erase-sure = Мұны қайтару мүмкін емес
people-erase-yes = Заң бойынша сақталуы тиіс ештеңе жоғын тексердім
people-erase-button = Біржола өшіру
people-erase-not-sure = Ештеңе сақтаудың қажеті жоғын растаңыз
people-erase-staff = Бұл қызметкер; алдымен рөлдерін алып тастаңыз

## Staff
people-staff = Қызметкерлер
people-staff-lead = Кабинетте кім, қандай құқықпен жұмыс істейді. Рөл өзгерсе, қайта кіру керек.
people-roles = Рөлдер
people-roles-hint = Кемінде біреуі
people-save-roles = Рөлдерді сақтау
people-suspend = Тоқтата тұру
people-suspended = Тоқтатылған
people-readmit = Қайта жіберу
people-invited = Шақырылған, құпиясөзі әлі жоқ
people-no-second-factor = Екінші факторы әлі жоқ
people-invite = Қызметкер шақыру
people-invite-button = Шақыру жіберу
people-invite-again = Қайта шақыру
people-forget-factor = Телефон жоғалды: қайта баптау
people-no-role = Кемінде бір рөл таңдаңыз
people-last-administrator = Біреу әкімші болып қалуы тиіс
