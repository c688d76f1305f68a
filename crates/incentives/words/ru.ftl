# Калькулятор, результат и его причины.

## Calculator
calculator-title = Калькулятор субсидии
calculator-lead = Загрузите готовую смету или введите суммы. Считают сами правила: каждая цифра ответа раскрывается до формулы, нормы и строк сметы.
calculator-with-file = По таблице
calculator-with-file-text = xlsx, xls, xlsb, ods или csv, с её собственными заголовками. Перед расчётом вы увидите, как поняты столбцы.
calculator-file = Смета или ведомость затрат
calculator-file-hint = Не больше 32 МБ. Файл хранится один день и только для вас.
calculator-read-file = Прочитать файл
calculator-sample = Попробовать на образце
calculator-sample-hint = Вымышленный игровой фильм: около тысячи строк, три валюты, русские заголовки.
calculator-with-totals = По суммам
calculator-with-totals-text = Сколько вы планируете потратить, по видам затрат. Эти суммы понимаются так:
calculator-with-figures-text = Суммы, о которых спрашивают правила.
calculator-currency = Валюта
calculator-on = Право на дату
calculator-work-out = Рассчитать субсидию
calculator-indicative = Расчёт ориентировочный. Обязывают только решение и соглашение.
calculator-no-file = Сначала выберите файл
calculator-not-a-currency = Выберите валюту из списка
calculator-not-an-amount = «{ $typed }» — не сумма; напишите так: 1 250 000 или 1 250 000,50
calculator-nothing-typed = Введите хотя бы одну сумму
calculator-not-a-day = «{ $typed }» — не дата; выберите её или напишите так: 2026-03-01

## How the file was understood
mapping-title = Как понят ваш файл
mapping-lead =
    { $file }: { $count ->
        [one] { $count } строка затрат
        [few] { $count } строки затрат
       *[other] { $count } строк затрат
    }
mapping-sums = Сумма строк
mapping-totals = Итоги в файле: сходятся со строками { $agree }, расходятся { $differ }
mapping-total-agrees = сходится со строками
mapping-total-differs = по строкам { $counted }
mapping-problems = На что посмотреть
mapping-columns = Столбцы
mapping-columns-text = Слева — что в файле, справа — как это понято. Исправьте неверное и прочитайте ещё раз.
mapping-in-file = В файле
mapping-samples = Например
mapping-means = Значит
mapping-ignored = не используется
mapping-sure = уверенно
mapping-check = проверьте
mapping-none = не распознан
mapping-decimal-mark = Перед дробной частью стоит
mapping-comma = запятая: «1,500» — полтора
mapping-point = точка: «1,500» — полторы тысячи
mapping-day-order = В дате первым стоит
mapping-day-first = день
mapping-month-first = месяц
mapping-on-hint = Строки без даты берут курс этого дня.
mapping-whole = Файл в целом
mapping-sheet = Лист
mapping-currency = Валюта сумм, у которых она не названа
mapping-gaps = О чём файл молчит
mapping-gaps-text = Скажите один раз за все такие строки. Что останется открытым, посчитаем и так и так, и ответ будет промежутком.
mapping-not-an-answer = Одного из ответов нет в его списке
mapping-read-again = Прочитать ещё раз
mapping-blocked = Сначала надо решить отмеченное красным ниже

## Result
result-title = Расчёт
result-law = право на { $day }
result-indicative = ориентировочно, не решение
result-up-to = До { $high }
result-between = От { $low } до { $high }
result-at-least = Не меньше { $low }
result-unknown = Пока неизвестно
result-all-counts = Затраты { $spent }, и все они засчитаны.
result-some-counts =
    Затраты { $spent }, из них засчитано { $counted }. Не засчитано { $left } ({ $lines ->
        [one] { $lines } строка
        [few] { $lines } строки
       *[other] { $lines } строк
    }): { $why }.
result-at-most = { $figure }, самое большее
result-gap =
    «{ $column }»: { $count ->
        [one] { $count } строка об этом молчит. Скажите ниже
        [few] { $count } строки об этом молчат. Скажите ниже
       *[other] { $count } строк об этом молчат. Скажите ниже
    }
result-not-in-force = Субсидии нет: на { $day } норма не действует. Последний известный текст закончился { $since }.
result-not-yet = Субсидии нет: на { $day } норма ещё не действует.
result-last-text = По последнему действовавшему тексту, на { $day }: { $amount }
result-last-text-note = Так считала норма, пока действовала; это не обещание на сегодня. Спросите комиссию, продлена ли она.
result-work-out-then = Рассчитать на тот день
result-row-problems = Строки, которые нельзя посчитать
result-short-of = Не хватает { $amount }: «{ $what }» меньше, чем «{ $limit }» ({ $value }). Ниже этого порога не платят ничего
result-perhaps-short-of = Не хватает { $amount }, если этот порог действует: «{ $what }» меньше, чем «{ $limit }» ({ $value }). Действует ли он, не решено; если да, не платят ничего
result-clear-of = Лишь на { $amount } выше порога: «{ $what }» против «{ $limit }» ({ $value })
result-waterfall = От затрат к субсидии
result-step = разница
result-in-part = засчитано частично
result-questions = Что уточнит ответ
result-questions-text = Самый важный вопрос — первый. Что оставлено пустым, остаётся открытым, и ответ будет промежутком.
result-more-questions = Всё остальное, что можно сообщить
result-not-told = не указано
result-column-question =
    «{ $column }»: { $count ->
        [one] для { $count } строки, где этого нет
       *[other] для { $count } строк, где этого нет
    }
result-open = Что закон оставляет открытым
result-open-text = Вопросы текста, которые никто не решил. Посчитано каждое прочтение; выберите одно, чтобы увидеть результат.
result-open-matters = меняет ваш результат
result-open-same = Открытые вопросы, которые здесь ничего не меняют
result-undecided = не решено
result-again = Пересчитать
result-again-beside = Пересчитать и поставить рядом с этим
result-scenarios = Рядом
result-this = { $name } (этот)
result-not-counted = Что не засчитано и почему
result-all-lines = Все строки
result-moved = Что сильнее всего меняет результат
result-moved-text = Каждое сдвинуто на десятую часть, остальное неизменно. Промежуток измеряется верхним концом. Нажмите на сумму, чтобы поставить такой расчёт рядом с этим.
result-rate-of = курс { $currency }
result-move = { $what }, { $change }: { $effect }
result-figures = Все показатели
result-figures-text = Откройте любой: формула, настоящие значения и норма.
result-more-figures = Промежуточные показатели
result-part = Что
result-value = Значение
result-state = Насколько точно
result-source = Источник
result-untranslatable = Не закодировано, посмотрите сами
result-params = Использованные значения с датами
result-rates = Использованные курсы валют
result-rate-currency = Валюта
result-rate = Курс
result-rate-days = Курсы за
result-from = С
result-until = По
result-assumed = Допущения
result-assumed-column =
    { $column }: { $count ->
        [one] { $count } строка без записи берёт значение по умолчанию
        [few] { $count } строки без записи берут значение по умолчанию
       *[other] { $count } строк без записи берут значение по умолчанию
    }
result-assumed-told =
    { $column }: { $count ->
        [one] { $count } строка без записи берёт то, что вы сообщили
        [few] { $count } строки без записи берут то, что вы сообщили
       *[other] { $count } строк без записи берут то, что вы сообщили
    }
result-version = С тех пор правила изменились
result-version-now = По сегодняшнему тексту: { $amount }. Цифра выше остаётся по тому тексту, по которому она посчитана.
result-version-text-alone = Изменились только слова, а не то, что считается.
result-facts-do-not-fit = данные больше не подходят
result-before = Тогда
result-after = Сегодня
result-keep = Сохранить и передать
result-keep-text = Этот адрес всегда показывает эту цифру: он хранит текст правил, ваши ответы и строки. Его откроет любой, у кого он есть.
result-command = То же в командной строке
result-times = Сроки решения и выплаты ещё не измерены, поэтому здесь ничего не обещано.
result-receipt = Квитанция
receipt-rulebook = Свод правил и его SHA-256
receipt-day = Применённая дата
receipt-facts = SHA-256 ответов
receipt-ledger = SHA-256 строк
receipt-rates = Курсы валют
receipt-engine = Версия программы
receipt-hash = SHA-256 всего вместе
result-not-a-number = «{ $typed }» сюда не подходит; напишите число, например 30 или 1 250 000
result-out-of-range = «{ $found }» вне допустимого: от { $low } до { $high }
outcome-known = известно
outcome-unknown = промежуток
outcome-not-in-force = не действует
outcome-conflict = нормы противоречат
outcome-untranslatable = насколько закодировано
outcome-undefined = нельзя посчитать

## One figure
result-given = Это сообщено, а не вычислено.
result-formula = Как считается
result-attach = Приложить к проекту
result-with-values = Со значениями этого расчёта
result-governed = Решило: { $limb }
result-parts = На чём основано
result-exceptions = Исключения
result-applied = применено
result-not-applied = не применено
result-clause = Норма:

## Lines
rows-title = По строкам
rows-count = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[other] { $count } строк
}
rows-download = Скачать строки в csv
rows-place = Место
rows-text = Затрата
rows-amount = Сумма
rows-value = Стоимость
rows-counted = Засчитано
rows-reason = Почему не всё
rows-earlier = Предыдущие строки
rows-later = Следующие строки

## On paper
paper-download = Этот расчёт в PDF
paper-dated = напечатано { $day }
paper-footing = Ориентировочно: права на субсидию не даёт. Обязывают только решение и договор.
paper-answers = Что сообщено
paper-question = Вопрос
paper-answer = Ответ
paper-narrows = не указано; уточнило бы ответ
paper-more-lines =
    { $count ->
        [one] и ещё { $count } строка
        [few] и ещё { $count } строки
       *[other] и ещё { $count } строк
    }
paper-formulas = Как считается каждый показатель
paper-each-line = считается по каждой строке

## While typing
live-title = С тем, что введено сейчас — { $figure }: { $headline }
live-not-kept = Пока ничего не сохранено: кнопка ниже даст этой цифре адрес.
