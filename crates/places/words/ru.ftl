# Состояния локации
places-state-draft = Черновик
places-state-published = Опубликована
places-state-silent = Скрыта: владелец не подтвердил
places-state-withdrawn = Снята с публикации

# Месяцы
places-month-good = Хорошо
places-month-possible = Возможно
places-month-no = Нет

# Ответы
places-yes = Да
places-no = Нет
places-ask = Уточнить

# Направления
places-region = Регион
places-city = Город
places-subject-summary = Коротко
places-subject-history = История
places-subject-culture = Культура
places-subject-climate = Климат
places-subject-access = Как добраться
places-subject-crew = Съёмочные группы и техника
places-subject-hotels = Гостиницы
places-subject-authority = Кто решает

# Значения, которые нельзя сохранить
places-refused-number = Напишите число, например 1480 или 2,5
places-refused-whole = Напишите целое число, без дробной части
places-refused-money = Напишите сумму с валютой, например 250000 KZT
places-refused-choice = Выберите одно из предложенных значений
places-refused-months = Напишите двенадцать букв с января по декабрь: g — хорошо, p — возможно, n — нет
places-refused-address = Напишите адрес вида name@example.org
places-refused-long = Не больше 200 знаков
places-refused-degrees = Напишите широту и долготу в десятичных градусах, например 43.353 и 79.079
places-refused-swapped = Похоже, широта и долгота перепутаны: наоборот место оказывается внутри страны
places-refused-outside = Эти координаты вне страны; проверьте оба числа

# Страница локации
places-locations = Локации
places-destinations = Направления
places-not-public = Эту страницу видит только комиссия
places-ask-office = Спросить об этом месте
places-add = В мой список
places-edit = Изменить
places-promise = Бесплатно и конфиденциально. Отвечает конкретный сотрудник.
places-stands-in = Может сойти за
places-uncertain = Не подтверждено
places-checked-on = проверено { $day }
places-where = Где
places-survey-first = Проверьте на месте до съёмок
places-rounded = Показано с точностью до { $kilometres } км. Точное место сообщит комиссия.
places-no-position = Где это, сообщит комиссия.
places-filmed-here = Здесь снимали
places-never-filmed = Здесь ещё не снимали. Будьте первыми.
places-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
places-days-used = Занятые дни
places-days-in-year = { $count ->
    [0] В { $year } году съёмок пока не было
    [one] { $count } съёмочный день в { $year } году
    [few] { $count } съёмочных дня в { $year } году
   *[other] { $count } съёмочных дней в { $year } году
}
places-days-why = Мы считаем их, чтобы не утомлять жителей и природу.
places-minutes = { $minutes } мин
places-hours = { $hours } ч
places-hours-minutes = { $hours } ч { $minutes } мин
places-month-january = янв
places-month-february = фев
places-month-march = мар
places-month-april = апр
places-month-may = май
places-month-june = июн
places-month-july = июл
places-month-august = авг
places-month-september = сен
places-month-october = окт
places-month-november = ноя
places-month-december = дек

# Страницы направлений
places-destinations-lead = Куда ехать: как выглядит каждый регион, как туда добраться, кто там работает и кто решает.
places-all-locations = Все локации
places-no-destinations = Направления ещё не описаны.
places-count = { $count ->
    [one] { $count } локация
    [few] { $count } локации
   *[other] { $count } локаций
}
places-locations-here = Локации здесь
places-cities = Города
places-wikidata = Wikidata
places-imdb = IMDb

# Карточка локации в комиссии
places-new = Новая локация
places-import = Импорт
places-search-name = Часть названия
places-search = Найти
places-all = Все
places-none = Локаций пока нет.
places-name = Название
places-kind = Тип
places-state = Состояние
places-complete = Полнота
places-confirmed = Подтверждено
places-percent = { $percent } %
places-next-page = Следующая страница
places-identity = Название, тип и положение
places-same-name = Так уже называется другая локация. Это одно и то же место?
places-two-places = Это два разных места: оставить оба
places-aliases = Другие названия и написания
places-aliases-hint = По одному в строке
places-slug = Адрес страницы
places-slug-hint = Строчные латинские буквы, цифры и дефис, например charyn-canyon
places-destination = Направление
places-no-destination = Нет
places-latitude = Широта
places-longitude = Долгота
places-degrees-hint = Десятичные градусы, например 43.353 северной широты и 79.079 восточной долготы
places-precision = Насколько точно показывать
places-precision-exact = Точно
places-precision-rounded = Округлённо: частное или хрупкое место
places-precision-uncertain = Неточно: проверить на месте до съёмок
places-rounded-to = Округлить до, метров
places-rounded-to-hint = От 100 до 50000; только если округляется
places-unreleased = Придержана: не входит в открытые списки
places-save = Сохранить
places-see-public = Открыть страницу для всех
places-photos = Фотографии
places-completeness = Заполнено на { $percent } %
places-gold = Золото
places-missing = { $count ->
    [one] Не хватает { $count } пункта
    [few] Не хватает { $count } пунктов
   *[other] Не хватает { $count } пунктов
}
places-publish = Опубликовать
places-to-draft = Вернуть в черновики
places-withdraw = Снять с публикации
places-fact = Сведение
places-value = Значение
places-source = Источник
places-checked = Проверено
places-visibility = Кто видит
places-still-missing = Не хватает:
places-must = нужно
places-unknown = Неизвестно
places-months-hint = Двенадцать букв с января по декабрь: g — хорошо, p — возможно, n — нет
places-words-in = Словами, { $language }
places-note-in = Примечание, { $language }
places-locked = Это видит только комиссия.
places-remove = Убрать
places-credit-title = Название фильма
places-credit-year = Год
places-credit-scene = Что здесь снимали
places-credit-add = Добавить фильм
places-wikidata-hint = Q и цифры, например Q1234
places-imdb-hint = tt и цифры, например tt0374298
places-days-from = Первый день
places-days-many = Дней
places-days-production = Проект
places-days-production-hint = Только для комиссии
places-days-add = Добавить дни
places-owner-confirms = Слово владельца
places-owner-confirms-hint = Каждые полгода владельца спрашивают письмом, всё ли по-прежнему верно. Если три недели нет ответа, место скрывается.
places-ask-owner = Спросить сейчас
places-no-owner-address = Адрес владельца неизвестен, поэтому никого не спрашивают.
places-history = История
places-deed-made = Создана
places-deed-edited = Изменена
places-deed-fact = Сведение
places-deed-looks = За что может сойти
places-deed-credit = Добавлен фильм
places-deed-credit-removed = Убран фильм
places-deed-days = Отмечены дни
places-deed-days-removed = Дни убраны
places-deed-state = Состояние
places-deed-asked = Владельцу отправлен вопрос
places-deed-answered = Владелец ответил
places-deed-silent = Скрыта: владелец не ответил
places-deed-imported = Импортирована
places-deed-import-undone = Импорт отменён

# Что нужно для полноты
places-must-names = Название на каждом языке
places-must-aliases = Другие названия и написания
places-must-region = Направление
places-must-position = Координаты
places-must-photos = Двенадцать фотографий
places-must-bearings = Направление каждой фотографии
places-must-looks = За что может сойти
places-must-sources = Источник каждого сведения
places-must-checked = День проверки каждого сведения

# Отказы
places-refused-no-name = Напишите название хотя бы на одном языке
places-refused-slug = Строчные латинские буквы, цифры и дефис, не больше 80
places-refused-slug-taken = Этот адрес занят другой локацией; выберите другой
places-refused-rounded = Напишите число метров от 100 до 50000
places-refused-day = Напишите день, например 2026-05-31
places-refused-days = Напишите число дней от 1 до 366
places-refused-title = Напишите название
places-refused-year = Напишите год, например 2019
places-refused-incomplete = Заполнено на { $percent } %: публиковать можно с { $least } %. Чего не хватает, перечислено ниже
places-was-changed = Тем временем это изменил кто-то другой. Введённое вами сохранено; посмотрите и сохраните ещё раз

# Страница и письмо для владельца
places-letter-confirm-subject = { $place }: всё ли по-прежнему верно?
places-letter-confirm =
    Здравствуйте!

    Ваше место «{ $place }» есть в нашем каталоге локаций. Скажите, пожалуйста, верно ли ещё то, что мы о нём пишем. Это займёт минуту, учётная запись не нужна:

    { $link }

    Если за три недели ответа не будет, мы скроем место, чтобы никто не рассчитывал на старые сведения. Как только вы ответите, оно вернётся.
places-confirm-lead = Вы отвечаете за это место. Верно ли ещё то, что мы о нём пишем?
places-confirm-public = Что видят все
places-confirm-question = Ваш ответ
places-confirm-correct = Всё по-прежнему верно
places-confirm-changes = Место остаётся, но кое-что изменилось
places-confirm-withdraw = Прошу убрать место из каталога
places-confirm-said = Что изменилось
places-confirm-send = Отправить
places-confirm-thanks = Спасибо, ваш ответ записан
places-refused-answer = Выберите один из трёх ответов
places-refused-said = Напишите, что изменилось
places-answer-none = Ответа пока нет
places-answer-correct = Всё по-прежнему верно
places-answer-changes = Кое-что изменилось
places-answer-withdraw = Убрано из каталога
places-answer-silent = Ответа вовремя не было

# Импорт
places-import-title = Импорт локаций
places-import-lead = Таблица или файл карты читается, вы смотрите, что получится, и только потом это попадает в каталог. Импорт можно отменить целиком.
places-import-file = Файл с локациями
places-import-file-hint = XLSX, ODS, CSV, GeoJSON или KML, не больше 5000 строк. Первая строка с двумя словами считается заголовками.
places-import-photos = Фотографии в архиве ZIP
places-import-photos-hint = Не обязательно. Папка на каждую локацию, названная её адресом или названием.
places-import-read = Прочитать файл
places-import-earlier = Прежние импорты
places-import-staged = Прочитан, ещё не применён
places-import-committed = В каталоге
places-import-undone = Отменён
places-import-position = Широта и долгота в одной ячейке
places-import-new = Новые
places-import-changed = Изменяются
places-import-unchanged = Без изменений
places-import-problem = Нельзя использовать
places-import-commit = Внести в каталог
places-import-commit-hint = Новые локации становятся черновиками. Строки, которые нельзя использовать, пропускаются.
places-import-nothing = Ничего не изменится: всё это уже есть в каталоге или не может быть использовано.
places-import-undo = Отменить импорт целиком
places-import-undo-hint = То, что с тех пор кто-то изменил, останется как есть.
places-import-mapping = Что означают столбцы
places-import-mapping-hint = Выберите из списка или оставьте пустым, чтобы пропустить столбец. Это запомнится для следующего файла с такими заголовками.
places-import-heading = Заголовок
places-import-samples = Например
places-import-meaning = Означает
places-import-preview = Посмотреть ещё раз
places-import-rows = Что делает каждая строка
places-import-row = Строка
places-import-outcome = Итог
places-import-details = Подробности
places-import-cut = Показаны первые 200 строк, сначала те, которые нельзя использовать.
places-import-with-photos = с фотографиями: { $name }
places-import-refused-none = Выберите файл
places-import-refused-empty = В этом файле ничего нет
places-import-refused-unreadable = Этот файл не читается; сохраните его ещё раз как XLSX, CSV, GeoJSON или KML
places-import-refused-headings = Строка с заголовками не найдена; напишите названия столбцов в первой строке
places-import-refused-rows = Больше 5000 строк; разделите файл
places-import-refused-columns = Больше 400 столбцов; уберите ненужные
places-import-refused-points = На этой карте нет ни одной точки; линии и области не становятся локациями
places-import-refused-twice = `{ $typed }` указано для двух столбцов; оставьте один
places-import-refused-column = `{ $typed }` нет в списке; выберите значение из него или оставьте пустым
places-import-problem-twice = Эта локация есть в файле дважды
places-import-problem-ambiguous = Так называются несколько локаций; добавьте столбец с адресом
places-import-problem-no-kind = Новой локации нужен тип
places-import-problem-kind = Такого типа локаций нет
places-import-problem-destination = Такого направления нет; сначала создайте его
places-import-problem-choice = Такого нет в списке
places-import-problem-no-name = В строке нет названия

# Новое направление
places-new-destination = Новое направление
places-part-of = Входит в
places-code = Код региона
places-unless = Если не сказано иное:
