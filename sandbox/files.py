"""Photos, documents and voices, by the ids that Telegram gives them."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from sandbox.pictures import Picture
from sandbox.refusals import Json, bad_request
from sandbox.store import Store, written

LARGEST_DOWNLOAD = 20 * 1024 * 1024
PREFIX = {"photo": "AgACAgQAAx", "document": "BQACAgQAAx", "voice": "AwACAgQAAx"}
FOLDER = {"photo": "photos", "document": "documents", "voice": "voice"}
THUMBNAIL_SIDE = 320


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart form."""

    name: str
    mime_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class File:
    """`blob` names the bytes: a photo's sizes share them. A photo's width and height are in pixels."""

    kind: str
    unique_id: str
    blob: str
    size: int
    name: str
    mime_type: str
    width: int = 0
    height: int = 0

    @property
    def id(self) -> str:
        return PREFIX[self.kind] + self.unique_id

    @property
    def path(self) -> str:
        return f"{FOLDER[self.kind]}/{self.unique_id}{PurePath(self.name).suffix}"

    def reference(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}

    def photo_size(self) -> Json:
        return {**self.reference(), "width": self.width, "height": self.height}

    def document(self) -> Json:
        return {"file_name": self.name, "mime_type": self.mime_type, **self.reference()}


class Files:
    """The same bytes always have the same ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files: dict[str, File] = {}
        self._by_unique_id: dict[str, File] = {}
        for _, body in store.all("file"):
            self._remember(File(**body))

    def keep(self, upload: Upload, kind: str) -> File:
        """A document or a voice."""
        blob = self._keep_bytes(upload.body)
        return self._keep(File(kind, kind[0] + blob, blob, len(upload.body), upload.name, upload.mime_type))

    def keep_photo(self, body: bytes, picture: Picture) -> File:
        """A photo has no name of its own."""
        blob = self._keep_bytes(body)
        mime_type, name = picture.mime_type, "photo." + picture.mime_type.removeprefix("image/")
        return self._keep(File("photo", "p" + blob, blob, len(body), name, mime_type, picture.width, picture.height))

    def sizes(self, photo: File) -> list[Json]:
        """A photo's sizes, smallest first; the sandbox does not scale, so the thumbnail is the same picture."""
        scale = THUMBNAIL_SIDE / max(photo.width, photo.height)
        if scale >= 1:
            return [photo.photo_size()]
        width, height = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
        unique_id = "s" + photo.unique_id
        small = File("photo", unique_id, photo.blob, photo.size, photo.name, photo.mime_type, width, height)
        return [self._keep(small).photo_size(), photo.photo_size()]

    def find(self, file_id: str, kind: str = "") -> File:
        """Raises the server's refusal for an id it never gave, or that names another kind of file."""
        file = self._files.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if kind and file.kind != kind:
            raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        return file

    def original(self, photo: File) -> File:
        """The full picture behind any of its sizes."""
        return self._files[PREFIX["photo"] + photo.unique_id.removeprefix("s")]

    def at(self, path: str) -> File | None:
        """By the path that getFile gave, or by the unique id alone."""
        return self._by_unique_id.get(PurePath(path).stem)

    def content(self, file: File) -> bytes:
        return self._store.content(file.blob)

    def _keep_bytes(self, body: bytes) -> str:
        blob = hashlib.sha256(body).hexdigest()[:24]
        self._store.put_content(blob, body)
        return blob

    def _keep(self, file: File) -> File:
        self._remember(file)
        self._store.put("file", file.id, lambda: written(file))
        return file

    def _remember(self, file: File) -> None:
        self._files[file.id] = file
        self._by_unique_id[file.unique_id] = file
