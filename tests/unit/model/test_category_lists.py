"""Lists of categories: each short, each made of known ones, and letters that are nobody else's."""

from __future__ import annotations

import pytest

from workbench.model.category_lists import ALL, TASKS, CategoryList, lists, with_letters
from workbench.model.typology import BY_NAME, CATEGORIES, Category

OWN = CategoryList("house", with_letters([Category("House style/Brand", "j", "", "")]))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task.name))
def test_a_task_has_about_a_dozen_categories_and_begins_with_the_weighty(task: CategoryList) -> None:
    assert 8 <= len(task.categories) <= 12
    assert len(set(task.categories)) == len(task.categories)
    assert all(BY_NAME[category.name] is category for category in task.categories)
    assert all(category.definition for category in task.categories)


def test_all_lists_are_walked_through_whichever_is_first() -> None:
    for first in ("", "news", "all", "house", "gone"):
        walked = lists(OWN, first)
        assert {one.name for one in walked} == {"house", "business", "news", "fiction", "technical", "all"}
        assert len(walked) == 6
    assert [one.name for one in lists(None, "news")][:2] == ["news", "all"]
    assert next(one.name for one in lists(None)) == "business"
    assert [one.name for one in lists(OWN)][:2] == ["house", "all"]
    assert ALL.categories == CATEGORIES


def test_a_team_s_category_gets_a_capital_of_its_name_where_it_asks_for_no_letter() -> None:
    made = with_letters([Category(name, letter, "") for name, letter in (("X/Tone", ""), ("Tune", ""), ("Y", "t"))])
    assert [category.letter for category in made] == ["T", "U", "t"]
    many = with_letters([Category("A", "", "") for _ in range(26)])
    assert len({category.letter for category in many}) == 26
