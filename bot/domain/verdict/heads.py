"""What a mail, a chat or a page of posts puts beside somebody's words: who sent them when, and who answered.

It tells when words were sent, not when or by whom they were said, and is no part of them. `Ms. Lee 오늘 오후 3:41`,
`11/20/26, 3:41 PM - Jin:` and, on two lines, `jin_99` / `2 hours ago` are heads; `King, 2011` is none, for it claims
something.
"""

import re
from typing import Final

_CLOCK: Final = (
    r"(?:(?:오전|오후|上午|下午|早上|晚上|凌晨|中午|午前|午後)\s?)?"
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_DAY: Final = (
    r"(?:[Tt]oday|[Yy]esterday|오늘|어제|그저께|今天|昨天|前天|今日|昨日"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:\d{4}\s?[년年]\s?)?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日号號]"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
)
_AGO: Final = (
    r"(?:\d{1,3}\s?(?:s|sec|m|mins?|h|hrs?|d|w|wk|mo|y|yrs?|(?:second|minute|hour|day|week|month|year)s?)\.? ago"
    r"|\d{1,3}\s?(?:분|시간|일|주|달|개월|년)\s?전|\d{1,3}\s?(?:分钟|分鐘|小时|小時|天|周|个月|個月|年)前"
    r"|\d{1,3}\s?(?:分|時間|日|週間|か月|年)前|방금|刚刚|剛剛|たった今|[Jj]ust now)"
)
_SENT: Final = rf"(?:(?:{_DAY}(?:,| at)?\s?)?{_CLOCK}|{_AGO})"
"""The time of day with or without its day, or how long ago: what was said long since has neither."""
_EDITED: Final = r"(?:\s?\(?(?:edited|수정됨)\)?)?"
_WHO: Final = r"[^\s:\uff1a.!?,|][^\n:\uff1a!?,|]{0,38}?"
_END: Final = r"[ \t]*$"
_DASH: Final = r"[\u2014\u2013\u00b7\u2022-]"

HEAD: Final = re.compile(
    rf"^[ \t>]*(?:On [^\n]{{8,80}}, [^\n]{{1,60}} wrote:{_END}"
    rf"|-{{3,}} ?(?:Original|Forwarded) [Mm]essage ?-{{3,}}{_END}"
    rf"|(?:From|Sent|Date|To|Subject):[ \t][^\n]{{1,100}}$(?=\n(?:From|Sent|Date|To|Subject|>|\n))"
    rf"|{_WHO}\s+{_DASH}\s+(?:{_DAY}(?: at)? )?{_SENT}[^\n]{{0,12}}{_END}"
    rf"|[^\n]{{1,40}} [\u2014\u2013-] \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}[^\n]{{0,12}}{_END}"
    rf"|(?:(?!By\b){_WHO}[ \t]+|{_WHO}[ \t]*\n(?:[ \t]*{_DASH}[ \t]*\n)?[ \t]*)?{_SENT}{_EDITED}{_END}"
    rf"|[\[(](?:[\d/.-]{{6,10}},? )?{_CLOCK}[\])][ \t]*(?:[^\n:]{{1,32}}:(?=\s))?"
    rf"|\[[^\[\]\n]{{1,32}}\][ \t]*\[{_SENT}\](?=\s)"
    rf"|[^\n:]{{1,32}}, \[{_SENT}\]{_END}"
    rf"|{_WHO}\s?\({_SENT}\):(?=\s)"
    rf"|(?:{_DAY},?\s{_CLOCK})\s?(?:-|,)\s?[^\n:]{{1,32}}?\s?:(?=\s)"
    rf"|[^\n]{{0,40}}\d{{4}}[^\n]{{0,60}}(?:님이 작성|写道|寫道|schrieb[^\n]{{0,40}}|a écrit)\s?[:\uff1a]{_END}"
    rf"|[^\n]{{1,32}}님(?:이|께서) (?:보낸|쓴|남긴) (?:메시지|글|댓글|답글){_END}"
    rf"|Replying to [^\n]{{1,60}}{_END}"
    rf"|@[\w.]{{1,32}} \u00b7 {_DAY}{_END}"
    rf"|\d[\d.,KM]*(?:[ \t]+\d[\d.,KM]*)+{_END}"
    rf"|\d{{1,4}} (?:repl(?:y|ies)|likes?|reposts?|retweets?|views?|comments?|reactions?|shares?){_END}"
    rf"|(?:답글|댓글|좋아요|조회) \d{{1,4}}개?{_END}"
    rf"|{_CLOCK} \u00b7 [^\n]{{1,60}}{_END}"
    rf"|<[\w .-]{{2,32}}>(?=[ \t]+\S))",
    re.MULTILINE,
)
"""A head wherever a line begins; most take the whole line."""
