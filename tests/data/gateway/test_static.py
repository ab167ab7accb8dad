"""The pages come from a list."""

from __future__ import annotations

import pytest

from data.gateway.static import Pages, listed
from tests.data.gateway.linked import House, run


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "phone"
    (place / "js").mkdir(parents=True)
    (place / "index.html").write_text("<!doctype html><title>安澜</title>", encoding="utf-8")
    (place / "sw.js").write_text("self.x = 1", encoding="utf-8")
    (place / "js" / "app.js").write_text("export {}", encoding="utf-8")
    (place / ".secret.json").write_text("{}", encoding="utf-8")
    (place / "notes.md").write_text("no", encoding="utf-8")
    (place / "js" / "link.js").symlink_to("/etc/passwd")
    return place


def test_only_files_of_known_types_that_are_no_links_are_listed(folder):
    assert sorted(listed(folder)) == ["/", "/index.html", "/js/app.js", "/sw.js"]
    assert "/call/" in listed(folder, "/call/")
    assert "/js/" in listed(folder, index="app.js")


def test_a_file_has_its_type_and_is_not_sent_twice(tmp_path, folder):
    house = House(tmp_path, pages=listed(folder))

    async def go():
        async with house.client() as client:
            first = await client.get("/")
            assert first.headers["content-type"] == "text/html; charset=utf-8"
            assert first.headers["cache-control"] == "no-cache"
            again = await client.get("/", headers={"if-none-match": first.headers["etag"]})
            assert (again.status_code, again.content) == (304, b"")
            script = await client.get("/sw.js")
            assert script.headers["content-type"] == "text/javascript; charset=utf-8"
            assert script.headers["cache-control"] == "no-cache"
            assert (await client.post("/sw.js")).status_code == 405

    run(go())


def test_a_file_of_unknown_type_on_the_list_is_our_own_mistake(folder):
    with pytest.raises(KeyError):
        Pages({"/notes.md": folder / "notes.md"})
