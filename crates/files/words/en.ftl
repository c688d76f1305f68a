# What is said when a file is not taken, or not yet given.

files-refusal-none = No file is chosen
files-refusal-none-fix = Choose a file
files-refusal-wrong-type =
    { $found ->
        [pdf] `{ $file }` is a PDF document, which is not accepted here
        [jpeg] `{ $file }` is a photo, which is not accepted here
        [png] `{ $file }` is a picture, which is not accepted here
        [docx] `{ $file }` is a Word document, which is not accepted here
        [doc] `{ $file }` is a Word document, which is not accepted here
        [xlsx] `{ $file }` is a spreadsheet, which is not accepted here
        [xls] `{ $file }` is a spreadsheet, which is not accepted here
        [zip] `{ $file }` is an archive, which is not accepted here
        [rar] `{ $file }` is an archive, which is not accepted here
        [seven-zip] `{ $file }` is an archive, which is not accepted here
        [html] `{ $file }` is a web page, which is not accepted here
        [program] `{ $file }` is a program; programs are never accepted
       *[other] `{ $file }` is of a type that is not accepted here
    }
files-refusal-wrong-type-fix = Choose a file of one of these types: { $accepted }
files-refusal-mislabelled =
    { $found ->
        [pdf] `{ $file }` has the ending { $claimed }, but its content is a PDF document
        [jpeg] `{ $file }` has the ending { $claimed }, but its content is a JPEG photo
        [png] `{ $file }` has the ending { $claimed }, but its content is a PNG picture
        [html] `{ $file }` has the ending { $claimed }, but its content is a web page
        [text] `{ $file }` has the ending { $claimed }, but its content is plain text
       *[other] `{ $file }` has the ending { $claimed }, but its content is something else
    }
files-refusal-mislabelled-fix = If it is the right file, save it with the ending { $right }; otherwise choose the right one
files-refusal-too-big = `{ $file }` is too big: at most { $most } are accepted
files-refusal-too-big-fix = Make it smaller, or divide it and send the parts
files-refusal-empty = `{ $file }` is empty
files-refusal-empty-fix = Save it once more and choose the new file
files-refusal-virus = The virus scanner found something in `{ $file }`; nobody can open it
files-refusal-virus-fix = Have your computer checked, then make the file anew and send it
files-refusal-password = `{ $file }` is protected by a password
files-refusal-password-fix = Save it without the password and choose the new file
files-refusal-failed = `{ $file }` did not arrive to its end
files-refusal-failed-fix = Check your connection and send it once more
files-refusal-too-many = At most so many files are accepted here: { $most }
files-refusal-too-many-fix = Choose fewer files, or put them together into one
files-refusal-not-the-template = `{ $file }` is not our form filled in
files-refusal-not-the-template-fix = Download the form from this page, fill it in without changing its headings, and choose it

files-closed-not-scanned-yet = `{ $file }` is being checked for viruses
files-closed-not-scanned-yet-fix = Come back in a minute
