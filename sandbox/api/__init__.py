"""The methods of the Bot API that the sandbox knows, by name."""

from collections.abc import Awaitable, Callable

from sandbox.api import messages, receiving, taps
from sandbox.call import Call

Method = Callable[[Call], object | Awaitable[object]]

METHODS: dict[str, Method] = {
    "getMe": receiving.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": messages.send_message,
    "editMessageText": messages.edit_message_text,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "answerCallbackQuery": taps.answer_callback_query,
}
