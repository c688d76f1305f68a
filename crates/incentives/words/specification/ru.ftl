# Право для чтения: свод правил, его нормы, его понятия.
spec-kicker = Правила субсидии дословно
spec-other-kicker = Для сравнения
spec-other-note = Хранится для сравнения и для проверки языка правил. Это не программа этой комиссии: обращайтесь туда, где она действует.
spec-in-force = Действует на { $day }
spec-in-force-text = Сегодня расчёт ведётся по этим правилам.
spec-ended = Действовало до { $day }; более новых текстов не найдено
spec-ended-text = За более поздние дни сумма не считается. Это не значит, что программа закрыта: спросите комиссию.
spec-ended-other = За более поздние дни сумма не считается.
spec-not-yet = На { $day } ещё не действует
spec-not-yet-text = За более ранние дни сумма не считается.
spec-reviewed = Последний поиск новых норм: { $day }
spec-reviewed-label = Последний поиск новых норм
spec-to-calculator = Рассчитать субсидию
spec-glance = Коротко
spec-glance-day = Посчитано по правилам на { $day }, без сведений о фильме
spec-since = с { $day }
spec-possible = возможна выплата
spec-nothing = не выплачивается
spec-periods = Срок действия
spec-period = с { $from } до { $until }
spec-period-open = с { $from }
spec-authentic = Языки подлинного текста закона
spec-about = Об этих правилах
spec-contents = Содержание
spec-clause = Норма
spec-clause-page = Эта норма на отдельной странице
spec-language-missing = Русского текста этой нормы нет; показан язык: { $language }
spec-kind-line = для каждой строки затрат
spec-kind-total = по всем строкам
spec-kind-define = показатель
spec-kind-input = вопрос
spec-kind-param = значение с датами
spec-kind-open = Открытый вопрос
spec-kind-column = столбец затрат
spec-kind-table = таблица курсов валют
spec-exception = Исключение
spec-overrides = Сильнее, чем
spec-untranslatable = Не заложено в расчёт, проверьте сами
spec-readings = Возможные прочтения
spec-default = Если не указано
spec-points = { $name }: достаточно { $pass } баллов из { $of }
spec-for = Для
spec-for-all = всех
spec-value = Значение
spec-values = Значения
spec-from = С
spec-until = По
spec-onward = срок не указан
spec-known = Известно с
spec-source = Источник
spec-certainty = Достоверность
spec-certainty-legend = Что значат буквы
spec-type-money = сумма в { $currency }
spec-type-any-money = сумма в любой валюте
spec-type-rate = доля
spec-type-count = число
spec-type-points = баллы
spec-type-days = число дней
spec-type-date = день
spec-type-bool = да или нет
spec-type-key = название
spec-examples-title = Примеры расчёта
spec-examples =
    { $count ->
        [one] { $count } пример расчёта, расхождений нет
        [few] { $count } примера расчёта, расхождений нет
       *[other] { $count } примеров расчёта, расхождений нет
    }
spec-examples-failed = Примеров расчёта: { $count }, из них не сходится: { $failed }
spec-tests =
    { $count ->
        [one] { $count } пример расчёта
        [few] { $count } примера расчёта
       *[other] { $count } примеров расчёта
    }
spec-example = Пример
spec-engine-gives = По правилам
spec-mark = Проверка
spec-passed = сходится
spec-failed = не сходится
spec-published = Опубликован
spec-refuted = Опубликованная цифра { $value } ({ $what }) неверна
spec-law = Как это записано для машины
spec-permalink = Адрес этой нормы
spec-hash = Версия свода правил (SHA-256 текста)
spec-previous = Предыдущая норма
spec-next = Следующая норма
spec-formula = Как считается
spec-question = Вопрос
spec-rests-on = Из чего складывается
spec-used-by = Где используется
spec-shown-by = Примеры
spec-to-shelf = Правила других стран, для сравнения
spec-shelf-title = Своды правил
spec-shelf-lead = Законы о кинематографических субсидиях, записанные так, что человек может их прочитать, а машина — посчитать.
spec-shelf-own = Программа этой комиссии
spec-shelf-others = Чужие программы
