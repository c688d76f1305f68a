# Words of people: accounts, records, duplicates.

## Signing in
people-sign-in = Sign in
people-sign-in-lead = Type your e-mail address. We send a link that signs you in; you need no password.
people-email = E-mail address
people-email-hint = The same whether you come for the first time or again
people-send-link = Send the link
people-to-staff = I work at the commission
people-sent = Look into your mailbox
people-sent-lead = A letter is on its way to { $email }. Its link works once and for 30 minutes.
people-sent-help = Nothing there after some minutes? Look among unwanted mail, or check the address.
people-send-again = Send it again
people-other-address = Use another address
people-enter = One more step
people-enter-lead = You are about to sign in as { $email }.
people-enter-button = Sign in now
people-link-again = Type your address below and we send a new one.
people-link-unknown = This link is not known
people-link-used = This link was used already, or a newer one was sent
people-link-expired = The time of this link is over
people-not-an-address = Write an address such as `name@example.com`
people-too-many-letters = Several letters went to this address already; wait a quarter of an hour
people-staff-sign-in = Sign in as staff
people-password = Password
people-next = Continue
people-to-reset = I have forgotten my password
people-to-link = I do not work here: send me a link
people-wrong-password = Address and password do not belong together
people-too-many-tries = Too many tries; wait a quarter of an hour
people-second-factor = Second factor
people-code = Code
people-code-hint = Six digits from your authenticator, or one of your recovery codes
people-wrong-code = This code is wrong or was used already; wait for the next one
people-step-over = This step took too long; start again
people-start-again = Start again
people-enrolment = Set up your second factor
people-enrolment-lead = A password alone does not open the office. An authenticator on your telephone gives a code for each sign-in.
people-enrolment-scan = Scan the picture with the authenticator.
people-enrolment-picture = Picture for the authenticator
people-enrolment-type = Or type this key:
people-enrolment-open = Open it in an authenticator on this device
people-enrolment-code-hint = Type the six digits that it shows now
people-enrolment-done = Finish
people-recovery = Keep these codes
people-recovery-lead = Each of them opens the account once if your telephone is lost. Print them or write them down: they are shown only now.
people-recovery-kept = I have kept them
people-choose-password = Choose a password
people-choose-password-lead = For the account { $email }.
people-first = Become the first administrator
people-first-lead = This link was printed where the program runs, and works once. After this you invite your colleagues.
people-name = Name
people-new-password = New password
people-new-password-hint = At least 12 characters; several words are easy to keep and hard to guess
people-password-short = Write at least 12 characters
people-password-long = Write at most 200 characters
people-password-easy = This is easy to guess; write several words
people-password-link-again = Type your address below and we send a new one; a new colleague asks an administrator.
people-reset = A new password
people-reset-lead = Type your e-mail address. We send a link by which you choose a new password.
people-passkey-sign-in = Sign in with a passkey
people-passkey-sign-in-lead = Your device asks for your finger, your face or its PIN. Nothing has to be typed.
people-passkey-use = Use the passkey
people-passkey-failed = The passkey was not used
people-passkey-needs-script = Passkeys need script, and a browser that knows them
people-passkey-instead = Sign in with password and code, or by a link in a letter.
people-passkey-to-password = With password and code, as staff
people-passkey-to-link = By a link in a letter
people-passkey-unknown = This passkey is not known here; sign in another way and add it to your account
people-passkey-over = This took too long or was sent twice; try again
people-passkey-refused = This passkey was not accepted; try again or sign in another way
people-passkey-not-verified = Your device did not ask who you are; set a PIN, a finger or a face on it and try again
people-passkey-other-key = Your device makes passkeys of a kind that is not taken here; use another device
people-passkeys = Passkeys
people-passkeys-lead = A passkey on your telephone, computer or key chain opens the account by finger, face or PIN, without a password or a letter. What you have now goes on working.
people-passkey-name = Name of the passkey
people-passkey-name-hint = By which you will know it again, such as `Work telephone`
people-passkey-code-hint = Six digits from your authenticator
people-passkey-made = Added
people-passkey-used = Last used
people-passkey-never = not yet
people-passkey-remove = Take away
people-passkey-remove-named = Take away: { $name }
people-passkey-add = Add a passkey
people-passkey-make = Make the passkey
people-passkey-make-lead = Your device makes the passkey { $name } and keeps it. It asks for your finger, your face or its PIN.
people-passkey-not-made = The passkey was not made; try again or use another device
people-passkey-known = This device has a passkey for the account already
people-passkey-no-name = Give the passkey a name
people-passkey-too-many = There are twenty passkeys already; take one away first
people-provider-sign-in = Sign in with the organisation's account
people-provider-leaving = You are being led to { $host }. Sign in there; then you come back here.
people-provider-unreachable = The organisation's sign-in does not answer; sign in with your password or a passkey, and tell an administrator
people-provider-turned-back = The organisation's sign-in did not let you in; try again or use your password
people-provider-over = This took too long, was sent twice or began in another browser; start again
people-provider-not-believed = What the organisation's sign-in said cannot be trusted; start again, and tell an administrator if it stays so
people-provider-unverified = The organisation's sign-in does not vouch for your e-mail address; ask an administrator
people-provider-unknown = Nobody on the staff has your e-mail address; ask an administrator to invite you

## Letters
people-letter-link = Your link to sign in
people-letter-link-text =
    Open this link to sign in. It works once and for 30 minutes.

    { $link }

    If you did not ask for it, do nothing: without the link nobody gets in.
people-letter-staff = Signing in to the office
people-letter-staff-text =
    Staff sign in with password and code, not by a link:

    { $link }
people-letter-closed = Your account is closed
people-letter-closed-text =
    Somebody asked for a link to sign in with this address. The account is closed. If you need it, write to us:

    { $link }
people-letter-reset = A new password
people-letter-reset-text =
    Open this link to choose a new password. It works once and for 30 minutes.

    { $link }

    If you did not ask for it, do nothing: your password stays.
people-letter-no-password-text =
    Somebody asked for a new password for this address. There is no password here: sign in by a link.

    { $link }
people-letter-passkey = A passkey was added to your account
people-letter-passkey-text =
    The passkey { $name } now opens your account. If you did not add it, take it away at once and tell us:

    { $link }
people-letter-email = Is this your new address?
people-letter-email-text =
    Open this link to make { $email } the address of your account. It works once and for 30 minutes.

    { $link }

    If you did not ask for it, do nothing: nothing changes.
people-letter-email-taken-text =
    Somebody wanted to make { $email } the address of their account. It has an account already, so nothing changes. Sign in to it here:

    { $link }
people-letter-email-old = The address of your account was changed
people-letter-email-old-text =
    Your account has another address now; { $email } no longer opens it. If you did not do this, write to us at once:

    { $link }
people-letter-invitation = You are invited to the office
people-letter-invitation-text =
    A colleague has made an account for you. Choose your password within seven days:

    { $link }

## One's own account
people-account = Your account
people-signed-in-as = Signed in as { $email }
people-name-hint = As we should call you
people-language = Language of letters
people-language-hint = In which we write to you
people-time-zone = Time zone
people-time-zone-hint = By its city, such as `Asia/Almaty` or `Europe/Paris`
people-not-a-zone = Write a time zone such as `Europe/Paris`
people-save = Save
people-saved = Saved
people-email-change = Another e-mail address
people-email-change-lead = A letter to the new address asks whether it is yours. Then it replaces the old one, which is told.
people-new-email = New e-mail address
people-email-ask = Send the letter
people-email-sent = A letter is on its way to the new address; its link works once and for 30 minutes
people-not-another-address = Write another address, such as `name@example.com`
people-email-confirm-lead = { $email } becomes the address of your account. Everywhere you are signed in, you sign in again.
people-email-confirm = This is my address
people-email-taken = Another account has this address already
people-email-again = The address of your account stays as it was. You can ask for a new letter there.
people-sessions = Where you are signed in
people-device = Device
people-seen = Last seen
people-act = Act
people-this-session = Here, now
people-end-session = Sign out there
people-end-others = Sign out everywhere else
people-sign-out = Sign out
people-codes-left = { $count ->
    [one] One recovery code is left
   *[other] { $count } recovery codes are left
}
people-new-codes = New recovery codes
people-new-codes-hint = Type a code of your authenticator; the old recovery codes then end
people-own-data = Your data
people-own-data-text = Everything we keep about you, in one file. To be forgotten, write to us.
people-export = Download personal data

## Lists
people-people = People
people-organisations = Organisations
people-search = Search
people-search-hint = Name in any script, telephone, e-mail or number
people-search-button = Find
people-understood = Nothing was found as typed; these are for `{ $typed }`
people-nothing-found = Nothing was found; try fewer letters or another spelling
people-nobody-yet = Nothing is here yet
people-found = { $count ->
    [one] One found
   *[other] { $count } found
}
people-found-more = { $count ->
    [one] The first one of many; type another word
   *[other] The first { $count } of many; type another word
}
people-in-book = { $count ->
    [one] One record
   *[other] { $count } records
}
people-other-languages = In other languages
people-contact = Contact
people-next-page = Next page
people-new-person = New person
people-new-organisation = New organisation

## Records
people-values = What is known
people-field = What
people-value = Value
people-visibility = Who sees it
people-visibility-hint = The office always sees everything
people-visible-public = Everybody
people-visible-verified = Verified producers
people-visible-office = The office only
people-kept = Kept for
people-purpose = Purpose
people-purpose-hint = It decides how long a personal datum is kept
people-purpose-service = Service to productions
people-purpose-application = Application, permit or payment
people-purpose-directory = Public directory, by consent
people-purpose-newsletter = News and invitations, by consent
people-until = until { $day }
people-edit = Change
people-cancel = Cancel
people-add-value = Add a value
people-add = Add
people-value-hint = An organisation may be given by its name
people-detail = Note beside it
people-detail-hint = Such as a title in the organisation, or whose telephone it is
people-language-of-name = Language
people-language-of-name-hint = Only for names
people-empty-takes-away = Leave it empty to take the value away
people-field-name = Name
people-field-passport-name = Name as in the passport
people-field-sort-as = Sorted as
people-field-address-as = Addressed as
people-field-alias = Other spelling
people-field-kind = Kind
people-field-phone = Telephone
people-field-email = E-mail
people-field-website = Website
people-field-address = Address
people-field-works-at = Works at
people-field-note = Note of the office
people-kind-producer = Producer
people-kind-crew = Crew
people-kind-official = Official
people-kind-journalist = Journalist
people-kind-teacher = Teacher
people-kind-production-company = Production company
people-kind-service-company = Service company
people-kind-studio = Studio
people-kind-broadcaster = Broadcaster or platform
people-kind-distributor = Distributor
people-kind-financier = Financier
people-kind-authority = Authority
people-kind-school = School
people-kind-association = Association
people-kind-supplier = Supplier
people-kind-other = Other
people-colleagues = Who works there
people-history = What happened
people-deed-made = Record made
people-deed-added = Value added
people-deed-changed = Value changed
people-deed-taken-away = Value taken away
people-deed-merged = Merged with another record
people-deed-became-part = Became part of another record
people-deed-unmerged = Merge undone
people-deed-blanked = Details forgotten
people-deed-over = A value was forgotten: its time is over
people-value-empty = Write a value
people-value-too-long = This is too long
people-number-length = The number of digits is wrong
people-number-checksum = One of the digits is mistyped: the last one does not fit
people-number-not-digits = Write digits only
people-not-a-site = Write an address such as `https://example.com`
people-not-a-kind = Choose one of the list
people-not-a-language = Choose one of the site's languages
people-no-such-organisation = No organisation, or more than one, is called so; open it and copy its number
people-already-there = The record has this already; change it there
people-last-name = A record needs a name
people-was-changed = Somebody has changed this in the meantime
people-two-values = There are two values now
people-theirs = Stands there now
people-yours = You typed
people-write-over = Write mine over it
people-phone-hint = With `+` and country code, or as it is dialled here
people-suggest = Suggest the missing spellings
people-make = Make the record
people-make-anyway = It is another one: make it
people-like-before = This may be here already
people-like = This may be the same as

## Duplicates and merging
people-duplicates = Duplicates
people-duplicates-lead = Records that may be one, the likeliest first. Nothing is merged by itself.
people-no-duplicates = No two records look alike
people-pairs = { $count ->
    [one] One pair
   *[other] { $count } pairs
}
people-one = One
people-other = Other
people-why = Why
people-compare = Compare
people-are-two = These are two
people-same-identifier = same state number
people-same-email = same e-mail
people-same-phone = same telephone
people-same-name = same name
people-same-domain = same site or mail domain
people-same-word = same word
people-merge = Merge two records
people-merge-lead = Choose for each place what stays. Links to the other record lead to this one afterwards.
people-stays = stays
people-both = Both
people-keep-both = Keep both
people-nothing = nothing
people-result = Result
people-preview = Show the result
people-merge-button = Merge
people-merge-undo = Can be undone for 90 days; both records are then again what they were.
people-swap = Keep the other record instead
people-merged-with = Merged with: { $name }
people-unmerge = Undo the merge
people-unmerge-until = Possible until { $moment }
people-unmerge-loses = Changed since the merge, and lost with it:
people-unmerge-later-first = A later merge has to be undone first
people-merge-gone = One of the records is not there any more
people-merge-same = Both are the same record already
people-merge-other-sort = A person and an organisation cannot be one
people-merge-too-late = The 90 days are over
people-merge-not-the-last = A later merge has to be undone first

## Personal data
people-privacy = Personal data
people-erase = Erase this person
people-erase-lead = Names, contact data, the account and their history are forgotten for good. What was decided stays, without the name.
people-erase-sure = This cannot be undone
people-erase-yes = I have checked that nothing has to be kept by law
people-erase-button = Erase for good
people-erase-not-sure = Confirm that nothing has to be kept
people-erase-staff = This person is on the staff; take their roles away first

## Staff
people-staff = Staff
people-staff-lead = Who works in the office, and what for. Whoever gets other roles signs in again.
people-roles = Roles
people-roles-hint = At least one
people-save-roles = Save the roles
people-suspend = Suspend
people-suspended = Suspended
people-readmit = Let in again
people-invited = Invited, no password yet
people-no-second-factor = No second factor yet
people-invite = Invite somebody
people-invite-button = Send the invitation
people-invite-again = Invite again
people-forget-factor = Telephone lost: set up anew
people-no-role = Choose at least one role
people-last-administrator = Somebody has to stay administrator
