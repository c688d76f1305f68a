# Істер сөздері: кеңсе оқитындар.

## The rail of the office
nav-today = Бүгін
nav-inbox = Кіріс
nav-cases = Істер
nav-deadlines = Мерзімдер
nav-calendar = Күнтізбе
nav-days = Жұмыс күндері

## Whose turn it is
turn-office = Кезек бізде
turn-applicant = Өтініш беруші күтілуде
turn-authority = Басқа органда
turn-nobody = Жабық
turn-with-us = Комиссияда
turn-with-you = Сізден күтілуде
turn-agency = Басқа органда
turn-done = Аяқталды

## People
owner-nobody = Ешкім
actor-outside = Өтініш беруші
actor-stranger = Есептік жазбасыз
actor-program = Автоматты түрде

## How much time is left
left-days =
    { $days ->
      *[other] { $days } жұмыс күні қалды
    }
left-late =
    { $days ->
      *[other] { $days } жұмыс күніне кешікті
    }
left-today = Бүгін

## Columns
column-case = Іс
column-reference = Нөмірі
column-title = Атауы
column-kind = Түрі
column-state = Мәртебесі
column-turn = Кезек кімде
column-owner = Жауапты
column-due = Мерзімі
column-opened = Ашылған күні
column-changed = Соңғы өзгеріс

## Filters
view-text = Нөмірі, атауы немесе мәтіні
view-any = Кез келген
view-anybody = Кез келген адам
view-me = Мен
view-due-any = Кез келген мерзім
view-due-overdue = Мерзімі өткен
view-due-soon = Үш жұмыс күні ішінде
view-due-none = Мерзімсіз
view-which = Қайсысы
view-open = Ашық
view-closed = Жабық
view-all = Барлығы
view-sort = Реті
view-columns = Бағандар
view-apply = Көрсету

## Today
today-title = Бүгін
today-clear = Мерзімі өткен ештеңе жоқ, сізді күтіп тұрған іс те, сұраған адам да жоқ.
today-clear-next = Барлық ашық істерді көру
today-overdue = Мерзімі өткен: { $count }
today-overdue-list = Мерзімі өткен
today-soon = Үш жұмыс күні ішінде: { $count }
today-soon-list = Үш жұмыс күні ішінде
today-tasks = Сіздің тапсырмаларыңыз: { $count }
today-mentions = Сізді атап өтті: { $count }
today-waiting = Сізді күтуде: { $count }
today-waiting-list = Сізді күтуде
today-new = Жаңа, ешкім алмаған: { $count }
today-new-list = Жаңа, ешкім алмаған

## Inbox
inbox-title = Кіріс
inbox-clear = Әр істің жауапты адамы бар.

## Cases
cases-title = Істер
cases-count =
    { $count ->
      *[other] { $count } іс
    }
cases-many = { $count } істен артық
cases-none = Бұл сүзгіге сай іс жоқ.
cases-none-next = Барлық ашық істерді көрсету
cases-next = Келесі бет
cases-first = Бірінші бет
export-xlsx = xlsx түрінде
export-csv = csv түрінде
cases-pick = Таңдау

## Acts on many cases
bulk-title = Таңдалған істермен
bulk-all = Осы сүзгідегі барлық іс, бір реткіде ең көбі 500: { $count }
bulk-assign = Тағайындау
bulk-move = Уәде етілген мерзімді жұмыс күндеріне жылжыту
bulk-state = Мәртебесін өзгерту
bulk-preview = Алдын ала көру
bulk-reason = Себебі
preview-title = Не өзгереді
preview-assign = Тағайындау: { $name }
preview-unassign = Жауаптыны алып тастау
preview-move =
    { $days ->
      *[other] Уәде етілген мерзімді { $days } жұмыс күніне кейінге жылжыту
    }
preview-move-back =
    { $days ->
      *[other] Уәде етілген мерзімді { $days } жұмыс күніне ерте жылжыту
    }
preview-state = Мәртебесін өзгерту: { $name }
preview-count = { $all } істің { $changed } өзгереді
preview-do =
    { $count ->
      *[other] { $count } істі өзгерту
    }
preview-back = Тізімге оралу
preview-before = Қазір
preview-after = Кейін

## What was done, and its undo
undo = Болдырмау
deed-assign = Жауапты өзгертілді
deed-move = Мерзім жылжытылды
deed-state = Мәртебе өзгертілді
deed-decide = Шешім
deed-rename = Атауы өзгертілді
deed-describe = Сипаттамасы өзгертілді
deed-pause = Есеп тоқтатылды
deed-resume = Есеп жалғасты
deed-extend = Мерзім жылжытылды
toast-done = { $deed }: { $changed }
toast-partly = { $deed }: { $changed }; өзгеріссіз қалғаны: { $skipped }
toast-undone = Болдырылмады: { $deed }
toast-details = Әр іс бойынша
toast-sent = Хабар бір минуттан кейін кетеді; оған дейін қайтарып алуға болады
toast-taken-back = Хабар қайтарып алынды
toast-too-late = Хабар кетіп қойған
toast-noted = Жазба сақталды
toast-task = Тапсырмалар өзгертілді
toast-proposed = Шешім ұсынылды; оны екінші адам бекітуі керек
toast-approved = Шешім бекітілді
toast-refused = Ұсыныс жабылды
toast-document = Құжат қосылды
toast-requirement = Құжаттар тізімі өзгертілді
toast-saved = Көрініс сақталды
toast-already-undone = Бұл бұрын болдырылмаған
toast-too-old = Отыз күннен асты, болдырмауға келмейді
toast-decided = Екі адамның шешімі болдырылмайды; оны басқа шешім түзетеді
toast-nothing = Өзгертуге болатын ештеңе таңдалмады
operation-undone = Болдырылмады: { $when }
operation-rows = Әр іс бойынша
operation-result = Нәтиже
result-done = Өзгертілді
skip-already-so = Бұрыннан солай
skip-closed = Іс жабық
skip-no-such-state = Қазіргі мәртебеден олай өтуге болмайды
skip-no-promise = Уәде етілген мерзім жоқ; заң мерзімдері жаппай жылжытылмайды
skip-no-such-clock = Ондай есеп жоқ
skip-not-running = Есеп жүріп тұрған жоқ
skip-not-paused = Есеп тоқтатылмаған
skip-out-of-range = Күн басталудан бұрын не күнтізбеден тыс болар еді
skip-changed-since = Содан бері істі біреу өзгерткен; сол күйі қалады
skip-gone = Ондай іс енді жоқ

## A case
save = Сақтау
facts-title = Мәліметтер
facts-contact = Байланыс
facts-rename = Атауын өзгерту
facts-title-field = Атауы
facts-describe = Сипаттамасын өзгерту
facts-summary-field = Сипаттамасы
next-title = Әрі қарай
next-places = Осы іске арналған орындар
assign-me = Өзіме алу
assign = Тағайындау
state-label = Мәртебесін ауыстыру
state-reason = Себебі (міндетті емес)
state-move = Ауыстыру

## Clocks
clocks-title = Мерзімдер
clocks-none = Бұл істің мерзімі жоқ.
clock-promise = Уәде етілген
clock-law = Заң бойынша
clock-gone = Мерзімнің { $percent }% өтті
clock-paused =
    { $left ->
      *[other] Тоқтатылған; { $left } жұмыс күні қалды
    }
clock-met = Орындалды: { $day }
clock-met-late = Кешігіп орындалды: { $day }
clock-stopped = Керек емес болған күні: { $day }
clock-change = Тоқтату немесе жылжыту
clock-reason = Себебі
clock-days = Қанша жұмыс күні қосылады, азайту үшін минус қойыңыз
clock-pause = Тоқтату
clock-resume = Жалғастыру
clock-extend = Жылжыту
reason-applicant = Өтініш беруші күтілуде
reason-authority = Басқа органда

## Tasks
tasks-title = Тапсырмалар
task-add = Тапсырма қосу
task-title = Не істеу керек
task-due = Қай күнге дейін
task-owner = Кім
task-done = Дайын
task-reopen = Әлі дайын емес

## Messages and notes
message-label = Өтініш берушіге хабар
message-portal = Порталда оқылады.
message-to = Алушы: { $contact }
message-send = Өтініш берушіге жіберу
message-take-back = Қайтарып алу
note-label = Әріптестерге жазба
note-hint = Мұны өтініш беруші ешқашан көрмейді. @есім әріптеске хабарлайды.
note-save = Жазбаны сақтау
note-escalated = Осы іс мерзімінің { $percent }% өтті
mail-subject = { $title }

## Timeline
timeline-title = Не болды
timeline-filter = Көрсету
timeline-all = Барлығы
timeline-none = Мұндай әлі болған жоқ.
timeline-older = Бұрынғырақ
entry-messages = Хабарлар
entry-notes = Жазбалар
entry-status = Мәртебе
entry-edits = Өзгерістер
entry-files = Құжаттар
entry-decisions = Шешімдер
entry-deadlines = Мерзімдер
entry-tasks = Тапсырмалар
told-received = бізге жазды
told-sent = өтініш берушіге хабар
told-taken-back = хабар қайтарып алынды
told-note = әріптестерге жазба
told-opened = іс ашылды
told-state = мәртебе: { $before } → { $after }
told-undone = болдырылмады: { $deed }
told-owner = жауапты: { $before } → { $after }
told-title = атауы: { $before } → { $after }
told-summary = сипаттамасы: { $before } → { $after }
told-file = құжат: { $name }
told-accepted = қабылданды: { $name }
told-replace = ауыстыру керек: { $name }
told-proposed = шешім ұсынылды: { $outcome }
told-approved = шешім бекітілді: { $outcome }
told-withdrawn = ұсыныс қайтарылды: { $outcome }
told-turned-down = ұсыныс бекітілмеді: { $outcome }
told-paused =
    { $left ->
      *[other] { $basis }: есеп тоқтатылды, { $left } жұмыс күні қалды
    }
told-resumed = { $basis }: есеп жалғасты, жаңа мерзім: { $after }
told-met = { $basis }: орындалды; мерзімі: { $after }
told-escalated = { $basis }: мерзімнің { $percent }% өтті
told-moved = { $basis }: { $before } → { $after }
told-task = тапсырма: { $title }
told-task-done = тапсырма орындалды: { $title }
told-task-reopened = тапсырма қайта ашылды: { $title }

## Documents
papers-title = Құжаттар
papers-none = Әзірге құжат жоқ.
papers-add = Құжат қосу
papers-file = Файл
papers-name = Бұл не (міндетті емес)
papers-for = Не үшін керек
papers-for-none = Тізімнен емес
papers-upload = Жүктеу
paper-version = { $number }-нұсқа
requirement-missing = Жоқ
requirement-received = Алынды
requirement-accepted = Қабылданды
requirement-replace = Ауыстыру керек
requirement-judge = Қабылдау немесе басқасын сұрау
requirement-reason = Несі дұрыс емес
requirement-accept = Қабылдау
requirement-ask = Басқасын сұрау

## Decisions
decision-propose = Шешім ұсыну
decision-proposed = Ұсынылды
decision-outcome = Шешім
decision-grounds = Негіздеме
decision-missing =
    { $count ->
      *[other] Тізімдегі { $count } құжат әлі қабылданбаған
    }
decision-own = Мұны сіз ұсындыңыз, сондықтан басқа адам бекітуі керек.
decision-waits = Бекіту құқығы бар адамды күтуде.
decision-withdraw = Ұсынысты қайтарып алу
decision-approve = Бекіту
decision-refuse = Бекітпеу
decision-refusal = Неге бекітілмейді
decision-approved = бекітілді
decision-refused = бекітілмеді
decision-withdrawn = қайтарылды

## The archive of a case
bundle-download = Істі толық жүктеп алу
bundle-made = Жасалған уақыты: { $when }
bundle-when = Қашан
bundle-who = Кім
bundle-what = Не
bundle-reason = Себебі
bundle-text = Мәтін

## Deadlines board
deadlines-title = Мерзімдер
deadlines-filter = Қайсысы
deadlines-all = Барлығы
deadlines-basis = Негізі
deadlines-gone = Өткен мерзім
deadlines-clear = Жүріп тұрған есеп жоқ.
deadlines-paused = Тоқтатылғандар, себебімен

## Calendar
month-before = Алдыңғы ай
month-after = Келесі ай
month-more = тағы { $count }
days-title = Жұмыс күндері
days-lead = Барлық мерзім осы күнтізбе бойынша есептеледі. Өзгеріс осы сәттен кейін есептелетін мерзімдерге қолданылады.
days-day = Күн
days-kind = Қандай күн
days-rest = демалыс күні
days-work = жұмыс күні
days-name = Атауы (міндетті емес)
days-source = Қаулы немесе бұйрық
days-set = Күнді белгілеу
days-remove = Алып тастау
days-own = Кеңсе белгілегендер
days-yearly = Жыл сайын
days-given = Бастапқыда

## Keys
keys-title = Пернелер
keys-lead = Перненің орны бойынша, кез келген орналасуда. Бәрі пернесіз де қолжетімді.
keys-are-on = Жеке пернелер қосулы.
keys-are-off = Жеке пернелер өшірулі.
keys-turn-on = Қосу
keys-turn-off = Өшіру
key-palette = іздеу және өту
key-help = осы тізім
key-filter = іздеу өрісіне
key-today = Бүгін
key-inbox = Кіріс
key-cases = Істер
key-deadlines = Мерзімдер
key-calendar = Күнтізбе
key-people = Адамдар
key-rows = келесі және алдыңғы жол
key-peek = ашпай қарау
key-pick = жолды таңдау
key-undo = болдырмау
key-owner = жауаптыға
key-state = мәртебеге
key-days = күндерге
key-note = жазба жазу
key-message = өтініш берушіге жазу
key-neighbour = алдыңғы және келесі бет

## Search
search-title = Іздеу және өту
search-what = Нөмір, атау немесе бет
search-do = Іздеу
search-none = «{ $query }» бойынша ештеңе табылмады. Атаулар кез келген жазуда табылады.
search-page = бет
search-view = көрініс
search-language = тіл

## Saved views and calendars
views-title = Сақталған көріністер
views-name = Көріністі сақтау атауы
views-shared = әріптестерге ортақ
views-pinned = бекітілген
views-save = Көріністі сақтау
views-unnamed = Көрініс
views-none = Сақталған көрініс әлі жоқ. Істерді сүзіп, сүзгіні сақтаңыз:
views-delete = Жою
feed-make = Күнтізбе бағдарламасына арналған мекенжай
feed-make-mine = Менің мерзімдерімнің күнтізбеге арналған мекенжайы
feed-made = Күнтізбеңіздің мекенжайы
feed-made-text = Ол бір рет көрсетіледі. Мекенжайды білген адам осы мерзімдерді көреді; жаңасы ескісін жояды.
feed-mine = Менің мерзімдерім

## What cannot be used as it is
refused-empty = Бірдеңе жазыңыз
refused-long = Бұл { $most } таңбадан ұзын; қысқартыңыз
refused-changed = Осы арада мұны біреу өзгертті; қазір: { $now }
refused-day = «{ $typed }» — күн емес; таңдаңыз немесе былай жазыңыз: 2026-03-01
refused-days = −250 мен 250 аралығындағы жұмыс күндерінің санын жазыңыз, 0 емес
refused-source = Қаулыны немесе бұйрықты атаңыз
refused-no-file = Файлды таңдаңыз
refused-outcome = Шешімді тізімнен таңдаңыз
refused-pending = Шешім ұсынылып қойған; алдымен оны бекіту, қабылдамау немесе қайтарып алу керек
