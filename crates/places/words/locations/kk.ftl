# Локациялар тізімі
locations-lead = Елдің барлық локациясы: түрі қандай, қалай жетуге болады және рұқсатты кім береді.
locations-title-of = { $text }: локациялар
locations-search = Локация іздеу
locations-search-example = Шатқал, Марс, Шарын …
locations-find = Іздеу
locations-filters = Сүзгілер
locations-apply = Сүзгілерді қолдану
locations-any = Бәрібір
locations-region = Өңір
locations-drive = Әуежайдан жол
locations-hours = Ең көбі { $hours } сағ
locations-type = Түрі
locations-season = Түсіруге болатын ай
locations-rooms = { $rooms } және одан көп
locations-credit = Бұрын түсірілген
locations-distance = Әуежайдан қашықтық
locations-from = Әуежай
locations-at-most = Ең көбі
locations-kilometres = { $kilometres } км
locations-sort = Реттеу
locations-sort-best = Алдымен ең сәйкесі
locations-sort-nearest = Алдымен әуежайға ең жақыны
locations-sort-drive = Алдымен жолы ең қысқасы
locations-sort-permit = Алдымен рұқсаты ең оңайы
locations-as-map = Карта
locations-as-list = Тізім
locations-remove = Алып тастау
locations-clear = Бәрін тазалау
locations-chosen = { $facet }: { $value }
locations-in-area = Картаның осы бөлігінде
locations-within = { $kilometres } км аспайды, әуежай: { $airport }
locations-way = { $drive }, әуежай { $airport }
locations-away = Қашықтығы: { $kilometres } км
locations-permit = Рұқсат: { $permit }
locations-unknown = Мұнда мынадай атау жоқ: { $words }
locations-nothing = Осының бәрі бар локация жоқ
locations-relax = Бір шартты алып тастасаңыз, мыналар табылады:
locations-without = Мына шартсыз: «{ $part }»
locations-scout-why = Бұл тізімде әлі жоқ жерлерді біз білуіміз мүмкін. Не іздейтініңізді айтыңыз: нақты қызметкер жауап береді.
locations-scout = Скауттан сұрау
locations-scout-brief = Біз іздейміз: { $sought }
locations-pages = Беттер
locations-page = { $page }-бет, барлығы { $pages }
locations-previous = Алдыңғы
locations-next = Келесі

# Бейнелер
looks-title = Нені алмастыра алады
looks-lead = Ел әлемнің қай жерлерін көрсете алады. Әр бейне лайық локацияларға апарады.
looks-none = Әзірге бірде-бір локацияның бейнесі жоқ.
looks-other = Басқа бейнелер
looks-narrow = Таңдауды нақтылау

# Ұқсас жерлер
similar-title = Ұқсас локациялар
nearby-title = Жақын жерде
easier-title = Ұқсас, рұқсаты оңайырақ

# Ленталар
feed-title = Локациялар
