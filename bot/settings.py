"""What the operator decides: read from the environment and from `.env`, once, into one frozen `Settings`."""

import errno
import stat
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self, cast

from pydantic import AnyHttpUrl, Field, SecretStr, TypeAdapter, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails, PydanticUseDefault
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.bounds import LARGEST_SECRET
from bot.bytefile import TooLargeError, bytes_of
from bot.envfile import mistakes_in
from bot.health import pulse_file
from bot.refusal import RefusedError

Level = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]

SHORTEST_KEY = 16
"""Characters; guild ids can be guessed one by one, so that a short key would protect nothing."""

_EXAMPLE = "http://127.0.0.1:8700/api/v10"

_LONGEST_CITED = 80
"""Characters of a wrong value that are shown."""

_MARKS = ("'", '"')

MOUNTED_SECRETS = Path("/run/secrets")
"""Container engines mount secrets here readable to all, in a file system that only the container sees."""


class SettingsError(RefusedError):
    """Settings that cannot be used: one sentence for each, naming the variable and what to do."""


class Settings(BaseSettings):
    """Where things are and how to reach Discord.

    Made by `Settings.read`. A variable that is empty or blank counts as unset, and the environment goes before `.env`.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", validate_default=True, env_ignore_empty=True)

    folder: Path
    """The project's folder, which relative paths start from; all paths here are absolute."""
    token_file: Annotated[Path | None, Field(validation_alias="DISCORD_TOKEN_FILE")] = None
    token: Annotated[SecretStr | None, Field(validation_alias="DISCORD_TOKEN")] = None
    """The token itself, also where it came from a file; without one the sandbox is started."""
    api_url: Annotated[str | None, Field(validation_alias="DISCORD_API_URL")] = None
    """Another Discord-compatible API on this machine, without a slash at its end; None means Discord itself."""
    seeds: Annotated[Path, Field(validation_alias="VERBATIM_SEEDS")] = Path("seeds")
    briefs: Annotated[Path, Field(validation_alias="VERBATIM_BRIEFS")] = Path("briefs")
    moderation: Annotated[Path, Field(validation_alias="VERBATIM_MODERATION")] = Path("moderation.yaml")
    state_folder: Annotated[Path | None, Field(validation_alias="VERBATIM_STATE")] = None
    usage_database: Annotated[Path, Field(validation_alias="VERBATIM_USAGE_DB")] = Path("state/usage.sqlite3")
    """Where it is not set, a file of this name in the state folder, if that is."""
    usage_key: Annotated[SecretStr | None, Field(validation_alias="VERBATIM_USAGE_KEY")] = None
    """The key of the server hashes; None means the one in `usage_key_file`."""
    sandbox_port: Annotated[
        int,
        Field(
            validation_alias="VERBATIM_SANDBOX_PORT",
            ge=0,
            le=65535,
            description="give a port from 1 to 65535, or 0 for any that is free",
        ),
    ] = 8700
    log_level: Annotated[
        Level,
        Field(validation_alias="VERBATIM_LOG_LEVEL", description="give DEBUG, INFO, WARNING, ERROR or CRITICAL"),
    ] = "INFO"

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Settings from the environment and from `folder/.env`.

        Raises SettingsError with every sentence there is to say, never with a secret in it.
        """
        folder = folder.resolve()
        file = folder / ".env"
        mistakes = mistakes_in(file, list(variables()))
        if mistakes:
            raise SettingsError(*mistakes)
        try:
            return cls(folder=folder, _env_file=file, _env_file_encoding="utf-8-sig")  # pyright: ignore[reportCallIssue] # other arguments come from the environment
        except ValidationError as error:
            raise SettingsError(*map(_sentence, error.errors(include_url=False))) from None

    @property
    def state(self) -> Path:
        """The folder of what the bot itself writes; it may not exist yet. `bot.health` finds the same one."""
        return self.state_folder or self.usage_database.parent

    @property
    def usage_key_file(self) -> Path:
        """Where the key of the server hashes is kept when VERBATIM_USAGE_KEY is not set."""
        return self.state / "usage.key"

    def log_of_the_sandbox(self) -> Self:
        """The same, counting into a database of its own with a key of its own: trying the bot out is no use of it."""
        own = self.state / "sandbox"
        database = own / self.usage_database.name
        return self.model_copy(update={"state_folder": own, "usage_database": database, "usage_key": None})

    @property
    def registered_commands(self) -> Path:
        """Where the hash of the commands last registered with Discord is kept."""
        return self.state / "commands.sha256"

    @property
    def pulse(self) -> Path:
        """The file that is touched while the bot serves."""
        return pulse_file(self.state)

    @property
    def sessions(self) -> Path:
        """Where is kept how many sessions with Discord may still be begun."""
        return self.state / "sessions"

    def warnings(self) -> tuple[str, ...]:
        """What should be mended though the bot can run, a sentence each."""
        file = self.token_file
        if file is None or file.is_relative_to(MOUNTED_SECRETS) or not file.stat().st_mode & (stat.S_IROTH):
            return ()
        return (f"DISCORD_TOKEN_FILE: everyone on this machine can read {file}; run chmod 600 on it.",)

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        stripped = value.strip()
        if not stripped:
            raise PydanticUseDefault
        return stripped

    @field_validator("usage_database", mode="before")
    @classmethod
    def _in_the_state_folder(cls, path: object, info: ValidationInfo) -> object:
        state: Path | None = info.data.get("state_folder")
        default = cls.model_fields["usage_database"].default
        return state / default.name if state is not None and path == default else path

    @field_validator("token_file", "seeds", "briefs", "moderation", "state_folder", "usage_database", mode="after")
    @classmethod
    def _from_the_folder(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        variable = cls.model_fields[info.field_name or ""].validation_alias
        try:
            whole = path and cast("Path", info.data["folder"]) / path.expanduser()
        except RuntimeError:
            raise ValueError(f"{variable}: nobody here has the home folder of {path}; write the path out.") from None
        if whole and _is_too_long(whole):
            raise ValueError(f"{variable}: the path has more characters than a path may have; give a shorter one.")
        return whole

    @field_validator("seeds", "briefs", mode="after")
    @classmethod
    def _there(cls, path: Path, info: ValidationInfo) -> Path:
        """What is missing by default is for the reader of the content to say: nobody named it in a variable."""
        field = cls.model_fields[info.field_name or ""]
        if path != info.data["folder"] / field.default and not path.is_dir():
            raise ValueError(f"{field.validation_alias}: there is no folder {path}; make it or correct the path.")
        return path

    @field_validator("token", mode="after")
    @classmethod
    def _from_its_file(cls, token: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        file: Path | None = info.data.get("token_file")
        if file is not None and token is not None:
            raise ValueError("DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set; keep one of them.")
        if file is not None:
            return SecretStr(_one_word(_read(file), f"DISCORD_TOKEN_FILE: the content of {file}"))
        return token and SecretStr(_one_word(token.get_secret_value(), "DISCORD_TOKEN"))

    @field_validator("usage_key", mode="after")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < SHORTEST_KEY:
            raise ValueError(f"VERBATIM_USAGE_KEY is too short to be secret; give {SHORTEST_KEY} characters or more.")
        return key

    @field_validator("api_url", mode="after")
    @classmethod
    def _on_this_machine(cls, text: str | None) -> str | None:
        if text is None:
            return None
        try:
            url = TypeAdapter(AnyHttpUrl).validate_python(text)
        except ValidationError:
            raise ValueError(f"DISCORD_API_URL is {text!r}, which is no address; give {_EXAMPLE}.") from None
        if not _is_loopback(url.host or ""):
            raise ValueError(
                f"DISCORD_API_URL is {text!r}, but the token is sent there, so only this machine (127.0.0.1, ::1 or "
                "localhost) is allowed; remove it to use Discord."
            )
        if url.username or url.password or url.query or url.fragment:
            raise ValueError(
                "DISCORD_API_URL has a name, password, query or fragment; "
                f"give only scheme, host, port and path, such as {_EXAMPLE}."
            )
        return str(url).rstrip("/")

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level


def variables() -> dict[str, str]:
    """Every environment variable that is read, with the field it goes to."""
    return {
        str(field.validation_alias): name for name, field in Settings.model_fields.items() if field.validation_alias
    }


def _is_too_long(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError) as error:  # what else is wrong is told where the path is used
        return isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG
    return False


def _sentence(error: ErrorDetails) -> str:
    if "error" in (own := error.get("ctx", {})):
        return str(own["error"])
    variable = str(error["loc"][0])
    field = Settings.model_fields[variables()[variable]]
    return f"{variable} is {str(error['input'])[:_LONGEST_CITED]!r}, which will not do; {field.description}."


def _read(file: Path) -> str:
    try:
        return bytes_of(file, LARGEST_SECRET).decode("utf-8-sig").strip()
    except FileNotFoundError:
        raise ValueError(f"DISCORD_TOKEN_FILE: there is no file {file}; make it or correct the path.") from None
    except TooLargeError as error:
        raise ValueError(
            f"DISCORD_TOKEN_FILE: {file} has {error.size:,} bytes; it should hold the token alone."
        ) from None
    except OSError as error:
        raise ValueError(
            f"DISCORD_TOKEN_FILE: {file} cannot be read ({error.strerror}); correct the path or its permissions."
        ) from None
    except UnicodeDecodeError:
        raise ValueError(
            f"DISCORD_TOKEN_FILE: {file} is not UTF-8 text; save it as that, with the token alone."
        ) from None


def _one_word(token: str, name: str) -> str:
    """The token, if it could be one: what has blanks or unprintable characters in it cannot go into a header."""
    if not token:
        raise ValueError(f"{name} is empty; copy the token from the Developer Portal, or remove it for the sandbox.")
    if token[0] in _MARKS or token.startswith("DISCORD_TOKEN="):
        raise ValueError(f"{name} has more in it than the token; remove quotation marks and DISCORD_TOKEN= around it.")
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise ValueError(f"{name} has blanks or other strange characters in it; copy the token again, alone.")
    return token


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
