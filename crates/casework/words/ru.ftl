# Слова дел: то, что читает офис.

## The rail of the office
nav-today = Сегодня
nav-inbox = Входящие
nav-cases = Дела
nav-deadlines = Сроки
nav-calendar = Календарь
nav-days = Рабочие дни

## Whose turn it is
turn-office = Ход за нами
turn-applicant = Ждём заявителя
turn-authority = В другом органе
turn-nobody = Закрыто
turn-with-us = На рассмотрении
turn-with-you = Ждём вас
turn-agency = В другом органе
turn-done = Завершено

## People
owner-nobody = Никто
actor-outside = Заявитель
actor-stranger = Без учётной записи
actor-program = Автоматически

## How much time is left
left-days =
    { $days ->
       [one] Остался { $days } рабочий день
       [few] Осталось { $days } рабочих дня
      *[many] Осталось { $days } рабочих дней
    }
left-late =
    { $days ->
       [one] Просрочено на { $days } рабочий день
       [few] Просрочено на { $days } рабочих дня
      *[many] Просрочено на { $days } рабочих дней
    }
left-today = Сегодня

## Columns
column-case = Дело
column-reference = Номер
column-title = Название
column-kind = Вид
column-state = Статус
column-turn = Чей ход
column-owner = Ответственный
column-due = Срок
column-opened = Открыто
column-changed = Последнее изменение

## Filters
view-text = Номер, название или текст
view-any = Любой
view-anybody = Любой
view-me = Я
view-due-any = Любой срок
view-due-overdue = Просрочено
view-due-soon = В ближайшие три рабочих дня
view-due-none = Без срока
view-which = Какие
view-open = Открытые
view-closed = Закрытые
view-all = Все
view-sort = Порядок
view-columns = Столбцы
view-apply = Показать

## Today
today-title = Сегодня
today-clear = Ничего не просрочено, ничто вас не ждёт, и никто вас не спрашивал.
today-clear-next = Показать все открытые дела
today-overdue = Просрочено: { $count }
today-overdue-list = Просрочено
today-soon = Срок в ближайшие три рабочих дня: { $count }
today-soon-list = Срок в ближайшие три рабочих дня
today-tasks = Ваши задачи: { $count }
today-mentions = Вас упомянули: { $count }
today-waiting = Ждут вас: { $count }
today-waiting-list = Ждут вас
today-new = Новые, никем не взяты: { $count }
today-new-list = Новые, никем не взяты

## Inbox
inbox-title = Входящие
inbox-clear = У каждого дела есть ответственный.

## Cases
cases-title = Дела
cases-count =
    { $count ->
       [one] { $count } дело
       [few] { $count } дела
      *[many] { $count } дел
    }
cases-many = Больше { $count } дел
cases-none = Под этот фильтр не подходит ни одно дело.
cases-none-next = Показать все открытые дела
cases-next = Следующая страница
cases-first = Первая страница
export-xlsx = В xlsx
export-csv = В csv
cases-pick = Выбрать

## Acts on many cases
bulk-title = С выбранными делами
bulk-all = Все дела этого фильтра, не больше 500 за раз: { $count }
bulk-assign = Назначить
bulk-move = Перенести обещанный срок на рабочие дни
bulk-state = Изменить статус на
bulk-preview = Предпросмотр
bulk-reason = Причина
preview-title = Что изменится
preview-assign = Назначить: { $name }
preview-unassign = Снять ответственного
preview-move =
    { $days ->
       [one] Перенести обещанный срок на { $days } рабочий день позже
       [few] Перенести обещанный срок на { $days } рабочих дня позже
      *[many] Перенести обещанный срок на { $days } рабочих дней позже
    }
preview-move-back =
    { $days ->
       [one] Перенести обещанный срок на { $days } рабочий день раньше
       [few] Перенести обещанный срок на { $days } рабочих дня раньше
      *[many] Перенести обещанный срок на { $days } рабочих дней раньше
    }
preview-state = Изменить статус на: { $name }
preview-count = Изменится { $changed } из { $all }
preview-do =
    { $count ->
       [one] Изменить { $count } дело
       [few] Изменить { $count } дела
      *[many] Изменить { $count } дел
    }
preview-back = Назад к списку
preview-before = Сейчас
preview-after = После

## What was done, and its undo
undo = Отменить
deed-assign = Ответственный изменён
deed-move = Срок перенесён
deed-state = Статус изменён
deed-decide = Решение
deed-rename = Название изменено
deed-describe = Описание изменено
deed-pause = Отсчёт приостановлен
deed-resume = Отсчёт возобновлён
deed-extend = Срок перенесён
toast-done = { $deed }: { $changed }
toast-partly = { $deed }: { $changed }; без изменений: { $skipped }
toast-undone = Отменено: { $deed }
toast-details = По каждому делу
toast-sent = Сообщение уйдёт через минуту; до этого его можно вернуть
toast-taken-back = Сообщение возвращено
toast-too-late = Сообщение уже ушло
toast-noted = Заметка сохранена
toast-task = Задачи изменены
toast-proposed = Решение предложено; его должен утвердить второй человек
toast-approved = Решение утверждено
toast-refused = Предложение закрыто
toast-document = Документ добавлен
toast-requirement = Список документов изменён
toast-saved = Вид сохранён
toast-already-undone = Это уже отменено
toast-too-old = Прошло больше тридцати дней, отменить нельзя
toast-decided = Решение двух людей не отменяется; его исправляет другое решение
toast-nothing = Не выбрано ничего, что можно изменить
operation-undone = Отменено: { $when }
operation-rows = По каждому делу
operation-result = Результат
result-done = Изменено
skip-already-so = Уже так
skip-closed = Дело закрыто
skip-no-such-state = Из нынешнего статуса так перейти нельзя
skip-no-promise = Обещанного срока нет; сроки по закону вместе не переносятся
skip-no-such-clock = Такого отсчёта нет
skip-not-running = Отсчёт не идёт
skip-not-paused = Отсчёт не приостановлен
skip-out-of-range = Дата оказалась бы до начала или за пределами календаря
skip-changed-since = С тех пор дело кто-то изменил; оно остаётся как есть
skip-gone = Такого дела больше нет

## A case
save = Сохранить
facts-title = Сведения
facts-contact = Контакт
facts-rename = Изменить название
facts-title-field = Название
facts-describe = Изменить описание
facts-summary-field = Описание
next-title = Что дальше
next-places = Места для этого дела
assign-me = Взять себе
assign = Назначить
state-label = Перевести в статус
state-reason = Причина (необязательно)
state-move = Перевести

## Clocks
clocks-title = Сроки
clocks-none = У этого дела нет срока.
clock-promise = Обещано
clock-law = По закону
clock-gone = Прошло { $percent } % срока
clock-paused =
    { $left ->
       [one] Приостановлено; остался { $left } рабочий день
       [few] Приостановлено; осталось { $left } рабочих дня
      *[many] Приостановлено; осталось { $left } рабочих дней
    }
clock-met = Выполнено: { $day }
clock-met-late = Выполнено с опозданием: { $day }
clock-stopped = Не нужен с: { $day }
clock-change = Приостановить или перенести
clock-reason = Причина
clock-days = Рабочих дней больше, или меньше со знаком минус
clock-pause = Приостановить
clock-resume = Возобновить
clock-extend = Перенести
reason-applicant = Ждём заявителя
reason-authority = В другом органе

## Tasks
tasks-title = Задачи
task-add = Добавить задачу
task-title = Что нужно сделать
task-due = До какого дня
task-owner = Кто
task-done = Готово
task-reopen = Всё-таки не готово

## Messages and notes
message-label = Сообщение заявителю
message-portal = Будет прочитано в портале.
message-to = Получит: { $contact }
message-send = Отправить заявителю
message-take-back = Вернуть
note-label = Заметка для коллег
note-hint = Заявитель этого никогда не увидит. @имя сообщит коллеге.
note-save = Сохранить заметку
note-escalated = Прошло { $percent } % срока по этому делу
mail-subject = { $title }

## Timeline
timeline-title = Что произошло
timeline-filter = Показать
timeline-all = Всё
timeline-none = Такого пока не было.
timeline-older = Более ранние
entry-messages = Сообщения
entry-notes = Заметки
entry-status = Статус
entry-edits = Изменения
entry-files = Документы
entry-decisions = Решения
entry-deadlines = Сроки
entry-tasks = Задачи
told-received = пишет нам
told-sent = сообщение заявителю
told-taken-back = сообщение возвращено
told-note = заметка для коллег
told-opened = дело открыто
told-state = статус: { $before } → { $after }
told-undone = отменено: { $deed }
told-owner = ответственный: { $before } → { $after }
told-title = название: { $before } → { $after }
told-summary = описание: { $before } → { $after }
told-file = документ: { $name }
told-accepted = принято: { $name }
told-replace = нужно заменить: { $name }
told-proposed = предложено решение: { $outcome }
told-approved = решение утверждено: { $outcome }
told-withdrawn = предложение отозвано: { $outcome }
told-turned-down = предложение не утверждено: { $outcome }
told-paused =
    { $left ->
       [one] { $basis }: отсчёт приостановлен, остался { $left } рабочий день
       [few] { $basis }: отсчёт приостановлен, осталось { $left } рабочих дня
      *[many] { $basis }: отсчёт приостановлен, осталось { $left } рабочих дней
    }
told-resumed = { $basis }: отсчёт возобновлён, новый срок: { $after }
told-met = { $basis }: выполнено; срок был: { $after }
told-escalated = { $basis }: прошло { $percent } % срока
told-moved = { $basis }: { $before } → { $after }
told-task = задача: { $title }
told-task-done = задача выполнена: { $title }
told-task-reopened = задача снова открыта: { $title }

## Documents
papers-title = Документы
papers-none = Документов пока нет.
papers-add = Добавить документ
papers-file = Файл
papers-name = Что это (необязательно)
papers-for = Для чего он нужен
papers-for-none = Не из списка
papers-upload = Загрузить
paper-version = версия { $number }
requirement-missing = Нет
requirement-received = Получено
requirement-accepted = Принято
requirement-replace = Заменить
requirement-judge = Принять или попросить другой
requirement-reason = Что с ним не так
requirement-accept = Принять
requirement-ask = Попросить другой

## Decisions
decision-propose = Предложить решение
decision-proposed = Предложено
decision-outcome = Решение
decision-grounds = Основания
decision-missing =
    { $count ->
       [one] { $count } документ из списка ещё не принят
       [few] { $count } документа из списка ещё не приняты
      *[many] { $count } документов из списка ещё не приняты
    }
decision-own = Предложили вы, поэтому утвердить должен кто-то другой.
decision-waits = Ждёт того, кто вправе утвердить.
decision-withdraw = Отозвать предложение
decision-approve = Утвердить
decision-refuse = Не утверждать
decision-refusal = Почему не утверждается
decision-approved = утверждено
decision-refused = не утверждено
decision-withdrawn = отозвано

## The archive of a case
bundle-download = Скачать дело целиком
bundle-made = Составлено: { $when }
bundle-when = Когда
bundle-who = Кто
bundle-what = Что
bundle-reason = Причина
bundle-text = Текст

## Deadlines board
deadlines-title = Сроки
deadlines-filter = Какие
deadlines-all = Все
deadlines-basis = Основание
deadlines-gone = Прошло срока
deadlines-clear = Ни один отсчёт не идёт.
deadlines-paused = Приостановлены, с причиной

## Calendar
month-before = Предыдущий месяц
month-after = Следующий месяц
month-more = и ещё { $count }
days-title = Рабочие дни
days-lead = По этому календарю считаются все сроки. Изменения действуют для сроков, которые считаются с этого момента.
days-day = День
days-kind = Какой это день
days-rest = выходной
days-work = рабочий день
days-name = Название (необязательно)
days-source = Постановление или приказ
days-set = Задать день
days-remove = Убрать
days-own = Задано офисом
days-yearly = Каждый год
days-given = Изначально

## Keys
keys-title = Клавиши
keys-lead = По месту клавиши, при любой раскладке. Всё доступно и без клавиш.
keys-are-on = Одиночные клавиши включены.
keys-are-off = Одиночные клавиши выключены.
keys-turn-on = Включить
keys-turn-off = Выключить
key-palette = найти и перейти
key-help = этот список
key-filter = в поле поиска
key-today = Сегодня
key-inbox = Входящие
key-cases = Дела
key-deadlines = Сроки
key-calendar = Календарь
key-people = Люди
key-rows = следующая и предыдущая строка
key-peek = посмотреть, не открывая
key-pick = выбрать строку
key-undo = отменить
key-owner = к ответственному
key-state = к статусу
key-days = к дням
key-note = написать заметку
key-message = написать заявителю
key-neighbour = предыдущая и следующая страница

## Search
search-title = Найти и перейти
search-what = Номер, имя или страница
search-do = Найти
search-none = По запросу «{ $query }» ничего не найдено. Имена находятся в любой письменности.
search-page = страница
search-view = вид
search-language = язык

## Saved views and calendars
views-title = Сохранённые виды
views-name = Сохранить вид как
views-shared = общий для коллег
views-pinned = закреплён
views-save = Сохранить вид
views-unnamed = Вид
views-none = Сохранённых видов пока нет. Отфильтруйте дела и сохраните фильтр:
views-delete = Удалить
feed-make = Адрес для программы-календаря
feed-make-mine = Адрес моих сроков для программы-календаря
feed-made = Адрес вашего календаря
feed-made-text = Он показывается один раз. Кто его знает, видит эти сроки; новый адрес отменяет старый.
feed-mine = Мои сроки

## What cannot be used as it is
refused-empty = Напишите что-нибудь
refused-long = Это длиннее { $most } знаков; сократите
refused-changed = Тем временем это изменили; сейчас: { $now }
refused-day = «{ $typed }» — не дата; выберите или напишите так: 2026-03-01
refused-days = Напишите число рабочих дней от −250 до 250, но не 0
refused-source = Назовите постановление или приказ
refused-no-file = Выберите файл
refused-outcome = Выберите решение из списка
refused-pending = Решение уже предложено; сначала его нужно утвердить, отклонить или отозвать
