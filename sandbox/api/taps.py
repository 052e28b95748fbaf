"""Answering taps."""

from sandbox import rules
from sandbox.call import Call
from sandbox.events import Kind
from sandbox.refusals import bad_request


def answer_callback_query(call: Call) -> bool:
    world = call.world
    text = call.text("text")
    if len(text) > rules.LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "show_alert": call.flag("show_alert"), "url": call.text("url")}
    tap = world.taps.answer(call.text("callback_query_id"), answer, now=world.clock.now())
    world.events.tell(tap.person, Kind.ANSWER)
    return True
