"""News paragraphs with statements inside statements, denials, documents and agencies quoted. Format as in ``paragraphs.py``; spans and more in ``paragraphs_03.json``."""

from __future__ import annotations

from tests.golden.statements.paragraphs import Held, Stated

PARAGRAPHS: list[tuple[str, list[Stated], list[Held]]] = [
    (
        "Tehran rejected Bahrain's claim that it had trained the men who attacked the police bus.",
        [("Bahrain", "it had trained the men who attacked the police bus", None, False)],
        [("Tehran", "opposes", "claim trained attacked")],
    ),
    (
        "A report by the Swedish audit office says that the ministry knew the submarine was late and told parliament that it was on time.",
        [
            ("A report by the Swedish audit office", "the ministry knew the submarine was late and told parliament that it was on time", None, False),
            ("the ministry", "the submarine was late", 0, False),
            ("the ministry", "it was on time", 0, False),
        ],
        [],
    ),
    (
        "Ambassador Lwin said Washington believed that the generals thought time was on their side.",
        [
            ("Ambassador Lwin", "Washington believed that the generals thought time was on their side", None, False),
            ("Washington", "the generals thought time was on their side", 0, False),
            ("the generals", "time was on their side", 1, False),
        ],
        [],
    ),
    (
        "The foreign ministry in Ankara said that Turkey supported the Libyan government and Egypt opposed it.",
        [("The foreign ministry in Ankara", "Turkey supported the Libyan government and Egypt opposed it", None, False)],
        [("Turkey", "supports", "Libyan government"), ("Egypt", "opposes", "Libyan government")],
    ),
    (
        "Rebel commander Idriss Abakar denied that his men had looted the stores in Abéché, as the governor had claimed.",
        [
            ("Rebel commander Idriss Abakar", "his men had looted the stores in Abéché", None, False),
            ("the governor", "his men had looted the stores in Abéché", None, False),
        ],
        [],
    ),
    (
        "The White House said the president had told the king that the bombs were meant for defence only. A palace aide said no such words had been spoken.",
        [
            ("The White House", "the president had told the king that the bombs were meant for defence only", None, False),
            ("the president", "the bombs were meant for defence only", 0, False),
            ("A palace aide", "no such words had been spoken", None, False),
        ],
        [],
    ),
    (
        "Al Jazeera, citing two Qatari officials, reported that the talks had moved to Muscat.",
        [("Al Jazeera|two Qatari officials", "the talks had moved to Muscat", None, False)],
        [],
    ),
    (
        "The Guyanese president said Caracas had informed him that the exercise would end on Friday, and that he did not believe it.",
        [
            ("The Guyanese president", "Caracas had informed him that the exercise would end on Friday, and that he did not believe it", None, False),
            ("Caracas", "the exercise would end on Friday", 0, False),
        ],
        [],
    ),
    (
        "The tribunal found that the colonel had lied when he said the bridge was empty.",
        [("The tribunal", "the colonel had lied when he said the bridge was empty", None, False), ("the colonel|he", "the bridge was empty", 0, False)],
        [],
    ),
    (
        "A Jakarta police spokeswoman said the suspect claimed he had acted alone, but that investigators thought he had been helped.",
        [
            ("A Jakarta police spokeswoman", "the suspect claimed he had acted alone, but that investigators thought he had been helped", None, False),
            ("the suspect", "he had acted alone", 0, False),
            ("investigators", "he had been helped", 0, False),
        ],
        [],
    ),
    (
        "The Georgian president's office denied that she had said the breakaway province was lost.",
        [
            ("The Georgian president's office", "she had said the breakaway province was lost", None, False),
            ("she", "the breakaway province was lost", 0, False),
        ],
        [],
    ),
    (
        "The Economist's correspondent wrote that officials in Harare deny that there is hunger.",
        [
            ("The Economist's correspondent", "officials in Harare deny that there is hunger", None, False),
            ("officials in Harare", "there is hunger", 0, False),
        ],
        [],
    ),
    (
        "The EU's trade chief told the assembly that no member state supported the tax, and that Paris had said it would be illegal.",
        [
            ("The EU's trade chief", "no member state supported the tax, and that Paris had said it would be illegal", None, False),
            ("Paris", "it would be illegal", 0, False),
        ],
        [("no member state", "withholds", "tax")],
    ),
    (
        "A former bodyguard testified that the president had shouted: 'Shut the gates and let nobody out.'",
        [
            ("A former bodyguard", "the president had shouted: 'Shut the gates and let nobody out.'", None, False),
            ("the president", "'Shut the gates and let nobody out.'", 0, False),
        ],
        [],
    ),
    (
        "Opposition leader Amara Conteh told the BBC that diplomats had told him the army doubted that the count was honest.",
        [
            ("Opposition leader Amara Conteh", "diplomats had told him the army doubted that the count was honest", None, False),
            ("diplomats", "the army doubted that the count was honest", 0, False),
            ("the army", "the count was honest", 1, False),
        ],
        [],
    ),
    (
        "Egyptian state media reported that Hamas had said it accepted the plan. A Hamas official in Beirut denied the movement had accepted anything.",
        [
            ("Egyptian state media", "Hamas had said it accepted the plan", None, False),
            ("Hamas", "it accepted the plan", 0, False),
            ("A Hamas official in Beirut", "the movement had accepted anything", None, False),
        ],
        [("it", "supports", "plan")],
    ),
    (
        "The envoy, in her briefing to the council, said both parties had rejected the map and that neither would say what it wanted instead.",
        [
            ("The envoy", "both parties had rejected the map and that neither would say what it wanted instead", None, False),
            ("neither", "what it wanted instead", 0, True),
        ],
        [("both parties", "opposes", "map")],
    ),
    (
        "The governor's brother insisted that nobody in the family had ever said the land was theirs.",
        [
            ("The governor's brother", "nobody in the family had ever said the land was theirs", None, False),
            ("nobody in the family", "the land was theirs", 0, True),
        ],
        [],
    ),
    (
        "Greenpeace said on Tuesday that the Russian coastguard had claimed the platform stood in a closed zone, a claim the group called false.",
        [
            ("Greenpeace", "the Russian coastguard had claimed the platform stood in a closed zone", None, False),
            ("the Russian coastguard", "the platform stood in a closed zone", 0, False),
        ],
        [("the group", "opposes", "claim platform")],
    ),
    (
        "Pravda quoted the miners' leader: \"We will not go down again for promises.\"",
        [("the miners' leader", '"We will not go down again for promises."', None, False)],
        [],
    ),
    (
        "The chairman said all members but Hungary backed the embargo.",
        [("The chairman", "all members but Hungary backed the embargo", None, False)],
        [("all members but Hungary", "supports", "embargo")],
    ),
    (
        "The Taliban's spokesman wrote on X that Pakistani officials had denied bombing Khost, and that the wounded say they saw the jets.",
        [
            ("The Taliban's spokesman", "Pakistani officials had denied bombing Khost, and that the wounded say they saw the jets", None, False),
            ("Pakistani officials", "bombing Khost", 0, False),
            ("the wounded", "they saw the jets", 0, False),
        ],
        [],
    ),
    (
        "An official close to the talks said Seoul was told by Washington the tariff would stay.",
        [
            ("An official close to the talks", "Seoul was told by Washington the tariff would stay", None, False),
            ("Washington", "the tariff would stay", 0, False),
        ],
        [],
    ),
    (
        "The Polish prime minister's aide said that the cabinet condemned the raid and that the premier thought an answer was due.",
        [
            ("The Polish prime minister's aide", "the cabinet condemned the raid and that the premier thought an answer was due", None, False),
            ("the premier", "an answer was due", 0, False),
        ],
        [("the cabinet", "opposes", "raid")],
    ),
    (
        "Foreign Minister Petar Ilić rejected Pristina's assertion that Belgrade had agreed to the licence plates.",
        [("Pristina", "Belgrade had agreed to the licence plates", None, False)],
        [("Belgrade", "supports", "licence plates"), ("Foreign Minister Petar Ilić", "opposes", "assertion licence plates")],
    ),
    (
        "A spokesman for the president told TASS that the minister had not told the council the ships were ready.",
        [
            ("A spokesman for the president", "the minister had not told the council the ships were ready", None, False),
            ("the minister", "the ships were ready", 0, True),
        ],
        [],
    ),
    (
        "The attorney said her client had not known of the leak. Her client told a radio host last year that he knew the ship was unsafe.",
        [
            ("The attorney", "her client had not known of the leak", None, False),
            ("Her client", "he knew the ship was unsafe", None, False),
            ("he", "the ship was unsafe", 1, False),
        ],
        [],
    ),
    (
        "The Japanese delegate said that Japan supported the draft, while the Chinese delegate said the text was full of errors.",
        [
            ("The Japanese delegate", "Japan supported the draft, while the Chinese delegate said the text was full of errors", None, False),
            ("the Chinese delegate", "the text was full of errors", 0, False),
        ],
        [("Japan", "supports", "draft")],
    ),
    (
        "Rwanda's foreign minister said Kigali supported the regional force but rejected a role for Burundi.",
        [("Rwanda's foreign minister", "Kigali supported the regional force but rejected a role for Burundi", None, False)],
        [("Kigali", "supports", "regional force"), ("Kigali", "opposes", "role Burundi")],
    ),
    (
        "Amnesty International said prisoners had told its researchers they were chained at night. The Burmese government called the report a fabrication.",
        [
            ("Amnesty International", "prisoners had told its researchers they were chained at night", None, False),
            ("prisoners", "they were chained at night", 0, False),
        ],
        [("The Burmese government", "opposes", "report")],
    ),
    (
        "The Sydney Morning Herald quoted Nauru's president as saying the camp would be shut by Christmas.",
        [("Nauru's president", "the camp would be shut by Christmas", None, False)],
        [],
    ),
    (
        "Senator Kato's office said he never said the base would close.",
        [("Senator Kato's office", "he never said the base would close", None, False), ("he", "the base would close", 0, True)],
        [],
    ),
    (
        "A government spokesman in Bujumbura said on Sunday that the defence minister had told the cabinet the camps were empty. Two aid workers say they counted nine hundred people in one of them on Saturday. Journalists are not allowed in.",
        [
            ("A government spokesman in Bujumbura", "the defence minister had told the cabinet the camps were empty", None, False),
            ("the defence minister", "the camps were empty", 0, False),
            ("Two aid workers", "they counted nine hundred people in one of them on Saturday", None, False),
        ],
        [],
    ),
    (
        "The Russian foreign ministry denied on Friday that its envoy had threatened the Finnish delegation. A Finnish diplomat had told the newspaper Helsingin Sanomat that the envoy said “bridges can burn at both ends”.",
        [
            ("The Russian foreign ministry", "its envoy had threatened the Finnish delegation", None, False),
            ("A Finnish diplomat", "the envoy said “bridges can burn at both ends”", None, False),
            ("the envoy", "“bridges can burn at both ends”", 1, False),
        ],
        [],
    ),
    (
        "The letter, a copy of which was obtained by Agence France-Presse, states that Chad no longer supports the joint force. A Chadian colonel told the agency the letter was genuine. The presidency in N'Djamena says it is a forgery.",
        [
            ("The letter", "Chad no longer supports the joint force", None, False),
            ("A Chadian colonel", "the letter was genuine", None, False),
            ("The presidency in N'Djamena", "it is a forgery", None, False),
        ],
        [("Chad", "withholds", "joint force supports")],
    ),
    (
        "In his evidence Inspector Lowe said that the accused had told him: “I only held the torch.” Counsel for the accused put it to the inspector that no such thing was said. “It is in my notebook,” the inspector answered.",
        [
            ("Inspector Lowe", "the accused had told him: “I only held the torch.”", None, False),
            ("the accused", "“I only held the torch.”", 0, False),
            ("Counsel for the accused", "no such thing was said", None, False),
            ("the inspector", "“It is in my notebook,”", None, False),
        ],
        [],
    ),
    (
        "The German chancellor's spokeswoman said Ms Brandt had made clear to the Greek premier that Berlin opposes a second write-off. Athens has denied that the matter was raised.",
        [
            ("The German chancellor's spokeswoman", "Ms Brandt had made clear to the Greek premier that Berlin opposes a second write-off", None, False),
            ("Ms Brandt", "Berlin opposes a second write-off", 0, False),
            ("Athens", "the matter was raised", None, False),
        ],
        [("Berlin", "opposes", "second write-off")],
    ),
    (
        "Xinhua said the Nepalese premier had told President Liu that Nepal supports the one-China principle. Nepal's own account of the meeting does not mention it.",
        [
            ("Xinhua", "the Nepalese premier had told President Liu that Nepal supports the one-China principle", None, False),
            ("the Nepalese premier", "Nepal supports the one-China principle", 0, False),
        ],
        [("Nepal", "supports", "one-China principle")],
    ),
    (
        "An intelligence summary read out in the Knesset says that the commander believes his masters in Tehran want a pause. A former head of the service told Army Radio that he doubted the summary was right.",
        [
            ("An intelligence summary read out in the Knesset", "the commander believes his masters in Tehran want a pause", None, False),
            ("the commander", "his masters in Tehran want a pause", 0, False),
            ("A former head of the service", "he doubted the summary was right", None, False),
            ("he", "the summary was right", 2, False),
        ],
        [],
    ),
    (
        "\"The minister told me the money had been sent,\" the head of the flood agency, Rehana Akter, said. \"It had not.\" The minister's secretary said he could not recall the conversation.",
        [
            ("the head of the flood agency, Rehana Akter,", '"The minister told me the money had been sent,"|"It had not."', None, False),
            ("The minister", "the money had been sent", 0, False),
            ("The minister's secretary", "he could not recall the conversation", None, False),
        ],
        [],
    ),
    (
        "Pakistan's army said the captured pilot had stated that he was treated well. India said he was told what to say.",
        [
            ("Pakistan's army", "the captured pilot had stated that he was treated well", None, False),
            ("the captured pilot", "he was treated well", 0, False),
            ("India", "he was told what to say", None, False),
        ],
        [],
    ),
    (
        "The tribunal's judgment says the mayor told a meeting of party members that the Tutsi were to be “counted”. A witness known as GK testified that she heard the word used three times.",
        [
            ("The tribunal's judgment", "the mayor told a meeting of party members that the Tutsi were to be “counted”", None, False),
            ("the mayor", "the Tutsi were to be “counted”", 0, False),
            ("A witness known as GK", "she heard the word used three times", None, False),
        ],
        [],
    ),
    (
        "Reporters Without Borders said on Monday that the editor's family had been told he was dead. The Eritrean information ministry called the report “fantasy”.",
        [("Reporters Without Borders", "the editor's family had been told he was dead", None, False), ("", "he was dead", 0, False)],
        [],
    ),
    (
        "The Bank of Thailand's minutes show that two members argued the baht was too strong. The governor told reporters later that the board agreed no step was needed.",
        [
            ("The Bank of Thailand's minutes", "two members argued the baht was too strong", None, False),
            ("two members", "the baht was too strong", 0, False),
            ("The governor", "the board agreed no step was needed", None, False),
            ("the board", "no step was needed", 2, False),
        ],
        [],
    ),
    (
        "Ambassador Nakamura told the committee that Japan supports a permanent seat for Africa, and that Beijing had said it would not stand in the way. A Chinese diplomat said he was not aware of any such promise.",
        [
            ("Ambassador Nakamura", "Japan supports a permanent seat for Africa, and that Beijing had said it would not stand in the way", None, False),
            ("Beijing", "it would not stand in the way", 0, False),
            ("A Chinese diplomat", "he was not aware of any such promise", None, False),
        ],
        [("Japan", "supports", "permanent seat Africa")],
    ),
    (
        "Hospital sources told Reuters four of the dead were children. The army's spokesman said soldiers report that they saw only armed men. The hospital was hit twice in May.",
        [
            ("Hospital sources", "four of the dead were children", None, False),
            ("The army's spokesman", "soldiers report that they saw only armed men", None, False),
            ("soldiers", "they saw only armed men", 1, False),
        ],
        [],
    ),
    (
        "The Mexican foreign secretary recalled that Washington had assured Mexico in writing that the tomatoes would not be taxed. The letter was signed by the trade representative himself.",
        [
            ("The Mexican foreign secretary", "Washington had assured Mexico in writing that the tomatoes would not be taxed|The letter was signed by the trade representative himself", None, False),
            ("Washington", "the tomatoes would not be taxed", 0, False),
        ],
        [],
    ),
    (
        "A former minister, in memoirs published on Thursday, writes that the queen told him she thought the treaty a mistake. The palace said it never commented on private talks.",
        [
            ("A former minister", "the queen told him she thought the treaty a mistake", None, False),
            ("the queen", "she thought the treaty a mistake", 0, False),
            ("she", "the treaty a mistake", 1, False),
            ("The palace", "it never commented on private talks", None, False),
        ],
        [],
    ),
    (
        "The Ethiopian prime minister's adviser said Addis Ababa accepts the African Union's plan but rejects any role for Egypt. The rebels' spokesman in Nairobi said the front also accepts the plan.",
        [
            ("The Ethiopian prime minister's adviser", "Addis Ababa accepts the African Union's plan but rejects any role for Egypt", None, False),
            ("The rebels' spokesman in Nairobi", "the front also accepts the plan", None, False),
        ],
        [("Addis Ababa", "supports", "African Union plan"), ("Addis Ababa", "opposes", "role Egypt"), ("the front", "supports", "African Union plan")],
    ),
    (
        "The chief whip told the Times that all but nine of his members would vote for the treaty. One of the nine, Gerald Poole, said the whip had told him he understood why.",
        [
            ("The chief whip", "all but nine of his members would vote for the treaty", None, False),
            ("One of the nine", "the whip had told him he understood why", None, False),
            ("the whip", "he understood why", 1, False),
        ],
        [("all but nine of his members", "supports", "treaty")],
    ),
    (
        "The Iraqi oil ministry said that BP has informed it that the well is dry. BP declined to say what it had told the ministry.",
        [
            ("The Iraqi oil ministry", "BP has informed it that the well is dry", None, False),
            ("BP", "the well is dry", 0, False),
            ("BP", "what it had told the ministry", None, True),
        ],
        [],
    ),
    (
        "The foreign ministry in Seoul said North Korea's delegates told their counterparts that they support a freeze but not an inspection. There was no word from Pyongyang.",
        [
            ("The foreign ministry in Seoul", "North Korea's delegates told their counterparts that they support a freeze but not an inspection", None, False),
            ("North Korea's delegates", "they support a freeze but not an inspection", 0, False),
        ],
        [("they", "supports", "freeze"), ("they", "withholds", "inspection")],
    ),
    (
        "Tanzania's opposition says the commission admitted in a meeting that forty boxes were missing. The commission insists it told the party forty boxes were late.",
        [
            ("Tanzania's opposition", "the commission admitted in a meeting that forty boxes were missing", None, False),
            ("the commission", "forty boxes were missing", 0, False),
            ("The commission", "it told the party forty boxes were late", None, False),
            ("it", "forty boxes were late", 2, False),
        ],
        [],
    ),
    (
        "The coroner read out a note in which the boy had written: ‘Tell Mum the gate was open.’",
        [("the boy", "‘Tell Mum the gate was open.’", None, False)],
        [],
    ),
    (
        "“My father always said the lake would come back,” Zere Abenova, a herder near Aralsk, told the radio. “The engineers say it will not.”",
        [
            ("Zere Abenova", "“My father always said the lake would come back,”|“The engineers say it will not.”", None, False),
            ("My father", "the lake would come back", 0, False),
            ("The engineers", "it will not", 0, False),
        ],
        [],
    ),
    (
        "Al-Ahram reported that the Sudanese foreign minister had accepted that the dam would be filled in July. Khartoum denied it had accepted a date. A Western diplomat who follows the talks said both sides knew the rains would decide.",
        [
            ("Al-Ahram", "the Sudanese foreign minister had accepted that the dam would be filled in July", None, False),
            ("the Sudanese foreign minister", "the dam would be filled in July", 0, False),
            ("Khartoum", "it had accepted a date", None, False),
            ("A Western diplomat who follows the talks", "both sides knew the rains would decide", None, False),
            ("both sides", "the rains would decide", 3, False),
        ],
        [],
    ),
    (
        'The police commissioner admitted before the select committee that his officers had told the press the student fell, and that this was untrue. "We were wrong," he said.',
        [
            ("The police commissioner", "his officers had told the press the student fell, and that this was untrue", None, False),
            ("his officers", "the student fell", 0, False),
            ("he", '"We were wrong,"', None, False),
        ],
        [],
    ),
    (
        "The State Department's report on trafficking says Thai officials deny that men are sold to the boats, while the men say they were sold for the price of a motorcycle.",
        [
            ("The State Department's report on trafficking", "Thai officials deny that men are sold to the boats, while the men say they were sold for the price of a motorcycle", None, False),
            ("Thai officials", "men are sold to the boats", 0, False),
            ("the men", "they were sold for the price of a motorcycle", 0, False),
        ],
        [],
    ),
    (
        "Vatican Radio said the pope had written to the Cuban president, asking that the prisoners be freed. The letter has not been published.",
        [("Vatican Radio", "the pope had written to the Cuban president, asking that the prisoners be freed", None, False)],
        [("the pope", "supports", "prisoners freed free release")],
    ),
    (
        "Catalan leader Oriol Puig told a rally that Madrid thinks the people will grow tired. “They do not know us,” he said. A minister in Madrid replied that most Catalans had told pollsters they were tired already.",
        [
            ("Catalan leader Oriol Puig", "Madrid thinks the people will grow tired", None, False),
            ("Madrid", "the people will grow tired", 0, False),
            ("he", "“They do not know us,”", None, False),
            ("A minister in Madrid", "most Catalans had told pollsters they were tired already", None, False),
            ("most Catalans", "they were tired already", 3, False),
        ],
        [],
    ),
    (
        "The interior ministry of Kazakhstan wrote on Telegram: “Some channels claim that the airport has fallen. It has not.”",
        [
            ("The interior ministry of Kazakhstan", "“Some channels claim that the airport has fallen. It has not.”", None, False),
            ("Some channels", "the airport has fallen", 0, False),
        ],
        [],
    ),
    (
        "A lawyer for the bank told the court in The Hague that Argentina had acknowledged in 2005 that the debt was valid. Counsel for Argentina said no minister had ever acknowledged any such thing.",
        [
            ("A lawyer for the bank", "Argentina had acknowledged in 2005 that the debt was valid", None, False),
            ("Argentina", "the debt was valid", 0, False),
            ("Counsel for Argentina", "no minister had ever acknowledged any such thing", None, False),
            ("no minister", "any such thing", 2, True),
        ],
        [],
    ),
    (
        "Sources close to the sultan say he told his brothers that he opposes a new parliament. The court has issued a photograph of the meeting.",
        [
            ("Sources close to the sultan", "he told his brothers that he opposes a new parliament", None, False),
            ("he", "he opposes a new parliament", 0, False),
        ],
        [("he", "opposes", "new parliament")],
    ),
    (
        "Mr Waweru said the speaker had ruled that the motion was out of order. Ms Chebet, from the other side of the house, said the speaker had ruled no such thing.",
        [
            ("Mr Waweru", "the speaker had ruled that the motion was out of order", None, False),
            ("the speaker", "the motion was out of order", 0, False),
            ("Ms Chebet", "the speaker had ruled no such thing", None, False),
        ],
        [],
    ),
    (
        "The NGO Global Witness quoted a logger as saying “we cut by night and the papers come later”. The forestry department in Naypyidaw said the man did not exist.",
        [
            ("a logger", "“we cut by night and the papers come later”", None, False),
            ("The forestry department in Naypyidaw", "the man did not exist", None, False),
        ],
        [],
    ),
    (
        "The Kremlin's spokesman said the two presidents had agreed that talks should resume in Minsk. The Elysée said only that the call had been “useful”.",
        [
            ("The Kremlin's spokesman", "the two presidents had agreed that talks should resume in Minsk", None, False),
            ("the two presidents", "talks should resume in Minsk", 0, False),
            ("The Elysée", "the call had been “useful”", None, False),
        ],
        [("the two presidents", "supports", "talks resume")],
    ),
    (
        "Chief Tavita told the land court that his grandmother used to say the reef belonged to both families. The judge asked who else had heard her say so.",
        [
            ("Chief Tavita", "his grandmother used to say the reef belonged to both families", None, False),
            ("his grandmother", "the reef belonged to both families", 0, False),
            ("The judge", "who else had heard her say so", None, False),
        ],
        [],
    ),
    (
        "The White House press secretary would not say whether the president had told the prime minister that the aid would stop. An Israeli official said he had.",
        [
            ("The White House press secretary", "the president had told the prime minister that the aid would stop", None, True),
            ("the president", "the aid would stop", 0, False),
            ("An Israeli official", "he had", None, False),
        ],
        [],
    ),
    (
        "South Sudan's information minister rejected the charge. \"They say we burned Leer. Leer burned itself,\" he told state television.",
        [("he", '"They say we burned Leer. Leer burned itself,"', None, False), ("They", "we burned Leer", 0, False)],
        [("South Sudan's information minister", "opposes", "charge burned")],
    ),
    (
        "The Icelandic premier said her finance minister had assured her that the auditors believed the banks were sound. The banks failed nine days later.",
        [
            ("The Icelandic premier", "her finance minister had assured her that the auditors believed the banks were sound", None, False),
            ("her finance minister", "the auditors believed the banks were sound", 0, False),
            ("the auditors", "the banks were sound", 1, False),
        ],
        [],
    ),
    (
        "A communiqué from the guerrillas said the captured mayor had confessed that he worked for the paramilitaries. His daughter said nobody who knew him would believe it.",
        [
            ("A communiqué from the guerrillas", "the captured mayor had confessed that he worked for the paramilitaries", None, False),
            ("the captured mayor", "he worked for the paramilitaries", 0, False),
            ("His daughter", "nobody who knew him would believe it", None, False),
        ],
        [],
    ),
    (
        "The Australian foreign minister told the ABC that Canberra does not recognize the annexation, and that her Indonesian colleague had said to her that Jakarta does not either.",
        [
            ("The Australian foreign minister", "Canberra does not recognize the annexation, and that her Indonesian colleague had said to her that Jakarta does not either", None, False),
            ("her Indonesian colleague", "Jakarta does not either", 0, False),
        ],
        [("Canberra", "withholds", "recognition annexation recognize"), ("Jakarta", "withholds", "recognition annexation recognize either")],
    ),
]
