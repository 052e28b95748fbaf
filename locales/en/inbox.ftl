push-title = <b>#{ $number } · { $category }</b>
push-forewarning = <b>Unconfirmed · #{ $number } · { $category }</b>
push-unread = <b>Unread for { $minutes } min.</b>
push-breaks-quiet = Rings in spite of quiet hours: nobody on the rota has opened it.
push-repeat = Again { $time } · #{ $number } · { $category } · { $severity }
push-more-repeats = { $count ->
    [one] And one more, earlier.
   *[other] And { $count } more, earlier.
}
button-open-repeat = Open #{ $number }
button-open = Open
button-attachments = Photos and position
button-note = Reply
button-close = Close…
button-next = Next unread
button-noted = Done
button-undo-close = Undo #{ $number }
button-reopen = Open again
button-rare = More…
button-read-group = Read the whole group
button-close-all = { $count ->
    [one] Close it
   *[other] Close all { $count }
}
button-to-search = Search
button-search = To the search
button-inbox = To the inbox
answer-write-note = Write the reply as a message. The reporter gets it.
refusal-note-too-long = The reply is too long. At most { $limit } characters. Tap Reply and write a shorter one.
ask-reason = Why is it closed?
opened-reporter = From: { $organisation }
opened-no-text = The text is not shown to you.
opened-without-text = <i>No text.</i>
opened-note = Reply:
opened-closed = #{ $number } closed
opened-whereabouts = <i>{ $number } of { $total } · { $spot }</i>
opened-drugs = <b>Shown to the strategist and police only</b>
opened-heads_up = <b>Unconfirmed</b>
inbox-unread = Unread
inbox-closed = Closed: { $reason }
inbox-title = <b>Inbox</b> · { $open ->
    [one] one open
   *[other] { $open } open
}, { $unread ->
    [0] all read
    [one] one unread
   *[other] { $unread } unread
}
inbox-empty = The inbox is empty.
inbox-finished = { $count ->
    [0] Nothing more unread.
    [one] Nothing more unread. One read report is open.
   *[other] Nothing more unread. { $count } read reports are open.
}
inbox-group = { $count ->
    [one] One unread · worst { $severity } · { $place } · { $hour }
   *[other] { $count } unread · worst { $severity } · { $place } · { $hour }
}
inbox-group-read = { $count ->
    [one] One read · worst { $severity } · { $place } · { $hour }
   *[other] { $count } read · worst { $severity } · { $place } · { $hour }
}
inbox-calm = Quiet shifts ({ $count })
spot = { $place } { $hour }
group-title = <b>{ $spot }</b>
group-calm = <b>Quiet shifts</b>
group-line = <b>#{ $number } · { $severity } · { $category }</b> · { $time } · { $organisation } · { $state }
group-open = open
group-closed = closed
group-withdrawn = withdrawn
answer-group-closed = { $count ->
    [0] Nothing was closed. This is how it looks now.
    [one] One closed.
   *[other] { $count } closed.
}
