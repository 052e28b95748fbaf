"""How the bot gets its updates: by asking, or by webhook."""

import re
import time

from sandbox.call import Call
from sandbox.refusals import Json, bad_request, conflict
from sandbox.updates import MOST_AT_ONCE
from sandbox.webhook import MOST_CONNECTIONS
from sandbox.wire import Encoded

LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def get_me(call: Call) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**call.world.bot.user(), **abilities, "can_connect_to_business": False, "has_main_web_app": False}


async def get_updates(call: Call) -> Encoded:
    """A newer poll ends an older one, which is told so; a webhook excludes polls. Updates were encoded on arrival."""
    world = call.world
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    poll = world.polls.begin()
    _set_allowed(call)
    _confirm(call)
    limit = max(1, min(call.integer("limit", MOST_AT_ONCE), MOST_AT_ONCE))
    deadline = time.monotonic() + min(call.integer("timeout"), LONGEST_POLL)
    while not (batch := world.updates.batch(limit)) and (left := deadline - time.monotonic()) > 0:
        await world.polls.wait(left)
        world.polls.check(poll)
    return Encoded(b"[" + b",".join(update.raw for update in batch) + b"]")


def set_webhook(call: Call) -> bool:
    """Unlike Telegram's own server it takes plain HTTP and any port, as a Bot API server run locally does."""
    url = call.text("url")
    if url and not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if not SECRET.fullmatch(call.text("secret_token")):
        raise bad_request("secret token contains unallowed characters")
    _set_allowed(call)
    if call.flag("drop_pending_updates"):
        call.world.updates.clear()
    call.world.polls.end()
    most = max(1, min(call.integer("max_connections", MOST_CONNECTIONS), 100))
    call.world.webhook.set(url, secret=call.text("secret_token"), most=most)
    return True


def delete_webhook(call: Call) -> bool:
    if call.flag("drop_pending_updates"):
        call.world.updates.clear()
    call.world.webhook.set("", secret="", most=MOST_CONNECTIONS)
    return True


def get_webhook_info(call: Call) -> Json:
    webhook, updates = call.world.webhook, call.world.updates
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
    }
    if webhook.last_error:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    if webhook.url:
        info["max_connections"] = webhook.most
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    return info


def _set_allowed(call: Call) -> None:
    allowed = call.value("allowed_updates")
    if isinstance(allowed, list) and allowed != call.world.updates.allowed:
        call.world.updates.allowed = allowed
        call.world.webhook.save()


def _confirm(call: Call) -> None:
    updates, offset = call.world.updates, call.integer("offset")
    updates.confirm(updates.last(-offset) if offset < 0 else offset)
