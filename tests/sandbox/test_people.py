"""Who can be written to, and what the bot is told of it."""

from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


async def test_nobody_and_never_started(bot: TheBot, sandbox: Sandbox) -> None:
    assert await bot.is_refused("sendMessage", chat_id=99, text="x") == "Bad Request: chat not found"
    bo = await sandbox.add({"id": 12, "first_name": "Bo"})
    refusal = await bot.is_refused("sendMessage", chat_id=bo.id, text="x")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"


async def test_an_action_tells_who_can_be_reached_and_leaves_nothing(
    bot: TheBot, sandbox: Sandbox, anna: Phone
) -> None:
    action = {"chat_id": anna.id, "action": "typing"}
    assert await bot.is_refused("sendChatAction", **action | {"action": "dancing"}) == (
        "Bad Request: wrong parameter action in request"
    )
    before = (await sandbox.state())["messages"]
    await bot.asks("sendChatAction", **action)
    await anna.hears_nothing()
    assert (await sandbox.state())["messages"] == before
    await anna.blocks()
    assert await bot.is_refused("sendChatAction", **action) == "Forbidden: bot was blocked by the user"
    await anna.leaves_telegram()
    assert await bot.is_refused("sendChatAction", **action) == "Forbidden: user is deactivated"
    bo = await sandbox.add({"id": 12, "first_name": "Bo"})
    refusal = await bot.is_refused("sendChatAction", chat_id=bo.id, action="typing")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"
    assert await bot.is_refused("sendChatAction", chat_id=99, action="typing") == "Bad Request: chat not found"


async def test_blocking_and_coming_back(bot: TheBot, anna: Phone) -> None:
    await anna.blocks()
    assert await bot.is_refused("sendMessage", chat_id=anna.id, text="x") == "Forbidden: bot was blocked by the user"
    await anna.starts()
    await bot.asks("sendMessage", chat_id=anna.id, text="x")
    told = [update["my_chat_member"] for update in await bot.updates() if "my_chat_member" in update]
    assert [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in told] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_an_account_that_is_gone(bot: TheBot, anna: Phone) -> None:
    await anna.leaves_telegram()
    assert await bot.is_refused("sendMessage", chat_id=anna.id, text="x") == "Forbidden: user is deactivated"


async def test_a_group_that_threw_the_bot_out(bot: TheBot, sandbox: Sandbox) -> None:
    await sandbox.line.post("/groups", {"id": -5, "title": "Överby", "kicked": True})
    refusal = await bot.is_refused("sendMessage", chat_id=-5, text="x")
    assert refusal == "Forbidden: bot was kicked from the group chat"


async def test_a_group_that_became_a_supergroup(bot: TheBot, sandbox: Sandbox) -> None:
    await sandbox.line.post("/groups", {"id": -5, "title": "Överby", "upgraded_to": -1005})
    answer = await bot.tries("sendMessage", chat_id=-5, text="x")
    assert answer["parameters"] == {"migrate_to_chat_id": -1005}
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"


async def test_what_a_chat_and_its_members_are(bot: TheBot, anna: Phone) -> None:
    chat = await bot.asks("getChat", chat_id=anna.id)
    assert (chat["type"], chat["first_name"]) == ("private", "Anna")
    member = await bot.asks("getChatMember", chat_id=anna.id, user_id=anna.id)
    assert member["status"] == "member"
    assert await bot.is_refused("getChatMember", chat_id=anna.id, user_id=99) == "Bad Request: user not found"


async def test_a_reply_shows_what_it_answers(bot: TheBot, anna: Phone) -> None:
    asked = await bot.asks("sendMessage", chat_id=anna.id, text="När?", reply_markup={"force_reply": True})
    await anna.says("nyss", reply_to=await anna.sees("När?"))
    answer = (await bot.updates())[-1]["message"]
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    reply = {"message_id": 999}
    refusal = await bot.is_refused("sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)
    assert refusal == "Bad Request: message to be replied not found"
    lenient = reply | {"allow_sending_without_reply": True}
    await bot.asks("sendMessage", chat_id=anna.id, text="x", reply_parameters=lenient)


async def test_pins_and_reactions(bot: TheBot, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="Läs mig")
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    await bot.asks("pinChatMessage", **place)
    assert (await bot.asks("getChat", chat_id=anna.id))["pinned_message"]["text"] == "Läs mig"
    await bot.asks("unpinChatMessage", **place)
    assert "pinned_message" not in await bot.asks("getChat", chat_id=anna.id)
    mine = await anna.says("hej")
    await bot.asks("setMessageReaction", chat_id=anna.id, message_id=mine, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert (await anna.last()).body["reaction"] == "👍"


async def test_an_own_text_edited_is_told_as_an_edit(bot: TheBot, anna: Phone) -> None:
    number = await anna.says("40 bilar")
    await anna.edits(number, "60 bilar")
    update = (await bot.updates())[-1]
    assert update["edited_message"]["text"] == "60 bilar"
    assert update["edited_message"]["message_id"] == number
