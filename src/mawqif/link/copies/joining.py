"""Words that join others: they tell a clause from a string of names and titles, and are about nothing."""

from __future__ import annotations

from mawqif.arabic import fold

# closed classes, Arabic and English
JOINING = frozenset(
    map(
        fold,
        "في من على إلى عن أن إن التي الذي الذين اللذين اللتين ما لا لم لن قد كان كانت هذا هذه ذلك تلك بين مع "
        "بعد قبل خلال حيث كما وقد أو ثم لكن حتى عند هو هي هم أنه أنها إنه إنها بأن بأنه بأنها منذ كل غير وهو "
        "وهي فيها فيه منها منه عليه عليها به بها له لها لدى ضد نحو أي إذا عندما وفي ومن وعلى وإن وأن وكان "
        "وكانت إذ ولا وما ولم إليه إليها عنه عنها والتي والذي مما ممن فيما بينما لأن كي سوف يكون تكون وذلك "
        "كذلك أيضا بعض دون حول عبر ضمن أمام the of to in and a an that for on with as at by from is was are "
        "were it its be been has have had he she they his her their which who this these those will would "
        "not but or if than then there into over about".split(),
    )
)
