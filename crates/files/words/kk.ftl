# Файл қабылданбағанда немесе әлі берілмегенде айтылатын сөздер.

files-refusal-none = Файл таңдалмаған
files-refusal-none-fix = Файлды таңдаңыз
files-refusal-wrong-type =
    { $found ->
        [pdf] `{ $file }` — PDF құжаты, мұнда мұндай файлдар қабылданбайды
        [jpeg] `{ $file }` — фотосурет, мұнда мұндай файлдар қабылданбайды
        [png] `{ $file }` — сурет, мұнда мұндай файлдар қабылданбайды
        [docx] `{ $file }` — Word құжаты, мұнда мұндай файлдар қабылданбайды
        [doc] `{ $file }` — Word құжаты, мұнда мұндай файлдар қабылданбайды
        [xlsx] `{ $file }` — электрондық кесте, мұнда мұндай файлдар қабылданбайды
        [xls] `{ $file }` — электрондық кесте, мұнда мұндай файлдар қабылданбайды
        [zip] `{ $file }` — мұрағат, мұнда мұндай файлдар қабылданбайды
        [rar] `{ $file }` — мұрағат, мұнда мұндай файлдар қабылданбайды
        [seven-zip] `{ $file }` — мұрағат, мұнда мұндай файлдар қабылданбайды
        [html] `{ $file }` — веб-бет, мұнда мұндай файлдар қабылданбайды
        [program] `{ $file }` — бағдарлама; бағдарламалар ешқашан қабылданбайды
       *[other] Түрі мынадай файлдар мұнда қабылданбайды: `{ $file }`
    }
files-refusal-wrong-type-fix = Мына түрлердің бірін таңдаңыз: { $accepted }
files-refusal-mislabelled =
    { $found ->
        [pdf] `{ $file }`: кеңейтімі { $claimed }, ал ішінде PDF құжаты
        [jpeg] `{ $file }`: кеңейтімі { $claimed }, ал ішінде JPEG фотосуреті
        [png] `{ $file }`: кеңейтімі { $claimed }, ал ішінде PNG суреті
        [html] `{ $file }`: кеңейтімі { $claimed }, ал ішінде веб-бет
        [text] `{ $file }`: кеңейтімі { $claimed }, ал ішінде жай мәтін
       *[other] `{ $file }`: кеңейтімі { $claimed }, ал ішінде басқа нәрсе
    }
files-refusal-mislabelled-fix = Файл дұрыс болса, оны мына кеңейтіммен сақтаңыз: { $right }; болмаса, керегін таңдаңыз
files-refusal-too-big = `{ $file }` файлы тым үлкен; ең көбі: { $most }
files-refusal-too-big-fix = Оны кішірейтіңіз немесе бөліп жіберіңіз
files-refusal-empty = `{ $file }` файлы бос
files-refusal-empty-fix = Оны қайта сақтап, жаңа файлды таңдаңыз
files-refusal-virus = Антивирус `{ $file }` файлынан бірдеңе тапты; оны ешкім аша алмайды
files-refusal-virus-fix = Компьютеріңізді тексеріп, файлды жаңадан жасап жіберіңіз
files-refusal-password = `{ $file }` файлы құпиясөзбен қорғалған
files-refusal-password-fix = Оны құпиясөзсіз сақтап, жаңа файлды таңдаңыз
files-refusal-failed = `{ $file }` файлы соңына дейін жетпеді
files-refusal-failed-fix = Байланысты тексеріп, қайта жіберіңіз
files-refusal-too-many = Мұнда қабылданатын файлдардың ең көп саны: { $most }
files-refusal-too-many-fix = Азырақ файл таңдаңыз немесе оларды біріктіріңіз
files-refusal-not-the-template = `{ $file }` — біздің толтырылған бланк емес
files-refusal-not-the-template-fix = Бланкті осы беттен жүктеп алып, тақырыптарын өзгертпей толтырыңыз да, соны таңдаңыз

files-closed-not-scanned-yet = `{ $file }` файлы вирусқа тексеріліп жатыр
files-closed-not-scanned-yet-fix = Бір минуттан кейін қайта кіріңіз
