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
button-close = Close
button-next = Next unread
button-inbox = To the inbox
answer-write-note = Write the reply as a message. The reporter gets it.
refusal-note-too-long = The reply is too long. At most { $limit } characters. Tap Reply and write a shorter one.
ask-reason = Why is it closed?
opened-reporter = From: { $organisation }
opened-no-text = The text is not shown to you.
opened-without-text = <i>No text.</i>
opened-note = Reply:
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
inbox-line = { $unread ->
    [yes] Unread · #{ $number } · { $severity } · { $category } · { $place } · { $time }
   *[no] Read · #{ $number } · { $severity } · { $category } · { $place } · { $time }
}
