# Солнце над местом
sun-title = Солнце: { $place }
sun-block = Солнце здесь
sun-on-day = { $day }, по часам страны
sun-date = День
sun-show = Показать этот день
sun-date-refused = `{ $typed }` — не день с 1900 по 2200 год: выберите его в календаре
sun-other-days = Другие дни
sun-previous = Предыдущий день
sun-following = Следующий день
sun-dawn = Рассвет
sun-sunrise = Восход
sun-golden-until = Золотой свет до
sun-noon = Солнце выше всего
sun-golden-from = Золотой свет с
sun-sunset = Закат
sun-dusk = Конец сумерек
sun-length = Долгота дня
sun-hours = { $hours } ч { $minutes } мин
sun-towards = азимут { $degrees }
sun-high = высота { $degrees }
sun-day-before = (накануне)
sun-day-after = (на следующий день)
sun-never-sets = В этот день солнце не заходит.
sun-never-rises = В этот день солнце не восходит.
sun-golden-all-day = Солнце весь день ниже 6°: свет золотой от восхода до заката.
sun-clock-title = Часы здесь обманывают
sun-clock-ahead =
    { $minutes ->
        [one] Часы спешат относительно солнца на { $minutes } минуту: выше всего оно в { $noon }, а не в полдень. Утром темнее, чем кажется по часам, вечер длиннее.
        [few] Часы спешат относительно солнца на { $minutes } минуты: выше всего оно в { $noon }, а не в полдень. Утром темнее, чем кажется по часам, вечер длиннее.
       *[other] Часы спешат относительно солнца на { $minutes } минут: выше всего оно в { $noon }, а не в полдень. Утром темнее, чем кажется по часам, вечер длиннее.
    }
sun-clock-behind =
    { $minutes ->
        [one] Часы отстают от солнца на { $minutes } минуту: выше всего оно уже в { $noon }. Светает раньше, чем кажется по часам, и темнеет раньше.
        [few] Часы отстают от солнца на { $minutes } минуты: выше всего оно уже в { $noon }. Светает раньше, чем кажется по часам, и темнеет раньше.
       *[other] Часы отстают от солнца на { $minutes } минут: выше всего оно уже в { $noon }. Светает раньше, чем кажется по часам, и темнеет раньше.
    }
sun-note = Азимуты отсчитываются от истинного севера по часовой стрелке; компас показывает иначе. Высота — над ровным горизонтом: стены каньона и горы закрывают солнце дольше. Рассвет начинается, а сумерки кончаются, когда солнце на 6° ниже горизонта.
sun-rounded = Рассчитано для округлённых координат, которые опубликованы.
sun-uncertain = Эти координаты ещё никто не проверял на месте.
sun-dial-title = Небо, { $place }, { $day }
sun-dial-text = Вид сверху, север вверху: солнце восходит в { $sunrise }, азимут { $east }; выше всего оно в { $noon }, высота { $height }; заходит в { $sunset }, азимут { $west }.
sun-north = С
sun-east = В
sun-south = Ю
sun-west = З
sun-any-day = Солнце в любой другой день
sun-table = Солнце каждые { $minutes } минут
sun-every = Лучше каждые { $minutes } минут
sun-time = Время
sun-height = Высота
sun-direction = Азимут
sun-light = Свет
sun-light-day = День
sun-light-golden = Золотой
sun-light-twilight = Сумерки

# Карта
map-title = Карта найденных мест
map-of = Карта вокруг: { $place }
map-skip = Пропустить карту
map-help = Стрелки двигают карту, плюс и минус меняют масштаб
map-in = Ближе
map-out = Дальше
map-around = Места вокруг на карте
map-open = Открыть страницу
map-near = Посмотреть ближе
map-close = Закрыть
map-search = Искать здесь
map-follow = Обновлять список, когда я двигаю карту
map-all =
    { $count ->
        [0] На карте показывать нечего.
        [one] { $count } место на карте.
        [few] { $count } места на карте.
       *[other] { $count } мест на карте.
    }
map-some =
    { $count ->
        [one] { $count } место из { $total } на этой части карты.
        [few] { $count } места из { $total } на этой части карты.
       *[other] { $count } мест из { $total } на этой части карты.
    }
map-wider = Шире
map-everywhere = Вся страна
map-credit = Данные карты: { $sources }
map-pin = { $name }, { $kind }
map-cluster =
    { $count ->
        [one] { $count } место: { $names }
        [2] { $count } места: { $names }
        [3] { $count } места: { $names }
        [few] { $count } места, среди них { $names }
       *[other] { $count } мест, среди них { $names }
    }
map-in-city = { $city }: в городе или рядом
map-whereabouts = { $city }: { $kilometres } км { $direction }
map-north = на север
map-north-east = на северо-восток
map-east = на восток
map-south-east = на юго-восток
map-south = на юг
map-south-west = на юго-запад
map-west = на запад
map-north-west = на северо-запад
