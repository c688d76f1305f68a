# Список локаций
locations-lead = Все локации страны: как они выглядят, как до них добраться и кто даёт разрешение.
locations-title-of = { $text }: локации
locations-search = Поиск локаций
locations-search-example = Каньон, Марс, Чарын …
locations-find = Найти
locations-filters = Фильтры
locations-apply = Применить фильтры
locations-any = Не важно
locations-region = Регион
locations-drive = Дорога от аэропорта
locations-hours = Не больше { $hours } ч
locations-type = Тип
locations-season = Можно снимать в месяце
locations-rooms = { $rooms } и больше
locations-credit = Здесь уже снимали
locations-distance = Расстояние от аэропорта
locations-from = Аэропорт
locations-at-most = Не дальше
locations-kilometres = { $kilometres } км
locations-sort = Порядок
locations-sort-best = Сначала самые подходящие
locations-sort-nearest = Сначала ближайшие к аэропорту
locations-sort-drive = Сначала с короткой дорогой
locations-sort-permit = Сначала с простым разрешением
locations-as-map = Карта
locations-as-list = Список
locations-remove = Убрать
locations-clear = Сбросить всё
locations-chosen = { $facet }: { $value }
locations-in-area = На этом участке карты
locations-within = Не дальше { $kilometres } км, аэропорт: { $airport }
locations-way = { $drive }, аэропорт { $airport }
locations-away = Расстояние: { $kilometres } км
locations-permit = Разрешение: { $permit }
locations-unknown = Здесь ничего не называется так: { $words }
locations-nothing = Локации, где есть всё это сразу, нет
locations-relax = Если убрать одно условие, кое-что найдётся:
locations-without = Без условия «{ $part }»
locations-scout-why = Возможно, мы знаем места, которых в этом списке ещё нет. Расскажите, что вы ищете: вам ответит конкретный сотрудник.
locations-scout = Спросить скаута
locations-scout-brief = Мы ищем: { $sought }
locations-pages = Страницы
locations-page = Страница { $page } из { $pages }
locations-previous = Назад
locations-next = Дальше

# Образы
looks-title = Может сыграть роль
looks-lead = Какие места мира может изобразить страна. Каждый образ ведёт к подходящим локациям.
looks-none = Ни у одной локации пока нет образа.
looks-other = Другие образы
looks-narrow = Уточнить выбор

# Похожие места
similar-title = Похожие локации
nearby-title = Рядом
easier-title = Похожие, с более простым разрешением

# Ленты
feed-title = Локации
