"""Tests for who says what in the ways of real news; the sentences were made for this."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding import voices

Told = list[tuple[str, str, str]]


def _told(lang: str, *texts: str) -> Told:
    passages = blocks.number(blocks.make("paragraph", text) for text in texts)
    return [(one.kind, one.speaker, one.text) for one in voices.find_voices(passages, lang)]


GERMAN: list[tuple[str, list[str], Told]] = [
    (
        "the particle of the verb is no part of who speaks",
        ["Damit stellt der HBDI in Aussicht, er werde „Vorgaben zu den Parametern“ machen."],
        [("partial", "HBDI", "Vorgaben zu den Parametern")],
    ),
    (
        "what somebody is stands before the family name",
        ["Kristin Pudenz warf. Die Olympiazweite Pudenz klagte: „Ich weiß nicht, was war.“"],
        [("direct", "Kristin Pudenz", "Ich weiß nicht, was war.")],
    ),
    (
        "two quotations in one sentence",
        ["„Dies ist bitter“ und eine „traurige Nachricht“, beschied Sekretär Frank Hutmacher."],
        [
            ("partial", "Frank Hutmacher", "Dies ist bitter"),
            ("partial", "Frank Hutmacher", "traurige Nachricht"),
        ],
    ),
    (
        "the speaker is told afterwards",
        ["Die Entscheidung sei am Morgen getroffen worden. Dies erklärte Dieter Hoeneß in Berlin."],
        [("reported", "Dieter Hoeneß", "Die Entscheidung sei am Morgen getroffen worden.")],
    ),
    (
        "whose something is before a colon",
        [
            "Karl Nehammer lud SPÖ-Chef Andreas Babler ein.",
            "Anders fiel Bablers Urteil aus: „Das wollen wir nicht“, sagte der SP-Vorsitzende.",
        ],
        [("direct", "Andreas Babler", "Das wollen wir nicht")],
    ),
    (
        "she is not the man who spoke last",
        ["Karl Nehammer sagte: „Es war gut.“ Danach kam Beate Klein. Sie sei froh, dass es gehe."],
        [
            ("direct", "Karl Nehammer", "Es war gut."),
            ("reported", "Beate Klein", "Sie sei froh, dass es gehe."),
        ],
    ),
    (
        "a source within what somebody says",
        ["„Das dauert“, so Andreas Wulf. Auch müsse laut Beschluss erst geprüft werden."],
        [
            ("direct", "Andreas Wulf", "Das dauert"),
            ("reported", "Andreas Wulf", "Auch müsse laut Beschluss erst geprüft werden."),
        ],
    ),
    (
        "a source behind who says it, and a quotation that goes on",
        [
            "Rainer Woelki sagte, er habe laut Gutachten „rechtssicher gehandelt“.",
            "Eva Klein sagte: „Das ist so.“ Jedoch „hätte ich den Fall melden sollen.“",
        ],
        [
            ("partial", "Rainer Woelki", "rechtssicher gehandelt"),
            ("direct", "Eva Klein", "Das ist so."),
            ("direct", "Eva Klein", "hätte ich den Fall melden sollen."),
        ],
    ),
    (
        "how somebody is, in words of his own",
        ["Eva Krause war „einfach nur enttäuscht“. Ihr Boot ist „die alte Dame“."],
        [("partial", "Eva Krause", "einfach nur enttäuscht")],
    ),
    (
        "who leads something was named before",
        ["Das findet Jan Ott. Der Chef der IG Bergbau sagte: „Die Regierung zögert.“"],
        [("direct", "Jan Ott", "Die Regierung zögert.")],
    ),
    (
        "a spokesman may have no name",
        ["Das findet Jan Ott. Der Sprecher der IG Bergbau sagte: „Die Regierung zögert.“"],
        [("direct", "Sprecher der IG Bergbau", "Die Regierung zögert.")],
    ),
    (
        "how somebody feels",
        ["Eva Krause fühlte sich „müde und kraftlos“, alles andere „lief gut“."],
        [("partial", "Eva Krause", "müde und kraftlos")],
    ),
    (
        "no comparison, and whose something is",
        [
            "»Wir sind viele«, erklärt Eva Klein. Wie jedes Jahr sei es schwer. "  # noqa: ISC004
            "Ihre Gründe waren andere: »Ich will etwas erkennen.«"
        ],
        [
            ("direct", "Eva Klein", "Wir sind viele"),
            ("reported", "Eva Klein", "Wie jedes Jahr sei es schwer."),
            ("direct", "Eva Klein", "Ich will etwas erkennen."),
        ],
    ),
    (
        "a reproach in the plural",
        ["Kritiker werfen der Regierung vor, die Menschen zur Flucht zu zwingen."],
        [("reported", "Kritiker", "die Menschen zur Flucht zu zwingen.")],
    ),
    (
        "an adverb that ends like an adjective is no part of the speaker",
        ["„Es gibt wenig Möglichkeiten“, sagte hingegen Verteidiger Kotios."],
        [("direct", "Kotios", "Es gibt wenig Möglichkeiten")],
    ),
    (
        "an academic degree with a stop",
        ["„Die Lage ist schwierig“, berichtet Dr. Ralf Brügel."],
        [("direct", "Ralf Brügel", "Die Lage ist schwierig")],
    ),
    (
        "how somebody is, before a colon",
        ["Trainer Boris Schommers war trotz allem zufrieden: „Danach war es viel besser.“"],
        [("direct", "Boris Schommers", "Danach war es viel besser.")],
    ),
    (
        "how something is, before a colon",
        ["Das Motto war klar: „Wir schaffen das gemeinsam.“"],
        [("direct", "", "Wir schaffen das gemeinsam.")],
    ),
    (
        "an adverb at the beginning that is in no list",
        ["Weiters sagte Saxer, dass die Person bekannt gewesen sei."],
        [("reported", "Saxer", "dass die Person bekannt gewesen sei.")],
    ),
    (
        "the subjunctive of any verb goes on with what was said, also behind the narrator",
        [
            "Der Schritt sei falsch, sagte Eva Klein. Er reihe sich ein „in eine Serie“ anderer.",
            "Folgen gibt es keine, sagte Klein. Wer kam, schwieg. Das werfe „ein Licht“ auf alles.",
        ],
        [
            ("reported", "Eva Klein", "Der Schritt sei falsch"),
            ("partial", "Eva Klein", "in eine Serie"),
            ("reported", "Eva Klein", "Folgen gibt es keine"),
            ("partial", "Eva Klein", "ein Licht"),
        ],
    ),
    (
        "a sentence in the subjunctive in the passage after somebody spoke",
        ["„Die Lage ist ernst“, sagte Eva Klein.", "Die Sperrung, die dauert, betreffe Anwohner."],
        [
            ("direct", "Eva Klein", "Die Lage ist ernst"),
            ("reported", "Eva Klein", "Die Sperrung, die dauert, betreffe Anwohner."),
        ],
    ),
    (
        "a clause before a colon, with a verb of two parts",
        ["Zugleich machte Jan Ott deutlich, dass die Probleme bleiben: „Ich sehe keine Lösung.“"],
        [
            ("reported", "Jan Ott", "dass die Probleme bleiben"),
            ("direct", "Jan Ott", "Ich sehe keine Lösung."),
        ],
    ),
    (
        "the name stands behind the office in commas",
        ["Laut dem Sprecher der Polizei, Hanspeter Saxer, ist es zu Schüssen gekommen."],
        [
            (
                "reported",
                "Hanspeter Saxer",
                "Laut dem Sprecher der Polizei, Hanspeter Saxer, ist es zu Schüssen gekommen.",
            )
        ],
    ),
    (
        "much stands between the verb and the name",
        ["„Das wird nicht ernst genommen“, kritisierte die im Landtag zuständige Eva Klein."],
        [("direct", "Eva Klein", "Das wird nicht ernst genommen")],
    ),
    (
        "whom a letter is for has not written it",
        ["„Das wird nicht ernst genommen“, heißt es in einem Brief an Ministerin Eva Klein."],
        [("direct", "", "Das wird nicht ernst genommen")],
    ),
    (
        "what a player is stands for his name",
        ["Kurz darauf traf Kevin Kraus. „Ich stehe nicht im Abseits“, sagte der Innenverteidiger."],
        [("direct", "Kevin Kraus", "Ich stehe nicht im Abseits")],
    ),
    (
        "an Austrian office",
        ["FPÖ-Obmann Udo Landbauer lacht. „Das gehört abgestellt“, sagte der FPÖ-Obmann."],
        [("direct", "Udo Landbauer", "Das gehört abgestellt")],
    ),
    (
        "two who are not named",
        ["Beide Verteidiger erklärten am Montag, dass ihre Mandanten schweigen werden."],
        [("reported", "Verteidiger", "dass ihre Mandanten schweigen werden.")],
    ),
    (
        "the object comes first, the pronoun behind the verb",
        ["Otto Brand kam spät. Eine Rüge erteilte er auch Ministerin Roth: „Das geht so nicht.“"],
        [("direct", "Otto Brand", "Das geht so nicht.")],
    ),
    (
        "whoever acts has something with him",
        ["Ein Mann mit Schirmmütze winkt ab: „Das hören wir seit Jahren.“"],
        [("direct", "Mann", "Das hören wir seit Jahren.")],
    ),
    (
        "a clause without dass behind the perfect",
        ["Ewald Linz hat einmal geschrieben, große Städte litten nicht an zu wenig Lärm."],
        [("reported", "Ewald Linz", "große Städte litten nicht an zu wenig Lärm.")],
    ),
    (
        "the perfect with another clause behind it",
        ["Ewald Linz hatte im Rundfunk gesagt, er glaube, der Bau werde teurer."],
        [("reported", "Ewald Linz", "er glaube, der Bau werde teurer.")],
    ),
    (
        "no statement behind the perfect",
        ["Ewald Linz hat das oft gesagt, bevor er ins Ausland ging."],
        [],
    ),
    (
        "told by others",
        ["Clara Fuchs ging. „Davon lebt man nicht“, soll sie vorher gesagt haben."],
        [("direct", "Clara Fuchs", "Davon lebt man nicht")],
    ),
    (
        "will say later",
        ["Otto Brand ist müde. Der Tag habe „mies“ begonnen, wird er am Abend sagen."],
        [("partial", "Otto Brand", "mies")],
    ),
    (
        "talk of something",
        ["In den Blättern war da die Rede von einem „Anschlag“, von „Chaoten“."],
        [("partial", "", "Anschlag"), ("partial", "", "Chaoten")],
    ),
    (
        "a relative clause before the verb",
        ["Jeder Tag, den man warte, koste viel Geld, sagte er dem Sender."],
        [("reported", "", "Jeder Tag, den man warte, koste viel Geld")],
    ),
    (
        "what somebody feels, in the subjunctive",
        ["Richterin Petra Lenz wunderte sich, dass der Zeuge gefehlt habe."],
        [("reported", "Petra Lenz", "dass der Zeuge gefehlt habe.")],
    ),
    (
        "what somebody feels, as it is",
        ["Richterin Petra Lenz freute sich, dass der Zeuge gekommen ist."],
        [],
    ),
    (
        "the subjunctive goes on with who acted in between",
        [
            "„Die Knie wollen nicht“, sagt Inge Palm. Rosa Lenz lacht leise. Recht habe sie.",
        ],
        [
            ("direct", "Inge Palm", "Die Knie wollen nicht"),
            ("reported", "Rosa Lenz", "Recht habe sie."),
        ],
    ),
    (
        "announced in a line of its own",
        ["Sonja Eich, zuständige Sprecherin:", "„Wir begrüßen das sehr.“"],
        [("direct", "Sonja Eich", "Wir begrüßen das sehr.")],
    ),
    (
        "a trade stands for who was named",
        ["Heiner Grote steigt ab. „Der Pflug ist nicht meiner“, brummt der Landwirt."],
        [("direct", "Heiner Grote", "Der Pflug ist nicht meiner")],
    ),
    (
        "the title tells the gender: die Vorsitzende is none, Richterin is one",
        ["Die Vorsitzende Richterin Petra Lenz kam. Sie kündigte an, dass „alles neu beginnt“."],
        [("partial", "Petra Lenz", "alles neu beginnt")],
    ),
    (
        "a fragment that the subjunctive carries quotes somebody",
        ["Es ändere sich erst etwas, „wenn man Grenzen“ überschreite."],
        [("partial", "", "wenn man Grenzen")],
    ),
    (
        "long words behind a colon need no full stop",
        ["Seine Aussage: „Politik ist zu neun Zehnteln Theater“, war nicht neu."],
        [("partial", "", "Politik ist zu neun Zehnteln Theater")],
    ),
    (
        "his colleague has a name",
        ["Trainer Otto Brand ging. Sein Kollege Jörg Lenz sagte: „Wir waren besser.“"],
        [("direct", "Jörg Lenz", "Wir waren besser.")],
    ),
    (
        "what is written somewhere is said by nobody who is named beside it",
        ["Auf dem Schild steht in Anspielung auf Otto Brand: „Wer kommt denn da schon wieder?“"],
        [("direct", "", "Wer kommt denn da schon wieder?")],
    ),
    (
        "what is said of quoted words tells that they are a name",
        ["„Der lange Weg nach Hause?“ war gestern „Thema des Tages“."],
        [],
    ),
]
ENGLISH: list[tuple[str, list[str], Told]] = [
    (
        "whose something is, is not meant",
        ["Carl Peet's side lost, which Steve Crane regrets. “It was hard,” he said."],
        [("direct", "Steve Crane", "It was hard")],
    ),
    (
        "the clause behind a quotation has a speaker of its own",
        ["The site was closed “for a breach of its policy,” while Acme said there was no danger."],
        [("partial", "", "for a breach of its policy")],
    ),
    (
        "an office of two letters",
        ["Prime Minister Ann Dorsey came. “We won,” PM Dorsey said."],
        [("direct", "Ann Dorsey", "We won")],
    ),
    (
        "a particle with a capital at the beginning, and more behind the verb",
        ["Erik ten Hag sighed. “Are you a doctor?” Ten Hag said when asked for an update."],
        [("direct", "Erik ten Hag", "Are you a doctor?")],
    ),
    (
        "a passage that is all quotation goes on with whom the one before is about",
        ["Ann Dorsey was full of praise for her team.", "“We did very well in the first half.”"],
        [("direct", "Ann Dorsey", "We did very well in the first half.")],
    ),
    (
        "a statement with a contrast of the narrator behind it",
        ["The merger would help travelers, analysts said Wednesday, but it may never happen."],
        [("reported", "analysts", "The merger would help travelers")],
    ),
    (
        "a statement with a contrast of the speaker behind it",
        ["Ann Dorsey shrugs. The work is hard, she says, but she likes it."],
        [("reported", "Ann Dorsey", "The work is hard, she says, but she likes it.")],
    ),
    (
        "what somebody says in a clause with “with”",
        ["The vote may be lost, with rebels suggesting they now expect the bill to fail."],
        [("reported", "rebels", "they now expect the bill to fail.")],
    ),
    (
        "what a court heard, nobody knows from whom",
        [
            "Leeds Crown Court heard how he had lost it.",
            "The jury was told that it had rained.",
        ],
        [("reported", "", "he had lost it."), ("reported", "", "it had rained.")],
    ),
    (
        "a day between the speaker and the verb",
        ["Mayor Ann Dorsey (Leeds) on Monday said that the bridge will stay open."],
        [("reported", "Ann Dorsey", "the bridge will stay open.")],
    ),
    (
        "a second clause with a speaker of its own",
        ["The school rejects it and teacher Ann Dorsey says the inspectors were wrong."],
        [("reported", "Ann Dorsey", "the inspectors were wrong.")],
    ),
    (
        "a participle before the speaker",
        ["Pressed again on the vote, Ann Dorsey repeated: “We have to see the bill first.”"],
        [("direct", "Ann Dorsey", "We have to see the bill first.")],
    ),
    (
        "she in the sentence that names her",
        ["Professor Ann Dorsey was kinder than I am: she called it “ambitious.”"],
        [("partial", "Ann Dorsey", "ambitious.")],
    ),
    (
        "of two men the subject",
        ["When Carl Peet met Steve Crane, he said it was “a good day.”"],
        [("partial", "Carl Peet", "a good day.")],
    ),
    (
        "an adverb before the verb",
        ["Ann Dorsey left. “It is so,” Dorsey exclusively told a magazine."],
        [("direct", "Ann Dorsey", "It is so")],
    ),
    (
        "the managers of several",
        ["The visitors' manager, Steve Crane, praised their “incredible character.”"],
        [("partial", "Steve Crane", "incredible character.")],
    ),
    (
        "somebody new",
        ["A reviewer for the Herald dismissed it as “a postcard with dialogue.”"],
        [("partial", "reviewer for the Herald", "a postcard with dialogue.")],
    ),
    (
        "in which",
        ["Carl Peet sent a letter, in which he said that he “regrets the delay” of the talks."],
        [("partial", "Carl Peet", "regrets the delay")],
    ),
    (
        "a chief of something",
        ["Ann Dorsey spoke. The U.N. human rights chief said, “I regret that.”"],
        [("direct", "Ann Dorsey", "I regret that.")],
    ),
    (
        "a strong verb in what is reported",
        ["Carl Peet called it “fair” and said the point felt like a win."],
        [("partial", "Carl Peet", "fair"), ("reported", "Carl Peet", "the point felt like a win.")],
    ),
    (
        "titles of films are not said",
        ["Carl Peet confirmed that the script for his “Dune” sequel is “mostly” done."],
        [("partial", "Carl Peet", "mostly")],
    ),
    (
        "pointed out",
        ["Gina Lopez pointed out that the schools had not been informed."],
        [("reported", "Gina Lopez", "the schools had not been informed.")],
    ),
    (
        "said within what is said",
        ["Carl Peet paused. Instead, he said, it was time for the state to begin healing."],
        [
            (
                "reported",
                "Carl Peet",
                "Instead, he said, it was time for the state to begin healing.",
            )
        ],
    ),
    (
        "what somebody does besides is not said",
        ["Gina Lopez warned that the project could fail and urged the council to wait."],
        [("reported", "Gina Lopez", "the project could fail")],
    ),
    (
        "of a party",
        ["Carl Peet of the Centre Party called it “an insult to everyone” there."],
        [("partial", "Carl Peet", "an insult to everyone")],
    ),
    (
        "words of the office behind for",
        ["High Commissioner for Human Rights Michelle Lenz said it was “a good day.”"],
        [("partial", "Michelle Lenz", "a good day.")],
    ),
]


@pytest.mark.parametrize(
    ("texts", "expected"), [row[1:] for row in GERMAN], ids=[row[0] for row in GERMAN]
)
def test_german_news(texts: list[str], expected: Told) -> None:
    assert _told("de", *texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"), [row[1:] for row in ENGLISH], ids=[row[0] for row in ENGLISH]
)
def test_english_news(texts: list[str], expected: Told) -> None:
    assert _told("en", *texts) == expected


def test_a_headline_that_is_a_sentence_tells_of_people() -> None:
    passages = blocks.number([blocks.make("paragraph", "The Home Secretary said: “It is bad.”")])
    title = "Home Secretary Ann Dorsey wants an answer from all of them"
    (told,) = voices.find_voices(passages, "en", title)
    assert told.speaker == "Ann Dorsey"
    (shouted,) = voices.find_voices(passages, "en", "Home Secretary Ann Dorsey Wants Answer")
    assert shouted.speaker == "Home Secretary"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Peet said dive trips to the lake found old trash.", "Peet", "dive trips to"),
        ("Peet came back after insisting it was quite safe.", "Peet", "it was quite safe."),
        ("It was not told, although Peet said he would go.", "Peet", "he would go."),
        ("The man died early, the left party tweeted.", "left party", "The man died early"),
        (
            "As the talks go on, beer producers argue they are in need.",
            "beer producers",
            "they are",
        ),
        ("Peet added the victim sustained injuries.", "Peet", "the victim sustained"),
        ("Peet came and testified that he was not in town.", "Peet", "he was not in town."),
        ("Another clue was that Peet said he had known her.", "Peet", "he had known her."),
        ("This grieving father said he has no idea.", "grieving father", "he has no idea."),
        ("The old leader told Sky News the town is in need.", "old leader", "the town is in need."),
        ("A U.N. report says more than 6,000 rebels are hiding.", "U.N. report", "more than 6,000"),
        ("Late Saturday, the State Department said it was in need.", "State Department", "it was"),
        ("Peet went on to say that it was too late.", "Peet", "it was too late."),
        ("Peet posted on X and Truth Social that it was too late.", "Peet", "it was too late."),
        ("The official, who has so far said he is well, came.", "official", "he is well"),
        ("Reporter Mike Peet tweeted that he will play.", "Mike Peet", "he will play."),
        ("The Dutch chip maker said it was too late.", "Dutch chip maker", "it was too late."),
        ("The old leader earlier this week said it was late.", "old leader", "it was late."),
        ("Peet said it was too late, and Ann Dorsey agreed.", "Peet", "it was too late"),
    ],
)
def test_reported_speech_in_english_news(text: str, speaker: str, said: str) -> None:
    ((kind, who, told),) = _told("en", text)
    assert (kind, who) == ("reported", speaker)
    assert told.startswith(said)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Dorsey left. “This is not it,” said Ms. Dorsey, who came long ago.", "Ann Dorsey"),
        ("Calling it “increasingly unstable”, Ann Dorsey cited a letter.", "Ann Dorsey"),
        ("Ann Dorsey met the girls, pledging to “redouble” her efforts.", "Ann Dorsey"),
        ("Ann Dorsey came. Senator Ann Dorsey of Texas accused him of “doing it”.", "Ann Dorsey"),
    ],
)  # fmt: skip
def test_who_is_quoted_in_english_news(text: str, speaker: str) -> None:
    assert [who for _, who, _ in _told("en", text)] == [speaker]
