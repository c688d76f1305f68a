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
