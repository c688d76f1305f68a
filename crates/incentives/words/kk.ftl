# Калькулятор, нәтиже және оның себептері.

## Calculator
calculator-title = Субсидия калькуляторы
calculator-lead = Дайын сметаны жүктеңіз немесе сомаларды теріңіз. Есептейтін — ережелердің өзі: жауаптағы әр сан формуласына, нормасына және смета жолдарына дейін ашылады.
calculator-with-file = Кесте бойынша
calculator-with-file-text = xlsx, xls, xlsb, ods немесе csv, тақырыптары өз қалпында. Есептеуден бұрын бағандардың қалай түсінілгенін көресіз.
calculator-file = Смета немесе шығындар ведомосы
calculator-file-hint = Ең көбі 32 МБ. Файл бір күн ғана, тек сіз үшін сақталады.
calculator-read-file = Файлды оқу
calculator-sample = Үлгімен көру
calculator-sample-hint = Ойдан шығарылған көркем фильм: мыңға жуық жол, үш валюта, орысша тақырыптар.
calculator-with-totals = Сомалар бойынша
calculator-with-totals-text = Шығын түрлері бойынша қанша жұмсамақсыз. Бұл сомалар былай түсініледі:
calculator-with-figures-text = Ережелер сұрайтын сомалар.
calculator-currency = Валюта
calculator-on = Құқықтың күні
calculator-work-out = Субсидияны есептеу
calculator-indicative = Есептеу бағдарлық. Тек шешім мен келісім міндеттейді.
calculator-no-file = Алдымен файлды таңдаңыз
calculator-not-a-currency = Валютаны тізімнен таңдаңыз
calculator-not-an-amount = «{ $typed }» — сома емес; былай жазыңыз: 1 250 000 немесе 1 250 000,50
calculator-nothing-typed = Кемінде бір сома теріңіз
calculator-not-a-day = «{ $typed }» — күн емес; таңдаңыз немесе былай жазыңыз: 2026-03-01

## How the file was understood
mapping-title = Файлыңыз қалай түсінілді
mapping-lead =
    { $file }: { $count ->
       *[other] { $count } шығын жолы
    }
mapping-sums = Жолдар қосындысы
mapping-totals = Файлдағы қорытындылар: жолдармен сәйкес { $agree }, сәйкес емес { $differ }
mapping-total-agrees = жолдармен сәйкес
mapping-total-differs = жолдар бойынша { $counted }
mapping-problems = Қарап шығатыны
mapping-columns = Бағандар
mapping-columns-text = Сол жақта — файлда не бар, оң жақта — қалай түсінілгені. Қатесін түзетіп, қайта оқыңыз.
mapping-in-file = Файлда
mapping-samples = Мысалы
mapping-means = Мағынасы
mapping-ignored = пайдаланылмайды
mapping-sure = анық
mapping-check = тексеріңіз
mapping-none = танылмады
mapping-decimal-mark = Бөлшек бөлігінің алдында не тұр
mapping-comma = үтір: «1,500» — бір жарым
mapping-point = нүкте: «1,500» — бір мың бес жүз
mapping-day-order = Күнде бірінші не тұр
mapping-day-first = күні
mapping-month-first = айы
mapping-on-hint = Күні жоқ жолдар осы күннің бағамын алады.
mapping-whole = Файлдың өзі туралы
mapping-sheet = Парақ
mapping-currency = Валютасы аталмаған сомалардың валютасы
mapping-gaps = Файлда айтылмағаны
mapping-gaps-text = Мұндай жолдардың бәрі үшін бір рет айтыңыз. Ашық қалғаны екі жақты да есептеледі, жауап аралық болады.
mapping-not-an-answer = Жауаптардың бірі өз тізімінде жоқ
mapping-read-again = Қайта оқу
mapping-blocked = Алдымен төмендегі қызылмен белгіленгендерді шешу керек

## Result
result-title = Есептеу
result-law = құқықтың күні: { $day }
result-indicative = бағдарлық, шешім емес
result-up-to = Ең көбі { $high }
result-between = { $low } – { $high } аралығында
result-at-least = Кемінде { $low }
result-unknown = Әзірге белгісіз
result-all-counts = Шығын { $spent }, түгел есепке алынды.
result-some-counts =
    Шығын { $spent }, оның есепке алынғаны { $counted }. Есепке алынбағаны { $left } ({ $lines ->
       *[other] { $lines } жол
    }): { $why }.
result-at-most = { $figure }, ең көбі
result-gap =
    «{ $column }»: { $count ->
       *[other] { $count } жолда айтылмаған. Төменде айтыңыз
    }
result-not-in-force = Субсидия жоқ: { $day } күні норма қолданылмайды. Соңғы белгілі мәтіннің аяқталған күні: { $since }.
result-not-yet = Субсидия жоқ: { $day } күні норма әлі қолданылмайды.
result-last-text = Соңғы қолданылған мәтін бойынша, күні { $day }: { $amount }
result-last-text-note = Норма қолданыста болғанда осылай есептеген; бұл бүгінге уәде емес. Ұзартылған-ұзартылмағанын комиссиядан сұраңыз.
result-work-out-then = Сол күнге есептеу
result-row-problems = Есептеуге келмейтін жолдар
result-short-of = { $amount } жетпейді: «{ $what }» мөлшері «{ $limit }» шегінен ({ $value }) төмен. Одан төмен болса, ештеңе төленбейді
result-perhaps-short-of = Бұл шек қолданылса, { $amount } жетпейді: «{ $what }» мөлшері «{ $limit }» шегінен ({ $value }) төмен. Қолданылатыны шешілмеген; қолданылса, ештеңе төленбейді
result-clear-of = Шектен { $amount } ғана жоғары: «{ $what }» және «{ $limit }» ({ $value })
result-waterfall = Шығындардан субсидияға
result-step = айырма
result-in-part = бір бөлігі ғана есепке алынды
result-questions = Жауапты не нақтылайды
result-questions-text = Ең маңызды сұрақ — бірінші. Бос қалғаны ашық қалады, жауап аралық болады.
result-more-questions = Айтуға болатын қалғаны
result-not-told = айтылмаған
result-column-question =
    «{ $column }»: { $count ->
       *[other] бұл айтылмаған { $count } жол үшін
    }
result-open = Заң ашық қалдырған мәселелер
result-open-text = Мәтіннің ешкім шешпеген мәселелері. Әр түсінік есептелген; нәтижесін көру үшін біреуін таңдаңыз.
result-open-matters = нәтижеңізді өзгертеді
result-open-same = Мұнда ештеңені өзгертпейтін ашық мәселелер
result-undecided = шешілмеген
result-again = Қайта есептеу
result-again-beside = Қайта есептеп, мұнымен қатар қою
result-scenarios = Қатар
result-this = { $name } (осы)
result-not-counted = Не есепке алынбады, неге
result-all-lines = Барлық жолдар
result-moved = Нәтижені ең көп өзгертетіні
result-moved-text = Әрқайсысы оннан біріне жылжытылды, қалғаны өзгермейді. Аралық жоғарғы шегімен өлшенеді. Сондай есептеуді мұнымен қатар қою үшін соманы басыңыз.
result-rate-of = { $currency } бағамы
result-move = { $what }, { $change }: { $effect }
result-figures = Барлық көрсеткіштер
result-figures-text = Кез келгенін ашыңыз: формуласы, нақты мәндері және нормасы.
result-more-figures = Аралық көрсеткіштер
result-part = Не
result-value = Мәні
result-state = Қаншалықты анық
result-source = Дереккөз
result-untranslatable = Кодталмаған, өзіңіз қараңыз
result-params = Қолданылған күні бар мәндер
result-rates = Қолданылған валюта бағамдары
result-rate-currency = Валюта
result-rate = Бағам
result-rate-days = Бағам күндері
result-from = Басталуы
result-until = Аяқталуы
result-assumed = Болжамдар
result-assumed-column =
    { $column }: { $count ->
       *[other] жазбасыз { $count } жол әдепкі мәнді алады
    }
result-assumed-told =
    { $column }: { $count ->
       *[other] жазбасыз { $count } жол сіз айтқанды алады
    }
result-version = Содан бері ережелер өзгерді
result-version-now = Бүгінгі мәтін бойынша: { $amount }. Жоғарыдағы сан өзі есептелген мәтін бойынша қала береді.
result-version-text-alone = Тек сөздер өзгерді, есептелетін ештеңе өзгерген жоқ.
result-facts-do-not-fit = деректер енді сәйкес келмейді
result-before = Сол кезде
result-after = Бүгін
result-keep = Сақтау және жіберу
result-keep-text = Бұл мекенжай осы санды әрдайым көрсетеді: ережелер мәтінін, жауаптарыңызды және жолдарды сақтайды. Мекенжайы бар кез келген адам аша алады.
result-command = Пәрмен жолында да сол
result-times = Шешім мен төлем мерзімдері әлі өлшенбеген, сондықтан мұнда уәде берілмейді.
result-receipt = Түбіртек
receipt-rulebook = Ережелер жинағы және оның SHA-256
receipt-day = Қолданылған күн
receipt-facts = Жауаптардың SHA-256
receipt-ledger = Жолдардың SHA-256
receipt-rates = Валюта бағамдары
receipt-engine = Бағдарлама нұсқасы
receipt-hash = Осының бәрінің SHA-256
result-not-a-number = «{ $typed }» мұнда жарамайды; 30 немесе 1 250 000 сияқты сан жазыңыз
result-out-of-range = «{ $found }» рұқсат етілгеннен тыс: { $low } – { $high }
outcome-known = белгілі
outcome-unknown = аралық
outcome-not-in-force = қолданылмайды
outcome-conflict = нормалар қайшы
outcome-untranslatable = кодталғанынша
outcome-undefined = есептеу мүмкін емес

## One figure
result-given = Бұл айтылған, есептелмеген.
result-formula = Қалай есептеледі
result-attach = Жобаға тіркеу
result-with-values = Осы есептеудің мәндерімен
result-governed = Шешкені: { $limb }
result-parts = Неге сүйенеді
result-exceptions = Ерекшеліктер
result-applied = қолданылды
result-not-applied = қолданылмады
result-clause = Норма:

## Lines
rows-title = Жол-жолымен
rows-count = { $count ->
   *[other] { $count } жол
}
rows-download = Жолдарды csv түрінде жүктеу
rows-place = Орны
rows-text = Шығын
rows-amount = Сома
rows-value = Құны
rows-counted = Есепке алынды
rows-reason = Неге бәрі емес
rows-earlier = Алдыңғы жолдар
rows-later = Келесі жолдар

## On paper
paper-download = Осы есептеу PDF түрінде
paper-dated = басылған күні: { $day }
paper-footing = Бағдарлық есептеу: субсидия алуға құқық бермейді. Тек шешім мен шарт міндеттейді.
paper-answers = Не айтылды
paper-question = Сұрақ
paper-answer = Жауап
paper-narrows = айтылмаған; жауапты нақтылар еді
paper-more-lines =
    { $count ->
       *[other] және тағы { $count } жол
    }
paper-formulas = Әр көрсеткіш қалай есептеледі
paper-each-line = әр жол бойынша есептеледі

## While typing
live-title = Қазір енгізілгенмен — { $figure }: { $headline }
live-not-kept = Әзірге ештеңе сақталмады: төмендегі түйме бұл санға мекенжай береді.
