# The same, agreed upon.
. "$(dirname "$0")/../../story.sh"
on 2026-06-25
git commit -q --amend -m 'a round laptop

The supplier changes the form in autumn.

Approved-by: Aya Ichinose'
