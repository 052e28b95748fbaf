people-title = <b>People</b> · { $count ->
    [one] one member
   *[other] { $count } members
}
people-line = <b>{ $name }</b> – { $roles }
people-line-organisation = <b>{ $name }</b> – { $roles } · { $organisation }
people-unreachable = · <i>cannot be reached ({ $why })</i>
people-waiting = { $count ->
    [one] One is waiting to be let in.
   *[other] { $count } are waiting to be let in.
}
people-is-waiting = · <i>waiting</i>
people-without-phone = · <i>no phone</i>
button-invite = Invite
button-people = To people

# A person's card
person-title = <b>{ $name }</b>
person-since = Member since { $day }
person-reachable = Can be reached
person-unreachable = Cannot be reached since { $time }: { $why }
person-revoked = Membership ended { $time }
person-denied = Was not let in. Decided { $time }
person-without-phone = Has no phone in Överblick at present
person-waits = Has accepted and is waiting to be let in
person-approved = Is approved and is waiting for the agreement
agreement-missing = The agreement with { $organisation } has not been noted. The municipality must note it before anybody can be let in.
button-approve = Let in
button-deny = Deny
answer-let-in = Let in.
answer-agreement-missing = Approved. The municipality must note the agreement before anybody gets in.
answer-denied = Denied. The person is told.
no-contact = <b>{ $organisation } has no contact</b> any longer. Appoint a new one.

ask-revoke = <b>End the membership of { $name }?</b> It stops at once, and the cards in the chat are erased.
button-revoke = End membership
button-revoke-sure = Yes, end it now
answer-revoked = The membership has ended.
refusal-last-strategist = The last strategist cannot leave. Invite a successor first.
farewell = Your membership of Överblick has ended. Thank you for taking part. { $reader } will answer any questions.

# Role and site
posts-ask = What do you want to change?
posts-ask-role = Which role at { $site }?
button-posts = Change role or site
button-post = { $site }: { $role }
button-add-site = Add a site
button-take-site = Remove the site
answer-posts-changed = Changed. It holds from now on.
refusal-last-site = The last site cannot be removed. End the membership instead.
