# Собственный список посетителя
list-title = Выбранные места
list-lead = { $count ->
    [one] { $count } место. Выберите фотографии, напишите заметку, поделитесь.
    [few] { $count } места. Выберите фотографии, напишите заметку к каждому, расставьте по порядку, поделитесь.
    [many] { $count } мест. Выберите фотографии, напишите заметку к каждому, расставьте по порядку, поделитесь.
   *[other] { $count } места. Выберите фотографии, напишите заметку к каждому, расставьте по порядку, поделитесь.
}
list-nothing = Пока ничего не выбрано. Добавьте место с его страницы или из списка локаций; учётная запись не нужна.
list-cookie = Этот браузер хранит список год с помощью файла cookie, который ничего о вас не говорит.
list-look = Смотреть локации
list-added = Добавлено в ваш список.
list-in-it = { $count ->
    [one] В вашем списке: { $count } место
    [few] В вашем списке: { $count } места
    [many] В вашем списке: { $count } мест
   *[other] В вашем списке: { $count } места
}
list-already = Это место уже есть в списке.
list-full = В списке может быть не больше шестидесяти мест. Сначала уберите одно.
list-saved = Сохранено.
list-removed = Убрано. Вернуть можно под списком.
list-shared = Ссылка готова. Передайте её.
list-back = Вернуться туда, где вы были
list-share = Поделиться
list-send = Отправить в комиссию
list-link = Ваша ссылка
list-link-hint = Кто её получит, увидит места, фотографии и ваши заметки и сможет высказаться без учётной записи. Она действует до { $day }; если поделиться снова, срок продлится. Что вы меняете здесь, меняется и там.
list-link-expired = Срок ссылки вышел { $day }. Поделитесь снова: ссылка останется прежней.
list-name = Название списка
list-name-hint = Необязательно. Его увидят ваши читатели.
list-taken-out = Убранные

# Что видит читатель
link-for = Для: { $name }
link-lead = { $count ->
    [one] { $count } место
    [few] { $count } места
    [many] { $count } мест
   *[other] { $count } места
}
link-places = Места
link-until = Ссылка действует до { $day }.
link-preview = Так это видят ваши читатели. Ваши просмотры не считаются.
link-contact = К кому обратиться
link-expired = Срок этой ссылки вышел
link-expired-on = Она действовала до { $day }.
link-withdrawn = Эта ссылка отозвана
link-withdrawn-text = Отправитель отозвал её.
link-ask-office = Напишите в кинокомиссию и попросите новую ссылку: всё, что вы сказали о местах, сохранено.
link-ask-friend = Попросите отправителя нажать «Поделиться» ещё раз: та же ссылка снова заработает, а ваши отзывы сохранены.
link-ask-anew = Спросить комиссию

# Что говорит читатель
reaction-title = Отклики
reaction-ask = Что вы думаете?
reaction-yes = Да
reaction-no = Нет
reaction-more = Ещё такие
reaction-comment = Пара слов (необязательно)
reaction-name = Ваше имя (необязательно)
reaction-kept = Ваш ответ: { $liking }. Его можно изменить.
reaction-missing = Нажмите один из трёх ответов
reaction-none-yet = Пока никто не высказался.

# Открытия
opening-page = просмотр
opening-archive = скачан архив
opening-paper = скачан PDF
opening-count = { $count ->
    [one] Открыто { $count } раз
    [few] Открыто { $count } раза
    [many] Открыто { $count } раз
   *[other] Открыто { $count } раза
}
opening-none-yet = Ещё не открывали.
opening-hint = О каждом открытии записываются время и язык, но не кто и откуда.

# Общее
package-photos = Какие фотографии показать
package-note = Заметка
package-scene = Сцена
package-save = Сохранить
package-up = Выше
package-down = Ниже
package-remove = Убрать
package-restore = Вернуть
package-zip = Скачать ZIP
package-pdf = Скачать PDF
package-sun = Солнце { $day }
package-sun-on = День съёмки
package-sun-hint = Например, 23.09.2026
package-day-wrong = Напишите день, например 23.09.2026
package-drawing = Рисунок, не фотография
package-unreleased = Ещё не опубликовано
package-all-facts = Всё, что известно
package-more = Страница места
package-made = Составлено { $moment }
package-credits = Авторы изображений и условия их использования
package-footing = На странице каждого места — сегодняшние сведения: наведите телефон на квадрат.
package-watermark = Конфиденциально: для { $name }

# Офис
office-packages = Подборки
package-new = Новая подборка
package-none-yet = Подборок пока нет. Начните из дела, из проекта или здесь.
package-others = Подборки этого проекта
package-title = Название
package-title-hint = Его увидит получатель
package-title-missing = Напишите название
package-recipient = Получатель
package-recipient-missing = Напишите, для кого она
package-email = Электронная почта
package-email-hint = Куда уйдёт письмо
package-email-wrong = Напишите адрес, например name@example.org
package-language = Язык
package-begin-with = Начать с того, что выбрали они
package-begin-empty = Начать с пустой
package-look-at = Посмотреть
package-make = Создать подборку
package-state = Состояние
package-state-open = Готовится
package-state-shared = Отправлена
package-state-withdrawn = Отозвана
package-expires-on = Действует до
package-opened = Открытий
package-preview = Посмотреть глазами получателя
package-sent-at = отправлена { $moment }
package-empty-hint = Мест пока нет. Найдите их рядом или пусть их предложит сценарий.
package-find = Найти места
package-find-words = Слова
package-find-hint = Название, тип, образ: каньон, Марс, советский
package-find-do = Найти
package-find-nothing = Такого у нас нет. Попробуйте другое слово или так и скажите получателю.
package-add = Добавить отмеченные
package-suggested = Слова самого запроса подсказывают
package-script = Места для сценария
package-script-file = Сценарий
package-script-hint = Fountain или Final Draft (.fdx). Он читается и не сохраняется. Если ничего не выбрать, берётся сценарий проекта, когда вы ведёте его дело.
package-script-pages = Или вставьте заголовки сцен
package-script-do = Предложить места
package-script-none = Заголовки сцен не найдены: выберите сценарий или вставьте строки вида НАТ. КАНЬОН – ДЕНЬ
package-script-pasted = Вставленные страницы
package-script-found = Что нужно: { $title }
package-script-back = Назад к подборке
package-missing = { $count ->
    [one] Этого у нас нет
    [few] Этих { $count } мест у нас нет
    [many] Этих { $count } мест у нас нет
   *[other] Этих { $count } мест у нас нет
}
package-missing-hint = Скажите об этом прямо или попросите скаута: из опубликованного к заголовку ничего не подходит.
package-scenes = сцены { $scenes }
package-send = Отправка
package-message = Письмо
package-message-hint = Минуту оно ждёт в исходящих, его можно отозвать в деле.
package-send-do = Отправить
package-cannot-be-sent = Сначала добавьте место и адрес электронной почты.
package-sent = Отправлено. В течение минуты письмо можно отозвать в деле.
package-withdraw = Отозвать ссылку
package-is-withdrawn = Ссылка больше никуда не ведёт. Новая отправка откроет её.
package-letter-missing = Напишите письмо
package-empty = Сначала добавьте место
package-shut = Последний день ссылки прошёл или она отозвана: сначала укажите другой день
package-subject = Места для проекта «{ $title }»
package-letter =
    Здравствуйте, { $name }!

    Вот места для проекта «{ $title }». Ссылка открывается без учётной записи; пожалуйста, скажите о каждом, что вы думаете:

    { $link }

    Она действует до { $until }.

    { $officer }
package-settings = Настройки
package-words = Что стоит над местами
package-contact = К кому может обратиться получатель
package-contact-officer = Ко мне, с именем и почтой
package-contact-office = В комиссию
package-contact-nobody = Ни к кому
package-reader = Что показать о месте
package-reader-hint = Контакты владельцев и точные координаты округлённых мест не показываются никогда.
package-reader-anybody = То, что видят все
package-reader-verified = И то, что видят проверенные продюсеры
package-expiry-past = Последний день не может быть в прошлом
