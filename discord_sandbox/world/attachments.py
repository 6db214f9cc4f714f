"""Files that were sent, kept for as long as the sandbox runs and served as Discord's CDN serves them.

Source: Discord API documentation, "Message Resource", section "Attachment Object", and "API Reference", section
"Uploading Files".
"""

import mimetypes
import struct
from dataclasses import dataclass, field
from urllib.parse import quote

from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.errors import REQUEST_TOO_LARGE, DiscordError
from discord_sandbox.records.payload import Payload
from discord_sandbox.world.snowflakes import Snowflakes

PNG = b"\x89PNG\r\n\x1a\n"
PNG_HEADER = 24


@dataclass(frozen=True)
class Upload:
    """A file on its way to Discord. Of several in one request the `number` says which is meant, as in `files[n]`."""

    filename: str
    content: bytes = field(repr=False)
    number: int = 0


@dataclass(frozen=True)
class StoredFile:
    """A file as it can be fetched."""

    content_type: str
    content: bytes


class Attachments:
    """Stores uploads and gives each an address below `base_url`, which is known once the server listens."""

    def __init__(self, snowflakes: Snowflakes) -> None:
        self._snowflakes = snowflakes
        self._files: dict[str, StoredFile] = {}
        self.base_url = ""

    def store(self, upload: Upload, channel_id: str, description: str | None) -> Payload:
        """Keep a file of a message; return the attachment object. Raises DiscordError 40005 above 10 MiB."""
        attachment = self._keep(upload, f"attachments/{channel_id}")
        if description is not None:
            attachment["description"] = description
        return attachment

    def store_option(self, upload: Upload, application_id: str) -> Payload:
        """Keep a file that a command was given; return the attachment object. Raises DiscordError 40005."""
        return self._keep(upload, f"ephemeral-attachments/{application_id}") | {"ephemeral": True}

    def fetch(self, path: str) -> StoredFile | None:
        """The file at a path as it stands in its address, without the slash before it."""
        return self._files.get(path)

    def _keep(self, upload: Upload, folder: str) -> Payload:
        if len(upload.content) > FILE_SIZE:
            raise DiscordError(REQUEST_TOO_LARGE)
        number = self._snowflakes.next()
        path = f"{folder}/{number}/{quote(upload.filename, safe='')}"
        content_type = content_type_of(upload)
        self._files[path] = StoredFile(content_type, upload.content)
        url = f"{self.base_url}/{path}"
        attachment: Payload = {
            "id": number,
            "filename": upload.filename,
            "size": len(upload.content),
            "url": url,
            "proxy_url": url,
            "content_type": content_type,
        }
        if upload.content.startswith(PNG) and len(upload.content) >= PNG_HEADER:
            attachment["width"], attachment["height"] = struct.unpack(">II", upload.content[16:24])
        return attachment


def content_type_of(upload: Upload) -> str:
    """What a file is by the ending of its name, with the charset of text in UTF-8, as Discord says it."""
    kind = mimetypes.guess_type(upload.filename)[0] or "application/octet-stream"
    if not kind.startswith("text/"):
        return kind
    try:
        upload.content.decode()
    except UnicodeDecodeError:
        return kind
    return f"{kind}; charset=utf-8"
