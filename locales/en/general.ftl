language-name = English
every-site = all sites
category-missing = unknown
cancelled = Cancelled.
stranger = Hello! Överblick is for people invited to work together against crime. Ask your contact for an invite.

# Roles
role-guard = guard
role-centre_manager = centre manager
role-property_owner = property owner
role-business = business
role-partner = partner
role-strategist = crime prevention strategist
role-auditor = data protection officer
role-at = { $role } · { $site }

# Refused
refusal-not-allowed = You are not allowed to do that.
refusal-stale = That button is old. This is how it looks now.
refusal-incomplete = Choose category and place first.
refusal-nothing-to-repeat = There is no report to repeat yet. Tap New report.
refusal-undo-too-late = The 60 seconds are up. The report stands.
refusal-report-closed-for-additions = That report takes no more. Tap New report.
refusal-text-too-long = The text is too long. A report has room for { $limit } characters.
refusal-too-many-photos = A report has room for { $limit } photos.
refusal-name = Write only your name, as colleagues know you.
refusal-invite = The invite is no longer valid. Ask for a new one.
refusal-unknown-command = There is no such command. /help shows what you can do.
refusal-edited = Changes to a message already sent are not read. Write the new text as a message of its own.
refusal-voice = Voice messages are not kept. Write, or dictate with the keyboard.
refusal-file = Files are not accepted. Send the picture as a photo; that removes hidden data from it.
refusal-kind = I cannot accept that. Write text, or send a photo or a position.

# Personal data removed
removed = I removed { $what } and deleted your message. The rest is kept.
removed-all = I removed { $what } and deleted your message. None of it is kept.
removed-identity_number = { $count ->
    [one] an identity number
   *[other] { $count } identity numbers
}
removed-plate = { $count ->
    [one] a registration plate
   *[other] { $count } registration plates
}
removed-phone = { $count ->
    [one] a phone number
   *[other] { $count } phone numbers
}
removed-email = { $count ->
    [one] an e-mail address
   *[other] { $count } e-mail addresses
}
removed-handle = { $count ->
    [one] a user name
   *[other] { $count } user names
}
removed-name = { $count ->
    [one] a name
   *[other] { $count } names
}
removed-text = the whole text, which could not be checked
mark-identity_number = [identity number]
mark-plate = [plate]
mark-phone = [phone number]
mark-email = [e-mail]
mark-handle = [user name]
mark-name = [name]
mark-text = [text removed]

# Buttons that several cards have
button-back = Back
button-earlier-page = Previous page
button-later-page = Next page
possible-repeat = You may have received this twice.
erased = Erased.

# Commands
command-report = New report
command-again = Same again
command-calm = Quiet shift
command-shift = Before the shift
command-mine = My reports
command-picture = Picture
command-inbox = Inbox
command-alert = Alert
command-remind = Reminder
command-people = People and invites
command-status = How the system is doing
command-settings = Settings
command-privacy = Privacy
command-help = Help
command-cancel = Cancel

# The keyboard
keyboard-report = New report
keyboard-again = Same again
keyboard-shift = New shift
keyboard-picture = Picture
keyboard-inbox = Inbox
keyboard-alert = Alert
keyboard-remind = Reminder
keyboard-privacy = Privacy
