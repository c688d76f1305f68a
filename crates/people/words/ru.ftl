# Words of people: accounts, records, duplicates.

## Signing in
people-sign-in = Войти
people-sign-in-lead = Введите адрес электронной почты. Мы пришлём ссылку для входа, пароль не нужен.
people-email = Адрес электронной почты
people-email-hint = Одинаково и в первый раз, и потом
people-send-link = Отправить ссылку
people-to-staff = Я работаю в комиссии
people-sent = Проверьте почту
people-sent-lead = Письмо отправлено на адрес { $email }. Ссылка действует один раз, в течение 30 минут.
people-sent-help = Письма нет через несколько минут? Посмотрите в спаме или проверьте адрес.
people-send-again = Отправить ещё раз
people-other-address = Указать другой адрес
people-enter = Ещё один шаг
people-enter-lead = Вы входите как { $email }.
people-enter-button = Войти сейчас
people-link-again = Введите адрес ниже, и мы пришлём новую.
people-link-unknown = Такой ссылки нет
people-link-used = Этой ссылкой уже воспользовались, или была отправлена более новая
people-link-expired = Срок действия ссылки истёк
people-not-an-address = Напишите адрес вида `name@example.com`
people-too-many-letters = На этот адрес уже отправлено несколько писем; подождите четверть часа
people-staff-sign-in = Вход для сотрудников
people-password = Пароль
people-next = Продолжить
people-to-reset = Я забыл пароль
people-to-link = Я не сотрудник: пришлите ссылку
people-wrong-password = Адрес и пароль не подходят друг к другу
people-too-many-tries = Слишком много попыток; подождите четверть часа
people-second-factor = Второй фактор
people-code = Код
people-code-hint = Шесть цифр из приложения-аутентификатора или один из резервных кодов
people-wrong-code = Код неверен или уже использован; дождитесь следующего
people-step-over = Этот шаг занял слишком много времени; начните снова
people-start-again = Начать снова
people-enrolment = Настройте второй фактор
people-enrolment-lead = Одного пароля для входа мало. Приложение-аутентификатор на телефоне выдаёт код для каждого входа.
people-enrolment-scan = Отсканируйте картинку приложением-аутентификатором.
people-enrolment-picture = Картинка для аутентификатора
people-enrolment-type = Или введите этот ключ:
people-enrolment-open = Открыть в аутентификаторе на этом устройстве
people-enrolment-code-hint = Введите шесть цифр, которые оно сейчас показывает
people-enrolment-done = Завершить
people-recovery = Сохраните эти коды
people-recovery-lead = Каждый один раз откроет учётную запись, если телефон потерян. Распечатайте или запишите: они показаны только сейчас.
people-recovery-kept = Я их сохранил
people-choose-password = Выберите пароль
people-choose-password-lead = Для учётной записи { $email }.
people-first = Станьте первым администратором
people-first-lead = Эта ссылка напечатана там, где работает программа, и действует один раз. После этого вы пригласите коллег.
people-name = Имя
people-new-password = Новый пароль
people-new-password-hint = Не короче 12 знаков; несколько слов легко запомнить и трудно угадать
people-password-short = Напишите не меньше 12 знаков
people-password-long = Напишите не больше 200 знаков
people-password-easy = Это легко угадать; напишите несколько слов
people-password-link-again = Введите адрес ниже, и мы пришлём новую; новый сотрудник обращается к администратору.
people-reset = Новый пароль для входа
people-reset-lead = Введите адрес электронной почты. Мы пришлём ссылку, по которой вы выберете новый пароль.
people-passkey-sign-in = Войти с ключом доступа
people-passkey-sign-in-lead = Устройство попросит палец, лицо или PIN-код. Вводить ничего не нужно.
people-passkey-use = Использовать ключ доступа
people-passkey-failed = Ключ доступа не использован
people-passkey-needs-script = Для ключей доступа нужны скрипты и браузер, который их поддерживает
people-passkey-instead = Войдите с паролем и кодом или по ссылке из письма.
people-passkey-to-password = С паролем и кодом, для сотрудников
people-passkey-to-link = По ссылке из письма
people-passkey-unknown = Этот ключ доступа здесь неизвестен; войдите иначе и добавьте его в учётную запись
people-passkey-over = Прошло слишком много времени или форма отправлена дважды; повторите
people-passkey-refused = Этот ключ доступа не принят; повторите или войдите иначе
people-passkey-not-verified = Устройство не проверило, кто вы; задайте на нём PIN-код, палец или лицо и повторите
people-passkey-other-key = Ключи доступа этого устройства здесь не принимаются; возьмите другое устройство
people-passkeys = Ключи доступа
people-passkeys-lead = Ключ доступа в телефоне, компьютере или брелоке открывает учётную запись по пальцу, лицу или PIN-коду, без пароля и письма. Прежние способы входа остаются.
people-passkey-name = Название ключа
people-passkey-name-hint = По которому вы его узнаете, например `Рабочий телефон`
people-passkey-code-hint = Шесть цифр из вашего аутентификатора
people-passkey-made = Добавлен
people-passkey-used = Последний вход
people-passkey-never = ещё не использован
people-passkey-remove = Убрать
people-passkey-remove-named = Убрать: { $name }
people-passkey-add = Добавить ключ доступа
people-passkey-make = Создать ключ доступа
people-passkey-make-lead = Устройство создаст ключ доступа «{ $name }» и сохранит его. Оно попросит палец, лицо или PIN-код.
people-passkey-not-made = Ключ доступа не создан; повторите или возьмите другое устройство
people-passkey-known = На этом устройстве уже есть ключ доступа к учётной записи
people-passkey-no-name = Дайте ключу название
people-passkey-too-many = Ключей уже двадцать; сначала уберите один
people-provider-sign-in = Войти с учётной записью организации
people-provider-leaving = Вы переходите на { $host }. Войдите там, и вы вернётесь сюда.
people-provider-unreachable = Вход организации не отвечает; войдите с паролем или ключом доступа и сообщите администратору
people-provider-turned-back = Вход организации вас не пропустил; повторите или войдите с паролем
people-provider-over = Прошло слишком много времени, форма отправлена дважды или вход начат в другом браузере; начните заново
people-provider-not-believed = Ответу входа организации нельзя доверять; начните заново, а если повторится, сообщите администратору
people-provider-unverified = Вход организации не подтверждает ваш адрес почты; обратитесь к администратору
people-provider-unknown = Среди сотрудников никого с вашим адресом почты нет; попросите администратора пригласить вас

## Letters
people-letter-link = Ваша ссылка для входа
people-letter-link-text =
    Откройте эту ссылку, чтобы войти. Она действует один раз, в течение 30 минут.

    { $link }

    Если вы её не запрашивали, ничего не делайте: без ссылки никто не войдёт.
people-letter-staff = Вход в рабочий кабинет
people-letter-staff-text =
    Сотрудники входят с паролем и кодом, а не по ссылке:

    { $link }
people-letter-closed = Ваша учётная запись закрыта
people-letter-closed-text =
    Кто-то запросил ссылку для входа с этим адресом. Учётная запись закрыта. Если она вам нужна, напишите нам:

    { $link }
people-letter-reset = Новый пароль
people-letter-reset-text =
    Откройте эту ссылку, чтобы выбрать новый пароль. Она действует один раз, в течение 30 минут.

    { $link }

    Если вы её не запрашивали, ничего не делайте: пароль останется прежним.
people-letter-no-password-text =
    Кто-то запросил новый пароль для этого адреса. Здесь пароля нет: войдите по ссылке.

    { $link }
people-letter-passkey = В вашу учётную запись добавлен ключ доступа
people-letter-passkey-text =
    Ключ доступа «{ $name }» теперь открывает вашу учётную запись. Если вы его не добавляли, сразу уберите его и сообщите нам:

    { $link }
people-letter-email = Это ваш новый адрес?
people-letter-email-text =
    Откройте эту ссылку, чтобы { $email } стал адресом вашей учётной записи. Она действует один раз, 30 минут.

    { $link }

    Если вы этого не просили, ничего не делайте: всё останется как есть.
people-letter-email-taken-text =
    Кто-то хотел сделать { $email } адресом своей учётной записи. У него уже есть учётная запись, поэтому ничего не меняется. Войти в неё:

    { $link }
people-letter-email-old = Адрес вашей учётной записи изменён
people-letter-email-old-text =
    У вашей учётной записи теперь другой адрес; { $email } её больше не открывает. Если это сделали не вы, сразу напишите нам:

    { $link }
people-letter-invitation = Вас пригласили в рабочий кабинет
people-letter-invitation-text =
    Коллега создал для вас учётную запись. Выберите пароль в течение семи дней:

    { $link }

## One's own account
people-account = Ваша учётная запись
people-signed-in-as = Вы вошли как { $email }
people-name-hint = Как к вам обращаться
people-language = Язык писем
people-language-hint = На котором мы вам пишем
people-time-zone = Часовой пояс
people-time-zone-hint = По городу, например `Asia/Almaty` или `Europe/Paris`
people-not-a-zone = Напишите часовой пояс, например `Europe/Paris`
people-save = Сохранить
people-saved = Сохранено
people-email-change = Другой адрес почты
people-email-change-lead = Письмо на новый адрес спросит, ваш ли он. Затем он заменит прежний, и на прежний придёт извещение.
people-new-email = Новый адрес почты
people-email-ask = Отправить письмо
people-email-sent = Письмо отправлено на новый адрес; ссылка из него действует один раз, 30 минут
people-not-another-address = Напишите другой адрес, например `name@example.com`
people-email-confirm-lead = { $email } станет адресом вашей учётной записи. Везде, где вы вошли, нужно будет войти снова.
people-email-confirm = Это мой адрес
people-email-taken = У этого адреса уже есть другая учётная запись
people-email-again = Адрес вашей учётной записи остаётся прежним. Там же можно запросить новое письмо.
people-sessions = Где вы вошли
people-device = Устройство
people-seen = Последний визит
people-act = Действие
people-this-session = Здесь, сейчас
people-end-session = Завершить
people-end-others = Завершить все остальные
people-sign-out = Выйти
people-codes-left = { $count ->
    [one] Остался { $count } резервный код
    [few] Осталось { $count } резервных кода
   *[other] Осталось { $count } резервных кодов
}
people-new-codes = Новые резервные коды
people-new-codes-hint = Введите код из аутентификатора; прежние резервные коды перестанут действовать
people-own-data = Ваши данные
people-own-data-text = Всё, что мы о вас храним, одним файлом. Чтобы мы вас забыли, напишите нам.
people-export = Скачать персональные данные

## Lists
people-people = Люди
people-organisations = Организации
people-search = Поиск
people-search-hint = Имя в любом письме, телефон, почта или номер
people-search-button = Найти
people-understood = По набранному ничего нет; найдено по `{ $typed }`
people-nothing-found = Ничего не найдено; попробуйте меньше букв или другое написание
people-nobody-yet = Здесь пока ничего нет
people-found = { $count ->
    [one] Найдена { $count } запись
    [few] Найдено { $count } записи
   *[other] Найдено { $count } записей
}
people-found-more = { $count ->
    [one] Показана { $count } из многих; наберите ещё слово
    [few] Показаны { $count } из многих; наберите ещё слово
   *[other] Показано { $count } из многих; наберите ещё слово
}
people-in-book = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
people-other-languages = На других языках
people-contact = Контакт
people-next-page = Следующая страница
people-new-person = Новый человек
people-new-organisation = Новая организация

## Records
people-values = Что известно
people-field = Что
people-value = Значение
people-visibility = Кто видит
people-visibility-hint = Сотрудники видят всё
people-visible-public = Все
people-visible-verified = Проверенные продюсеры
people-visible-office = Только сотрудники
people-kept = Для чего хранится
people-purpose = Цель хранения
people-purpose-hint = От неё зависит срок хранения персональных данных
people-purpose-service = Сопровождение съёмок
people-purpose-application = Заявка, разрешение или выплата
people-purpose-directory = Открытый каталог, с согласия
people-purpose-newsletter = Новости и приглашения, с согласия
people-until = до { $day }
people-edit = Изменить
people-cancel = Отмена
people-add-value = Добавить значение
people-add = Добавить
people-value-hint = Организацию можно указать по названию
people-detail = Пояснение
people-detail-hint = Например, должность или чей это телефон
people-language-of-name = Язык
people-language-of-name-hint = Только для имён и названий
people-empty-takes-away = Оставьте пустым, чтобы убрать значение
people-field-name = Имя или название
people-field-passport-name = Имя как в паспорте
people-field-sort-as = Порядок в списке
people-field-address-as = Обращение
people-field-alias = Другое написание
people-field-kind = Вид
people-field-phone = Телефон
people-field-email = Электронная почта
people-field-website = Сайт
people-field-address = Адрес
people-field-works-at = Место работы
people-field-note = Заметка сотрудников
people-kind-producer = Продюсер
people-kind-crew = Член съёмочной группы
people-kind-official = Должностное лицо
people-kind-journalist = Журналист
people-kind-teacher = Преподаватель
people-kind-production-company = Кинокомпания
people-kind-service-company = Сервисная кинокомпания
people-kind-studio = Киностудия
people-kind-broadcaster = Вещатель или платформа
people-kind-distributor = Прокатчик
people-kind-financier = Инвестор
people-kind-authority = Государственный орган
people-kind-school = Учебное заведение
people-kind-association = Объединение
people-kind-supplier = Поставщик
people-kind-other = Другое
people-colleagues = Кто там работает
people-history = Что происходило
people-deed-made = Запись создана
people-deed-added = Значение добавлено
people-deed-changed = Значение изменено
people-deed-taken-away = Значение убрано
people-deed-merged = Объединена с другой записью
people-deed-became-part = Вошла в другую запись
people-deed-unmerged = Объединение отменено
people-deed-blanked = Подробности удалены
people-deed-over = Значение удалено: срок хранения истёк
people-value-empty = Напишите значение
people-value-too-long = Слишком длинно
people-number-length = Неверное количество цифр
people-number-checksum = Ошибка в одной из цифр: последняя не сходится
people-number-not-digits = Напишите только цифры
people-not-a-site = Напишите адрес вида `https://example.com`
people-not-a-kind = Выберите из списка
people-not-a-language = Выберите один из языков сайта
people-no-such-organisation = Так не называется ни одна организация или называется несколько; откройте нужную и скопируйте номер
people-already-there = В записи это уже есть; измените там
people-last-name = Записи нужно имя или название
people-was-changed = Тем временем кто-то это изменил
people-two-values = Теперь есть два значения
people-theirs = Сейчас записано
people-yours = Вы ввели
people-write-over = Записать моё
people-phone-hint = С `+` и кодом страны или как набирают здесь
people-suggest = Предложить недостающие написания
people-make = Создать запись
people-make-anyway = Это другая запись: создать
people-like-before = Возможно, это уже есть
people-like = Возможно, это одно и то же

## Duplicates and merging
people-duplicates = Дубликаты
people-duplicates-lead = Записи, которые могут быть одной; сначала самые похожие. Само ничего не объединяется.
people-no-duplicates = Похожих записей нет
people-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
}
people-one = Первая
people-other = Вторая
people-why = Почему
people-compare = Сравнить
people-are-two = Это разные
people-same-identifier = одинаковый государственный номер
people-same-email = одинаковая почта
people-same-phone = одинаковый телефон
people-same-name = одинаковое название
people-same-domain = одинаковый сайт или почтовый домен
people-same-word = одинаковое слово
people-merge = Объединить две записи
people-merge-lead = Выберите для каждого поля, что останется. Ссылки на вторую запись потом приведут сюда.
people-stays = остаётся
people-both = Обе
people-keep-both = Оставить оба
people-nothing = ничего
people-result = Результат
people-preview = Показать результат
people-merge-button = Объединить
people-merge-undo = Можно отменить в течение 90 дней; обе записи станут прежними.
people-swap = Оставить вторую запись вместо первой
people-merged-with = Объединена с записью: { $name }
people-unmerge = Отменить объединение
people-unmerge-until = Можно до { $moment }
people-unmerge-loses = Изменено после объединения и пропадёт:
people-unmerge-later-first = Сначала отмените более позднее объединение
people-merge-gone = Одной из записей уже нет
people-merge-same = Это уже одна запись
people-merge-other-sort = Человек и организация не могут быть одной записью
people-merge-too-late = 90 дней прошли
people-merge-not-the-last = Сначала отмените более позднее объединение

## Personal data
people-privacy = Персональные данные
people-erase = Удалить данные человека
people-erase-lead = Имена, контакты, учётная запись и их история удаляются навсегда. Решения остаются, но без имени.
people-erase-sure = Это нельзя отменить
people-erase-yes = Я проверил: закон не требует хранить эти данные
people-erase-button = Удалить навсегда
people-erase-not-sure = Подтвердите, что хранить ничего не требуется
people-erase-staff = Это сотрудник; сначала снимите роли

## Staff
people-staff = Сотрудники
people-staff-lead = Кто работает в кабинете и с какими правами. После смены ролей нужно войти заново.
people-roles = Роли
people-roles-hint = Хотя бы одна
people-save-roles = Сохранить роли
people-suspend = Приостановить
people-suspended = Приостановлен
people-readmit = Впустить снова
people-invited = Приглашён, пароля ещё нет
people-no-second-factor = Второго фактора ещё нет
people-invite = Пригласить сотрудника
people-invite-button = Отправить приглашение
people-invite-again = Пригласить ещё раз
people-forget-factor = Телефон потерян: настроить заново
people-no-role = Выберите хотя бы одну роль
people-last-administrator = Кто-то должен остаться администратором
