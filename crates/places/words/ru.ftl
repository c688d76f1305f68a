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
places-edit = Изменить
places-promise = Бесплатно и конфиденциально. Отвечает конкретный сотрудник.
places-stands-in = Может сойти за
places-uncertain = Не подтверждено
places-checked-on = проверено { $day }
places-where = Где
places-survey-first = Проверьте на месте до съёмок
places-rounded = Показано с точностью до { $kilometres } км. Точное место сообщит комиссия.
places-no-position = Где это, сообщит комиссия.
places-to-sun = Солнце и свет в день съёмок
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
places-same-region = В том же регионе
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
