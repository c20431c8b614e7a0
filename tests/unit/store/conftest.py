"""Every test of the store runs on SQLite, and on PostgreSQL where WORKBENCH_TEST_POSTGRES names a server to play on."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workbench.store.project import ProjectStore

from .building import make_bitext

POSTGRES = os.environ.get("WORKBENCH_TEST_POSTGRES", "")


def _schema_url(name: str) -> str:
    separator = "&" if "?" in POSTGRES else "?"
    return f"{POSTGRES}{separator}options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a new project."""
    if request.param == "sqlite":
        yield str(tmp_path / "article.review")
        return
    if not POSTGRES:
        pytest.skip("WORKBENCH_TEST_POSTGRES names no server")
    import sqlalchemy

    name = "t_" + secrets.token_hex(6)
    engine = sqlalchemy.create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(f"CREATE SCHEMA {name}"))
    yield _schema_url(name)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture
def create(location: str) -> Iterator[Callable[..., ProjectStore]]:
    """Makes the project of a test and closes it afterwards."""
    opened: list[ProjectStore] = []

    def make(count: int = 5, **options: str) -> ProjectStore:
        bitext = make_bitext(count)
        opened.append(ProjectStore.create(location, bitext.source, bitext.target, bitext.beads, **options))
        return opened[-1]

    yield make
    for store in opened:
        store.close()
