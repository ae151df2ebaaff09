"""Every setting once: name, default, help. Read from the environment as XUNCHA_<NAME>.

It stands in storage because both the application and the crawler, which may not import each other, read it.
"""

import os
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

USER_AGENT = "Xuncha/0.1 (government portal watchdog; reads robots.txt)"


class UnreadableSecret(Exception):
    """Raised by Settings() where XUNCHA_<NAME>_FILE names a file that cannot be read; the message is one line."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="XUNCHA_", env_ignore_empty=True)

    data_dir: Path = Field(Path("xuncha-data"), description="Folder of the embedded database and of logs.")
    database_url: str = Field("", description="SQLAlchemy address; empty: SQLite in the data directory.")
    allowed_private_networks: str = Field(
        "", description="Private networks that may be fetched all the same (CIDR, commas between), e.g. 127.0.0.0/8."
    )
    user_agent: str = Field(USER_AGENT, description="How the crawler names itself to portals and robots.txt.")
    lang: str = Field("", description="zh or en; empty: the locale decides.")
    crawl_delay: float = Field(0.5, ge=0, description="Seconds between two requests to one host.")
    crawl_concurrency: int = Field(4, ge=1, description="Requests under way at once to one host.")
    crawl_max_pages: int = Field(2000, ge=1, description="Pages asked for in one patrol.")
    crawl_max_depth: int = Field(6, ge=1, description="Clicks from the home page.")
    crawl_max_bytes: int = Field(10_000_000, ge=1000, description="Largest body, in bytes, after decompression.")
    crawl_timeout: float = Field(30.0, gt=0, description="Seconds one request may take.")
    crawl_time_limit: float = Field(1800.0, gt=0, description="Seconds one patrol may take; the child is ended then.")
    crawl_hang_limit: float = Field(
        600.0, gt=0, description="Seconds without a new page or link verdict after which a crawl is ended as hung."
    )
    link_checks: int = Field(2000, ge=0, description="Targets outside the crawl that one patrol checks.")
    parse_processes: int = Field(1, ge=1, description="Processes that decode and parse pages for one crawl.")
    patrol_interval: float = Field(86400.0, gt=0, description="Seconds between two patrols of one portal.")
    patrols_at_once: int = Field(2, ge=1, description="Crawls that the daemon runs side by side.")

    keep_days: int = Field(90, ge=0, description="Days that every visit, link check and look is kept; 0: for ever.")
    keep_versions_days: int = Field(
        365, ge=1, description="Days that every version of a page is kept; then the first, the last and one a month."
    )
    log_format: Literal["text", "json"] = Field("text", description="How the daemon logs: text, or JSON lines.")
    heartbeat_url: str = Field("", description="Address asked for every minute while all is well with the daemon.")
    probes_a_day: int = Field(30, ge=0, le=1440, description="Timed looks at each home page a day; 0: none.")

    @field_validator("allowed_private_networks")
    @classmethod
    def _networks_parse(cls, value: str) -> str:
        for part in _parts(value):
            ip_network(part, strict=False)
        return value

    @cached_property
    def private_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        return tuple(ip_network(part, strict=False) for part in _parts(self.allowed_private_networks))

    @property
    def database(self) -> str:
        """The SQLAlchemy address in force."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'xuncha.db').absolute()}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _NamedFiles(settings_cls)


class _NamedFiles(PydanticBaseSettingsSource):
    """XUNCHA_DATABASE_URL_FILE=/run/secrets/database: the value stands in that file, as Docker and systemd hand it over."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        file = os.environ.get(f"XUNCHA_{field_name.upper()}_FILE")
        try:
            return (Path(file).read_text(encoding="utf-8").strip() if file else None), field_name, False
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableSecret(f"XUNCHA_{field_name.upper()}_FILE={file}: cannot be read ({error})") from None

    def __call__(self) -> dict[str, Any]:
        found = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in found.items() if value is not None}


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
