people-title = <b>People</b> · { $count ->
    [one] one member
   *[other] { $count } members
}
people-role = { $role } ({ $site })
people-more-roles = { $count ->
    [one] one more role
   *[other] { $count } more roles
}
people-line = <b>{ $name }</b> – { $roles } · { $organisation }
people-unreachable = · <i>cannot be reached</i>
button-invite = Invite
button-people = To people

# A person's card
person-title = <b>{ $name }</b>
person-since = Member since { $day }
person-reachable = Can be reached
person-unreachable = Cannot be reached since { $time }: has blocked the bot or closed the account
person-revoked = Membership ended { $time }
ask-revoke = <b>End the membership of { $name }?</b> It stops at once, and the cards in the chat are erased.
button-revoke = End membership
button-revoke-sure = Yes, end it now
answer-revoked = The membership has ended.
refusal-last-strategist = The last strategist cannot leave. Invite a successor first.
farewell = Your membership of Överblick has ended. Thank you for taking part. { $reader } will answer any questions.

# Invite
invite-title = <b>Invite</b>
invite-role = Role: { $role }
invite-ask-role = Which role?
invite-ask-site = Which site?
invite-ask-organisation = Which organisation?
invite-valid = Valid for one person, until { $time }
invite-hint = Send the link only to the person it is meant for.
invite-joined = <b>{ $name } has joined</b>
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
refusal-invite-site = There is no site { $site }. Give the key of one of the municipality's sites.
refusal-invite-every-site = The role { $role } holds for every site. Leave the site out.
