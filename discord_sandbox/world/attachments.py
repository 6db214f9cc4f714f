"""Files the bot sends, kept for as long as the sandbox runs and served as Discord's CDN serves them."""

import mimetypes
import struct
from dataclasses import dataclass
from urllib.parse import quote

from discord_sandbox.limits import FILE_SIZE
from discord_sandbox.records.errors import REQUEST_TOO_LARGE, DiscordError
from discord_sandbox.records.payload import Payload
from discord_sandbox.world.snowflakes import Snowflakes

PNG = b"\x89PNG\r\n\x1a\n"
PNG_HEADER = 24


@dataclass(frozen=True)
class Upload:
    """One part `files[n]` of a request."""

    number: int
    filename: str
    content: bytes


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
        """Keep a file; return the attachment object. Raises DiscordError 40005 above 10 MiB."""
        if len(upload.content) > FILE_SIZE:
            raise DiscordError(REQUEST_TOO_LARGE)
        number = self._snowflakes.next()
        path = f"{channel_id}/{number}/{quote(upload.filename, safe='')}"
        content_type = mimetypes.guess_type(upload.filename)[0] or "application/octet-stream"
        self._files[path] = StoredFile(content_type, upload.content)
        url = f"{self.base_url}/attachments/{path}"
        attachment: Payload = {
            "id": number,
            "filename": upload.filename,
            "size": len(upload.content),
            "url": url,
            "proxy_url": url,
            "content_type": content_type,
        }
        if description is not None:
            attachment["description"] = description
        if upload.content.startswith(PNG) and len(upload.content) >= PNG_HEADER:
            attachment["width"], attachment["height"] = struct.unpack(">II", upload.content[16:24])
        return attachment

    def fetch(self, path: str) -> StoredFile | None:
        """The file at `channel/attachment/name`, the name as it stands in the address."""
        return self._files.get(path)
