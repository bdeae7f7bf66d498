"""Building sites: each deal its own and only its own, the same bytes anywhere, a sentence where it fails."""

from __future__ import annotations

import gc
import os
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.errors import GoliveError
from generator.plan.load import load_plan
from generator.record.journal import read_journal
from generator.site.facts import DealFacts, Person
from generator.site.gather import gather
from generator.site.pages.build import SiteBuilder
from generator.workspace import open_workspace

TODAY = date(2026, 11, 16)
JANE = Person(
    "champion",
    "https://plans.nimbus.example/jane/",
    {"everything": "https://plans.nimbus.example/c/e.ics", "mine": "https://plans.nimbus.example/c/m.ics"},
    lambda about: f"acme.champion.{about}@reply.nimbus.example",
)
ANYONE = Person("any", "https://plans.nimbus.example/any/", {})


def facts_of(root: Path, deal: str) -> DealFacts:
    folder = root / "plans" / deal
    plan = load_plan(folder / "plan.yaml", f"plans/{deal}/plan.yaml", TODAY)
    return gather(deal, folder, plan, read_journal(folder / "journal.jsonl"), TODAY)


def builder(root: Path) -> SiteBuilder:
    return SiteBuilder(open_workspace(root))


def built(root: Path, deal: str = "acme") -> dict[str, bytes]:
    return builder(root).build(facts_of(root, deal))


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def configure(root: Path, old: str, new: str) -> None:
    file = root / "mkdocs.yml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_builds_the_plan_the_reps_pages_and_the_files_they_refer_to(workspace: Path) -> None:
    write(workspace, "plans/acme/files/never-shown.txt", "MARZIPAN")
    pages = built(workspace)
    assert set(pages) == {
        "index.html", "value.html", "people.html", "calendar.html", "updates.html", "memo.html", "you.html",
        "security-pack.html", "success-measures.html",
        "files/penetration-test-summary-2026.txt", "files/warehouse-connection.svg",
    }  # fmt: skip
    source = workspace / "plans/acme/files/warehouse-connection.svg"
    assert pages["files/warehouse-connection.svg"] == source.read_bytes()


def test_deals_built_one_after_the_other_do_not_mix(workspace: Path) -> None:
    one = builder(workspace)
    acme, harbor = facts_of(workspace, "acme"), facts_of(workspace, "harbor")
    first, between, again = one.build(acme), one.build(harbor), one.build(acme)
    assert first == again == built(workspace, "acme")
    assert between == built(workspace, "harbor")
    assert not [name for name, page in first.items() if b"arbor" in page]
    assert not [name for name, page in between.items() if b"Acme" in page or b"acme" in page]


def test_deals_in_two_languages_do_not_mix(workspace: Path) -> None:
    one, acme = builder(workspace), facts_of(workspace, "acme")
    buyer = acme.plan.buyer.model_copy(update={"locale": "en-US"})
    german = replace(acme, plan=acme.plan.model_copy(update={"buyer": buyer}))
    english = one.build(acme)
    assert b'<html lang="en-US"' in one.build(german)["index.html"]
    one.personal(english, german, JANE)
    assert one.build(acme) == english


def test_same_bytes_in_two_folders(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "elsewhere" / "deep"
    shutil.copytree(workspace, other)
    here = built(workspace)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert built(other) == here
    assert builder(other).assets() == builder(workspace).assets()


def test_templates_that_ask_mkdocs_for_the_time_get_the_deals_day(workspace: Path) -> None:
    write(_custom(workspace), "main.html", "{{ build_date_utc }} {{ page.update_date }}")
    page = built(workspace)["security-pack.html"]
    assert page == b"2026-11-16 00:00:00+00:00 2026-11-16"


def test_nothing_of_a_plan_comes_out_as_markup(workspace: Path) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    deal = facts_of(workspace, "acme")
    plan = deal.plan.model_copy(
        update={
            "title": hostile,
            "why": hostile,
            "summary": hostile,
            "milestones": tuple(
                m.model_copy(update={"outcome": hostile, "exit": hostile, "stage": hostile})
                for m in deal.plan.milestones
            ),
            "roles": {
                name: role.model_copy(update={"name": hostile, "title": hostile})
                for name, role in deal.plan.roles.items()
            },
            "buyer": deal.plan.buyer.model_copy(update={"name": hostile}),
            "key_dates": tuple(k.model_copy(update={"what": hostile}) for k in deal.plan.key_dates),
        }
    )
    one, worse = builder(workspace), replace(deal, plan=plan)
    pages = one.personal(one.build(worse), worse, JANE)
    shown = [name for name, page in pages.items() if b"<script>" in page or b"<img src=x" in page]
    assert shown == []
    assert b"&lt;script&gt;" in pages["index.html"]


def test_no_slot_is_left_in_anybodys_copy(workspace: Path) -> None:
    one, deal = builder(workspace), facts_of(workspace, "acme")
    pages = one.build(deal)
    marks = re.compile("[\ue000-\uf8ff]")
    assert marks.search(pages["index.html"].decode())
    for person in (JANE, ANYONE):
        copy = one.personal(pages, deal, person)
        assert [n for n, page in copy.items() if n.endswith(".html") and marks.search(page.decode())] == []
        assert ("you.html" in copy) is (person is JANE)
    assert b"acme.champion." in one.personal(pages, deal, JANE)["index.html"]
    assert b"@reply" not in b"".join(one.personal(pages, deal, ANYONE).values())


def test_a_copy_can_be_made_without_building_first(workspace: Path) -> None:
    pages, deal = built(workspace), facts_of(workspace, "acme")
    one = builder(workspace)
    assert one.personal(pages, deal, JANE) == builder(workspace).personal(pages, deal, JANE)


def links(page: bytes) -> list[tuple[str, str]]:
    return re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a>', page.decode())


def test_own_pages_stand_in_order_of_their_names_with_their_titles(workspace: Path) -> None:
    shutil.rmtree(workspace / "plans/acme/pages")
    write(workspace, "plans/acme/pages/20-faq.md", "---\ntitle: Questions & <answers>\n---\n# Other\n")
    write(workspace, "plans/acme/pages/10-begin.md", "# Begin & *stay*\n\nText.\n")
    write(workspace, "plans/acme/pages/30_no-heading.md", "Just text, see [faq](20-faq.md).\n")
    pages = built(workspace)
    mine = [link for link in links(pages["index.html"]) if re.match(r"\d", link[0])]
    assert mine == [
        ("10-begin.html", "Begin &amp; stay"),
        ("20-faq.html", "Questions &amp; &lt;answers&gt;"),
        ("30_no-heading.html", "30 no heading"),
    ]
    assert b'<a href="20-faq.html">faq</a>' in pages["30_no-heading.html"]


def test_pages_in_folders_find_their_way(workspace: Path) -> None:
    write(
        workspace, "plans/acme/pages/more/deep.md", "# Deep\n\n![plan](../files/warehouse-connection.svg)\n"
    )
    pages = built(workspace)
    page = pages["more/deep.html"].decode()
    assert 'href="../index.html"' in page
    assert 'href="../../_assets/' in page
    assert 'src="../files/warehouse-connection.svg"' in page
    assert ("more/deep.html", "Deep") in links(pages["index.html"])


def test_own_pages_cannot_open_slots(workspace: Path) -> None:
    slot = "\ue000yours\ue001"
    body = f"---\ntitle: A{slot}\n---\n\n# B{slot}\n\nC{slot} &#xe000;yours&#xe001;\n"
    write(workspace, "plans/acme/pages/sly.md", body)
    write(workspace, "plans/acme/pages/sly2.md", "# &#xe000;yours&#xe001;\n")
    one, deal = builder(workspace), facts_of(workspace, "acme")
    pages = one.build(deal)
    assert "\ue000yours" not in pages["sly.html"].decode()
    titles = [title for _, title in links(pages["index.html"])]
    assert "Ayours" in titles
    assert "yours" in titles


def test_files_are_published_where_a_page_refers_to_them(workspace: Path) -> None:
    write(workspace, "plans/acme/files/a b.txt", "spaced")
    write(workspace, "plans/acme/files/raw.png", "raw")
    write(workspace, "plans/acme/files/.hidden", "hidden")
    write(workspace, "plans/acme/files/unused.txt", "unused")
    text = '[x](<files/a b.txt>) <img src="files/raw.png"> [h](files/.hidden) [up](../plan.yaml)'
    text += " [j](files/../../journal.jsonl) [k](files/../plan.yaml)"
    write(workspace, "plans/acme/pages/refer.md", text)
    pages = built(workspace)
    assert {"files/a b.txt", "files/raw.png"} <= set(pages)
    assert {"files/unused.txt", "files/.hidden", "plan.yaml", "journal.jsonl"} & set(pages) == set()
    assert b"MARZIPAN" not in b"".join(pages.values())


LINKS: dict[str, tuple[str, str]] = {
    "page": ("plans/acme/pages/plan.md", "plans/acme/plan.yaml"),
    "folder of pages": ("plans/acme/pages/other", "plans/harbor"),
    "file that the plan refers to": ("plans/acme/files/warehouse-connection.svg", "plans/harbor/plan.yaml"),
}


@pytest.mark.parametrize("what", LINKS)
def test_symbolic_links_are_refused(workspace: Path, what: str) -> None:
    name, target = LINKS[what]
    (workspace / name).unlink(missing_ok=True)
    (workspace / name).symlink_to(workspace / target)
    with pytest.raises(GoliveError, match=rf"{re.escape(name)} is a symbolic link"):
        built(workspace)


@pytest.mark.parametrize("folder", ["pages", "files"])
def test_a_linked_folder_is_refused(workspace: Path, folder: str) -> None:
    shutil.rmtree(workspace / "plans/acme" / folder)
    (workspace / "plans/acme" / folder).symlink_to(workspace / "plans")
    with pytest.raises(GoliveError, match=f"plans/acme/{folder} is a symbolic link"):
        built(workspace)


def test_a_linked_file_that_nothing_refers_to_is_only_left_out(workspace: Path) -> None:
    (workspace / "plans/acme/files/other.yaml").symlink_to(workspace / "plans/harbor/plan.yaml")
    assert "files/other.yaml" not in built(workspace)


@pytest.mark.parametrize("name", ["index.md", "value.md", "README.md", "you.html"])
def test_own_pages_do_not_replace_the_plans(workspace: Path, name: str) -> None:
    write(workspace, f"plans/acme/pages/{name}", "# Mine\n")
    with pytest.raises(GoliveError, match=f"plans/acme/pages/{name} would replace"):
        built(workspace)


def _custom(workspace: Path) -> Path:
    configure(workspace, "{name: golive}", "{name: golive, custom_dir: overrides}")
    (workspace / "overrides").mkdir()
    return workspace / "overrides"


def test_custom_dir_overrides_templates_and_brings_static_files(workspace: Path) -> None:
    custom = _custom(workspace)
    configure(
        workspace, "docs_dir: plans\n", "docs_dir: plans\nextra_css: [extra.css, https://cdn.example/x.css]\n"
    )
    write(
        custom, "main.html", "<p>{{ 'img/badge.svg'|url }} {{ extra_css|join(' ') }} {{ page.content }}</p>"
    )
    write(custom, "img/badge.svg", "<svg/>")
    write(custom, "extra.css", "p {}")
    one = builder(workspace)
    name, files = one.assets()
    page = one.build(facts_of(workspace, "acme"))["security-pack.html"].decode()
    shared = f"../_assets/{name}"
    assert page.startswith(f"<p>{shared}/img/badge.svg {shared}/extra.css https://cdn.example/x.css <h1")
    assert (files["img/badge.svg"], files["extra.css"]) == (b"<svg/>", b"p {}")


def test_custom_style_sheet_wins(workspace: Path) -> None:
    write(_custom(workspace), "assets/golive.css", "/* ours */")
    assert builder(workspace).assets()[1]["golive.css"] == b"/* ours */"


def test_assets_are_named_by_what_they_hold(workspace: Path) -> None:
    one = builder(workspace)
    name, files = one.assets()
    assert {"golive.css", "mark.svg"} <= set(files)
    assert (
        f'href="../_assets/{name}/golive.css"'.encode()
        in one.build(facts_of(workspace, "acme"))["index.html"]
    )
    configure(workspace, "{name: golive}", '{name: golive, accent: "#7a1fa2", logo: brand/own.svg}')
    write(workspace, "brand/own.svg", "<svg/>")
    changed, more = builder(workspace).assets()
    assert changed != name
    assert more["golive.css"] != files["golive.css"]
    assert more["own.svg"] == b"<svg/>"
    assert f'src="../_assets/{changed}/own.svg"'.encode() in built(workspace)["index.html"]


def test_a_logo_that_is_not_there_is_said(workspace: Path) -> None:
    configure(workspace, "{name: golive}", "{name: golive, logo: ../../etc/passwd}")
    with pytest.raises(GoliveError, match=r"theme\.logo: there is no file '\.\./\.\./etc/passwd'"):
        builder(workspace).assets()


PLAN_HTML, PAGE = "overrides/plan.html", "plans/acme/pages/x.md"
BROKEN: dict[str, tuple[str, bytes, str]] = {
    "template's syntax": (PLAN_HTML, b"a\n{% if %}", f"{PLAN_HTML}:2 is not valid"),
    "template at work": (PLAN_HTML, b"a\n\n{{ 1 / 0 }}", f"{PLAN_HTML}:3 cannot show"),
    "template's names": (PLAN_HTML, b"{{ nothing.here }}", f"{PLAN_HTML}:1 cannot show"),
    "template's part": (PLAN_HTML, b"{% include 'gone.html' %}", "no template 'gone.html'"),
    "page's template": (
        PAGE,
        b"---\ntemplate: no.html\n---\n",
        f"no template 'no.html', which {PAGE} asks for",
    ),
    "page's front matter": (PAGE, b"---\ntitle: [a\n---\n# X\n", f"{PAGE} cannot be read: the lines"),
    "page's encoding": (PAGE, "# Größe\n".encode("latin-1"), f"{PAGE} is not UTF-8"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_built_is_said_with_deal_and_file(
    workspace: Path, what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    name, content, sentence = BROKEN[what]
    _custom(workspace)
    (workspace / name).write_bytes(content)
    one, good = builder(workspace), facts_of(workspace, "harbor")
    with pytest.raises(GoliveError, match=re.escape(sentence)) as caught:
        one.build(facts_of(workspace, "acme"))
    assert str(caught.value).startswith("acme: ")
    if name.startswith("plans/acme"):
        assert one.build(good) == built(workspace, "harbor")
    assert capfd.readouterr() == ("", "")


def test_our_own_mistakes_are_not_dressed_up(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.site.pages.own.add_files", wrong)
    with pytest.raises(ZeroDivisionError):
        built(workspace)


def test_mkdocs_keeps_quiet_and_its_warnings_are_kept(
    workspace: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    write(workspace, "plans/acme/pages/x.md", "[gone](gone.md)\n")
    one = builder(workspace)
    one.build(facts_of(workspace, "acme"))
    assert len(one.warnings) == 1
    assert "'x.md' contains a link 'gone.md'" in one.warnings[0]
    one.build(facts_of(workspace, "harbor"))
    assert one.warnings == ()
    assert (*capfd.readouterr(), caplog.text) == ("", "", "")


def test_strict_stops_at_a_broken_link_and_names_it(workspace: Path) -> None:
    configure(workspace, "docs_dir: plans\n", "docs_dir: plans\nstrict: true\n")
    write(workspace, "plans/acme/pages/x.md", "[gone](gone.md)\n")
    with pytest.raises(GoliveError, match=r"^acme: Doc file 'x\.md' contains a link 'gone\.md'"):
        built(workspace)


def test_a_file_that_the_plan_promises_and_nobody_put_there_is_warned_of(workspace: Path) -> None:
    (workspace / "plans/acme/files/warehouse-connection.svg").unlink()
    one = builder(workspace)
    one.build(facts_of(workspace, "acme"))
    assert one.warnings == (
        "golive: plans/acme/files/warehouse-connection.svg is not there, but the plan refers to it",
    )


def test_pages_outside_the_navigation_are_built_but_not_listed(workspace: Path) -> None:
    configure(workspace, "docs_dir: plans\n", "docs_dir: plans\nnot_in_nav: security-pack.md\n")
    pages = built(workspace)
    assert "security-pack.html" in pages
    listed = [url for url, _ in links(pages["index.html"])]
    assert "success-measures.html" in listed
    assert "security-pack.html" not in listed


def test_the_page_for_ended_links_is_the_same_after_any_deal(workspace: Path) -> None:
    write(_custom(workspace), "404.html", "{{ 'img/x.svg'|url }} {{ 'index.html'|url }} {{ _('Plan') }}")
    write(workspace, "overrides/img/x.svg", "<svg/>")
    one, acme = builder(workspace), facts_of(workspace, "acme")
    before = one.not_found("/plans/_assets/0/")
    assert before == b"/plans/_assets/0/img/x.svg /plans/index.html Plan"
    buyer = acme.plan.buyer.model_copy(update={"locale": "en-US"})
    one.build(replace(acme, plan=acme.plan.model_copy(update={"buyer": buyer})))
    assert one.not_found("/plans/_assets/0/") == before


def test_settings_that_mkdocs_refuses_are_said(workspace: Path, capfd: pytest.CaptureFixture[str]) -> None:
    configure(workspace, "{name: golive}", "{name: golive, custom_dir: nowhere}")
    with pytest.raises(GoliveError, match=r"(?s)mkdocs\.yml cannot be used:.*custom_dir.*does not exist"):
        built(workspace)
    assert capfd.readouterr() == ("", "")


def test_scratch_folder_that_was_swapped_is_not_emptied(workspace: Path, tmp_path: Path) -> None:
    precious = write(tmp_path / "precious", "letter.txt", "dear")
    one, deal = builder(workspace), facts_of(workspace, "acme")
    one.build(deal)
    scratch = next((workspace / ".golive/build").glob("site-*"))
    shutil.rmtree(scratch)
    scratch.symlink_to(precious.parent)
    with pytest.raises(GoliveError, match="nothing was touched"):
        one.build(deal)
    scratch.unlink()
    assert precious.read_text() == "dear"


def test_scratch_folders_go_with_their_builder(workspace: Path) -> None:
    stale = workspace / ".golive/build/site-killed"
    stale.mkdir(parents=True)
    os.utime(stale, (0, 0))
    one = builder(workspace)
    one.build(facts_of(workspace, "acme"))
    assert len(list((workspace / ".golive/build").glob("site-*"))) == 1
    del one
    gc.collect()
    assert list((workspace / ".golive/build").glob("site-*")) == []


def test_a_dot_file_of_one_deal_does_not_stay_for_the_next(workspace: Path) -> None:
    configure(workspace, "docs_dir: plans\n", "docs_dir: plans\nexclude_docs: '!.proof.txt'\n")
    write(workspace, "plans/acme/pages/.proof.txt", "acme only")
    one = builder(workspace)
    assert ".proof.txt" in one.build(facts_of(workspace, "acme"))
    assert ".proof.txt" not in one.build(facts_of(workspace, "harbor"))


def test_hooks_of_the_workspace_see_a_fresh_configuration_for_each_deal(workspace: Path) -> None:
    configure(workspace, "docs_dir: plans\n", "docs_dir: plans\nhooks: [hook.py]\n")
    write(
        workspace,
        "hook.py",
        "from mkdocs.structure.files import File\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'made.md', content='# Made'))\n"
        "def on_config(config):\n    config.extra_css.append(config.docs_dir[-11:])\n"
        "def on_post_page(output, page, config):\n    return output + f'<!-- {config.extra_css} -->'\n",
    )
    one = builder(workspace)
    one.build(facts_of(workspace, "acme"))
    assert "made.html" in one.build(facts_of(workspace, "harbor"))
    assert b"<!-- ['arbor/pages'] -->" in one.build(facts_of(workspace, "harbor"))["index.html"]


def test_pages_keep_the_security_policy(workspace: Path) -> None:
    for deal in ("acme", "harbor"):
        pages = built(workspace, deal)
        assert not [n for n in pages if "sitemap" in n or "plan.yaml" in n or "journal" in n]
        html = {n: p.decode() for n, p in pages.items() if n.endswith(".html")}
        forbidden = re.compile(r"\sstyle=|<style|<script(?! src=)|rel=.canonical")
        assert [n for n, p in html.items() if forbidden.search(p)] == []
    assert '<td class="num">' in html["what-we-measure.html"]
