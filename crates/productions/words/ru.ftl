# Слова о проектах: запрос, воронка, досье, кабинет продюсера и хранилище сценариев.

## Стадии
stage-new = Новый
stage-triaged = Рассмотрен
stage-in-work = В работе
stage-package-sent = Пакет отправлен
stage-scouting = Выбор натуры
stage-committed = Решение принято
stage-shooting = Съёмки
stage-wrapped = Съёмки завершены
stage-released = Вышел
stage-closed = Закрыт
stage-spam = Не запрос
stage-referred = Передан другим
stage-cannot-serve = Не можем помочь
stage-dormant = Спит
stage-lost = Потерян
stage-no-such-step = С нынешней стадии туда перейти нельзя
stage-not-yours = Этот шаг делает комиссия
stage-note-missing = Напишите почему, чтобы коллега понял
stage-lost-reason-missing = Выберите, почему проект потерян
lost-incentive = В другом месте выгоднее субсидия
lost-budget = Слишком дорого
lost-financing = Не нашли финансирования
lost-locations = Не подошли локации
lost-dates = Не подошли сроки
lost-crew = Не хватило группы или техники
lost-permits = Разрешения долгие или отказ
lost-travel = Дорога или безопасность
lost-no-reply = Перестали отвечать
lost-other-country = Выбрали другую страну ради истории
lost-other = Другая причина

## Откуда пришли
source-website = Этот сайт
source-email = Электронная почта
source-phone = Телефон
source-festival = Фестиваль
source-market = Кинорынок
source-fam-tour = Ознакомительный тур
source-country-week = Неделя страны
source-meeting = Встреча
source-referral = Вас порекомендовали
source-embassy = Посольство
source-returning = Мы уже снимали здесь
source-press = Пресса
source-other = Иначе
confidentiality-open = Название можно называть
confidentiality-code-name = Можно называть только кодовое имя
confidentiality-secret = Никто посторонний не должен знать о проекте

## Виды произведений и пожелания
format-feature = Полнометражный фильм
format-series = Сериал
format-documentary = Документальный фильм
format-short = Короткометражный фильм
format-animation = Анимация
format-commercial = Реклама
format-music-video = Клип
format-show = Телепередача
format-photo = Фотосъёмка
format-student = Студенческая работа
format-other = Другое
need-locations = Локации
need-incentive = Субсидия
need-permits = Разрешения
need-partner = Местная сервисная кинокомпания
need-crew = Съёмочная группа
need-facilities = Студии и оборудование
need-travel = Визы, таможня, дорога
need-co-production = Сопродюсер
need-heritage = Консультации по истории и культуре

## Диапазоны
range-between = { $least } – { $most }
range-up-to = до { $most }
range-from = более { $least }

## Запрос
start-kicker = Страница { $number } из 7
start-lead = Семь коротких страниц, около трёх минут. Учётная запись не нужна, всё сохраняется на каждом шаге.
start-problem = Исправьте:{" "}
start-back = Назад
start-continue = Продолжить
start-optional = Необязательно
start-saved = Сохранено в { $time } по нашему времени.
start-come-back = Сохраните эту ссылку, чтобы вернуться позже
start-not-said = Не указано
start-change = Изменить
start-what = Что вы хотите снять?
start-title = Рабочее название
start-title-hint = Если названия ещё нет, напишите, как вы говорите о проекте между собой
start-title-missing = Напишите рабочее название
start-format = Вид произведения
start-format-missing = Выберите вид произведения
start-brief = О чём это
start-brief-hint = Несколько предложений. По ним мы поймём, о каких местах и людях думать.
start-brief-missing = Напишите в нескольких предложениях, о чём это
start-confidentiality = Кто может знать о проекте
start-confidentiality-hint = В самой комиссии это читают только те, кто ведёт ваше досье
start-code-name = Кодовое имя
start-code-name-hint = Только если название никому нельзя знать
start-code-name-missing = Напишите кодовое имя, под которым о проекте можно говорить
start-when = Когда вы хотите снимать?
start-when-why = От этого зависят погода, свет и разрешения. Что ещё не известно, оставьте пустым.
start-starts-on = Первый съёмочный день
start-ends-on = Последний съёмочный день
start-shooting-days = Съёмочных дней здесь
start-flexible = Даты могут сдвигаться
start-dates = Даты
start-not-a-day = `{ $typed }` не дата; напишите так: 2027-05-10 или 10.05.2027
start-ends-before-start = Последний день ({ $end }) раньше первого ({ $start })
start-in-the-past = `{ $typed }` уже прошло; напишите нынешние планы
start-days-not-a-number = `{ $typed }` не число дней; напишите целое число от 1 до { $most }
start-looks = Как это должно выглядеть?
start-looks-why = По этому мы выберем первые места для показа.
start-looks-field = Места и образы
start-looks-hint = Пейзажи, города, здания, время года, свет; можно ссылки на референсы
start-script = Сценарий или страницы из него
start-script-hint = Необязательно. PDF, Fountain или Final Draft (.fdx), не больше 16 МБ. Хранится отдельно, открывают только те, кто ведёт ваше досье, каждое открытие записывается для вас.
start-script-kept = Сценарий у нас
start-list = Выбранные вами места
start-script-remove = Убрать его
start-budget = Сколько это будет стоить?
start-budget-why = От этого зависят субсидия и наши предложения. Достаточно диапазона.
start-budget-field = Весь бюджет
start-budget-hint = Не только то, что вы потратите здесь
start-budget-unknown = Пока не известно
start-budget-missing = Выберите диапазон или отметьте, что пока не известно
start-needs = Что вам нужно от нас?
start-needs-field = Нам нужны
start-needs-hint = Отметьте всё, что подходит
start-needs-missing = Отметьте хотя бы одно или напишите своими словами
start-needs-note = Своими словами
start-who = Кто вы?
start-who-why = На этот адрес ответит названный сотрудник.
start-name = Ваше имя
start-name-hint = Как к вам обращаться
start-name-missing = Напишите имя
start-email = Электронная почта
start-email-hint = Для ответа и чтобы следить за запросом
start-email-missing = Напишите адрес электронной почты
start-email-wrong = `{ $typed }` не адрес электронной почты; он выглядит так: name@company.com
start-company = Компания
start-country = Страна
start-phone = Телефон
start-zone = Ваш часовой пояс
start-zone-hint = Чтобы назвать срок ответа по вашему времени
start-zone-missing = Выберите город, по времени которого вы живёте
start-source = Откуда вы о нас узнали?
start-check = Проверьте и отправьте
start-page-unfinished = Эта страница не закончена
start-consent = Написанное мы используем, чтобы ответить вам и сопровождать ваш проект. Никто за пределами комиссии не получит этого без вашего согласия.
start-send = Отправить запрос
start-choice-unknown = Выберите из предложенного
start-text-too-long = { $letters } знаков слишком много; сократите до { $most }

## Отправлено
sent-title = Ваш запрос у нас
sent-reference = Ваш номер
sent-next = Что теперь
sent-by = Кто ответит
sent-nobody-yet = Дежурный сотрудник
sent-when = Не позднее
sent-calendar = { $reference }: ответ кинокомиссии
sent-add-to-calendar = Добавить в календарь
sent-follow = Следите за ходом
sent-follow-text = Всё это мы отправили вам письмом. Войдите по адресу электронной почты, чтобы видеть, где запрос, писать нам и приглашать команду.
sent-portal = Открыть проект
sent-bookmark = Эту страницу можно сохранить в закладках.

## Письма
letter-received-subject = { $reference }: ваш запрос у нас
letter-received =
    Здравствуйте, { $name }!

    Спасибо за запрос. Его номер — { $reference }.

    Отвечает { $officer }, не позднее:
    { $deadline }

    Где запрос, переписка, команда:
    { $link }
letter-invited-subject = { $reference }: приглашение в проект
letter-invited =
    Здравствуйте, { $name }!

    { $inviter } приглашает вас в проект { $reference }. Роль: { $role }.

    Примите приглашение по ссылке, она только для вас:
    { $link }

## Воронка и список
office-pipeline = Воронка
office-productions = Проекты
list-count = { $count ->
    [one] { $count } проект
    [few] { $count } проекта
    *[other] { $count } проектов
 }
list-spend = Ожидаемые расходы здесь: { $spend }
list-text = Название, номер, слова
list-stage = Стадия
list-all = Все
list-mine = Только мои
list-show = Показать
list-layout = Вид
list-as-list = Список
list-as-board = Доска
list-production = Проект
list-late = Просрочено
list-more = Ещё
list-empty = Ничего не подошло. Измените фильтр или заведите досье на новый контакт.
duty-title = Дежурный сотрудник
duty-who = Кто отвечает на новые запросы
duty-hint = Отныне назван в подтверждении каждого запроса
duty-set = Назначить

## Досье
production-new = Новый проект
production-open = Завести досье
production-facts = Досье
production-synopsis = Синопсис
production-spend = Ожидаемые расходы здесь
production-chance = Вероятность
production-chance-hint = Диапазоном, например от 20 до 40
production-source = Откуда пришёл
production-source-missing = Укажите, откуда пришёл проект: так видно, какой рынок или тур окупился
production-event = Событие
production-event-hint = Рынок, тур или встреча, откуда он пришёл
production-waits = Чего ждёт
production-waits-hint = От чего зависит решение: деньги, сроки, ответ
production-next = Следующий шаг
production-next-owner = Чей шаг
production-next-on = До
production-next-unowned = У следующего шага есть исполнитель и дата
production-officer = Сотрудник
production-contact = Контакт
production-zone = Их часовой пояс
production-copied-from = Продолжает
production-shooting-days = { $days ->
    [one] { $days } съёмочный день
    [few] { $days } съёмочных дня
    *[other] { $days } съёмочных дней
 }
production-since = с { $moment }
production-way = Как далеко продвинулся
production-timeline = Что происходило
production-cases = Дела
production-case-closed = закрыто
production-move = Продвинуть
production-move-to = На стадию
production-move-note = Примечание
production-move-do = Продвинуть
production-lost = Если потерян: почему
production-lost-hint = Считается, чтобы мы на этом учились
production-moved-meanwhile = Досье изменили, пока оно было у вас открыто; посмотрите ещё раз и продвиньте
production-export = Всё дело архивом (zip)
production-copy = Следующий сезон
production-copy-hint = Новое досье с теми же людьми и образами, без дат и истории
production-copy-do = Начать
production-save = Сохранить
production-save-mine = Всё равно сохранить моё
production-cancel = Оставить как есть
production-conflict = Тем временем здесь написал кто-то другой
production-conflict-text = Сейчас стоит вот что. Набранное вами осталось ниже.
production-least = Не меньше
production-most = Не больше
production-amount-hint = Целые суммы; пробелы между разрядами понятны
production-currency = Валюта
production-currency-hint = Три буквы
production-not-a-currency = `{ $typed }` не валюта; напишите три буквы, например EUR
production-not-an-amount = `{ $typed }` не сумма; напишите так: 1 500 000
production-not-a-number = `{ $typed }` не целое число от { $least } до { $most }
production-range-turned = Верхняя граница ниже нижней

## Что происходило
actor-unknown = Тот, кого уже нет
happened-opened = Досье заведено
happened-moved = Новая стадия: { $stage }
happened-edited = Изменено: { $field }
happened-invited = Приглашение. Роль: { $role }
happened-joined = Вступление в команду. Роль: { $role }
happened-removed = Удаление из команды
happened-script = Передан сценарий
happened-script-opened = Открыт сценарий
happened-script-withdrawn = Отозван сценарий
happened-estimate = Приложен расчёт
happened-differs = По новым правилам другая сумма
happened-exported = Выгружен архив
happened-on-case = { $reference }: { $what }

## Запрос как дело
kind-inquiry = Запрос
inquiry-new = Новый
inquiry-in-work = В работе
inquiry-answered = Отвечено
inquiry-closed = Закрыт
inquiry-spam = Не запрос

## Команда
team-title = Команда
team-owner = Владелец
team-co-author = Соавтор
team-accountant = Бухгалтер
team-lawyer = Юрист
team-auditor = Аудитор
team-lender = Кредитор
team-owner-text = видит и делает всё, приглашает остальных
team-co-author-text = работает со всем, кроме команды
team-accountant-text = работает с деньгами и документами, сценария не видит
team-lawyer-text = читает всё, пишет сообщения и документы
team-auditor-text = читает сведения, документы и суммы, ничего не меняет
team-lender-text = видит ход проекта и суммы, больше ничего
team-invite = Пригласить
team-invite-do = Отправить приглашение
team-invited = Приглашение отправлено
team-remove = Удалить
team-role = Роль
team-role-missing = Выберите, что этому человеку можно видеть и делать
team-there-already = `{ $typed }` уже в команде
join-title = Приглашение
join-role = Ваша роль: { $role }
join-accept = Принять
join-as = Вы вошли как { $email }.

## Кабинет
portal-mine = Мои проекты
portal-none = Пока вы не состоите ни в одном проекте.
portal-start = Начать запрос
portal-next-date = Ближайшая дата: { $day }
portal-unread = { $count ->
    [one] { $count } непрочитанное сообщение
    [few] { $count } непрочитанных сообщения
    *[other] { $count } непрочитанных сообщений
 }
portal-parts = Разделы проекта
portal-status = Где он сейчас
portal-messages = Сообщения
portal-your-turn = Ждём вас
portal-your-turn-text = Мы спросили вас о чём-то или прислали что-то посмотреть.
portal-answer = Прочитать и ответить
portal-nothing = От вас ничего не нужно
portal-answer-by = Вам ответят не позднее:
portal-answer-due = срок ответа, { $case }
portal-way = Путь
portal-done = Завершено
portal-now = Сейчас
portal-later = Впереди
portal-move = Расскажите, как идут дела
portal-facts = Что вы нам сообщили
portal-calendar = Даты для вашего календаря
portal-export = Забрать всё с собой (ZIP)
portal-message = Написать в комиссию
portal-message-send = Отправить
portal-message-empty = Сначала напишите что-нибудь
portal-no-case = По этому проекту нет открытых дел; начните новый запрос
portal-no-messages = Пока ничего не написано.

## Сценарии
scripts-title = Сценарии
scripts-none = Сценария здесь нет.
scripts-who-reads = Открывают только вы, ваши соавторы и юристы, а также сотрудники, ведущие это досье. Каждое открытие записывается. После последнего дня его не откроет никто.
scripts-office-hint = Сценарий открывают только те, кто ведёт досье. Каждое открытие записывается для владельца.
script-file = Сценарий
script-given = Передан
script-until = Открывается до
script-until-hint = Полгода, если оставить пустым; не больше двух лет
script-expiry-out-of-range = Выберите день от сегодняшнего до { $latest }
script-do = Действия
script-log = Кто открывал
script-withdraw = Отозвать
script-withdrawn = Отозван
script-expired = Срок истёк
script-give = Передать сценарий
script-give-do = Положить в хранилище
script-none = Сначала выберите файл
script-never-opened = Его ещё никто не открывал.
script-when = Когда
script-who = Кто
script-what = Что
script-was-read = Прочитан
script-was-downloaded = Скачан
script-mark = { $name } · { $moment } · { $reference }
script-logged = Владелец увидит, что вы его открыли. Ваше имя стоит в тексте.
script-back = Назад
script-scenes = { $count ->
    [one] { $count } сцена
    [few] { $count } сцены
    *[other] { $count } сцен
 }
script-scenes-title = Сцены
script-no-scenes = Заголовков сцен в нём не нашлось.
script-number = №
script-setting = Где
script-place = Место
script-time = Время суток
script-text = Текст
setting-interior = Интерьер
setting-exterior = Натура
setting-both = Интерьер и натура
setting-unsaid = —
time-day = День
time-night = Ночь
time-dawn = Рассвет
time-morning = Утро
time-evening = Вечер
time-dusk = Сумерки
time-other = То же или позже
time-unsaid = —
script-empty = Файл пуст
script-empty-fix = Выберите файл ещё раз; возможно, он не был сохранён
script-too-large = Файл больше { $most } МБ
script-too-large-fix = Сохраните без картинок или пришлите только важные страницы
script-unknown-kind = `{ $name }` не PDF, не Fountain и не Final Draft или не то, чем называется
script-unknown-kind-fix = Сохраните как PDF, .fountain или .fdx и выберите снова
script-not-text = Со строки { $line } файл не является текстом в UTF-8
script-not-text-fix = Сохраните в своей программе как текст UTF-8 или как PDF
script-no-pages = PDF закрыт паролем или повреждён: его страницы не посчитать
script-no-pages-fix = Сохраните PDF заново, без пароля, и выберите его снова
script-damaged = Файл обрывается на строке { $line }
script-damaged-fix = Откройте его в Final Draft, сохраните заново и выберите снова
script-not-final-draft = Это XML, но не Final Draft
script-not-final-draft-fix = Сохраните из Final Draft как .fdx или как PDF
script-own-entities = На строке { $line } файл объявляет собственный тип документа; мы такому не следуем
script-own-entities-fix = Сохраните из Final Draft как .fdx или как PDF
script-too-long = В файле больше { $most } абзацев; у сценария столько не бывает
script-too-long-fix = Пришлите один фильм или одну серию в файле

## Расчёты
estimates-title = Расчёты субсидии
production-places = Места
production-places-choose = Подборки мест
estimates-none = Расчёты не приложены. Приложить расчёт можно с его страницы.
estimates-newer = Новые правила
estimates-no-figure = Суммы нет
estimates-attach = Приложить расчёт
estimates-attach-to = К какому проекту?
estimates-attach-do = Приложить
estimates-attach-none = У вас нет проекта, к которому можно приложить расчёт.
estimates-differs = По новым правилам: { $figure }

## Документы
team-papers-title = Документы
team-papers-none = Документов пока нет.
team-papers-given = Передан
team-papers-version = Версия
team-papers-add = Добавить документ
team-papers-add-hint = PDF, изображения, Word, Excel, OpenDocument или текст, не больше 60 МБ
team-papers-add-do = Добавить
team-papers-name = Что это
team-papers-no-file = Сначала выберите файл
