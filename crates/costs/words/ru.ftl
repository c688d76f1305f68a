# Что говорится о прочитанном реестре: отказы, проблемы, поля, категории.

## Файл нельзя прочитать
costs-refusal-empty = Файл пуст
costs-refusal-empty-fix = Сохраните таблицу ещё раз и выберите новый файл
costs-refusal-too-many-bytes = Файл слишком велик: { $found }, читается не больше { $most }
costs-refusal-too-many-bytes-fix = Удалите картинки и лишние листы или разделите файл на части
costs-refusal-too-many-unpacked-bytes = В распакованном виде файл был бы больше { $most }
costs-refusal-too-many-unpacked-bytes-fix = Сохраните лист с расходами отдельно в новый файл
costs-refusal-too-many-rows = На листе `{ $sheet }` больше строк, чем читается: { $most }
costs-refusal-too-many-rows-fix = Разделите реестр по месяцам или по цехам
costs-refusal-too-many-columns = На листе `{ $sheet }` есть данные правее столбца номер { $most }
costs-refusal-too-many-columns-fix = Удалите то, что стоит далеко справа от реестра
costs-refusal-too-many-cells = На листе `{ $sheet }` больше заполненных ячеек, чем читается: { $most }
costs-refusal-too-many-cells-fix = Оставьте только столбцы реестра или разделите файл
costs-refusal-too-many-sheets = В книге больше листов, чем читается: { $most }
costs-refusal-too-many-sheets-fix = Сохраните лист с расходами отдельно в новый файл
costs-refusal-encrypted = Файл защищён паролем
costs-refusal-encrypted-fix = Откройте его в табличном редакторе, снимите пароль и сохраните ещё раз
costs-refusal-not-a-spreadsheet =
    { $looks-like ->
        [png] Это картинка, а не таблица
        [jpeg] Это фотография, а не таблица
        [gif] Это картинка, а не таблица
        [bmp] Это картинка, а не таблица
        [tiff] Это картинка, а не таблица
        [webp] Это картинка, а не таблица
        [pdf] Это документ PDF, а не таблица
        [rtf] Это текстовый документ, а не таблица
        [doc] Это текстовый документ, а не таблица
        [html] Это веб-страница, а не таблица
        [zip] Это архив, а не таблица
        [rar] Это архив, а не таблица
        [seven-zip] Это архив, а не таблица
        [gzip] Это архив, а не таблица
       *[other] Это не таблица
    }
costs-refusal-not-a-spreadsheet-fix = Пришлите файл в формате xlsx, xls, xlsb, ods или csv; архив нужно сначала распаковать
costs-refusal-damaged = Файл повреждён или скопирован не до конца (`{ $part }`)
costs-refusal-damaged-fix = Откройте его в табличном редакторе, сохраните ещё раз и пришлите новый файл
costs-refusal-no-such-sheet = В книге нет листа `{ $sheet }`
costs-refusal-no-such-sheet-fix = Выберите один из имеющихся листов
costs-refusal-nothing-inside = Ни на одном листе ничего нет
costs-refusal-nothing-inside-fix = Проверьте, тот ли файл выбран
costs-refusal-no-ledger = Ни один лист не похож на бюджет или реестр расходов; просмотрены: { $sheets }
costs-refusal-no-ledger-fix = Поставьте над расходами строку заголовков, хотя бы `Описание` и `Сумма`

## Проблемы: группа, что ожидалось, что делать
costs-problem-mapping-does-not-fit = Сохранённое сопоставление не подходит к этому файлу
costs-problem-mapping-does-not-fit-expected = заголовки из сохранённого сопоставления
costs-problem-mapping-does-not-fit-fix = Проверьте столбцы ниже и сохраните сопоставление заново
costs-problem-no-amount-column = Столбец с суммами не найден
costs-problem-no-amount-column-expected = один столбец со стоимостью каждой строки
costs-problem-no-amount-column-fix = Укажите, в каком столбце стоят суммы
costs-problem-two-columns-for-one-field = Два столбца могут быть суммой: { $count }
costs-problem-two-columns-for-one-field-expected = один столбец сумм; взят столбец { $expected }
costs-problem-two-columns-for-one-field-fix = Выберите, какой из двух считать
costs-problem-column-to-check = Столбцы, понятые лишь по части заголовка или по ячейкам: { $count }
costs-problem-column-to-check-expected = ясный заголовок
costs-problem-column-to-check-fix = Проверьте, верно ли понят столбец
costs-problem-currency-unknown = Суммы без валюты: { $count }
costs-problem-currency-unknown-expected = валюта в столбце, заголовке, названии или ячейке
costs-problem-currency-unknown-fix = Выберите валюту для всего файла или добавьте столбец
costs-problem-currency-unreadable = Непонятные валюты: { $count }
costs-problem-currency-unreadable-expected = код, например `KZT`, `USD`, `EUR`
costs-problem-currency-unreadable-fix = Напишите код или один раз укажите, что значит слово
costs-problem-amount-unreadable = Непонятные суммы: { $count }
costs-problem-amount-unreadable-expected = число, например `1 234 567,89`
costs-problem-amount-unreadable-fix = Исправьте ячейку в своём файле и загрузите его снова
costs-problem-amount-ambiguous = Суммы, которые можно прочесть двояко: { $count }
costs-problem-amount-ambiguous-expected = `1,234` может быть тысячей или единицей с дробью
costs-problem-amount-ambiguous-fix = Укажите, что в этом столбце отделяет дробную часть: запятая или точка
costs-problem-amount-in-words = Суммы, округлённые до тысяч или миллионов: { $count }
costs-problem-amount-in-words-expected = точная сумма цифрами
costs-problem-amount-in-words-fix = Напишите сумму полностью
costs-problem-amount-missing = Строки без суммы, не учтены: { $count }
costs-problem-amount-missing-expected = сумма или ноль
costs-problem-amount-missing-fix = Напишите сумму или удалите строку
costs-problem-amount-too-large = Неправдоподобно большие суммы: { $count }
costs-problem-amount-too-large-expected = меньше девяноста квадриллионов
costs-problem-amount-too-large-fix = Исправьте ячейку; возможно, слились два числа
costs-problem-amount-rounded = Суммы, где знаков после запятой больше, чем у валюты, округлены: { $count }
costs-problem-amount-rounded-expected = прочитано как { $expected }
costs-problem-amount-rounded-fix = Если округлённая сумма верна, делать ничего не нужно
costs-problem-amount-in-thousands = Столбцы, где по заголовку тысячи или миллионы: { $count }
costs-problem-amount-in-thousands-expected = каждая сумма умножена на { $expected }
costs-problem-amount-in-thousands-fix = Проверьте одну строку; если неверно, измените заголовок
costs-problem-number-unreadable = Непонятные количества, ставки или дни: { $count }
costs-problem-number-unreadable-expected = число
costs-problem-number-unreadable-fix = Исправьте ячейку; на саму сумму это не влияет
costs-problem-date-unreadable = Непонятные даты: { $count }
costs-problem-date-unreadable-expected = день, например `01.03.2026`
costs-problem-date-unreadable-fix = Выберите формат или исправьте ячейки
costs-problem-date-ambiguous = Даты, которые можно прочесть двояко: { $count }
costs-problem-date-ambiguous-expected = `1/3/2026` может быть мартом или январём
costs-problem-date-ambiguous-fix = Укажите, что в этом столбце стоит первым: день или месяц
costs-problem-date-from-number = Даты, записанные просто числом: { $count }
costs-problem-date-from-number-expected = прочитано как { $expected }
costs-problem-date-from-number-fix = Если день верен, делать ничего не нужно
costs-problem-error-cell = Ячейки с ошибкой табличного редактора: { $count }
costs-problem-error-cell-expected = значение; `{ $found }` значит, что формула сломана
costs-problem-error-cell-fix = Исправьте формулу в своём файле и загрузите его снова
costs-problem-tax-does-not-add-up = Строки, где сумма без налога и налог не дают сумму с налогом: { $count }
costs-problem-tax-does-not-add-up-expected = { $expected }
costs-problem-tax-does-not-add-up-fix = Исправьте неверную из трёх сумм
costs-problem-quantity-times-rate-differs = Строки, где количество на цену не даёт сумму, хотя в других строках даёт: { $count }
costs-problem-quantity-times-rate-differs-expected = { $expected }
costs-problem-quantity-times-rate-differs-fix = Проверьте, не вписано ли число поверх формулы
costs-problem-place-unknown = Нераспознанные места выполнения работ: { $count }
costs-problem-place-unknown-expected = страна или указание: внутри страны либо за рубежом
costs-problem-place-unknown-fix = Один раз укажите страну; это подействует на все такие строки
costs-problem-country-unknown = Нераспознанные страны поставщиков: { $count }
costs-problem-country-unknown-expected = страна
costs-problem-country-unknown-fix = Один раз укажите страну; это подействует на все такие строки
costs-problem-kind-unknown = Нераспознанные виды затрат: { $count }
costs-problem-kind-unknown-expected = товары, работы, услуги, оплата труда, финансовые или прочее
costs-problem-kind-unknown-fix = Один раз укажите, что значит слово; это подействует на все такие строки
costs-problem-tag-unknown = Нераспознанные коды льготы: { $count }
costs-problem-tag-unknown-expected = один из известных кодов
costs-problem-tag-unknown-fix = Один раз укажите, что значит код; это подействует на все такие строки
costs-problem-account-unknown = Строки с неизвестной категорией: { $count }
costs-problem-account-unknown-expected = счёт или слово, по которому видно, за что заплачено
costs-problem-account-unknown-fix = Один раз выберите категорию счёта; это подействует на все его строки
costs-problem-subtotal-left-out = Подытоги, распознанные и не учтённые повторно: { $count }
costs-problem-subtotal-left-out-expected = сумма строк ниже: { $expected }
costs-problem-subtotal-left-out-fix = Делать ничего не нужно
costs-problem-subtotal-differs = Статьи, чья сумма не равна сумме строк ниже; учтены строки: { $count }
costs-problem-subtotal-differs-expected = строки ниже дают { $expected }
costs-problem-subtotal-differs-fix = Исправьте сумму статьи или строки
costs-problem-total-differs = Итоги файла, которые не подтверждаются строками: { $count }
costs-problem-total-differs-expected = строки дают { $expected }
costs-problem-total-differs-fix = Проверьте, не выпала ли строка из суммы и верно ли прочитаны строки
costs-problem-total-not-checked = Итоги, которые нельзя проверить: { $count }
costs-problem-total-not-checked-expected = итог в единой валюте своих строк
costs-problem-total-not-checked-fix = Делать ничего не нужно; итог по разным валютам здесь не сложить
costs-problem-equivalent-column = Суммы тех же расходов в другой валюте, не учтены: { $count }
costs-problem-equivalent-column-expected = одна сумма на строку; учтён столбец { $expected }
costs-problem-equivalent-column-fix = Выберите другой столбец, если платили в его валюте
costs-problem-negative-amount = Отрицательные суммы, учтены как возвраты: { $count }
costs-problem-negative-amount-expected = сумма больше нуля или возврат
costs-problem-negative-amount-fix = Если это возвраты или исправления, делать ничего не нужно
costs-problem-twin-lines = Полностью одинаковые строки: { $count }
costs-problem-twin-lines-expected = одна строка на каждый расход; такая же стоит в строке { $expected }
costs-problem-twin-lines-fix = Удалите строку, если она внесена дважды
costs-problem-rate-row-unreadable = Непонятные строки курсов: { $count }
costs-problem-rate-row-unreadable-expected = день, валюта, число единиц и курс больше нуля
costs-problem-rate-row-unreadable-fix = Исправьте строку и загрузите файл снова
costs-problem-rate-twice = Второй, другой курс на тот же день: { $count }
costs-problem-rate-twice-expected = { $expected }
costs-problem-rate-twice-fix = Оставьте официальный
costs-problem-no-rate-column = Курсы не найдены
costs-problem-no-rate-column-expected = столбцы `дата`, `валюта`, `единиц`, `курс` или дата и по столбцу на валюту
costs-problem-no-rate-column-fix = Назовите столбцы или загрузите таблицу в том виде, в каком её публикует банк

## Поля
costs-field-line-id = Код строки
costs-field-account = Счёт, код статьи
costs-field-description = Описание
costs-field-amount = Сумма
costs-field-net = Сумма без налога
costs-field-tax = Налог
costs-field-gross = Сумма с налогом
costs-field-currency = Валюта
costs-field-incurred = Дата расхода
costs-field-invoice-number = Номер документа
costs-field-invoice-date = Дата документа
costs-field-supplier = Поставщик
costs-field-supplier-tax-id = БИН или ИИН поставщика
costs-field-supplier-country = Страна поставщика
costs-field-person = Исполнитель
costs-field-role = Должность
costs-field-residency = Резидентство
costs-field-work-place = Место выполнения
costs-field-work-from = Работы с
costs-field-work-to = Работы по
costs-field-kind = Вид затрат
costs-field-category = Категория, цех
costs-field-tag = Код льготы
costs-field-quantity = Количество
costs-field-unit = Единица измерения
costs-field-times = Множитель
costs-field-rate = Ставка, цена
costs-field-days = Дней
costs-field-days-in-country = Дней в стране
costs-field-paid = Дата оплаты
costs-field-pay-method = Способ оплаты
costs-field-pay-reference = Номер платежа
costs-field-related-party = Связанная сторона
costs-field-note = Примечание
costs-field-level = Уровень

## Категории
costs-category-story = Сценарий и права
costs-category-development = Разработка проекта
costs-category-producers = Продюсеры
costs-category-director = Режиссёр
costs-category-cast = Актёры
costs-category-production-staff = Режиссёрско-административная группа
costs-category-extras = Массовка
costs-category-stunts = Трюки
costs-category-art = Художественный цех
costs-category-construction = Строительство декораций
costs-category-set-dressing = Обстановка
costs-category-property = Реквизит, игровой транспорт, животные
costs-category-wardrobe = Костюм
costs-category-makeup = Грим и причёски
costs-category-grip = Механика и краны
costs-category-lighting = Свет
costs-category-camera = Операторская группа и камера
costs-category-production-sound = Звук на площадке
costs-category-special-effects = Спецэффекты
costs-category-locations = Локации
costs-category-stages = Павильоны
costs-category-transport = Транспорт
costs-category-travel = Переезды и перелёты
costs-category-accommodation = Проживание
costs-category-catering = Питание
costs-category-stock-and-data = Плёнка и носители данных
costs-category-second-unit = Вторая группа
costs-category-tests-and-rehearsal = Пробы и репетиции
costs-category-editing = Монтаж
costs-category-music = Музыка
costs-category-post-sound = Звук: постпродакшн
costs-category-visual-effects = Визуальные эффекты
costs-category-picture-finishing = Цвет, титры, мастер-копии
costs-category-fringes = Начисления на оплату труда
costs-category-insurance = Страхование
costs-category-legal-and-accounting = Право и бухгалтерия
costs-category-finance = Финансирование
costs-category-office = Офис и общие расходы
costs-category-publicity = Реклама
costs-category-overhead = Накладные расходы
costs-category-contingency = Резерв
costs-category-tax = Налоги и пошлины
costs-category-training = Обучение

## Короткие слова
costs-kind-goods = Товары
costs-kind-works = Работы
costs-kind-services = Услуги
costs-kind-labour = Оплата труда
costs-kind-finance = Финансовые
costs-kind-other = Прочее
costs-severity-blocker = Нужно решить
costs-severity-warning = Проверьте
costs-severity-note = К сведению
costs-confidence-sure = точно
costs-confidence-check = проверить
costs-confidence-none = не читается
costs-line-above = Творческая группа
costs-line-below = Съёмки
costs-line-post = Постпродакшн
costs-line-other = Прочее
costs-decision-person = ваш выбор
costs-decision-category-column = по слову `{ $rule }` в столбце категорий
costs-decision-chart = по счетам { $rule }
costs-decision-tag = по коду `{ $rule }`
costs-decision-description = по слову `{ $rule }` в описании
costs-decision-heading = по слову `{ $rule }` в заголовке выше
costs-decision-none = неизвестно
costs-error-file-problem = Проблема
costs-error-file-fix = Как исправить
