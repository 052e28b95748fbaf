"""Photos, albums, documents and positions, both ways."""

import json

import pytest

from tests.phones import Phone, Sandbox
from tests.pictures import jpeg_head, png
from tests.sandbox.bot import TheBot


async def test_a_photo_goes_to_the_phone_and_again_by_its_id(bot: TheBot, anna: Phone) -> None:
    picture = png(800, 600)
    answer = await bot.uploads(
        "sendPhoto", {"photo": picture}, chat_id=str(anna.id), caption="<b>Karta</b>", parse_mode="HTML"
    )
    largest = answer["result"]["photo"][-1]
    assert (largest["width"], largest["height"], largest["file_size"]) == (800, 600, len(picture))
    seen = await anna.sees("Karta")
    assert await anna.photo(seen) == picture
    again = await bot.asks("sendPhoto", chat_id=anna.id, photo=largest["file_id"])
    assert again["photo"][-1]["file_unique_id"] == largest["file_unique_id"]
    refusal = await bot.is_refused("sendPhoto", chat_id=anna.id, photo="made-up")
    assert refusal == "Bad Request: wrong file identifier/HTTP URL specified"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (jpeg_head(9_000, 1_001), "PHOTO_INVALID_DIMENSIONS"),
        (jpeg_head(2_100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_photo_is_refused(bot: TheBot, anna: Phone, body: bytes, words: str) -> None:
    answer = await bot.uploads("sendPhoto", {"photo": body}, chat_id=str(anna.id))
    assert answer["description"] == f"Bad Request: {words}"


async def test_a_photo_is_ten_megabytes_at_most(bot: TheBot, anna: Phone) -> None:
    body = png() + bytes(10 * 1024 * 1024)
    answer = await bot.uploads("sendPhoto", {"photo": body}, chat_id=str(anna.id))
    words = f"file of size {len(body)} bytes is too big for a photo; the maximum size is 10485760 bytes"
    assert answer["description"] == f"Bad Request: {words}"


async def test_a_photo_from_the_phone_can_be_fetched(bot: TheBot, anna: Phone) -> None:
    picture = png(640, 480)
    await anna.sends_photo(picture, caption="/rapport bil")
    message = (await bot.updates())[-1]["message"]
    assert message["caption_entities"][0]["type"] == "bot_command"
    file = await bot.asks("getFile", file_id=message["photo"][-1]["file_id"])
    address = bot.url.replace("/bot", "/file/bot") + "/" + file["file_path"]
    async with bot.session.get(address) as answer:
        assert await answer.read() == picture


async def test_an_album_comes_as_separate_updates(bot: TheBot, anna: Phone) -> None:
    await anna.sends_album([png(shade=shade) for shade in (1, 2, 3)], caption="tre bilder")
    messages = [update["message"] for update in (await bot.updates())[1:]]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["tre bilder", None, None]


async def test_the_bot_sends_an_album(bot: TheBot, anna: Phone) -> None:
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in ("one", "two")]
    files = {"one": png(shade=1), "two": png(shade=2)}
    answer = await bot.uploads("sendMediaGroup", files, chat_id=str(anna.id), media=json.dumps(media))
    assert [message["caption"] for message in answer["result"]] == ["one", "two"]
    await anna.sees("two")
    refusal = await bot.uploads("sendMediaGroup", {}, chat_id=str(anna.id), media=json.dumps(media[:1]))
    assert refusal["description"] == "Bad Request: too few messages to send as an album"


async def test_caption_and_picture_are_edited(bot: TheBot, anna: Phone) -> None:
    sent = (await bot.uploads("sendPhoto", {"photo": png()}, chat_id=str(anna.id), caption="före"))["result"]
    place = {"chat_id": str(anna.id), "message_id": str(sent["message_id"])}
    await bot.asks("editMessageCaption", **place, caption="efter")
    assert (await anna.sees("efter")).edits == 1
    refusal = await bot.is_refused("editMessageText", **place, text="text")
    assert refusal == "Bad Request: there is no text in the message to edit"
    refusal = await bot.is_refused("editMessageCaption", **place, caption="a" * 1025)
    assert refusal == "Bad Request: message caption is too long"
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "ny"})
    edited = (await bot.uploads("editMessageMedia", {"new": png(50, 50)}, **place, media=media))["result"]
    assert edited["photo"][-1]["width"] == 50
    await anna.sees("ny")


async def test_a_document_both_ways(bot: TheBot, anna: Phone) -> None:
    answer = await bot.uploads("sendDocument", {"document": b"BEGIN:VCALENDAR"}, chat_id=str(anna.id), caption="Möte")
    assert answer["result"]["document"]["file_size"] == 15
    assert await anna.photo(await anna.sees("Möte")) == b"BEGIN:VCALENDAR"
    await anna.sends_document(b"%PDF", name="karta.pdf", mime_type="application/pdf")
    document = (await bot.updates())[-1]["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("karta.pdf", "application/pdf")


async def test_positions_both_ways_and_a_voice(bot: TheBot, anna: Phone) -> None:
    await anna.sends_location(58.28, 12.29)
    assert (await bot.updates())[-1]["message"]["location"] == {"latitude": 58.28, "longitude": 12.29}
    await anna.sends_voice()
    assert (await bot.updates())[-1]["message"]["voice"]["duration"] == 3
    live = await anna.sends_location(58.28, 12.29, live_period=600)
    await anna.moves(live, 58.29, 12.3)
    moved = (await bot.updates())[-1]["edited_message"]["location"]
    assert moved == {"latitude": 58.29, "longitude": 12.3, "live_period": 600}
    sent = await bot.asks("sendLocation", chat_id=anna.id, latitude=58.3, longitude=12.3)
    assert sent["location"] == {"latitude": 58.3, "longitude": 12.3}
    refusal = await bot.is_refused("sendLocation", chat_id=anna.id, latitude=91, longitude=0)
    assert refusal == "Bad Request: wrong latitude or longitude specified"


async def test_the_page_refuses_what_is_no_photo(sandbox: Sandbox, anna: Phone) -> None:
    with pytest.raises(AssertionError, match="a photo is a PNG or a JPEG"):
        await anna.sends_photo(b"text")
