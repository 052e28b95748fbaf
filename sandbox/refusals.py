"""What the server says when it refuses, in Telegram's own words."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A Bot API call that is answered with ok=false."""

    def __init__(self, code: int, words: str, *, parameters: Json | None = None) -> None:
        super().__init__(words)
        self.code = code
        self.words = words
        self.parameters = parameters

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.words}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class Impossible(Exception):
    """A phone, a clock or a fault was asked for something that cannot be; answered as {"error": …}."""

    def __init__(self, words: str, *, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


def bad_request(words: str) -> Refused:
    return Refused(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refused:
    return Refused(403, f"Forbidden: {words}")


def conflict(words: str) -> Refused:
    return Refused(409, f"Conflict: {words}")


def too_many(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", parameters={"retry_after": seconds})


def migrated(chat_id: int) -> Refused:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, words, parameters={"migrate_to_chat_id": chat_id})
