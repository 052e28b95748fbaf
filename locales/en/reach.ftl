# Why somebody cannot be reached
unreachable-blocked = has blocked the bot
unreachable-deactivated = has closed the Telegram account
unreachable-never_started = has never started the bot
unreachable-no_chat = has no chat with the bot

# In the morning, to the strategist
reach-lost = { $count ->
    [one] <b>One person can no longer be reached</b>
   *[other] <b>{ $count } people can no longer be reached</b>
}
reach-lost-line = <b>{ $name }</b> · { $organisation }: { $why }
reach-lost-means = Alerts do not get through, and on the rota the next one is called. Contact them another way.
reach-back = { $count ->
    [one] <b>One person can be reached again</b>
   *[other] <b>{ $count } people can be reached again</b>
}
reach-back-line = <b>{ $name }</b> · { $organisation }
reach-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
