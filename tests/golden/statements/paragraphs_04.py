"""News paragraphs with the hard things: see the README. Format as in ``paragraphs.py``; spans and more in ``paragraphs_04.json``."""

from __future__ import annotations

from tests.golden.statements.paragraphs import Held, Stated

PARAGRAPHS: list[tuple[str, list[Stated], list[Held]]] = [
    (
        "She said the courts would decide. The interior minister, Nadia Haddou, had been asked about the eviction of a camp near Oujda.",
        [("She", "the courts would decide", None, False)],
        [],
    ),
    (
        '"I did not sign it," he said. "I was not even in the room." The former deputy governor of the Bank of Mongolia, Bat-Erdene Gansukh, looked tired.',
        [("he", '"I did not sign it,"|"I was not even in the room."', None, False)],
        [],
    ),
    (
        "“This treaty,” the Finnish foreign minister told the Nordic Council, “is not a wall. It is a door,” she added, “and we hold the key.”",
        [("the Finnish foreign minister|she", "“This treaty,”|“is not a wall. It is a door,”|“and we hold the key.”", None, False)],
        [],
    ),
    (
        '"We have been patient," said the spokesman for the flood victims. "We have filled in the forms. We have slept in a school for eleven weeks. Now we want a roof."',
        [
            ("the spokesman for the flood victims", '"We have been patient,"|"We have filled in the forms. We have slept in a school for eleven weeks. Now we want a roof."', None, False),
        ],
        [("we", "supports", "roof")],
    ),
    (
        "The minister has not said whether she will run for the Senate. Her brother told Radio Jamaica that she would.",
        [("The minister", "she will run for the Senate", None, True), ("Her brother", "she would", None, False)],
        [],
    ),
    (
        "The Treasury would not confirm that the loan had been repaid. Creditors in London said they had received nothing.",
        [("The Treasury", "the loan had been repaid", None, True), ("Creditors in London", "they had received nothing", None, False)],
        [],
    ),
    (
        "The chancellor is expected to say on Thursday that Germany will keep its frigate in the Gulf.",
        [("The chancellor", "Germany will keep its frigate in the Gulf", None, False)],
        [],
    ),
    (
        "Ninety-four deputies voted for the ban on veils, thirty-one against, and six abstained.",
        [],
        [("Ninety-four deputies", "supports", "ban veils"), ("thirty-one", "opposes", "ban veils"), ("six", "withholds", "ban veils")],
    ),
    (
        "No state in the region has recognized the junta. Thailand reserves judgement.",
        [],
        [("No state in the region", "withholds", "recognition junta recognized"), ("Thailand", "withholds", "recognition junta judgement")],
    ),
    (
        "All members of the bloc except Slovakia back the price cap on gas.",
        [],
        [("All members of the bloc except Slovakia", "supports", "price cap gas")],
    ),
    (
        "Serbia would support the agreement if it were given guarantees for the monasteries.",
        [],
        [("Serbia", "supports", "agreement")],
    ),
    (
        "Sweden, which for two centuries had opposed joining any alliance, now supports membership.",
        [],
        [("Sweden", "supports", "membership alliance"), ("Sweden", "opposes", "joining any alliance")],
    ),
    (
        "President Kolawole did not say when the ban on street markets would end. He said only that “all things pass.”",
        [("President Kolawole", "when the ban on street markets would end", None, True), ("He", "“all things pass.”", None, False)],
        [],
    ),
    (
        'The peace conference opened in Nairobi on Monday under heavy rain. Delegates from eleven clans registered at the gate, and the word "Unity" hung in red letters over the door.',
        [],
        [],
    ),
    (
        "The film, called \"Say Nothing\", won the jury's prize at Ouagadougou. It tells of a minister who denies his own village.",
        [],
        [],
    ),
    (
        "«La frontière est fermée,» said the prefect of Tillabéri, «et elle le restera.»",
        [("the prefect of Tillabéri", "«La frontière est fermée,»|«et elle le restera.»", None, False)],
        [],
    ),
    (
        "Officials in Baku called the vote “illegal” and said they would not deal with “so-called ministers”.",
        [("they", "would not deal with “so-called ministers”", None, False)],
        [],
    ),
    (
        "The king spoke for nine minutes and said nothing about the arrests.",
        [],
        [],
    ),
    (
        "According to the coastguard, the boat left Sfax at midnight with sixty people on board. A survivor put the number at ninety.",
        [("the coastguard", "the boat left Sfax at midnight with sixty people on board", None, False)],
        [],
    ),
    (
        "Ms Tran said the factory had paid every worker. Nobody had been dismissed for joining the strike, and nobody would be. The union has taken the firm to court.",
        [("Ms Tran", "the factory had paid every worker|Nobody had been dismissed for joining the strike, and nobody would be", None, False)],
        [],
    ),
    (
        "India abstained. Russia and China voted against the draft resolution on the strait; the other twelve members voted for it.",
        [],
        [
            ("India", "withholds", "draft resolution strait abstained"),
            ("Russia and China", "opposes", "draft resolution strait"),
            ("the other twelve members", "supports", "draft resolution strait"),
        ],
    ),
    (
        "Q: Did you know about the flights?\n\nA: I knew there were flights. I did not know who was on them.",
        [
            ("Q", "Did you know about the flights?", None, False),
            ("A", "I knew there were flights. I did not know who was on them.", None, False),
            ("I", "there were flights", 1, False),
            ("I", "who was on them", 1, True),
        ],
        [],
    ),
    (
        "JUDGE: You were asked a simple question.\n\nWITNESS: I gave a simple answer, your honour. I was asleep.",
        [("JUDGE", "You were asked a simple question.", None, False), ("WITNESS", "I gave a simple answer, your honour. I was asleep.", None, False)],
        [],
    ),
    (
        "Uruguay's Broad Front, once a fierce critic of the pulp mill, has come round to it.",
        [],
        [("Uruguay's Broad Front", "supports", "pulp mill"), ("Uruguay's Broad Front", "opposes", "pulp mill")],
    ),
    (
        "Mr Sørensen, who had earlier denied that he knew the lobbyist, conceded yesterday that they had been at school together.",
        [("Mr Sørensen", "he knew the lobbyist", None, False), ("Mr Sørensen", "they had been at school together", None, False)],
        [],
    ),
    (
        "“I am not a candidate,” insisted the former mayor of Guayaquil. “How often must I say it?\n\n“Ask me about the water supply instead.”",
        [("the former mayor of Guayaquil", "“I am not a candidate,”|“How often must I say it?|“Ask me about the water supply instead.”", None, False)],
        [],
    ),
    (
        "The ministry neither confirmed nor denied that the drones had come from Poland.",
        [("The ministry", "the drones had come from Poland", None, True)],
        [],
    ),
    (
        "Most deputies of the ruling party oppose a second referendum; a handful support it.",
        [],
        [("Most deputies of the ruling party", "opposes", "second referendum"), ("a handful", "supports", "second referendum")],
    ),
    (
        "The embargo has failed, argues Dr Helen Osei of the University of Ghana. It fed the smugglers and starved the clinics.",
        [("Dr Helen Osei of the University of Ghana", "The embargo has failed|It fed the smugglers and starved the clinics", None, False)],
        [],
    ),
    (
        "Kazakhstan does not support the annexation, its ambassador made clear, and never will.",
        [("its ambassador", "Kazakhstan does not support the annexation|and never will", None, False)],
        [("Kazakhstan", "withholds", "annexation support")],
    ),
    (
        "Tokyo has dropped its objection to the talks, on condition that the abductions are discussed.",
        [],
        [("Tokyo", "opposes", "talks objection"), ("Tokyo", "supports", "talks")],
    ),
    (
        "Nobody has claimed responsibility for the blast, the third in Quetta this month.",
        [],
        [],
    ),
    (
        "The prime minister may announce as early as Friday that the election will be held in June.",
        [("The prime minister", "the election will be held in June", None, False)],
        [],
    ),
    (
        "The Holy See has not taken a position on the partition of the island.",
        [],
        [("The Holy See", "withholds", "partition island position")],
    ),
    (
        "The Maldives reaffirmed its opposition to the sale of the atoll.",
        [],
        [("The Maldives", "opposes", "sale atoll")],
    ),
    (
        "Ukraine is not ready for talks while shells are falling on Kharkiv, the head of the president's office said.",
        [("the head of the president's office", "Ukraine is not ready for talks while shells are falling on Kharkiv", None, False)],
        [("Ukraine", "opposes", "talks")],
    ),
    (
        "Colonel Mamady Sy read a statement on television: “The institutions of the republic are dissolved. The borders are closed until further notice.”",
        [("Colonel Mamady Sy", "“The institutions of the republic are dissolved. The borders are closed until further notice.”", None, False)],
        [],
    ),
    (
        '"If they want the bodies back," the militia leader told the mediator, "they should first count the living." His men stood by with their rifles.',
        [("the militia leader", '"If they want the bodies back,"|"they should first count the living."', None, False)],
        [("the militia leader", "supports", "count living")],
    ),
    (
        "The opposition promises it will abolish the tax on salt. Asked how it would pay for the schools, Mr Barrow had no answer.",
        [("The opposition", "it will abolish the tax on salt", None, False)],
        [("The opposition", "supports", "abolish tax salt")],
    ),
    (
        "Paraguay, the only state in South America to recognize Taipei, says it will go on doing so.",
        [("Paraguay", "it will go on doing so", None, False)],
        [("Paraguay", "supports", "recognition Taipei recognize")],
    ),
    (
        "The bank's chairman is understood to have told staff that four hundred jobs would go.",
        [("The bank's chairman", "four hundred jobs would go", None, False)],
        [],
    ),
    (
        "There was, the pilot later said, a light where no light should have been.",
        [("the pilot", "There was|a light where no light should have been", None, False)],
        [],
    ),
    (
        "The governor refused to say how many prisoners had escaped from Koutiala. A guard counted thirty empty bunks.",
        [("The governor", "how many prisoners had escaped from Koutiala", None, True)],
        [],
    ),
    (
        'We do not oppose the pipeline, the Bulgarian energy minister said. "But it must be paid for."',
        [("the Bulgarian energy minister", 'We do not oppose the pipeline|"But it must be paid for."', None, False)],
        [("We", "neutral", "pipeline")],
    ),
    (
        "Iceland will not join the boycott of the games. Nor, its minister of culture added, will it send a delegation.",
        [("its minister of culture", "Nor|will it send a delegation", None, False)],
        [("Iceland", "opposes", "boycott games")],
    ),
    (
        "The rebels' denial that they had mined the orchard came an hour before a tractor blew up in it.",
        [("The rebels", "they had mined the orchard", None, False)],
        [],
    ),
    (
        "It is not known who ordered the strike on the market in Tessalit. The council meets again on Monday.",
        [],
        [],
    ),
    (
        "The Faroe Islands' parliament voted 17 to 15, with one abstention, to scrap the whaling quota.",
        [],
        [("The Faroe Islands' parliament", "supports", "scrap whaling quota")],
    ),
    (
        "Lord Ashby told peers it was “a shabby little bill”. He would vote against it, and hoped others would too.",
        [
            ("Lord Ashby", "it was “a shabby little bill”|He would vote against it, and hoped others would too", None, False),
            ("He", "others would too", 0, False),
        ],
        [("He", "opposes", "bill")],
    ),
    (
        "Half the cabinet wants to leave the union, half to stay. The prime minister says there is no split.",
        [("The prime minister", "there is no split", None, False)],
        [("Half the cabinet", "supports", "leave union"), ("half", "supports", "staying union stay")],
    ),
    (
        "Ms Adeyemi, speaking through a megaphone: “Bring back our pensions!” The crowd answered: “Now!”",
        [("Ms Adeyemi", "“Bring back our pensions!”", None, False), ("The crowd", "“Now!”", None, False)],
        [("Ms Adeyemi", "supports", "pensions bring")],
    ),
    (
        "The Kurdish parties have stopped short of calling for independence.",
        [],
        [("The Kurdish parties", "withholds", "independence")],
    ),
    (
        "The EU welcomed the amnesty but regretted that it left out the officers.",
        [],
        [("The EU", "supports", "amnesty")],
    ),
    (
        "Reuters could not verify the video. In it a man in uniform gives an order and a second man salutes.",
        [],
        [],
    ),
    (
        "The treaty enters into force on 1 March. It has been ratified by thirty-one states; the United States has signed but not ratified it.",
        [],
        [("thirty-one states", "supports", "treaty"), ("the United States", "withholds", "treaty ratified")],
    ),
    (
        "Vice-President Lobo is not expected to say on Friday whether the state of siege will be extended.",
        [("Vice-President Lobo", "the state of siege will be extended", None, True)],
        [],
    ),
    (
        "Libya's eastern government first accepted the roadmap, then rejected it.",
        [],
        [("Libya's eastern government", "opposes", "roadmap"), ("Libya's eastern government", "supports", "roadmap")],
    ),
    (
        "The Syrian foreign minister asked how a country that sends the gunmen can sit at the table. Turkey should leave the talks, he said.",
        [
            ("The Syrian foreign minister", "how a country that sends the gunmen can sit at the table", None, False),
            ("he", "Turkey should leave the talks", None, False),
        ],
        [("he", "opposes", "Turkey talks leave")],
    ),
    (
        "Not one of the seven judges dissented from the ruling on the fisheries border.",
        [],
        [("Not one of the seven judges", "supports", "ruling fisheries border")],
    ),
    (
        'The premier of Québec supports secession "one day." For now, he says, there are roads to mend.',
        [("he", "there are roads to mend", None, False)],
        [("The premier of Québec", "supports", "secession")],
    ),
    (
        "Burkina Faso rescinded its recognition of the exile government in 2002.",
        [],
        [("Burkina Faso", "withholds", "recognition exile government"), ("Burkina Faso", "supports", "recognition exile government")],
    ),
    (
        "“My client will not answer,” counsel said. Would he answer tomorrow? “No.” And the day after? “You have my reply.”",
        [("counsel", "“My client will not answer,”", None, False), ("", "“No.”|“You have my reply.”", None, False)],
        [],
    ),
    (
        "“We did not run,” he said. “They ran. And they will tell you otherwise.” Sergeant Kojo Mensah lost two fingers at Bukavu; he was nineteen. His commander thinks the battle lasted six hours, but nobody kept the time.",
        [
            ("he", "“We did not run,”|“They ran. And they will tell you otherwise.”", None, False),
            ("His commander", "the battle lasted six hours", None, False),
        ],
        [],
    ),
    (
        'Would the ministry publish the list? "No." Would it say how many names were on it? "It would not." Ms Castellanos, the spokeswoman, then closed her folder and left.',
        [("Ms Castellanos", '"No."|"It would not."', None, False)],
        [],
    ),
    (
        "The premier had been expected to announce that the strike law would be dropped. Instead she spoke of her late father, a docker, and took no questions.",
        [("The premier", "the strike law would be dropped", None, False)],
        [],
    ),
    (
        "The Socialists said on Monday that they would abstain; by Wednesday they had decided to vote against the pension reform. The Greens still support it.",
        [("The Socialists", "they would abstain", None, False)],
        [
            ("The Socialists", "opposes", "pension reform"),
            ("The Socialists", "withholds", "pension reform abstain"),
            ("The Greens", "supports", "pension reform"),
        ],
    ),
    (
        "All thirteen governors signed the appeal for rain money except the governor of Sinaloa, who refused.",
        [],
        [("All thirteen governors", "supports", "appeal rain money"), ("the governor of Sinaloa", "opposes", "appeal rain money")],
    ),
    (
        "“It was, to be fair, a mess,” concedes Andrej Kos, the former negotiator. “Nobody had a map. Nobody had, he adds after a pause, the wish for one.”",
        [("Andrej Kos|he", "“It was, to be fair, a mess,”|“Nobody had a map. Nobody had,|the wish for one.”", None, False)],
        [],
    ),
    (
        "The minister is said to be ill. His office gives no information. Fishermen at the harbour play cards and wait for the wind.",
        [],
        [],
    ),
    (
        "Tunisia is ready for talks on the shelf, provided that the drilling stops first. Libya calls such a condition unacceptable.",
        [],
        [("Tunisia", "supports", "talks shelf"), ("Libya", "opposes", "condition drilling")],
    ),
    (
        "Mr Okafor maintains he paid the duty. The customs service maintains he did not. Both hold receipts.",
        [("Mr Okafor", "he paid the duty", None, False), ("The customs service", "he did not", None, False)],
        [],
    ),
    (
        "@MinSaludRD posted at 6 a.m.: “There is no cholera in Higüey. Do not share rumours.” By noon the post had been replaced with a list of symptoms.",
        [("@MinSaludRD", "“There is no cholera in Higüey. Do not share rumours.”", None, False)],
        [],
    ),
    (
        "“Gentlemen,” began the chairman, and stopped. “Gentlemen, and Mrs Adler. The offer is withdrawn.”",
        [("the chairman", "“Gentlemen,”|“Gentlemen, and Mrs Adler. The offer is withdrawn.”", None, False)],
        [],
    ),
    (
        "Austria, Finland and Ireland did not join the statement on the missile defence; the other members did.",
        [],
        [("Austria, Finland and Ireland", "withholds", "statement missile defence"), ("the other members", "supports", "statement missile defence did")],
    ),
    (
        "No party in the Knesset but Hadash opposed the appointment.",
        [],
        [("No party in the Knesset but Hadash", "neutral", "appointment opposed"), ("Hadash", "opposes", "appointment")],
    ),
    (
        "To the bishop's mind the truce is worthless. He nonetheless supports it, because, as he put it, “a worthless truce kills fewer people than a just war.”",
        [("the bishop's", "the truce is worthless", None, False), ("he", "“a worthless truce kills fewer people than a just war.”", None, False)],
        [("He", "supports", "truce")],
    ),
    (
        "'I won't go,' the old woman said. 'Where would I go?' Behind her, men from the council were numbering the doors.",
        [("the old woman", "'I won't go,'|'Where would I go?'", None, False)],
        [],
    ),
    (
        "Ms Lindqvist said she had no regrets. The bank had acted within the law; the regulator had known of every transfer; the customers had been paid. The regulator called this “a fairy tale”.",
        [
            ("Ms Lindqvist", "she had no regrets|The bank had acted within the law; the regulator had known of every transfer; the customers had been paid", None, False),
        ],
        [],
    ),
    (
        "The Maoists have given up their demand for a republic by decree. The palace, which never wanted talks, now wants them.",
        [],
        [("The Maoists", "withholds", "republic decree demand"), ("The palace", "supports", "talks them"), ("The palace", "opposes", "talks")],
    ),
    (
        "Some member states reserve judgement on the loan, none opposes it outright.",
        [],
        [("Some member states", "withholds", "loan judgement"), ("none", "neutral", "loan")],
    ),
    (
        "The word “genocide”, which the draft had used four times, is not in the text adopted on Friday. Armenia regrets the omission. Turkey had asked for it.",
        [],
        [("Armenia", "opposes", "omission"), ("Turkey", "supports", "omission")],
    ),
    (
        "The dock heard nothing of this. But Mr Justice Pell wrote later, in a private letter, that he had never been surer of a man's innocence.",
        [("Mr Justice Pell", "he had never been surer of a man's innocence", None, False)],
        [],
    ),
    (
        "Moscow neither supports nor opposes the bid. Astana backs it “with both hands”.",
        [],
        [("Moscow", "neutral", "bid"), ("Astana", "supports", "bid")],
    ),
    (
        "If, as the ministry says, the wall is safe, why were the families moved? The question was put to the engineer on Thursday. He looked at the river.",
        [("the ministry", "the wall is safe", None, False)],
        [],
    ),
    (
        "“Der Spiegel” reports in its latest issue that the submarines were paid for twice. The shipyard says it will not comment.",
        [("“Der Spiegel”", "the submarines were paid for twice", None, False), ("The shipyard", "it will not comment", None, False)],
        [],
    ),
    (
        'Venezuela will return to the commission if, and only if, the sanctions on its officers are lifted, Foreign Minister Ana Rojas said. "Not a day before."',
        [
            ("Foreign Minister Ana Rojas", 'Venezuela will return to the commission if, and only if, the sanctions on its officers are lifted|"Not a day before."', None, False),
        ],
        [("Venezuela", "supports", "return commission")],
    ),
    (
        "Ninety-one of the hundred senators took the floor. Fifty-three spoke in favour of the base and thirty-eight against it. There was no vote.",
        [],
        [("Fifty-three", "supports", "base"), ("thirty-eight", "opposes", "base")],
    ),
    (
        "SEOUL (Agency) -- North Korea's state news agency, in a commentary carried late on Sunday, said the joint exercises off the east coast were “a rehearsal for invasion” and that the country's patience, which had been tested since the spring, was not without limits. A spokesman for the South's defence ministry, Cho Min-ho, told reporters in Seoul that the exercises were defensive and would end as planned on Friday. He rejected calls from two opposition deputies for them to be cut short.",
        [
            ("North Korea's state news agency", "the joint exercises off the east coast were “a rehearsal for invasion” and that the country's patience, which had been tested since the spring, was not without limits", None, False),
            ("A spokesman for the South's defence ministry", "the exercises were defensive and would end as planned on Friday", None, False),
        ],
        [("He", "opposes", "exercises cut short")],
    ),
    (
        "Turkey, which blocked the declaration at the spring meeting, has lifted its veto after being promised a say in the new command, three diplomats briefed on the talks said on Tuesday. Ankara declined to comment.",
        [
            ("three diplomats briefed on the talks", "Turkey, which blocked the declaration at the spring meeting, has lifted its veto after being promised a say in the new command", None, False),
        ],
        [("Turkey", "supports", "declaration veto"), ("Turkey", "opposes", "declaration veto")],
    ),
    (
        "\"We have told the ambassador, and I repeat it here, that this government will never accept a border drawn by a foreign company,\" Guatemala's acting president, Elvira Choc, said in an address broadcast from the palace, at the end of which she added, to the surprise of her own staff, that the map of 1859 was “a map of a drunkard”.",
        [
            ("Guatemala's acting president, Elvira Choc,", '"We have told the ambassador, and I repeat it here, that this government will never accept a border drawn by a foreign company,"', None, False),
            ("We", "this government will never accept a border drawn by a foreign company", 0, False),
            ("she", "the map of 1859 was “a map of a drunkard”", None, False),
        ],
        [("this government", "opposes", "border drawn foreign company accept")],
    ),
    (
        "The army took the town of Bor on Saturday, losing, by its own account, eleven men. The rebels, whose radio went off the air at noon, had claimed an hour earlier that the garrison was surrounded and was asking for terms. Neither account could be checked. A priest who left the town on foot said he had seen no fighting at all.",
        [
            ("The rebels", "the garrison was surrounded and was asking for terms", None, False),
            ("A priest who left the town on foot", "he had seen no fighting at all", None, False),
        ],
        [],
    ),
    (
        "Speaking to journalists on the plane that carried him back from Tashkent, the secretary-general said he had received assurances, which he described as “solid, but oral”, that the prisoners would be seen by a doctor. He would not say who had given them.",
        [
            ("the secretary-general", "he had received assurances, which he described as “solid, but oral”, that the prisoners would be seen by a doctor", None, False),
            ("He", "who had given them", None, True),
            ("", "the prisoners would be seen by a doctor", 0, False),
        ],
        [],
    ),
    (
        "The Supreme Court of Zambia, by four judges to one, held on Wednesday that the president had not been born abroad and that the petition was “frivolous”. Justice Mwila, dissenting, wrote that the petitioners had been denied a chance to call their witnesses. The petitioners' lawyers rejected the judgment.",
        [
            ("The Supreme Court of Zambia", "the president had not been born abroad and that the petition was “frivolous”", None, False),
            ("Justice Mwila", "the petitioners had been denied a chance to call their witnesses", None, False),
        ],
        [("The petitioners' lawyers", "opposes", "judgment")],
    ),
    (
        "The Hungarian news site Magyar Hang reported, citing a recording that it did not publish, that the state secretary had told a dinner of businessmen the tender was “already eaten”. The state secretary's lawyer said in an e-mail that his client recalled neither the dinner nor the remark.",
        [
            ("The Hungarian news site Magyar Hang", "the state secretary had told a dinner of businessmen the tender was “already eaten”", None, False),
            ("the state secretary", "the tender was “already eaten”", 0, False),
            ("The state secretary's lawyer", "his client recalled neither the dinner nor the remark", None, False),
        ],
        [],
    ),
    (
        "The Arab League on Thursday condemned the demolition of the village of Umm Zeitun, called for the return of its people and asked the Security Council to meet. The United States, which had until then said nothing, called the demolition “unhelpful”. An Israeli official said the houses had been built without permits.",
        [("An Israeli official", "the houses had been built without permits", None, False)],
        [
            ("The Arab League", "opposes", "demolition village"),
            ("The Arab League", "supports", "return people"),
            ("The Arab League", "supports", "Security Council meet"),
            ("The United States", "opposes", "demolition"),
        ],
    ),
    (
        "WELLINGTON -- Prime Minister Rangi Poutama confirmed on Monday what his deputy had denied on Friday: that the frigate would not sail. “I should have told the House sooner,” he said, looking not at the House but at his deputy. The opposition demanded the deputy's resignation.",
        [
            ("Prime Minister Rangi Poutama", "the frigate would not sail", None, False),
            ("his deputy", "the frigate would not sail", None, False),
            ("he", "“I should have told the House sooner,”", None, False),
        ],
        [("The opposition", "supports", "resignation deputy")],
    ),
    (
        "The lawyer for the eleven fishermen, Abdou Diouf, said by telephone from Nouadhibou that his clients had been in Senegalese waters when they were taken, that their nets had been cut and that one of them, a boy of fifteen, had been struck. The Mauritanian coastguard says the boat had no lights. Senegal's fisheries minister has appealed for the men to be freed.",
        [
            ("The lawyer for the eleven fishermen", "his clients had been in Senegalese waters when they were taken, that their nets had been cut and that one of them, a boy of fifteen, had been struck", None, False),
            ("The Mauritanian coastguard", "the boat had no lights", None, False),
        ],
        [("Senegal's fisheries minister", "supports", "men freed free release")],
    ),
    (
        "Asked at a news conference in Vilnius whether Lithuania would follow Latvia in closing the crossing, Interior Minister Rasa Kairytė answered that everything was possible. Asked again, she answered that it was late and that she had a train to catch.",
        [
            ("Interior Minister Rasa Kairytė", "everything was possible", None, False),
            ("she", "it was late and that she had a train to catch", None, False),
        ],
        [],
    ),
    (
        "Ten of the fifteen judges of the European court, among them the French and the Polish, found in favour of the miners; the other five would have rejected their claim. The majority held that the state “knew, or ought to have known”, that the galleries were full of gas.",
        [
            ("The majority", "the state “knew, or ought to have known”, that the galleries were full of gas", None, False),
            ("the state", "the galleries were full of gas", 0, False),
        ],
        [("Ten of the fifteen judges of the European court", "supports", "miners claim"), ("the other five", "opposes", "claim miners")],
    ),
    (
        "The Pakistani newspaper Jang quoted in its Friday edition a letter in which the former chief of the air force tells a friend that he was always against the airfields being lent to the Americans. The former chief's son told the same newspaper that the letter was “a clumsy invention”. No copy of it has been shown.",
        [
            ("the former chief of the air force", "he was always against the airfields being lent to the Americans", None, False),
            ("The former chief's son", "the letter was “a clumsy invention”", None, False),
        ],
        [("he", "opposes", "airfields lent Americans")],
    ),
    (
        "Reuters reported from Kigali that a senior Congolese officer, who was not named, had told it the M23 column had turned back at Sake. The M23's spokesman wrote on X: “Our men are where they were yesterday. Ask the people of Sake.” People in Sake said they had heard guns all night but did not know whose.",
        [
            ("Reuters", "a senior Congolese officer, who was not named, had told it the M23 column had turned back at Sake", None, False),
            ("a senior Congolese officer", "the M23 column had turned back at Sake", 0, False),
            ("The M23's spokesman", "“Our men are where they were yesterday. Ask the people of Sake.”", None, False),
            ("People in Sake", "they had heard guns all night but did not know whose", None, False),
        ],
        [],
    ),
    (
        "LUXEMBOURG -- Farm ministers, with the exception of the Austrian, agreed on Tuesday to end the milk quota. The Austrian minister, who walked out before the photograph, said the mountains had been sold to the plain. A Commission official said he would come round; they always did.",
        [
            ("The Austrian minister", "the mountains had been sold to the plain", None, False),
            ("A Commission official", "he would come round; they always did", None, False),
        ],
        [("Farm ministers", "supports", "end milk quota"), ("the Austrian", "opposes", "end milk quota")],
    ),
    (
        '„Wir haben nichts gewusst,“ said the former head of the Leipzig archive, and then in English, for the benefit of the visitors: "We knew nothing. That is what everybody here says, and I am the only one for whom it is true."',
        [
            ("the former head of the Leipzig archive", '„Wir haben nichts gewusst,“|"We knew nothing. That is what everybody here says, and I am the only one for whom it is true."', None, False),
        ],
        [],
    ),
    (
        "The ministry of defence in Kyiv said on Saturday night that nine drones had been shot down over the Odesa region. The regional governor put the number at twelve. Moscow, which as a rule does not comment on such attacks, did not do so on this occasion either.",
        [("The ministry of defence in Kyiv", "nine drones had been shot down over the Odesa region", None, False)],
        [],
    ),
    (
        "In Cairo, where officials had for weeks been insisting that there was no shortage of bread, the price of a loaf doubled on Monday. The supply minister blamed hoarders. “I stood from four until nine,” said Um Hassan, a widow in Imbaba. “Let him hoard my place in the line.”",
        [
            ("officials", "there was no shortage of bread", None, False),
            ("Um Hassan", "“I stood from four until nine,”|“Let him hoard my place in the line.”", None, False),
        ],
        [],
    ),
    (
        "Canada's Inuit organizations, long opposed to the mine on Baffin Island, have signed an agreement under which they will support it for as long as the caribou are counted every year. A hunters' group in Pond Inlet says the organizations did not ask the hunters.",
        [("A hunters' group in Pond Inlet", "the organizations did not ask the hunters", None, False)],
        [
            ("Canada's Inuit organizations|they", "supports", "mine Baffin Island"),
            ("Canada's Inuit organizations|they", "opposes", "mine Baffin Island opposed"),
        ],
    ),
    (
        "The communiqué issued after the summit in Samarkand says the parties “attach great importance” to the railway. It does not say who will pay for it. Uzbekistan is known to favour a Chinese loan, the Kyrgyz to fear one.",
        [
            ("The communiqué issued after the summit in Samarkand", "the parties “attach great importance” to the railway", None, False),
            ("It", "who will pay for it", None, True),
        ],
        [("Uzbekistan", "supports", "Chinese loan railway"), ("the Kyrgyz", "opposes", "Chinese loan one")],
    ),
    (
        "A survivor of the shipwreck, Filimon Tesfay, 22, told the Italian coastguard, according to a statement released in Palermo, that the captain had jumped first.",
        [("A survivor of the shipwreck", "the captain had jumped first", None, False)],
        [],
    ),
    (
        "The Liberal Democrats abstained on the second reading and voted against the third, but they now support the Act as amended by the Lords, their leader says. The Home Secretary said she was grateful for their clarity.",
        [
            ("their leader", "they now support the Act as amended by the Lords", None, False),
            ("The Home Secretary", "she was grateful for their clarity", None, False),
        ],
        [
            ("they", "supports", "Act amended reading"),
            ("The Liberal Democrats", "withholds", "reading second Act"),
            ("The Liberal Democrats", "opposes", "reading third Act"),
        ],
    ),
    (
        "The mediator's office denied reports in the Sudanese press that he was about to resign. \"He is tired. He has told nobody that he will go,\" an aide said.",
        [
            ("The mediator's office", "he was about to resign", None, False),
            ("the Sudanese press", "he was about to resign", None, False),
            ("an aide", '"He is tired. He has told nobody that he will go,"', None, False),
            ("He", "he will go", 2, True),
        ],
        [],
    ),
    (
        "The bishops' conference of the Philippines said in a pastoral letter read at every Mass on Sunday that the killing of addicts was murder, that those who ordered it were murderers, and that those who stayed silent would answer for their silence. The letter did not name the president. His spokesman said the president had read it and thought it was well written.",
        [
            ("The bishops' conference of the Philippines", "the killing of addicts was murder, that those who ordered it were murderers, and that those who stayed silent would answer for their silence", None, False),
            ("His spokesman", "the president had read it and thought it was well written", None, False),
            ("the president", "it was well written", 1, False),
        ],
        [],
    ),
    (
        "“I'll tell you what the Secretary told me,” Congressman Dale Whitaker said on Fox News. “He said, ‘Dale, we are not opposed to the base. We're opposed to paying for it.’ Those were his words.” A State Department spokeswoman said the department did not discuss private conversations.",
        [
            ("Congressman Dale Whitaker", "“I'll tell you what the Secretary told me,”|“He said, ‘Dale, we are not opposed to the base. We're opposed to paying for it.’ Those were his words.”", None, False),
            ("He", "‘Dale, we are not opposed to the base. We're opposed to paying for it.’", 0, False),
            ("A State Department spokeswoman", "the department did not discuss private conversations", None, False),
        ],
        [("we", "neutral", "base"), ("we", "opposes", "paying")],
    ),
    (
        "The president said goodbye to the guard of honour, said a prayer at his mother's grave and left for the airport. He had ruled for twenty-two years.",
        [],
        [],
    ),
    (
        "The report runs to nine hundred pages and weighs four kilos. It was handed to the speaker in a wheelbarrow, which members of the opposition had painted red.",
        [],
        [],
    ),
    (
        "Needless to say, the lift was out of order. The tribunal sits on the sixth floor of a former bank in Dili, and the witnesses, many of them old, climb slowly.",
        [],
        [],
    ),
    (
        "The “No” camp has its office in a shoe shop, the “Yes” camp in a cinema. Polls open at seven.",
        [],
        [],
    ),
    (
        "The junta's spokesman gave no indication of when the curfew might end, and the state newspapers did not report that two ministers had left the country.",
        [("The junta's spokesman", "when the curfew might end", None, True), ("the state newspapers", "two ministers had left the country", None, True)],
        [],
    ),
    (
        "No official in Ashgabat has acknowledged that the gas plant exploded. Satellite pictures bought by a Norwegian firm show that one of its four towers is gone.",
        [("No official in Ashgabat", "the gas plant exploded", None, True)],
        [],
    ),
    (
        "The ministry has yet to say whom it will send to Doha. The Taliban's envoy there has never said that he would receive a woman.",
        [("The ministry", "whom it will send to Doha", None, True), ("The Taliban's envoy there", "he would receive a woman", None, True)],
        [],
    ),
    (
        "The coach refused to be drawn on whether his captain would play, and the captain, who was eating an orange, could not say who had won the toss.",
        [("The coach", "his captain would play", None, True), ("the captain", "who had won the toss", None, True)],
        [],
    ),
    (
        "Mr Hakimi does not believe the bridge will last the winter, nor does he think anyone in Kabul cares.",
        [("Mr Hakimi", "the bridge will last the winter", None, True), ("he", "anyone in Kabul cares", None, True)],
        [],
    ),
    (
        "Guinea stopped short of condemning the expulsion. Ivory Coast did condemn it, and neither Mali nor Niger took a position.",
        [],
        [("Guinea", "withholds", "expulsion"), ("Ivory Coast", "opposes", "expulsion"), ("neither Mali nor Niger", "withholds", "expulsion position")],
    ),
    (
        "No member of the council spoke against the mandate, all voted for its renewal. The mandate runs until June.",
        [],
        [("No member of the council", "neutral", "mandate spoke"), ("all", "supports", "renewal mandate")],
    ),
    (
        "The two sides are understood to have agreed on a map, a date and a bridge. What they agreed on the prisoners is written on a sheet that is kept in a safe in Geneva.",
        [],
        [],
    ),
]
