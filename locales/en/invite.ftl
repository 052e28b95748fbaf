# Invite
invite-ask-for-whom = Whom do you want to invite?
button-one-person = One person
button-many-people = Several people
button-duty-phone = Duty phone
invite-ask-how-many = How many? All scan the same picture, and you let them in.
invite-title = <b>Invite</b>
invite-title-many = <b>Invite for { $seats } people</b>
invite-title-duty-phone = <b>Invite for a duty phone</b>
invite-role = Role: { $role }
invite-ask-role = Which role?
invite-ask-site = Which site?
invite-ask-organisation = Which organisation?
invite-valid = { $seats ->
    [one] Valid for one person, until { $time }
   *[other] Valid for { $seats } people, until { $time }
}
invite-hint = Send the link only to the person it is meant for.
invite-hint-many = Let them scan the picture. Those who accept wait until you let them in.
invite-count = { $waiting ->
    [0] { $used } of { $seats } have accepted
   *[other] { $used } of { $seats } have accepted, { $waiting } waiting
}
invite-joined = <b>{ $name } has joined</b>
invite-accepted = <b>{ $name } has accepted</b>
invite-cancelled = The invite has been withdrawn.
invite-expired = The invite has expired.
button-new-organisation = New organisation
button-copy-link = Copy the link
button-qr = Show QR
button-cancel-invite = Withdraw the invite
button-cancel = Cancel
answer-write-organisation = Write the organisation's name as a message.
refusal-organisation = Write the organisation's name, at most { $limit } characters and without personal data.
refusal-own-invite = The link is for the person you invite. It has not been used.
refusal-already-member = You are in Överblick already. Ask your contact if you are to have another role or another site.
refusal-invite-site = There is no site { $site }. Give the key of one of the municipality's sites.
refusal-invite-every-site = The role { $role } holds for every site. Leave the site out.

# Those who wait
waiting-title = { $count ->
    [0] Nobody is waiting.
    [one] <b>One is waiting</b>
   *[other] <b>{ $count } are waiting</b>
}
waiting-name = { $name }
button-show-waiting = Show who waits
button-approve-name = Let in { $name }
button-approve-all = Let in all { $count }
button-approve-shown = Let in the { $count } shown
button-from-the-start = From the start
button-invite-card = To the invite
