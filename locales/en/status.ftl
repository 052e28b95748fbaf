status-title = <b>How the system is doing</b>
status-well = Everything is getting through.
status-late = <b>Messages are not getting out.</b> The oldest has waited for { $minutes } minutes.
status-waiting = { $count ->
    [one] One incoming message waits to be handled
   *[other] { $count } incoming messages wait to be handled
}
status-aside = { $count ->
    [one] One incoming message could not be handled and was set aside
   *[other] { $count } incoming messages could not be handled and were set aside
}
status-pending = { $count ->
    [one] One message is on its way out
   *[other] { $count } messages are on their way out
}
status-unknown = { $count ->
    [one] One message is uncertain: nobody knows whether it arrived
   *[other] { $count } messages are uncertain: nobody knows whether they arrived
}
status-unreachable = { $count ->
    [one] One message did not reach its reader, who cannot be reached
   *[other] { $count } messages did not reach their readers, who cannot be reached
}
status-failed = { $count ->
    [one] One message could not be sent
   *[other] { $count } messages could not be sent
}
