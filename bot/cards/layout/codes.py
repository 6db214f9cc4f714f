"""Why a card does not fit a message, for authors: what each code of a fault asks, and two examples.

An example is explained at `Explanation`; a line that begins with `$` is a command, given in the folder of the library.
What does not fit is long, and commands say so more shortly.
"""

from bot.domain.problem import Explanation

EXPLANATIONS = (
    Explanation(
        "V701",
        "What stands on every page of a card takes half of a message at most.",
        "Each page repeats the title, the small print and the buttons. Where they take more, too little is left for "
        "the rest of the card, and it would be torn into many pages.",
        bad="""$ sed -i "s/title: .*/title: $(printf 'The ferry stopped. %.0s' $(seq 110))/" seeds/documents.yaml""",
        good="""$ sed -i "s/title: .*/title: $(printf 'The ferry stopped. %.0s' $(seq 11))/" seeds/documents.yaml""",
    ),
    Explanation(
        "V702",
        "Every text shows something.",
        "Characters that show nothing are taken out before a text is sent, and Discord refuses a message with an empty "
        "text: the answer would fail for whoever asks.",
        bad=r"""$ sed -i 's/en: [^,]*/en: "\\u200b"/' briefs/boundaries.yaml""",
        good=r"""$ sed -i 's/en: [^,]*/en: "We name no landing places\\u200b."/' briefs/boundaries.yaml""",
    ),
    Explanation(
        "V703",
        "Buttons and menus have words of their own and lead to places of their own.",
        "Discord takes 80 characters on a button and 100 on a line of a menu, 25 lines in a menu, no two buttons of a "
        "message to one place, and 100 characters for where a button leads: the kind, the ids and the names in it.",
        bad="""$ sed -i "s/Mara Lind/Mara Lind$(printf ' of the islands%.0s' $(seq 6))/" briefs/evidence/*.yaml""",
        good="""$ sed -i "s/Mara Lind/Mara Lind of the islands/" briefs/evidence/*.yaml""",
    ),
    Explanation(
        "V704",
        "What a chart shows can be told in 1,024 characters.",
        "Who cannot see a chart is told all that it says, and Discord takes no longer description of a picture. "
        "Statements that count the very same have a chart.",
        bad="""\
$ sed -i '/low: 40/p' briefs/figures.yaml
$ sed -i "s/who crossed daily/who crossed daily$(printf ' and often%.0s' $(seq 60))/" briefs/figures.yaml""",
        good="""$ sed -i '/low: 40/p' briefs/figures.yaml""",
    ),
    Explanation(
        "V705",
        "A button to a page outside has a web address of at most 512 characters.",
        "Discord takes no longer one. What follows a question mark in an address can often be left out.",
        bad="""$ sed -i "/^kind/a url: https://x.example/$(printf 0123456789%.0s {1..50})" briefs/instruments/*.yaml""",
        good="""$ sed -i "/^kind/a url: https://x.example/ports" briefs/instruments/*.yaml""",
    ),
    Explanation(
        "V706",
        "A briefing's short card has at most 900 characters.",
        "What `/brief` answers with is read on one screen of a phone, with the buttons below it. Counted is what a "
        "reader sees: title, content note, answer, claims, and the line of sources. This is a warning.",
        bad="""$ sed -i "/^title/a content_note: Tells of$(printf ' waiting%.0s' {1..110})." briefs/topics/*.yaml""",
        good="""$ sed -i "/^title/a content_note: Tells of waiting." briefs/topics/*.yaml""",
    ),
)
"""Each by its code, in the order of the codes."""
