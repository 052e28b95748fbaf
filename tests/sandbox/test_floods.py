"""The flood buckets: 30 in all, 5 a chat, 20 a group, in real time."""

import pytest

from sandbox.floods import ALL, GROUP, PAID, PRIVATE, Bucket, Floods
from sandbox.refusals import Refused
from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


@pytest.mark.parametrize(
    ("limit", "size", "a_second"), [(ALL, 30, 30), (PAID, 1000, 1000), (PRIVATE, 5, 1), (GROUP, 20, 1 / 3)]
)
def test_a_bucket_lets_through_its_size_and_then_its_rate(
    limit: tuple[float, float], size: int, a_second: float
) -> None:
    bucket = Bucket(limit, times=1, now=0)
    for _ in range(size):
        assert bucket.wait(0) == 0
        bucket.take()
    assert bucket.wait(0) == pytest.approx(1 / a_second)
    assert bucket.wait(1 / a_second + 0.001) == 0


def test_the_bot_in_all_is_limited_over_many_chats() -> None:
    floods = Floods()
    for chat in range(1, 31):
        floods.take(chat)
    with pytest.raises(Refused) as refusal:
        floods.take(31)
    assert refusal.value.words == "Too Many Requests: retry after 1"


async def test_what_is_paid_for_has_a_bucket_of_its_own_and_chats_keep_theirs(
    bot: TheBot, sandbox: Sandbox, anna: Phone
) -> None:
    others = [await sandbox.add({"id": 5000 + number, "first_name": f"Vakt {number}"}) for number in range(60)]
    for phone in others:
        await phone.starts()
    await sandbox.set_rates(1)
    for phone in others:
        await bot.asks("sendMessage", chat_id=phone.id, text="paid", allow_paid_broadcast=True)
    sent = [await bot.asks("sendMessage", chat_id=anna.id, text="0", allow_paid_broadcast=True) for _ in range(5)]
    answer = await bot.tries("sendMessage", chat_id=anna.id, text="6", allow_paid_broadcast=True)
    assert answer["error_code"] == 429
    edits = [
        await bot.tries("editMessageText", chat_id=phone.id, message_id=sent[0]["message_id"] - 60 + number, text="?")
        for number, phone in enumerate(others)
    ]
    assert [edit["error_code"] for edit in edits if not edit["ok"]][:1] == [429]


async def test_sends_edits_and_actions_count_and_deletions_do_not(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await sandbox.set_rates(1)
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="0")
    await bot.asks("sendChatAction", chat_id=anna.id, action="typing")
    for number in range(3):
        await bot.asks("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text=f"edit {number}")
    answer = await bot.tries("sendMessage", chat_id=anna.id, text="too many")
    assert answer["error_code"] == 429
    assert answer["parameters"] == {"retry_after": 1}
    await bot.asks("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
    assert (await sandbox.state())["floods"] == 1
    assert (await sandbox.calls("sendMessage"))[-1]["retry_after"] == 1
    await sandbox.set_rates(0)
    await bot.asks("sendMessage", chat_id=anna.id, text="no limits")
