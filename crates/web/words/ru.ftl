# Слова рамки страницы, компонентов и страниц ошибок.

## Рамка
skip-to-content = К содержанию
navigation = Разделы сайта
languages = Языки
account = Учётная запись
account-sign-in = Войти
account-office = Кабинет
account-own = Мои проекты
breadcrumbs = Где вы находитесь
to-front-page = На главную
theme = Оформление
theme-light = Светлое
theme-dark = Тёмное
theme-system = Как на устройстве
contact = Контакты
footer-quiet = Этот сайт не обращается ни к каким другим сайтам. Его файлы cookie хранят ваш язык, оформление, ваш список и вход, и ничего больше.

## Числа и деньги
percent = { $number } %
money-with-sign = { $amount } { $sign }
money-with-code = { $amount } { $code }
amount-plain = { $number }
amount-millions = { $number } млн
amount-billions = { $number } млрд

## Формы
form-refused = Пожалуйста, исправьте
waterfall-as-table = То же в виде таблицы
waterfall-step = Шаг
waterfall-amount = Сумма

## Ошибки
error-not-found = Такой страницы нет
error-not-found-text = Возможно, адрес набран с ошибкой или такой страницы здесь никогда не было.
error-not-found-next = Проверьте адрес или начните с главной страницы.
error-forbidden = Это действие вам недоступно
error-forbidden-text = Запрос пришёл с другого сайта или не разрешён вам.
error-forbidden-next = Вернитесь на нашу страницу и повторите оттуда.
error-signed-out = Вы больше не в системе
error-signed-out-text = Здесь ничего не сохранено, но введённое вами осталось в форме, с которой вы пришли.
error-signed-out-next = Войдите снова в другом окне, вернитесь и отправьте форму ещё раз.
error-too-often = Слишком много попыток за короткое время
error-too-often-text = Чтобы никто не мог подбирать наугад, после нескольких попыток форма немного ждёт.
error-too-often-next = Подождите минуту, вернитесь и отправьте ещё раз. Введённое вами сохранилось.
error-conflict = Кто-то успел раньше
error-conflict-text = То, что вы хотели изменить, уже изменено. Ваши правки не сохранены.
error-conflict-next = Вернитесь, обновите страницу и посмотрите на новое состояние.
error-too-large = Файл слишком велик
error-too-large-text = Мы прекратили чтение и ничего не сохранили.
error-too-large-next = Сохраните таблицу без изображений и лишних листов и отправьте её снова.
error-unreadable = Запрос не удалось прочитать
error-unreadable-text = Что-то в форме или в адресе не соответствует этой странице. Ничего не сохранено.
error-unreadable-next = Вернитесь, обновите страницу и отправьте форму снова.
error-fault = У нас что-то сломалось
error-fault-text = Вы ни при чём, ошибка записана в наш журнал. Ничего не сохранено.
error-fault-next = Попробуйте через несколько минут. Если повторится, сообщите нам номер ниже.
request-number = Запрос { $number }

## Образцы
styleguide = Образцы оформления
styleguide-lead = Все компоненты в обеих темах. Смотрите сюда после каждого изменения стиля.
styleguide-type = Шрифт
styleguide-heading = Заголовок второго уровня
styleguide-text = Хороший текст спокоен. Строки короче семидесяти знаков, цифры стоят в столбцах, а ссылка говорит, куда ведёт.
styleguide-link = Ссылка в предложении
styleguide-buttons = Кнопки
styleguide-first = Главное действие
styleguide-second = Другое действие
styleguide-danger = Удаляющее действие
styleguide-form = Форма
styleguide-film-title = Название фильма
styleguide-total = Общий бюджет
styleguide-total-hint = Как в вашей таблице: пробелы, точки и запятые понятны
styleguide-refusal = `12 00o` не сумма; напишите так: 1200,50
styleguide-file = Смета
styleguide-file-hint = xlsx, xls, xlsb, ods, csv или текст с табуляцией
styleguide-refusal-file = Выберите файл
styleguide-kind = Вид произведения
styleguide-kind-hint = Одно из этих
styleguide-film = Полнометражный фильм
styleguide-series = Сериал
styleguide-share = Учитывать расходы сопродюсера
styleguide-notices = Сообщения
styleguide-info = Полезно знать
styleguide-warning = Меньше минимума
styleguide-open = Открытый вопрос закона
styleguide-done = Проверено
styleguide-notice-text = Одно-два предложения: что это значит для читателя и что делать дальше.
styleguide-badges = Метки
styleguide-table = Таблица
styleguide-row = Статья
styleguide-crew = Съёмочная группа и актёры
styleguide-places = Локации
styleguide-travel = Проезд
styleguide-amount = Сумма
styleguide-terms = Термины
styleguide-details = Как это посчитано
styleguide-cards = Карточки
styleguide-tabs = Вкладки-ссылки
styleguide-waterfall = От бюджета к зачтённым расходам
styleguide-budget = Бюджет
styleguide-abroad = Расходы за рубежом
styleguide-not-counted = Не зачтено
styleguide-counted = Зачтено
styleguide-crumb = Страница выше

## Роли сотрудников комиссии
role-officer = Специалист
role-verifier = Проверяющий
role-approver = Утверждающий
role-finance = Финансист
role-events = Ответственный за мероприятия
role-publisher = Редактор публикаций
role-administrator = Администратор
role-auditor = Аудитор

## Office
office-rail = Разделы офиса
office-search = Поиск по офису

## Moments
deadline-moment = { $day }, { $time } { $city }
deadline-time = { $time } { $city }
