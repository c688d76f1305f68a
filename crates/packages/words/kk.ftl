# Келушінің өз тізімі
list-title = Таңдалған орындар
list-lead = { $count ->
    [one] { $count } орын. Фотосуреттерін таңдаңыз, ескертпе жазыңыз, бөлісіңіз.
   *[other] { $count } орын. Фотосуреттерін таңдаңыз, әрқайсысына ескертпе жазыңыз, ретін қойыңыз, бөлісіңіз.
}
list-nothing = Әзірге ештеңе таңдалмаған. Орынды өз бетінен немесе локациялар тізімінен қосыңыз; тіркелгі керек емес.
list-cookie = Бұл браузер тізімді бір жыл сақтайды; ол үшін сіз туралы ештеңе айтпайтын cookie қолданылады.
list-look = Локацияларды қарау
list-added = Тізіміңізге қосылды.
list-in-it = { $count ->
    [one] Тізіміңізде: { $count } орын
   *[other] Тізіміңізде: { $count } орын
}
list-already = Бұл орын тізіміңізде бар.
list-full = Тізімде алпыс орыннан артық болмайды. Алдымен біреуін алып тастаңыз.
list-saved = Сақталды.
list-removed = Алынды. Тізімнің астынан қайтаруға болады.
list-shared = Сілтеме дайын. Оны жіберіңіз.
list-back = Болған жеріңізге оралу
list-share = Бөлісу
list-send = Комиссияға жіберу
list-link = Сіздің сілтемеңіз
list-link-hint = Сілтеме кімде болса, сол орындарды, фотосуреттерді және ескертпелеріңізді көреді, пікірін тіркелгісіз айта алады. Ол { $day } дейін жұмыс істейді; қайта бөліссеңіз, мерзімі ұзарады. Мұнда өзгерткеніңіз онда да өзгереді.
list-link-expired = Сілтеменің мерзімі { $day } бітті. Қайта бөлісіңіз: сілтеме бұрынғысынша қалады.
list-name = Тізімнің атауы
list-name-hint = Міндетті емес. Оны оқырмандарыңыз көреді.
list-taken-out = Алынғандар

# Оқырман не көреді
link-for = Алушы: { $name }
link-lead = { $count ->
    [one] { $count } орын
   *[other] { $count } орын
}
link-places = Орындар
link-until = Сілтеме { $day } дейін жұмыс істейді.
link-preview = Оқырмандарыңыз осылай көреді. Өз қарауларыңыз есептелмейді.
link-contact = Кімге хабарласуға болады
link-expired = Бұл сілтеменің мерзімі бітті
link-expired-on = Ол { $day } дейін жұмыс істеді.
link-withdrawn = Бұл сілтеме қайтарып алынды
link-withdrawn-text = Жіберуші оны қайтарып алды.
link-ask-office = Кино комиссиясына жазып, жаңа сілтеме сұраңыз: орындар туралы айтқандарыңыз сақталған.
link-ask-friend = Жіберушіден «Бөлісу» түймесін қайта басуын сұраңыз: сол сілтеме қайта жұмыс істейді, айтқандарыңыз сақталған.
link-ask-anew = Комиссиядан сұрау

# Оқырман не айтады
reaction-title = Пікірлер
reaction-ask = Қалай ойлайсыз?
reaction-yes = Иә
reaction-no = Жоқ
reaction-more = Осындайлар тағы
reaction-comment = Бірер сөз (міндетті емес)
reaction-name = Атыңыз (міндетті емес)
reaction-kept = Жауабыңыз: { $liking }. Оны өзгертуге болады.
reaction-missing = Үш жауаптың бірін басыңыз
reaction-none-yet = Әзірге ешкім пікір айтпады.

# Ашулар
opening-page = қаралды
opening-archive = архив жүктелді
opening-paper = PDF жүктелді
opening-count = { $count ->
    [one] { $count } рет ашылды
   *[other] { $count } рет ашылды
}
opening-none-yet = Әлі ашылмаған.
opening-hint = Әр ашудың уақыты мен тілі жазылады, ал кім және қайдан екені жазылмайды.

# Ортақ
package-photos = Көрсетілетін фотосуреттер
package-note = Ескертпе
package-scene = Сахна
package-save = Сақтау
package-up = Жоғары
package-down = Төмен
package-remove = Алып тастау
package-restore = Қайтару
package-zip = ZIP жүктеу
package-pdf = PDF жүктеу
package-sun = Күн: { $day }
package-sun-on = Түсірілім күні
package-sun-hint = Мысалы, 23.09.2026
package-day-wrong = Күнді жазыңыз, мысалы 23.09.2026
package-drawing = Сурет, фотосурет емес
package-unreleased = Әлі жарияланбаған
package-all-facts = Белгілінің бәрі
package-more = Орынның беті
package-made = Жасалған уақыты: { $moment }
package-credits = Суреттердің авторлары және пайдалану шарттары
package-footing = Әр орынның бетінде бүгінгі мәліметтер бар: телефонды шаршыға бағыттаңыз.
package-watermark = Құпия: { $name } үшін

# Кеңсе
office-packages = Топтамалар
package-new = Жаңа топтама
package-none-yet = Әзірге топтама жоқ. Істен, жобадан немесе осы жерден бастаңыз.
package-others = Осы жобаның топтамалары
package-title = Атауы
package-title-hint = Оны алушы көреді
package-title-missing = Атауын жазыңыз
package-recipient = Алушы
package-recipient-missing = Кімге арналғанын жазыңыз
package-email = Электрондық пошта
package-email-hint = Хат қайда барады
package-email-wrong = Мекенжайды жазыңыз, мысалы name@example.org
package-language = Тілі
package-begin-with = Олар таңдағаннан бастау
package-begin-empty = Бос топтамадан бастау
package-look-at = Қарау
package-make = Топтаманы жасау
package-state = Күйі
package-state-open = Дайындалуда
package-state-shared = Жіберілген
package-state-withdrawn = Қайтарып алынған
package-expires-on = Соңғы күні
package-opened = Ашылуы
package-preview = Алушының көзімен қарау
package-sent-at = жіберілді: { $moment }
package-empty-hint = Орын әлі жоқ. Қасынан табыңыз немесе сценарий ұсынсын.
package-find = Орын табу
package-find-words = Сөздер
package-find-hint = Атауы, түрі, бейнесі: шатқал, Марс, кеңестік
package-find-do = Табу
package-find-nothing = Бізде ондай орын жоқ. Басқа сөзбен іздеңіз немесе алушыға солай айтыңыз.
package-add = Белгіленгендерді қосу
package-suggested = Сұраудың өз сөздері бойынша
package-script = Сценарийге орындар
package-script-file = Сценарий
package-script-hint = Fountain немесе Final Draft (.fdx). Ол оқылады, бірақ сақталмайды. Ештеңе таңдамасаңыз, жобаның ісін жүргізсеңіз, оның өз сценарийі алынады.
package-script-pages = Немесе сахна тақырыптарын қойыңыз
package-script-do = Орындар ұсыну
package-script-none = Сахна тақырыптары табылмады: сценарий таңдаңыз немесе СЫРТ. ШАТҚАЛ – КҮНДІЗ сияқты жолдарды қойыңыз
package-script-pasted = Қойылған беттер
package-script-found = Не керек: { $title }
package-script-back = Топтамаға оралу
package-missing = { $count ->
    [one] Бізде бұл жоқ
   *[other] Бізде мына { $count } орын жоқ
}
package-missing-hint = Оны ашық айтыңыз немесе скауттан сұраңыз: жарияланғандардың ешқайсысы тақырыпқа сай емес.
package-scenes = сахналар: { $scenes }
package-send = Жіберу
package-message = Хат
package-message-hint = Ол шығыста бір минут күтеді, істе оны қайтарып алуға болады.
package-send-do = Жіберу
package-cannot-be-sent = Алдымен орын мен электрондық пошта мекенжайын қосыңыз.
package-sent = Жіберілді. Бір минут ішінде хатты істен қайтарып алуға болады.
package-withdraw = Сілтемені қайтарып алу
package-is-withdrawn = Сілтеме енді ешқайда апармайды. Қайта жіберсеңіз, ашылады.
package-letter-missing = Хат жазыңыз
package-empty = Алдымен орын қосыңыз
package-shut = Сілтеменің соңғы күні өтті немесе ол қайтарып алынды: алдымен басқа күн қойыңыз
package-subject = «{ $title }» жобасына арналған орындар
package-letter =
    Құрметті { $name },

    «{ $title }» жобасына арналған орындар дайын. Сілтеме тіркелгісіз ашылады; әрқайсысы туралы пікіріңізді айтыңызшы:

    { $link }

    Ол { $until } дейін жұмыс істейді.

    { $officer }
package-settings = Баптаулар
package-words = Орындардың үстінде не тұрады
package-contact = Алушы кімге хабарласа алады
package-contact-officer = Маған, атым мен поштаммен
package-contact-office = Комиссияға
package-contact-nobody = Ешкімге
package-reader = Орын туралы не көрсетіледі
package-reader-hint = Иелерінің байланыстары мен дөңгелектелген орындардың дәл нүктелері ешқашан көрсетілмейді.
package-reader-anybody = Бәрі көретін мәлімет
package-reader-verified = Тексерілген продюсерлер көретін мәлімет те
package-expiry-past = Соңғы күн бүгін немесе кейін болуы керек
