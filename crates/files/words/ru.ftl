# Что говорится, когда файл не принят или ещё не выдаётся.

files-refusal-none = Файл не выбран
files-refusal-none-fix = Выберите файл
files-refusal-wrong-type =
    { $found ->
        [pdf] `{ $file }` — документ PDF, здесь такие не принимаются
        [jpeg] `{ $file }` — фотография, здесь такие не принимаются
        [png] `{ $file }` — картинка, здесь такие не принимаются
        [docx] `{ $file }` — документ Word, здесь такие не принимаются
        [doc] `{ $file }` — документ Word, здесь такие не принимаются
        [xlsx] `{ $file }` — электронная таблица, здесь такие не принимаются
        [xls] `{ $file }` — электронная таблица, здесь такие не принимаются
        [zip] `{ $file }` — архив, здесь такие не принимаются
        [rar] `{ $file }` — архив, здесь такие не принимаются
        [seven-zip] `{ $file }` — архив, здесь такие не принимаются
        [html] `{ $file }` — веб-страница, здесь такие не принимаются
        [program] `{ $file }` — программа; программы не принимаются никогда
       *[other] Файлы такого типа, как `{ $file }`, здесь не принимаются
    }
files-refusal-wrong-type-fix = Выберите файл одного из этих типов: { $accepted }
files-refusal-mislabelled =
    { $found ->
        [pdf] У файла `{ $file }` расширение { $claimed }, а внутри документ PDF
        [jpeg] У файла `{ $file }` расширение { $claimed }, а внутри фотография JPEG
        [png] У файла `{ $file }` расширение { $claimed }, а внутри картинка PNG
        [html] У файла `{ $file }` расширение { $claimed }, а внутри веб-страница
        [text] У файла `{ $file }` расширение { $claimed }, а внутри простой текст
       *[other] У файла `{ $file }` расширение { $claimed }, а внутри что-то другое
    }
files-refusal-mislabelled-fix = Если файл тот, сохраните его с расширением { $right }; если нет, выберите нужный
files-refusal-too-big = Файл `{ $file }` слишком велик: принимается не больше { $most }
files-refusal-too-big-fix = Уменьшите его или разделите и пришлите по частям
files-refusal-empty = Файл `{ $file }` пуст
files-refusal-empty-fix = Сохраните его ещё раз и выберите новый файл
files-refusal-virus = Антивирус что-то нашёл в файле `{ $file }`; открыть его никто не сможет
files-refusal-virus-fix = Проверьте свой компьютер, затем создайте файл заново и пришлите
files-refusal-password = Файл `{ $file }` защищён паролем
files-refusal-password-fix = Сохраните его без пароля и выберите новый файл
files-refusal-failed = Файл `{ $file }` получен не до конца
files-refusal-failed-fix = Проверьте соединение и отправьте файл ещё раз
files-refusal-too-many = Здесь принимается файлов не больше чем { $most }
files-refusal-too-many-fix = Выберите меньше файлов или объедините их в один
files-refusal-not-the-template = Файл `{ $file }` — это не наш заполненный бланк
files-refusal-not-the-template-fix = Скачайте бланк с этой страницы, заполните его, не меняя заголовков, и выберите его

files-closed-not-scanned-yet = Файл `{ $file }` проверяется на вирусы
files-closed-not-scanned-yet-fix = Зайдите через минуту
