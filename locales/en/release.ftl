button-share = Share
button-release = Share with…
button-end-release = Stop sharing
button-reword = Reword
button-read-text = Read the text
button-approve-report = Approve for the site
button-disapprove = Take back the approval
release-as-written = The text will be read as it was written:
release-reworded = The text will be read as you reworded it:
release-everybody = everybody at the site
release-role = A role…
release-organisation = An organisation…
release-person = A person…
ask-readers = Who may read it?
ask-release = { $count ->
    [one] Share with { $whom }, one reader?
   *[other] Share with { $whom }, { $count } readers?
}
answer-released = { $count ->
    [one] Shared with one reader.
   *[other] Shared with { $count } readers.
}
answer-write-rewording = Write the new text as a message. Then you choose who may read it.
refusal-rewording-too-long = The text is too long. At most { $limit } characters. Write a shorter one.
refusal-nothing-to-release = The report has no text to share.
opened-text-to-read = There is a text to read.
opened-released = Shared by { $reader } { $time }:
opened-released-reworded = Shared by { $reader } { $time }, reworded:
opened-shared-with = Shared with: { $whom }
status-shared = Shared with others at the site
