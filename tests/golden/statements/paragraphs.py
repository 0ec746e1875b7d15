"""News paragraphs written for this set and coded before any run: who says what, nested, and who stands where.

Each is ``(text, statements, positions)``. A statement is ``(speaker, content, parent, negated)``: the speaker's words ('' where nobody is
named), the content's words (with ``|`` where it is interrupted), the number of the statement that it stands in (from 0, or None), and
whether the cue is negated. Coded are speech and belief with a clause or a quotation, as in the golden reports; demands, plans and
attitudes toward a thing are not, and are neither missing nor too much. A position is ``(holder, stance, words)``: the holder's words, the
stance, and words of which the question must hold one.
"""

from __future__ import annotations

Stated = tuple[str, str, int | None, bool]
Held = tuple[str, str, str]
PARAGRAPHS: list[tuple[str, list[Stated], list[Held]]] = [
    (
        '"The border stays closed," Defence Minister Ilkka Salo said in Helsinki on Monday. "Nobody has given us a reason to open it." Estonia condemned the closure.',
        [("Defence Minister Ilkka Salo", '"The border stays closed,"|"Nobody has given us a reason to open it."', None, False)],
        [("Estonia", "opposes", "closure")],
    ),
    (
        "The Moroccan government said on Friday that it would withdraw its troops from the buffer zone. Algeria welcomed the withdrawal.",
        [("The Moroccan government", "it would withdraw its troops from the buffer zone", None, False)],
        [("Algeria", "supports", "withdraw troops")],
    ),
    (
        "A spokesman for the Nigerian army denied that soldiers had fired on the crowd. Two nurses at the clinic told reporters they had treated eleven people for bullet wounds.",
        [
            ("A spokesman for the Nigerian army", "soldiers had fired on the crowd", None, False),
            ("Two nurses at the clinic", "they had treated eleven people for bullet wounds", None, False),
        ],
        [],
    ),
    (
        "The Chilean foreign minister said that Peru had told him that the patrol boats would leave by Sunday.",
        [
            ("The Chilean foreign minister", "Peru had told him that the patrol boats would leave by Sunday", None, False),
            ("Peru", "the patrol boats would leave by Sunday", 0, False),
        ],
        [],
    ),
    (
        "According to the report, nine prisoners died of thirst in the camp. It calls on Eritrea to release the others.",
        [("the report", "nine prisoners died of thirst in the camp", None, False)],
        [("It", "supports", "release")],
    ),
    (
        "Slovakia has not said whether it will support the sanctions. Austria opposes them.",
        [("Slovakia", "it will support the sanctions", None, True)],
        [("Austria", "opposes", "sanctions them")],
    ),
    (
        '"We will not recognize a government that came out of the barrel of a gun," the Kenyan president, Grace Otieno, told parliament.',
        [("the Kenyan president", '"We will not recognize a government that came out of the barrel of a gun,"', None, False)],
        [("We|the Kenyan president", "withholds", "government")],
    ),
    (
        'Canada called the verdict "a travesty of justice" and urged China to free the two men.',
        [],
        [("Canada", "opposes", "verdict"), ("Canada", "supports", "free men release")],
    ),
    (
        "The ministry's website, which the government in Minsk controls, wrote that the protesters had been paid by Lithuania.",
        [("The ministry's website", "the protesters had been paid by Lithuania", None, False)],
        [],
    ),
    (
        "No African state has recognized the breakaway region. Ethiopia has signed an agreement with it, but says that this is not recognition.",
        [("Ethiopia", "this is not recognition", None, False)],
        [("No African state", "withholds", "region")],
    ),
    (
        "In a statement late on Sunday, the Turkish foreign ministry accused Greece of arming the islands. The charge was absurd, a Greek diplomat said.",
        [("a Greek diplomat", "The charge was absurd", None, False)],
        [("a Greek diplomat", "opposes", "charge")],
    ),
    (
        'Asked whether the army would stay neutral, General Ruiz replied: "The army obeys the constitution." He declined to say whether he had spoken to the president.',
        [
            ("General Ruiz", '"The army obeys the constitution."', None, False),
            ("He", "he had spoken to the president", None, True),
        ],
        [],
    ),
    (
        "Thirty-one deputies voted for the amnesty and twenty-eight against it. The Constitutional Court must approve the law.",
        [],
        [("Thirty-one deputies", "supports", "amnesty")],
    ),
    (
        "India and Pakistan believe that the talks should go on, a Qatari mediator said. Both sides, he added, had dropped their demand for a written promise.",
        [
            ("a Qatari mediator", "India and Pakistan believe that the talks should go on", None, False),
            ("India and Pakistan", "the talks should go on", 0, False),
            ("he", "Both sides|had dropped their demand for a written promise", None, False),
        ],
        [("India", "supports", "talks"), ("Pakistan", "supports", "talks")],
    ),
    (
        "The rebels will lay down their arms only if the government releases their leader, their spokesman told the BBC by telephone.",
        [("their spokesman", "The rebels will lay down their arms only if the government releases their leader", None, False)],
        [],
    ),
    (
        '"Who ordered the shooting? We do not know," the judge wrote in her ruling. Prosecutors say the governor did.',
        [
            ("the judge", '"Who ordered the shooting? We do not know,"', None, False),
            ("Prosecutors", "the governor did", None, False),
        ],
        [],
    ),
    (
        "The Peruvian Congress urged the government to leave the court. President Ana Quispe rejected the motion.",
        [],
        [("The Peruvian Congress", "supports", "leave court"), ("President Ana Quispe", "opposes", "motion")],
    ),
    (
        'The prime minister tweeted: "Our hostages are home." Her office later admitted that three were still missing.',
        [
            ("The prime minister", '"Our hostages are home."', None, False),
            ("Her office", "three were still missing", None, False),
        ],
        [],
    ),
    (
        "Residents said soldiers went from house to house on Tuesday night, looking for young men. The army says it knows nothing of such a search.",
        [
            ("Residents", "soldiers went from house to house on Tuesday night, looking for young men", None, False),
            ("The army", "it knows nothing of such a search", None, False),
        ],
        [],
    ),
    (
        "Moldova demanded an end to the gas blockade. Russia denied that there was a blockade.",
        [("Russia", "there was a blockade", None, False)],
        [("Moldova", "opposes", "blockade")],
    ),
    (
        'Bishop Daniel Kato told mourners that "a nation that buries its children has lost its way." The government, he said, should apologize to the families.',
        [
            ("Bishop Daniel Kato", '"a nation that buries its children has lost its way."', None, False),
            ("he", "The government|should apologize to the families", None, False),
        ],
        [("he", "supports", "apologize families")],
    ),
    (
        "The United Nations, the European Union and Japan called for a ceasefire. All members of the council except Syria backed the call.",
        [],
        [
            ("The United Nations", "supports", "ceasefire"),
            ("the European Union", "supports", "ceasefire"),
            ("Japan", "supports", "ceasefire"),
            ("All members of the council", "supports", "call"),
        ],
    ),
    (
        "State television reported that the president had signed the decree. It did not say when the curfew would end.",
        [
            ("State television", "the president had signed the decree", None, False),
            ("It", "when the curfew would end", None, True),
        ],
        [],
    ),
    (
        '"These elections," said the observer mission, "were neither free nor fair."',
        [("the observer mission", '"These elections,"|"were neither free nor fair."', None, False)],
        [],
    ),
    (
        "Hungary refused to extradite the banker. North Macedonia says that the refusal breaks a treaty of 1996.",
        [("North Macedonia", "the refusal breaks a treaty of 1996", None, False)],
        [("Hungary", "opposes", "extradite banker")],
    ),
    (
        "The opposition leader's claim that ballots were burned was repeated by two newspapers. The election commission called the claim baseless.",
        [("The opposition leader", "ballots were burned", None, False)],
        [("The election commission", "opposes", "claim ballots")],
    ),
    (
        "Bolivia recognized Palestine in 2010. Israel had warned that recognition would make peace harder.",
        [("Israel", "recognition would make peace harder", None, False)],
        [("Bolivia", "supports", "recognition Palestine")],
    ),
    (
        'The Swedish minister was quoted by Aftonbladet as saying that "the door to NATO is open." Her party opposes membership.',
        [("The Swedish minister", 'the door to NATO is open."', None, False)],
        [("Her party", "opposes", "membership NATO")],
    ),
    (
        "Ecuador's president promised to lift the state of emergency. Teachers' unions doubt that he will.",
        [("Teachers' unions", "he will", None, False)],
        [("Ecuador's president", "supports", "emergency")],
    ),
    (
        "The envoy said he feared that Damascus thinks the West is tired.",
        [
            ("The envoy", "he feared that Damascus thinks the West is tired", None, False),
            ("he", "Damascus thinks the West is tired", 0, False),
            ("Damascus", "the West is tired", 1, False),
        ],
        [],
    ),
    (
        "Spain's interior ministry said the two suspects were Belgian. Belgium has neither confirmed nor denied it.",
        [("Spain's interior ministry", "the two suspects were Belgian", None, False)],
        [],
    ),
    (
        "MINISTER: I have read the report. It is wrong.\n\nREPORTER: Will you resign?\n\nMINISTER: I will not.",
        [
            ("MINISTER", "I have read the report. It is wrong.", None, False),
            ("REPORTER", "Will you resign?", None, False),
            ("MINISTER", "I will not.", None, False),
        ],
        [],
    ),
    (
        "Ghana abstained in the vote on the resolution. Togo and Benin voted against it, arguing that sanctions would starve the poor.",
        [("Togo and Benin", "sanctions would starve the poor", None, False)],
        [("Ghana", "withholds", "resolution vote"), ("Togo", "opposes", "it resolution"), ("Benin", "opposes", "it resolution")],
    ),
    (
        "“They took my sons,” said Amina Yusuf, a farmer. “They took the goats.\n\n“Then they burned the store.”",
        [("Amina Yusuf", "“They took my sons,”|“They took the goats.|“Then they burned the store.”", None, False)],
        [],
    ),
    (
        "If the strike goes on, the company warned, the smelter will be closed for good. The union says the threat is empty.",
        [
            ("the company", "If the strike goes on|the smelter will be closed for good", None, False),
            ("The union", "the threat is empty", None, False),
        ],
        [],
    ),
    (
        "Vietnam protested the drilling and demanded that China withdraw the rig. China's foreign ministry insisted that the rig was in Chinese waters.",
        [("China's foreign ministry", "the rig was in Chinese waters", None, False)],
        [("Vietnam", "opposes", "drilling"), ("Vietnam", "supports", "withdraw rig")],
    ),
    (
        "Officials who asked not to be named said the prince had approved the operation. The palace has rejected the accusation.",
        [("Officials who asked not to be named", "the prince had approved the operation", None, False)],
        [("The palace", "opposes", "accusation")],
    ),
    (
        "Ukraine's allies supported the tribunal. Brazil, which had once backed the idea, now opposes it.",
        [],
        [("Ukraine's allies", "supports", "tribunal")],
    ),
    (
        'Critics call the bill "a gift to the oil companies." Senator Ruth Hale defended the bill, saying it would keep prices down.',
        [("Senator Ruth Hale", "it would keep prices down", None, False)],
        [("Senator Ruth Hale", "supports", "bill")],
    ),
    (
        "The two presidents agreed to open the crossing, but neither said when.",
        [],
        [("The two presidents", "supports", "crossing open")],
    ),
    # ---- the last twenty were written and coded after rules had been mended on the first forty, and again before a run
    (
        "Gambia's information minister told state radio that the coup had failed. Soldiers loyal to the president, he said, controlled the airport.",
        [
            ("Gambia's information minister", "the coup had failed", None, False),
            ("he", "Soldiers loyal to the president|controlled the airport", None, False),
        ],
        [],
    ),
    (
        "The Czech government denounced the annexation and called on Beijing to reopen the consulate.",
        [],
        [("The Czech government", "opposes", "annexation"), ("The Czech government", "supports", "reopen consulate")],
    ),
    (
        "“I have nothing to hide,” the mayor said, adding that she would hand her telephone to the police.",
        [
            ("the mayor|she", "“I have nothing to hide,”", None, False),
            ("the mayor|she", "she would hand her telephone to the police", None, False),
        ],
        [],
    ),
    (
        "Analysts expect that the central bank will raise rates. The bank's governor has hinted that he agrees.",
        [
            ("Analysts", "the central bank will raise rates", None, False),
            ("The bank's governor", "he agrees", None, False),
        ],
        [],
    ),
    (
        "Human rights groups say the militia, which Rwanda denies arming, killed forty villagers.",
        [("Human rights groups", "the militia, which Rwanda denies arming, killed forty villagers", None, False), ("Rwanda", "arming", 0, False)],
        [],
    ),
    (
        "Finland's parliament voted by 184 to 7 to join the treaty. Russia warned that it would answer.",
        [("Russia", "it would answer", None, False)],
        [("Finland's parliament", "supports", "join treaty")],
    ),
    (
        "The Dutch prime minister would not say whether the ship had been searched. A port official told a local newspaper that it had.",
        [
            ("The Dutch prime minister", "the ship had been searched", None, True),
            ("A port official", "it had", None, False),
        ],
        [],
    ),
    (
        "Sri Lanka rejected the report. “It is built on hearsay,” a spokeswoman for the foreign ministry wrote on Facebook, “and on lies.”",
        [("a spokeswoman for the foreign ministry", "“It is built on hearsay,”|“and on lies.”", None, False)],
        [("Sri Lanka", "opposes", "report")],
    ),
    (
        "The court ruled that the ban was unlawful. The cabinet, its spokesman said, respects the ruling but disagrees with it.",
        [
            ("The court", "the ban was unlawful", None, False),
            ("its spokesman", "The cabinet|respects the ruling but disagrees with it", None, False),
        ],
        [],
    ),
    (
        "Argentina offered to mediate. Uruguay has ruled out mediation, and Paraguay is considering it.",
        [],
        [("Uruguay", "opposes", "mediation")],
    ),
    (
        "Miners' leader Sipho Dube said the police had told families that nobody would be charged. “That is an insult,” he said.",
        [
            ("Miners' leader Sipho Dube", "the police had told families that nobody would be charged", None, False),
            ("the police", "nobody would be charged", 0, False),
            ("he", "“That is an insult,”", None, False),
        ],
        [],
    ),
    (
        "Both Koreas opposed the resolution. Mongolia, which had drafted it, said that it would try again in the spring.",
        [("Mongolia", "it would try again in the spring", None, False)],
        [("Both Koreas", "opposes", "resolution")],
    ),
    (
        "The letter, signed by forty generals, says that the country is in danger. The defence minister dismissed the letter as a joke.",
        [("The letter", "the country is in danger", None, False)],
        [("The defence minister", "opposes", "letter")],
    ),
    (
        "Iceland supports the ban on whaling, but Norway has always opposed it.",
        [],
        [("Iceland", "supports", "ban whaling"), ("Norway", "opposes", "ban it whaling")],
    ),
    (
        "“The sanctions must be lifted,” said Deputy Foreign Minister Abbas Karimi. He insisted that Iran had kept its word.",
        [
            ("Deputy Foreign Minister Abbas Karimi", "“The sanctions must be lifted,”", None, False),
            ("He", "Iran had kept its word", None, False),
        ],
        [("Deputy Foreign Minister Abbas Karimi", "supports", "lift sanctions")],
    ),
    (
        "Nobody in the government has admitted that the list exists. A copy seen by this newspaper has ninety names.",
        [("Nobody in the government", "the list exists", None, True)],
        [],
    ),
    (
        "Portugal's foreign minister praised Angola's decision to free the rapper and said he hoped that others would follow.",
        [("Portugal's foreign minister", "he hoped that others would follow", None, False), ("he", "others would follow", 0, False)],
        [("Portugal's foreign minister", "supports", "decision free")],
    ),
    (
        "Farmers in Punjab want the government to repeal the laws. The agriculture minister has said that the laws will stay.",
        [("The agriculture minister", "the laws will stay", None, False)],
        [("Farmers in Punjab", "supports", "repeal laws cancel")],
    ),
    (
        "Witnesses say that a drone hit the school. The air force, in a one-line statement, said only that it was looking into the reports.",
        [
            ("Witnesses", "a drone hit the school", None, False),
            ("The air force", "it was looking into the reports", None, False),
        ],
        [],
    ),
    (
        "Lebanon wants the border talks to resume. Israel's energy minister called the proposal “unacceptable” and the talks “a waste of time.”",
        [],
        [("Lebanon", "supports", "talks resume"), ("Israel's energy minister", "opposes", "proposal")],
    ),
]
