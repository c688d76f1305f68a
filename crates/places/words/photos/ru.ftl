# Фотографии мест.

photos-photos = Фотографии
photos-of = Фотографии: { $place }
photos-number-of = Фото { $number } из { $count }
photos-honesty = Без ретуши, если не сказано иное. У каждого снимка указано, куда смотрит камера и когда он сделан, насколько это известно.
photos-none = Опубликованных фотографий этого места пока нет.
photos-none-yet = Фотографий пока нет. Добавьте их выше: общие планы при дневном свете, каждую сторону, подъезд и базу.
photos-drawings-why = Рисунок стоит там, где фотографии ещё нет. Он показывает тип ландшафта и свет этого часа, а не само место.
photos-drawing = Рисунок
photos-retouched = С ретушью
photos-drone = С дрона
photos-old = Старше 24 месяцев
photos-old-count =
    { $count ->
        [one] { $count } фотография старше 24 месяцев
        [few] { $count } фотографии старше 24 месяцев
       *[many] { $count } фотографий старше 24 месяцев
    }
photos-drawn = Нарисовано для этого сайта
photos-by = Фото: { $name }
photos-looks = Вид на { $direction } ({ $degrees }°)
photos-looks-by-compass = Вид на { $direction } ({ $degrees }° по компасу)
photos-north = север
photos-northeast = северо-восток
photos-east = восток
photos-southeast = юго-восток
photos-south = юг
photos-southwest = юго-запад
photos-west = запад
photos-northwest = северо-запад
photos-spring = Весна
photos-summer = Лето
photos-autumn = Осень
photos-winter = Зима
photos-earlier = Предыдущее фото
photos-later = Следующее фото
photos-close = Закрыть
photos-all = Все фотографии
photos-all-count =
    { $count ->
        [one] Все фотографии ({ $count })
        [few] Все фотографии ({ $count })
       *[many] Все фотографии ({ $count })
    }
photos-back = Назад: { $place }
photos-alt = Что видно
photos-alt-hint = Для тех, кто не видит снимка, и для поиска: «Красные скалы над зелёной рекой, слева дорога».
photos-taken = Дата съёмки
photos-season = Время года
photos-bearing = Куда смотрит камера
photos-bearing-hint = Градусы от севера по часовой стрелке: от 0 до 360.
photos-north-of = Отсчёт от
photos-north-true = Истинного севера (карта)
photos-north-magnetic = Магнитного севера (компас)
photos-lens = Объектив
photos-is-retouched = Ретушь
photos-is-drone = Снято с дрона
photos-yes = Да
photos-no = Нет
photos-unknown = Неизвестно
photos-unchanged = Не менять
photos-creator = Фотограф
photos-credit = Подпись автора
photos-credit-hint = Как она будет стоять рядом со снимком. Пусто: имя фотографа.
photos-copyright = Знак авторского права
photos-licence = Лицензия
photos-licence-hint = Например CC BY 4.0 или «только для скаутинга».
photos-state-staged = Не опубликовано
photos-state-published = Опубликовано
photos-state-withdrawn = Снято с публикации
photos-queue-staged = Ждут публикации
photos-queue-none = Нет
photos-count =
    { $count ->
        [one] { $count } фотография
        [few] { $count } фотографии
       *[many] { $count } фотографий
    }
photos-add = Добавить фотографии
photos-add-button = Добавить
photos-files = Фотографии или один архив ZIP
photos-files-hint = JPEG, PNG или WebP, до 40 МБ и 120 мегапикселей каждая; лучше от 3000 точек по длинной стороне. До 250 МБ за раз.
photos-for-all-hint = Поля ниже относятся к файлам, в которых этого нет.
photos-taken-in = Добавлено
photos-outcomes = Добавлено: { $taken }. Не добавлено: { $refused }
photos-developing = Готовится
photos-missing = Для публикации нужно
photos-gap-development = дождаться копий, они готовятся
photos-gap-alt = описание того, что видно, хотя бы на одном языке
photos-gap-credit = фотограф или подпись автора
photos-double = Похоже на другое
photos-double-at = фото места { $place } (отличаются { $distance } из 64 признаков)
photos-edit = Описать
photos-move-earlier = Выше
photos-move-later = Ниже
photos-chosen = С выбранными фотографиями
photos-publish = Опубликовать
photos-withdraw = Снять с публикации
photos-describe-chosen = Описать выбранные фотографии
photos-only-filled = Изменится только то, что вы заполните.
photos-describe = Записать выбранным
photos-save = Сохранить
photos-save-publish = Сохранить и опубликовать
photos-restore = Вернуть
photos-done-added =
    { $count ->
        [one] Добавлена { $count } фотография. Она готовится.
        [few] Добавлено { $count } фотографии. Они готовятся.
       *[many] Добавлено { $count } фотографий. Они готовятся.
    }
photos-done-published =
    { $count ->
        [one] Опубликована { $count } фотография
        [few] Опубликовано { $count } фотографии
       *[many] Опубликовано { $count } фотографий
    }
photos-done-withdrawn =
    { $count ->
        [one] Снята с публикации { $count } фотография
        [few] Снято с публикации { $count } фотографии
       *[many] Снято с публикации { $count } фотографий
    }
photos-done-described =
    { $count ->
        [one] Сохранена { $count } фотография
        [few] Сохранено { $count } фотографии
       *[many] Сохранено { $count } фотографий
    }
photos-refused-none = Выберите хотя бы одну фотографию
photos-refused-all = Ни один из этих файлов не удалось добавить
photos-refused-nothing-chosen = Сначала выберите фотографии
photos-refused-gaps = Некоторым выбранным фотографиям чего-то не хватает: рядом с ними написано «Для публикации нужно»
photos-refused-day = Укажите день календаря
photos-refused-bearing = Укажите градусы от 0 до 360
photos-refused-there = Этот самый файл уже есть среди фотографий места
photos-refused-empty = Файл пуст. Скопируйте его с камеры ещё раз
photos-refused-heic = Это снимок HEIC, браузеры его не показывают. Сохраните его как JPEG или включите на телефоне «наиболее совместимый» формат
photos-refused-gif = Это GIF. Пришлите снимок в формате JPEG
photos-refused-tiff = Это TIFF или RAW камеры. Сохраните его как JPEG с лучшим качеством
photos-refused-svg = Это рисунок SVG, в нём могут быть программы. Пришлите фотографию
photos-refused-other = Это не фотография. Пришлите JPEG, PNG или WebP
photos-refused-large = { $width } × { $height } — это { $megapixels } мегапикселей; можно не больше { $most }. Сохраните снимок шириной { $widest } точек
photos-refused-small = { $width } × { $height } точек слишком мало. Нужно хотя бы 480, лучше 3000 по длинной стороне
photos-refused-strip = { $width } × { $height } — полоса, высота которой больше ширины более чем в шесть раз. Вырежьте важную часть
photos-refused-animated = Изображение движется. Пришлите неподвижный снимок в формате JPEG
photos-refused-cmyk = Цвета в CMYK, для печати. Сохраните снимок в RGB (sRGB)
photos-refused-coding = Браузеры не читают такую кодировку. Сохраните снимок как обычный JPEG
photos-refused-cut-off = Файл обрывается раньше изображения. Скопируйте его с камеры ещё раз
photos-refused-damaged = Файл повреждён. Скопируйте его с камеры ещё раз
photos-refused-archive-damaged = Архив повреждён. Создайте его ещё раз
photos-refused-archive-many = В архиве { $entries } файлов; можно не больше { $most }. Разделите его
photos-refused-archive-large = Архив распаковывается более чем в { $most } МБ. Разделите его
photos-refused-archive-leads-out = Имя файла в архиве ведёт за его пределы. Создайте архив из обычной папки
photos-refused-archive-nested = В архиве лежит архив. Сначала распакуйте его
photos-refused-archive-lies = Размер файла в архиве не тот, что указан. Создайте архив ещё раз
photos-refused-archive-password = Архив закрыт паролем. Пришлите его без пароля
photos-refused-archive-no-photos = В архиве нет фотографий
